"""AES-256-GCM envelopes that open only with their own key and in the place they were sealed for.

An envelope is one version byte, eight bytes of key id, a random nonce of twelve bytes, and the ciphertext
with its tag of sixteen. Version, key id and place are authenticated: moved anywhere else, it is refused.
"""

import hashlib
import hmac
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.store.errors import Tampered

VERSION = 1
KEY_BYTES = 32
_ID_BYTES = 8
_NONCE_BYTES = 12
_HEAD_BYTES = 1 + _ID_BYTES


@dataclass(frozen=True)
class Key:
    """A secret of 32 bytes and the id by which envelopes name it."""

    id: bytes
    secret: bytes = field(repr=False)

    @classmethod
    def random(cls) -> "Key":
        """Return a key nobody has seen."""
        return cls(os.urandom(_ID_BYTES), os.urandom(KEY_BYTES))

    @classmethod
    def master(cls, secret: bytes) -> "Key":
        """Return the key of a master key file, whose id follows from its secret."""
        return cls(hashlib.sha256(b"draftwell master key" + secret).digest()[:_ID_BYTES], secret)

    def derived(self, purpose: bytes) -> bytes:
        """Return a secret of 32 bytes for one purpose only (HKDF-Expand of RFC 5869, first block)."""
        return hmac.digest(self.secret, b"draftwell " + purpose + b"\x01", "sha256")

    @cached_property
    def sealing(self) -> AESGCM:
        """The cipher of this key's envelopes."""
        return AESGCM(self.derived(b"seal"))

    @cached_property
    def marking(self) -> bytes:
        """The secret of this key's marks."""
        return self.derived(b"mark")


class Place(NamedTuple):
    """Where an envelope belongs; a matter is empty for what belongs to the whole office."""

    organisation: str
    matter: str
    table: str
    column: str
    row: str


class Cipher(NamedTuple):
    """How things are sealed and unsealed; there is one, and tests put a transparent one in its place."""

    seal: Callable[[Key, bytes, Place], bytes]
    unseal: Callable[[Key, bytes, Place], bytes]


def seal(key: Key, plaintext: bytes, place: Place) -> bytes:
    """Return the envelope of a plaintext for this place."""
    head = bytes([VERSION]) + key.id
    nonce = os.urandom(_NONCE_BYTES)
    return head + nonce + key.sealing.encrypt(nonce, plaintext, _bound(head, place))


def unseal(key: Key, envelope: bytes, place: Place) -> bytes:
    """Return the plaintext, or raise Tampered if a bit, the key or the place is another than when sealed."""
    head, rest = envelope[:_HEAD_BYTES], envelope[_HEAD_BYTES:]
    if head != bytes([VERSION]) + key.id or len(rest) < _NONCE_BYTES:
        raise Tampered(_refusal(place))
    nonce, ciphertext = rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]
    try:
        return key.sealing.decrypt(nonce, ciphertext, _bound(head, place))
    except InvalidTag:
        raise Tampered(_refusal(place)) from None


AES_GCM = Cipher(seal, unseal)


def mark(key: Key, *parts: str) -> str:
    """Return 64 hexadecimal digits that stand for these parts and tell nothing without the key."""
    return hmac.digest(key.marking, joined(*parts), "sha256").hex()


def joined(*parts: str) -> bytes:
    """Return the parts as bytes, each with its length before it, so that no two lists of parts look alike."""
    encoded = [part.encode("utf-8", "surrogatepass") for part in parts]
    return b"".join([len(part).to_bytes(4, "big") + part for part in encoded])


def _bound(head: bytes, place: Place) -> bytes:
    return head + joined(*place)


def _refusal(place: Place) -> str:
    return (
        f"A sealed value in table {place.table} was changed or moved and cannot be trusted; "
        "restore the data folder from a backup and tell whoever runs this machine."
    )
