"""A paper beside the questions while they are answered: the twin's body, each value led to its question."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

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

# Noncharacters, which no answer holds: around the number of a source and the value printed from it.
_VALUE, _BEGINS, _ENDS = "\ufded", "\ufdee", "\ufdef"
_TRACED = re.compile(f"{_VALUE}(\\d+){_BEGINS}(.*?){_ENDS}", re.DOTALL)


@dataclass(frozen=True)
class Traced:
    """A paper's body with every value that has a question marked; may be made in another process."""

    text: str = field(repr=False)
    sources: tuple[Source, ...]

    def wrapped(self, wrap: Wrap) -> Markup:
        """The body with each marked value as `wrap` has it."""
        return Markup(
            _TRACED.sub(lambda found: wrap(Markup(found[2]), self.sources[int(found[1])]), self.text)
        )


def traced(draft: Draft, document: str) -> Traced:
    """The paper's body with its values marked by their sources; raises NoSuchPaper."""
    sources: dict[Source, int] = {}

    def note(printed: Markup, source: Source) -> Markup:
        number = sources.setdefault(source, len(sources))
        return Markup(f"{_VALUE}{number}{_BEGINS}{printed}{_ENDS}")

    return Traced(str(body(draft, document, note)), tuple(sources))


def body(draft: Draft, document: str, wrap: Wrap | None = None) -> Markup:
    """The paper's body as HTML, open questions as marked blanks, gates ignored; raises NoSuchPaper."""
    spec = draft.interview.paper(document)
    if spec is None:
        raise NoSuchPaper("This form has no such paper.")
    paper = Planned(spec, 0, spec.title)
    traces = Traces()
    held = frozenset(paper.document for paper in draft.plan.held)
    contexts = Contexts(
        draft.interview, draft.office, preview=True, traces=traces, held=held, redaction=draft.redaction
    )
    context = contexts.for_document(spec)
    source = draft.source(paper)
    check_reach(source, paper, context)

    def finalize(value: object) -> Markup:
        printed, found = in_html(value), traces.source(value)
        return wrap(printed, found) if wrap and found and printed else printed

    return pdf.body(twin.twin_path(source), context.narrowed(template.uses(source)), finalize=finalize)
