"""Which papers of a draft will be withheld for their words, told without laying out a page."""

import html
import re
from collections.abc import Iterator

from app.documents import pdf, plain, template, twin
from app.documents.draft import Draft
from app.documents.environment import fill
from app.documents.exhibits.papers import Brought
from app.documents.filters import in_html
from app.documents.findings import Finding
from app.documents.leak_layers import Layer
from app.documents.packet import OFFICE_PAPERS, Planned
from app.documents.places import Piece

_ENDS = re.compile(r"</(?:p|h[1-3]|td|th)>|<br ?/?>")
_TAG = re.compile(r"<[^>]*>")


def final(draft: Draft) -> tuple[Finding, ...]:
    """What no attorney can lift in the words of its papers, held ones too; none while questions are open.

    The files are read once more when they are made: this looks at the same words, but not at every byte.
    """
    if not draft.interview.complete:
        return ()
    planned = sorted((*draft.plan.papers, *draft.plan.held), key=lambda paper: paper.number)
    return tuple(found for paper in planned for found in _found(draft, paper) if found.final)


def _found(draft: Draft, paper: Planned) -> Iterator[Finding]:
    if paper.document in OFFICE_PAPERS:
        return
    if paper.pdf_only:
        attached = draft.attached[paper.document]
        if isinstance(attached, Brought) and attached.pdf:
            yield from attached.found(paper, draft.guard)
        return
    source = draft.source(paper)
    context = draft.contexts.for_document(paper.spec).narrowed(template.uses(source))
    plain.check(context)
    words = _words(fill(pdf.read(twin.twin_path(source)).jinja, context, in_html))
    yield from draft.guard.in_pieces(paper, [Piece("its words", line) for line in words.splitlines()])
    yield from draft.guard.in_layers(paper, [Layer("its words", b"", words)], [source])


def _words(filled: str) -> str:
    told = html.unescape(_TAG.sub("", _ENDS.sub("\n", filled)))
    return "\n".join(line.strip() for line in told.splitlines() if line.strip())
