"""What keeps a draft from its clean copies, told without laying out a page."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from app.core.interview import Asked, Broken, Interview
from app.core.values import GAP_CLOSE, GAP_OPEN, Gap
from app.documents import memo_flags, pdf, plain, template, twin
from app.documents.draft import Draft
from app.documents.environment import fill
from app.documents.exhibits.papers import to_bring
from app.documents.filters import in_html
from app.documents.memo_flag import MemoFlag
from app.documents.official.papers import Official
from app.documents.packet import OFFICE_PAPERS, Planned
from app.documents.plain_values import mark

Origin = Literal["answer", "result", "office"]
"""Where a gap would be closed: in an answer, in those a result is worked out from, in the office profile."""
Printed = Mapping[str, tuple[str, ...]]
"""The titles of the papers in which each gap's label stands."""
_MARKED = re.compile(f"{GAP_OPEN}(.*?){GAP_CLOSE}", re.DOTALL)
_CONFIRM = "to be confirmed: "


@dataclass(frozen=True)
class OpenLabel:
    """A gap by the label it prints: its first question if an answer is open, and the papers that print it."""

    label: str
    origin: Origin
    asked: Asked | None = None
    titles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Obstacles:
    """Everything that must be settled before an attorney can approve; gaps may be ruled instead."""

    missing: tuple[Asked, ...] = ()
    broken: tuple[Broken, ...] = ()
    undecided: tuple[Asked, ...] = ()
    must_fix: tuple[MemoFlag, ...] = ()
    gaps: tuple[OpenLabel, ...] = ()
    held: tuple[Planned, ...] = ()
    """Papers a gate holds back: no obstacle, but they stay out of the clean copies."""
    nothing: bool = False
    """Whether there is no paper at all to approve."""

    @property
    def settled(self) -> bool:
        """Whether nothing but gaps stands in the way."""
        return not (self.missing or self.broken or self.undecided or self.must_fix or self.nothing)

    def open_gaps(self, ruled: frozenset[str]) -> tuple[OpenLabel, ...]:
        """The gaps that nobody has turned into a rule to fill by hand."""
        return tuple(gap for gap in self.gaps if gap.label not in ruled)


def obstacles(draft: Draft, labels: Printed | None = None) -> Obstacles:
    """What stands in the way of clean copies; `labels` is what `printed` found, if that was done already."""
    interview = draft.interview
    flags = [*memo_flags.lasting(interview, draft.contexts.attorney), *_without_file(draft)]
    return Obstacles(
        interview.missing,
        interview.broken,
        tuple(asked for asked in interview.gaps if asked.value == Gap("undecided")),
        tuple(flag for flag in dict.fromkeys(flags) if flag.level == "must fix"),
        tuple(_gaps(draft, printed(draft) if labels is None else labels)),
        draft.plan.held,
        nothing=not papers(draft),
    )


def _without_file(draft: Draft) -> Iterator[MemoFlag]:
    if say := to_bring(draft.interview, draft.files):
        yield MemoFlag("must fix", say)


def papers(draft: Draft) -> tuple[Planned, ...]:
    """The papers a clean packet holds: every one but held ones, the memo and the safety note."""
    return tuple(paper for paper in draft.plan.papers if paper.document not in OFFICE_PAPERS)


def printed(draft: Draft) -> dict[str, tuple[str, ...]]:
    """The gaps' labels that stand in papers, each with their titles; none while questions are open.

    Templates are filled for it, so the product has it done where papers are made. Raises DocumentError.
    """
    found: dict[str, dict[str, None]] = {}
    for paper in papers(draft) if draft.interview.complete else ():
        if paper.pdf_only:
            for label in _of_official(draft, paper):
                found.setdefault(label, {})[paper.title] = None
            continue
        source = draft.source(paper)
        context = draft.contexts.for_document(paper.spec).narrowed(template.uses(source))
        plain.check(context)
        filled = fill(pdf.read(twin.twin_path(source)).jinja, context, in_html)
        for marked in _MARKED.findall(filled):
            found.setdefault(html.unescape(marked).removeprefix(_CONFIRM), {})[paper.title] = None
    return {label: tuple(titles) for label, titles in found.items()}


def _of_official(draft: Draft, paper: Planned) -> tuple[str, ...]:
    attached = draft.attached[paper.document]
    context = draft.contexts.for_document(paper.spec)
    return attached.labels(context) if isinstance(attached, Official) else ()


def _gaps(draft: Draft, labels: Printed) -> Iterator[OpenLabel]:
    open_ones: dict[str, Asked] = {}
    for asked in draft.interview.gaps:
        open_ones.setdefault(_label(mark(asked.question.short)), asked)
    undecided = {label for label, asked in open_ones.items() if asked.value == Gap("undecided")}
    for label in dict.fromkeys((*labels, *open_ones)):
        if label not in undecided:
            asked_first = open_ones.get(label)
            origin = "answer" if asked_first else _origin(draft.interview, label)
            yield OpenLabel(label, origin, asked_first, labels.get(label, ()))


def _origin(interview: Interview, label: str) -> Origin:
    results = {_label(mark(fact.means)) for fact in interview.form.facts.values()}
    return "result" if label in results else "office"


def _label(marked: str) -> str:
    return marked.strip(GAP_OPEN + GAP_CLOSE).removeprefix(_CONFIRM)
