"""A key together with the office or matter it belongs to: what the other modules seal and unseal with."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from app.store import vault
from app.store.vault import Cipher, Key, Place

Raw: TypeAlias = "str | int | float | bool | None | Sequence[Raw] | Mapping[str, Raw]"
"""Anything JSON can say; tuples come back as lists."""

_BLOCK = 64
"""Bytes a sealed value is filled up to with spaces, so that its length does not tell a yes from a no."""


@dataclass(frozen=True)
class Locker:
    """Seals values for the rows of one matter, or of the whole office when the matter is empty."""

    cipher: Cipher
    key: Key
    organisation: str
    matter: str = ""

    def seal(self, table: str, row: str, value: Mapping[str, Raw], column: str = "sealed") -> bytes:
        """Return the envelope of a mapping for this row; TypeError or ValueError if JSON cannot say it."""
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        plain = text.encode("utf-8", "surrogatepass")
        filled = plain + b" " * (-len(plain) % _BLOCK)
        return self.seal_bytes(table, row, filled, column)

    def unseal(self, table: str, row: str, envelope: bytes, column: str = "sealed") -> dict[str, Raw]:
        """Return the mapping sealed for this row, or raise Tampered."""
        plain = self.unseal_bytes(table, row, envelope, column)
        value: dict[str, Raw] = json.loads(plain.decode("utf-8", "surrogatepass"))
        return value

    def seal_bytes(self, table: str, row: str, plain: bytes, column: str = "sealed") -> bytes:
        """Return the envelope of a file's bytes for this row; its length is theirs."""
        return self.cipher.seal(self.key, plain, self._place(table, column, row))

    def unseal_bytes(self, table: str, row: str, envelope: bytes, column: str = "sealed") -> bytes:
        """Return the bytes sealed for this row, or raise Tampered."""
        return self.cipher.unseal(self.key, envelope, self._place(table, column, row))

    def wrap(self, inner: Key) -> bytes:
        """Return another key's secret as an envelope for the key table."""
        place = self._place("vault_key", "wrapped", inner.id.hex())
        return self.cipher.seal(self.key, inner.secret, place)

    def unwrap(self, key_id: str, envelope: bytes) -> Key:
        """Return the key of that id, or raise Tampered if this locker's key did not wrap it."""
        place = self._place("vault_key", "wrapped", key_id)
        return Key(bytes.fromhex(key_id), self.cipher.unseal(self.key, envelope, place))

    def mark(self, *parts: str) -> str:
        """Return digits that stand for these parts and tell nothing without the key."""
        return vault.mark(self.key, *parts)

    def _place(self, table: str, column: str, row: str) -> Place:
        return Place(self.organisation, self.matter, table, column, row)
