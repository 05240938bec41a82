"""Watches what the interpreter does: files opened, sockets, child processes, code compiled from text."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

_STARTS = (
    "socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "os.startfile",
    "pty.", "ctypes.dlopen", "urllib.", "ftplib.", "sqlite3.", "shutil.", "os.listdir", "os.scandir",
    "os.remove", "os.rename", "os.mkdir", "webbrowser.",
)  # fmt: skip


@dataclass
class Seen:
    """What happened while it was watched."""

    opened: list[str] = field(default_factory=list)
    """Files opened, those of Python's own modules and of the test's template left out."""
    acts: list[str] = field(default_factory=list)

    @property
    def nothing(self) -> bool:
        """Whether nothing happened."""
        return not self.opened and not self.acts


_watching: list[tuple[Seen, str]] = []


def _hook(event: str, given: tuple[Any, ...]) -> None:
    for seen, allowed in _watching:
        if event == "open":
            path = str(given[0])
            if path != allowed and not path.endswith((".py", ".pyc")):
                seen.opened.append(path)
        elif event.startswith(_STARTS):
            seen.acts.append(event)


sys.addaudithook(_hook)


@contextmanager
def watched(allowed: str = "") -> Iterator[Seen]:
    """Note what happens meanwhile; `allowed` is the one file that may be opened."""
    seen = Seen()
    _watching.append((seen, allowed))
    try:
        yield seen
    finally:
        _watching.remove((seen, allowed))
