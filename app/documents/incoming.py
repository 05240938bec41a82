"""A Word template that somebody brings, looked at before anything else reads it; to be done in the box."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.documents import blocks, contents, marking, package, template, twin
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from app.documents.syntax import Use
from app.documents.template import TemplateMistakes


class NotTaken(DocumentError):
    """A file may not be a Word template whatever it says; nothing of it was kept."""


@dataclass(frozen=True)
class Incoming:
    """What a file gives: its HTML twin and the names it reads, both empty while a mistake keeps them back."""

    html: str = field(default="", repr=False)
    uses: tuple[Use, ...] = ()


def source(root: Path, form: str, document: str) -> Path:
    """Where the Word template of a form's document stands."""
    return root / "templates" / "docx" / form / f"{document}.docx"


def let_in(draft: Draft, document: str) -> bytes:
    """The file that stands in the draft's root as this document, with the shared styles and blocks of today.

    Word writes a file's styles anew whenever it saves. Raises NotTaken for what is no Word file, and for
    whatever a template may not hold: macros, links, pictures.
    """
    path = source(draft.root, draft.form.name, document)
    try:
        wrong = next(contents.faults(package.unpack(path.read_bytes())), "")
        if wrong:
            raise NotTaken(f"This file was not taken: {wrong}")
        return blocks.up_to_date(path, draft.root / "templates/docx/_blocks")
    except NotTaken:
        raise
    except DocumentError as fault:
        raise NotTaken(f"This file was not taken. {fault}") from fault


def read(draft: Draft, document: str) -> Incoming:
    """What a file gives that was let in; nothing while a mistake keeps its twin back."""
    path = source(draft.root, draft.form.name, document)
    try:
        return Incoming(twin.twin_of(path), tuple(template.uses(path)))
    except TemplateMistakes:
        return Incoming()


def marked(draft: Draft, data: bytes, notes: Sequence[tuple[str, str]]) -> bytes:
    """A file that was let in, with a comment for each (spot, sentence)."""
    return marking.marked(data, notes)
