"""Writes the files of a packet whole or not at all: into a folder beside its place, then renamed."""

import hashlib
import os
import platform
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.documents.errors import DocumentError
from app.documents.refusals import Occupied


def check_free(out: Path) -> None:
    """Raise Occupied unless nothing is there, or an empty folder."""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise Occupied(f"{out} is there already and is no folder; name another one.")
    if out.is_dir() and any(out.iterdir()):
        raise Occupied(
            f"{out} is there already and holds something; name another folder, or move this one away."
        )


def write(files: Mapping[str, bytes], out: Path, sync: bool = True) -> None:
    """Put every file below `out`; on any failure nothing of it stays, and DocumentError says why.

    Without `sync` the files may still be on their way to the disk; `settle` waits for those of many packets.
    """
    check_free(out)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        staged = staging(out)
    except OSError as error:
        raise DocumentError(f"{out} cannot be written ({error.strerror}); name another folder.") from error
    try:
        for name, data in files.items():
            _put(staged, name, data)
        if sync:
            settle(staged)
        staged.chmod(0o755 & ~_umask())
        staged.rename(out)
        if sync:
            _sync(out.parent)
    except OSError as error:
        raise DocumentError(f"{out} was not written ({error.strerror}); nothing is left of it.") from error
    finally:
        shutil.rmtree(staged, ignore_errors=True)


def staging(out: Path) -> Path:
    """A fresh hidden folder beside `out` for what will take its name; what killed runs left there goes first.

    Its name tells the machine and the process, so that nothing of a run still going is ever taken away.
    """
    for left in out.parent.glob(f"{_STAGED}*-*"):
        pid = left.name.removeprefix(_STAGED).partition("-")[0]
        if pid.isdigit() and not _alive(int(pid)):
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=f"{_STAGED}{os.getpid()}-", dir=out.parent))


_STAGED = f".draftwell-{hashlib.sha256(platform.node().encode()).hexdigest()[:8]}-"


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _put(staged: Path, name: str, data: bytes) -> None:
    path = staged / name
    if not path.resolve().is_relative_to(staged.resolve()):
        raise DocumentError(f"The file name {name!r} leads out of the packet.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)


def settle(folder: Path) -> None:
    """Wait until everything below a folder is on the disk; raises OSError when a file does not get there."""
    inside = list(folder.rglob("*"))
    for path in inside:
        if path.is_file():
            with path.open("rb") as file:
                os.fsync(file.fileno())
    for path in (folder, *inside):
        if path.is_dir():
            _sync(path)


def _sync(folder: Path) -> None:
    """Some file systems cannot sync a folder; the rename still is one step."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
