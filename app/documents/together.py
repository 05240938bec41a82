"""The papers of one folder as one PDF, for printing or filing at once; never papers of two audiences."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.places import Place
from app.core.questionnaire import FOLDERS, Audience, DocumentSpec
from app.documents import packet, pdf
from app.documents.draft import Draft
from app.documents.packet import Planned
from app.documents.paper import Made
from app.documents.refusals import Withheld

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
    for audience in FOLDERS:
        own = [made for made in papers if made.paper.audience == audience and not made.paper.pdf_only]
        if len(own) > 1:
            whole = _together(_planned(draft, audience, own), own)
            sources = [draft.source(made.paper) for made in own]
            if found := draft.guard.search_joined(whole.paper, whole.pdf, sources):
                raise Withheld(whole.paper.title, found)
            yield whole


def _together(paper: Planned, own: Sequence[Made]) -> Together:
    parts = [(made.paper.title, made.laid) for made in own if made.laid is not None]
    if len(parts) < len(own):
        raise ValueError(f"Not all pages of “{paper.title}” are there any more.")
    data = pdf.joined(parts, title=paper.title)
    return Together(paper, data, sum(made.pages for made in own), tuple(each.paper.document for each in own))


def _planned(draft: Draft, audience: Audience, own: Sequence[Made]) -> Planned:
    """It stands before the folder's first paper, and may show what any of them may."""
    title = f"All papers, {audience}"
    name = packet.file_name(draft.office.file_names, 0, title, draft.matter_number)
    reveals = tuple(each for made in own for each in made.paper.spec.reveals)
    return Planned(DocumentSpec(DOCUMENT, title, audience, Place("the packet"), reveals=reveals), 0, name)
