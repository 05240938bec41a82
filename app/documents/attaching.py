"""Which papers of a draft are a finished PDF, where they come from, and how they are read before they go."""

from collections.abc import Sequence, Set
from pathlib import Path

from app.core.interview import Interview
from app.core.office import Office
from app.documents.attached import Attached
from app.documents.context import Contexts
from app.documents.exhibits import papers as exhibits
from app.documents.exhibits import words
from app.documents.exhibits.file import File
from app.documents.exhibits.listed import INDEX
from app.documents.exhibits.papers import Brought
from app.documents.findings import Finding
from app.documents.guard import Guard
from app.documents.layouts import Copy
from app.documents.official import papers
from app.documents.official.errors import NotFilled
from app.documents.official.papers import Official
from app.documents.packet import Planned
from app.documents.paper import Made


def of(root: Path, interview: Interview, office: Office, files: Sequence[File]) -> list[Attached]:
    """Every attached paper of a draft in filing order; `root` holds the templates."""
    return [*papers.due(root, interview), *exhibits.of(root, interview, files)]


def made(
    paper: Planned,
    attached: Attached,
    guard: Guard,
    contexts: Contexts,
    copy: Copy = "review",
    ruled: Set[str] = frozenset(),
    layouts: Path | None = None,
) -> Made:
    """The paper of an attached PDF, its text and bytes searched like those of any other paper.

    An official form is filled for it: raises OpenGap or NameMissing; one not filled is withheld.
    """
    if isinstance(attached, Brought):
        return attached.made(paper, guard, copy)
    if not isinstance(attached, Official):
        return _read(paper, attached.pdf, attached.pages, guard)
    try:
        filled = attached.filled(contexts.for_document(paper.spec), copy, ruled, layouts)
    except NotFilled as fault:
        return Made(paper, b"", b"", 0, findings=(papers.finding(paper, fault),))
    return _read(paper, filled.data, filled.pages, guard, (attached.source,), filled.marks)


def missing(paper: Planned, interview: Interview, files: Sequence[File]) -> tuple[Finding, ...]:
    """What must be fixed about the index of exhibits: it lists one that has no file."""
    say = exhibits.to_bring(interview, files) if paper.document == INDEX.name else ""
    if not say:
        return ()
    return (Finding("must fix", "exhibit", paper.document, paper.title, "the list", "", say),)


def _read(
    paper: Planned,
    pdf: bytes,
    pages: int,
    guard: Guard,
    sources: Sequence[Path] = (),
    marks: tuple[str, ...] = (),
) -> Made:
    found = (*guard.in_pieces(paper, words.pieces(pdf)), *guard.search_joined(paper, pdf, sources))
    return Made(paper, b"", pdf, pages, marks, found)
