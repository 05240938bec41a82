"""The print of everything the check of a form reads: its package, what it shares, and the check itself."""

import hashlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from app.documents import edition

SHARED = (
    "templates/docx/_base.docx",
    "templates/docx/_blocks/*",
    "templates/docx/_office/*",
    "templates/docx/_court/*",
    "templates/html/_office/*",
    "templates/html/_court/*",
)
"""The papers every form shares, and what is copied into papers."""
_OWN = ("questionnaires/{}*", "questionnaires/shared/**/*", "questionnaires/*/{}.yaml",
        "questionnaires/*/shared/*", "templates/docx/{}/*", "templates/html/{}/*",
        "templates/pdf/{}/*")  # fmt: skip
_CODE = (".py", ".yaml", ".csv", ".txt")

_Stamp = tuple[tuple[str, int, int], ...]
_known: dict[tuple[Path, str], tuple[_Stamp, str]] = {}


def digest(root: Path, name: str) -> str:
    """SHA-256 of a form's package, of the shared papers alone for no name; unread while no file changes."""
    files = dict(_files(root, name))
    stamp = tuple((file, stat[0], stat[1]) for file, stat in sorted(files.items()))
    known = _known.get((root, name))
    if known and known[0] == stamp:
        return known[1]
    content = {file: _read(root / file) for file in files}
    found = hashlib.sha256((edition.digest(content) + _code()).encode()).hexdigest()
    _known[root, name] = (stamp, found)
    return found


def _files(root: Path, name: str) -> Iterator[tuple[str, tuple[int, int]]]:
    patterns = [*SHARED, *(pattern.format(name) for pattern in (_OWN if name else ()))]
    for path in {path for pattern in patterns for path in root.glob(pattern)}:
        try:
            stat = path.stat()
        except OSError:
            continue
        if path.is_file() and not path.name.startswith(("~", ".")):
            # A name that is no text is printed by its bytes.
            name = path.relative_to(root).as_posix().encode("utf-8", "backslashreplace").decode()
            yield name, (stat.st_mtime_ns, stat.st_size)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@lru_cache(maxsize=1)
def _code() -> str:
    """The print of this version: a newer one may find more."""
    folder = Path(__file__).resolve().parents[1]
    files: Mapping[str, bytes] = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for room in ("core", "law", "documents", "casework")
        for path in (folder / room).rglob("*")
        if path.suffix in _CODE
    }
    return edition.digest(files)
