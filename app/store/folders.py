"""Folders that hold data or key: they must take files, and from their owner only."""

import stat
import tempfile
from pathlib import Path

from app.store.errors import Unsafe


def ready(data: Path) -> None:
    """Make the data folder if it is missing, for its owner only; Unsafe if nothing can be written there."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=data):
            pass
    except OSError as error:
        raise Unsafe(
            f"The data folder {data} cannot be written: {reason(error)}; "
            "set DRAFTWELL_DATA to a folder where you may write."
        ) from error
    refuse_open(data)


def refuse_open(folder: Path) -> None:
    """Raise Unsafe if anybody on this machine may replace files in a folder that exists."""
    if not folder.exists():
        return
    mode = folder.stat().st_mode
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        raise Unsafe(f"Anybody on this machine may replace files in {folder}; run: chmod o-w {folder}")


def reason(error: OSError) -> str:
    """Return what the system says about an error, without paths."""
    return (error.strerror or "unknown reason").lower()
