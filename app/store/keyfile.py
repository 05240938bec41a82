"""The master key file: 64 hexadecimal digits, outside the data folder, readable by its owner only."""

import os
import stat
from pathlib import Path

from app.store import folders
from app.store.errors import Unsafe
from app.store.vault import KEY_BYTES, Key

_WRONG = "put the right file back, or remove it if nothing was ever stored."
_FEWEST_DIFFERENT_BYTES = 12
"""A key of 32 random bytes never has as few: it was typed, not drawn."""


def check(key_file: Path, data: Path) -> None:
    """Raise Unsafe if the key would lie with the data or others could read or replace it."""
    place = key_file.resolve()
    if place.is_relative_to(data.resolve()):
        raise Unsafe(
            f"The key file {key_file} lies inside the data folder {data}, so whoever copies one has both; "
            "move it out and set DRAFTWELL_KEY_FILE to its new place."
        )
    folders.refuse_open(place.parent)
    if place.exists():
        _check_file(place)


def read(key_file: Path) -> Key | None:
    """Return the master key, or None without a file; Unsafe if it holds anything but a proper key."""
    try:
        with key_file.open("rb") as file:
            content = file.read(1000)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unsafe(f"The key file {key_file} cannot be read: {folders.reason(error)}.") from error
    return Key.master(_secret(content, key_file))


def create(key_file: Path) -> Key:
    """Draw a new master key and write it, or raise Unsafe; an existing file is never replaced."""
    secret = os.urandom(KEY_BYTES)
    try:
        key_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(key_file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secret.hex() + "\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise Unsafe(
            f"The key file {key_file} cannot be written: {folders.reason(error)}; "
            "set DRAFTWELL_KEY_FILE to a place where you may write."
        ) from error
    return Key.master(secret)


def _check_file(place: Path) -> None:
    mode = place.stat().st_mode
    if not stat.S_ISREG(mode):
        raise Unsafe(
            f"The key file {place} is not a file; set DRAFTWELL_KEY_FILE to the file that holds the key."
        )
    if mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Unsafe(f"Others on this machine may read the key file {place}; run: chmod 600 {place}")


def _secret(content: bytes, key_file: Path) -> bytes:
    text = content.strip()
    if len(text) != 2 * KEY_BYTES:
        raise Unsafe(
            f"The key file {key_file} holds {len(text)} characters "
            f"instead of {2 * KEY_BYTES} hexadecimal digits; {_WRONG}"
        )
    try:
        secret = bytes.fromhex(text.decode("ascii"))
    except ValueError:
        raise Unsafe(
            f"The key file {key_file} holds something else than {2 * KEY_BYTES} hexadecimal digits; {_WRONG}"
        ) from None
    if len(set(secret)) < _FEWEST_DIFFERENT_BYTES:
        raise Unsafe(
            f"The key in {key_file} can be guessed; remove the file and let Draftwell draw a key of its own."
        )
    return secret
