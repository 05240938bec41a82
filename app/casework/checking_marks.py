"""Copies of the Word files of a form with a comment at each fault; the files themselves stay as they are."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from app.casework.template_files import FOLDER
from app.core.faults import Fault
from app.documents import marking
from app.documents.errors import DocumentError


def copies(root: Path, faults: Sequence[Fault]) -> dict[str, bytes]:
    """The marked copy of each Word file that has a fault, by its path below the folder of the templates.

    A file that cannot be read as Word at all takes no comment and has no copy.
    """
    by_file: dict[str, list[tuple[str, str]]] = {}
    for fault in faults:
        if fault.file:
            by_file.setdefault(fault.file, []).append((fault.spot, fault.sentence))
    found = {}
    for file, notes in by_file.items():
        with suppress(DocumentError):
            found[Path(file).relative_to(FOLDER).as_posix()] = marking.marked(
                (root / file).read_bytes(), notes
            )
    return found
