"""A paper beside the questions while they are answered: the twin's body, each value led to its question."""

from collections.abc import Callable

from markupsafe import Markup

from app.documents import pdf, template, twin
from app.documents.context import Contexts
from app.documents.draft import Draft
from app.documents.filters import in_html
from app.documents.packet import Planned
from app.documents.paper import check_reach
from app.documents.refusals import NoSuchPaper
from app.documents.traces import Source, Traces

Wrap = Callable[[Markup, Source], Markup]
"""Gets a printed value and its question, and gives the HTML that stands for it in the page."""


def body(draft: Draft, document: str, wrap: Wrap | None = None) -> Markup:
    """The paper's body as HTML, open questions as marked blanks, gates ignored; raises NoSuchPaper."""
    spec = draft.form.document(document)
    if spec is None:
        raise NoSuchPaper("This form has no such paper.")
    paper = Planned(spec, 0, spec.title)
    traces = Traces()
    held = frozenset(paper.document for paper in draft.plan.held)
    contexts = Contexts(draft.interview, draft.office, preview=True, traces=traces, held=held)
    context = contexts.for_document(spec)
    source = draft.source(paper)
    check_reach(source, paper, context)

    def finalize(value: object) -> Markup:
        printed, found = in_html(value), traces.source(value)
        return wrap(printed, found) if wrap and found and printed else printed

    return pdf.body(twin.twin_path(source), context.narrowed(template.uses(source)), finalize=finalize)
