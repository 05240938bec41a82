"""Puts a Word template and its twin into the checkout: both or neither, each whole or not at all."""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from app.documents.errors import DocumentError


class NotWritable(DocumentError):
    """The folder of the forms takes no file; nothing was changed."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The folder {path.parent.name} of the templates cannot be written to, so nothing was changed."
            " Let whoever runs this machine make it writable, or bring the file into the checkout by hand."
        )


def put(files: Mapping[Path, bytes]) -> Mapping[Path, bytes | None]:
    """Write every file in place of what is there, and return that; NotWritable leaves all as it was."""
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    ready: dict[Path, Path] = {}
    try:
        for path, data in files.items():
            ready[path] = _beside(path, data)
        for path, temporary in ready.items():
            os.replace(temporary, path)
    except OSError as error:
        put_back(before)
        raise NotWritable(path) from error
    finally:
        for temporary in ready.values():
            temporary.unlink(missing_ok=True)
    return before


def put_back(before: Mapping[Path, bytes | None]) -> None:
    """Undo a `put`, as far as the folder allows."""
    for path, data in before.items():
        with suppress(OSError):
            if data is None:
                path.unlink(missing_ok=True)
            elif path.read_bytes() != data:
                os.replace(_beside(path, data), path)


def _beside(path: Path, data: bytes) -> Path:
    """The data in a fresh file of the same folder, on the disk for certain."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=".~", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)
