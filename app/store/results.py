"""Finished packets of batches, kept sealed for some days, so that an unchanged row is not made again.

Each lies in a file of its own under a keyed hash: neither name nor content says whose it is or what is in it.
It is bound to that name, so that one put in another's place is refused.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from app.store.errors import Tampered
from app.store.locker import Locker

FOLDER = "results"
MOST_BYTES = 500_000_000
MOST_DAYS = 7
_DAY = 86_400
_BLOCK = 16_384
"""Bytes a packet is filled up to, so that its file's length says little of what is in it."""
_PLACE = ("result", "packet")
_HALF = ".half"


@dataclass(frozen=True)
class Results:
    """The kept packets of an office; `clock` gives seconds since 1970, as files have them."""

    folder: Path
    locker: Locker = field(repr=False)
    clock: Callable[[], float] = field(default=time.time, repr=False)

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, or None; one that is damaged, foreign or too old counts as none."""
        name = self._name(key)
        try:
            path = self.folder / name
            if self.clock() - path.stat().st_mtime > MOST_DAYS * _DAY:
                return None
            filled = self.locker.unseal_bytes(_PLACE[0], name, path.read_bytes(), _PLACE[1])
        except (OSError, Tampered):
            return None
        return filled[8 : 8 + int.from_bytes(filled[:8], "big")]

    def put(self, key: str, plain: bytes) -> None:
        """Keep something under a key, whole or not at all; a full or closed disk is no reason to stop."""
        name = self._name(key)
        framed = len(plain).to_bytes(8, "big") + plain
        sealed = self.locker.seal_bytes(_PLACE[0], name, framed + bytes(-len(framed) % _BLOCK), _PLACE[1])
        half = self.folder / f"{name}.{os.getpid()}{_HALF}"
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, exist_ok=True)
            try:
                with open(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
                    file.write(sealed)
                half.replace(self.folder / name)
            finally:
                half.unlink(missing_ok=True)

    def trim(self, most_bytes: int = MOST_BYTES, most_days: float = MOST_DAYS) -> None:
        """Remove what is too old, what a crash left half written, and the oldest beyond a size."""
        room, now = most_bytes, self.clock()
        for made, size, path in sorted(self._files(), reverse=True):
            room -= size
            half = path.suffix == _HALF and now - made > 3_600
            if half or room < 0 or now - made > most_days * _DAY:
                with suppress(OSError):
                    path.unlink()

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        with suppress(OSError):
            for path in self.folder.iterdir():
                with suppress(OSError):
                    found = path.stat()
                    yield found.st_mtime, found.st_size, path

    def _name(self, key: str) -> str:
        return self.locker.mark("result", key)
