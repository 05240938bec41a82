"""The papers of one folder as one PDF, to print or file at once; never of two audiences or ways of filing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.expansion import CLOSED
from app.core.places import Place
from app.core.questionnaire import FOLDERS, Audience, DocumentSpec, Filing
from app.core.reach import opens_vault
from app.documents import packet, pdf
from app.documents.draft import Draft
from app.documents.packet import Planned
from app.documents.paper import Made
from app.documents.refusals import Withheld

_JOINED: tuple[Filing, ...] = ("public", "confidential")
DOCUMENT = "all_papers"
"""What stands in the place of a document's name where such a file is spoken of."""


@dataclass(frozen=True)
class Together:
    """All papers of one audience: where the file stands, its bytes and pages, the documents in it."""

    paper: Planned
    pdf: bytes
    pages: int
    documents: tuple[str, ...]


def of(draft: Draft, papers: Sequence[Made]) -> Iterator[Together]:
    """One for every folder with two papers or more, guarded like each of them; raises Withheld.

    ValueError when the pages of one have been let go of.
    """
    for audience, filing in [(each, filing) for each in FOLDERS for filing in _JOINED]:
        own = [made for made in papers if _kind(made.paper) == (audience, filing)]
        if len(own) > 1:
            whole = _together(_planned(draft, audience, filing, own), own)
            sources = [draft.source(made.paper) for made in own]
            redacted = all(made.paper.spec.twins for made in own)
            found = draft.guard.search_joined(whole.paper, whole.pdf, sources, redacted=redacted)
            if found:
                raise Withheld(whole.paper.title, found)
            yield whole


def _kind(paper: Planned) -> tuple[Audience, Filing] | None:
    """With which papers it may be joined; the court's closed sheet and finished PDFs with none."""
    if paper.pdf_only or opens_vault(paper.spec):
        return None
    return paper.audience, "public" if paper.spec.filing == "public" else "confidential"


def _together(paper: Planned, own: Sequence[Made]) -> Together:
    parts = [(made.paper.title, made.laid) for made in own if made.laid is not None]
    if len(parts) < len(own):
        raise ValueError(f"Not all pages of “{paper.title}” are there any more.")
    data = pdf.joined(parts, title=paper.title)
    return Together(paper, data, sum(made.pages for made in own), tuple(each.paper.document for each in own))


def _planned(draft: Draft, audience: Audience, filing: Filing, own: Sequence[Made]) -> Planned:
    """It stands before the folder's first paper, and may show what any of them may."""
    closed = filing != "public"
    title = f"All papers, {audience}{CLOSED if closed else ''}"
    name = packet.file_name(draft.office.file_names, 0, title, draft.matter_number)
    reveals = tuple(each for made in own for each in made.paper.spec.reveals)
    document = f"{DOCUMENT}_confidential" if closed else DOCUMENT
    spec = DocumentSpec(
        document, title, audience, Place("the packet"), reveals=reveals, filing=filing,
        twins=any(made.paper.spec.twins for made in own),
    )  # fmt: skip
    return Planned(spec, 0, name)
