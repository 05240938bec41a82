"""Which papers of a draft are a finished PDF, where they come from, and how they are read before they go."""

from collections.abc import Sequence
from pathlib import Path

from app.core.interview import Interview
from app.core.office import Office
from app.documents.attached import Attached
from app.documents.exhibits import words
from app.documents.exhibits.file import File
from app.documents.guard import Guard
from app.documents.packet import Planned
from app.documents.paper import Made


def of(root: Path, interview: Interview, office: Office, files: Sequence[File]) -> list[Attached]:
    """Every attached paper of a draft in filing order; `root` holds the templates."""
    return []


def made(paper: Planned, attached: Attached, guard: Guard) -> Made:
    """The paper of an attached PDF, its text and bytes searched like those of any other paper."""
    found = (
        *guard.in_pieces(paper, words.pieces(attached.pdf)),
        *guard.search_joined(paper, attached.pdf, ()),
    )
    return Made(paper, b"", attached.pdf, attached.pages, findings=found)
