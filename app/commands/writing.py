"""Writes a file whole or not at all."""

import errno
import os
import tempfile
from pathlib import Path


def written(path: Path, data: bytes) -> None:
    """Put `data` where `path` says: under another name first, then renamed; raises OSError."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "There is no such folder", str(path.parent))
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
