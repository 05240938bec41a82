"""A copy of the checkout's forms and templates with one Word template exchanged, gone when it is left."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.core.forms import FOLDER
from app.documents import incoming, twin

FOLDERS = (FOLDER, "templates")
HALF_WRITTEN = shutil.ignore_patterns("~*", ".*")
"""What Word, or an approval that is just being made, keeps beside a file."""


@contextmanager
def laid_over(root: Path, form: str, document: str, docx: bytes) -> Iterator[Path]:
    """The root of a private copy in which the document's template is this file; its twin is the old one."""
    with tempfile.TemporaryDirectory(prefix="template-") as folder:
        copy = Path(folder)
        for name in FOLDERS:
            shutil.copytree(root / name, copy / name, ignore=HALF_WRITTEN, ignore_dangling_symlinks=True)
        with_template(copy, form, document, docx)
        yield copy


def with_template(root: Path, form: str, document: str, docx: bytes) -> None:
    """Put another Word file into such a copy."""
    incoming.source(root, form, document).write_bytes(docx)


def with_twin(root: Path, form: str, document: str, html: str) -> None:
    """Put the new twin into such a copy."""
    path = twin.twin_path(incoming.source(root, form, document))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html, encoding="utf-8")
