"""The walls of a child: no network, no other process, no signal, nothing written, little read.

An audit hook sees what Python code is about to do and cannot be taken off again; code in C it does not see.
Where the kernel allows it, the child also stands in a network of its own, with nobody else in it.
"""

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from app.documents.box.limits import Reached

_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_NEVER = (
    "socket.", "subprocess.", "ctypes.", "sqlite3.", "pty.", "syslog.", "ftplib.", "smtplib.", "urllib.",
    "http.", "imaplib.", "poplib.", "nntplib.", "telnetlib.", "webbrowser.", "fcntl.", "signal.",
    "resource.", "os.exec", "os.fork", "os.forkpty", "os.posix_spawn", "os.spawn", "os.system", "os.kill",
    "os.putenv", "os.unsetenv",
    "os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod",
    "os.chown", "os.lchown", "os.chflags", "os.utime", "os.setxattr", "os.removexattr", "os.lockf", "shutil.",
    "tempfile.",
)  # fmt: skip
"""How the names of events begin that no paper needs."""
_LISTING = ("os.listdir", "os.scandir", "os.walk", "os.fwalk", "os.chdir", "glob.glob", "pathlib.Path.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND

_root: list[str] = []


def leave_network() -> bool:
    """Go into a network of this process's own; answers whether the kernel allowed it."""
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.unshare(_NEW_NETWORK) == 0:
        return True
    user, group = os.getuid(), os.getgid()
    if libc.unshare(_NEW_USER | _NEW_NETWORK) != 0:
        return False
    with suppress(OSError):
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    return True


def open_to(root: Path | None) -> None:
    """Let the files below a job's root be read from now on, and those of no other job."""
    _root[:] = [os.path.realpath(root)] if root else []


def close() -> None:
    """Raise the walls, for the rest of this process."""
    own = (str(Path(__file__).parents[2]), sys.prefix, sys.base_prefix, os.path.dirname(os.__file__))
    sys.addaudithook(_Watch(tuple(os.path.realpath(path) for path in own), _root).sees)


class _Watch:
    """Refuses what no paper needs; `readable` folders may be read in every job, `root` in this one."""

    __slots__ = ("_harmless", "_readable", "_root")

    def __init__(self, readable: tuple[str, ...], root: list[str]) -> None:
        self._readable, self._root = readable, root
        # The solver of the check looks at buffers of this process's own through it; it reaches nothing else.
        self._harmless = {"ctypes.cdata/buffer"}

    def sees(self, event: str, args: tuple[Any, ...]) -> None:
        """One event of the interpreter before it happens; raises Reached."""
        if event in self._harmless:
            return
        if event == "open":
            refused = bool(args[2] & _WRITING) or not self._within(args[0])
        elif event.startswith(_LISTING):
            refused = not self._within(args[0])
        elif not (refused := event.startswith(_NEVER)):
            self._harmless.add(event)
        if refused:
            raise Reached(f"What this is made of reached outside of its box ({event}), and was refused.")

    def _within(self, path: Any) -> bool:
        if isinstance(path, int):
            return True
        real = os.path.realpath(os.fsdecode(path or "."))
        return any(real == each or real.startswith(each + os.sep) for each in (*self._readable, *self._root))
