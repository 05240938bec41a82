"""Which Word templates a command is about: those named, or all there are."""

from collections.abc import Sequence
from pathlib import Path

from app.commands import stage
from app.commands.saying import not_done

FOLDER = Path("templates/docx")
KEPT = ("_blocks",)
"""Folders whose files are parts of templates, not templates."""


def chosen(named: Sequence[Path]) -> list[Path]:
    """The templates named, or every one of the checkout; raises NotDone for names that are none."""
    wrong = [
        f"{path}: this is not a Word template (.docx) that can be read."
        for path in named
        if not _is_one(path)
    ]
    if wrong:
        raise not_done(wrong)
    return list(named) or every(stage.root())


def every(root: Path) -> list[Path]:
    """Every Word template below a root, without the base document and the blocks."""
    found = (path for path in (root / FOLDER).rglob("*.docx") if not path.name.startswith(("_", "~", ".")))
    return sorted(path for path in found if not set(KEPT) & set(path.relative_to(root).parts))


def _is_one(path: Path) -> bool:
    return path.suffix.lower() == ".docx" and path.is_file()
