"""What a changed Word template changes in the words of a paper: word by word, as taken out and put in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from app.documents import reading, template, word
from app.documents.draft import Draft
from app.documents.packet import OFFICE_PAPERS, Planned
from app.documents.paper import check_reach

Kind: TypeAlias = Literal["same", "out", "in"]
Piece: TypeAlias = tuple[Kind, str]
"""Words that stayed, were taken out, or were put in."""
Passage: TypeAlias = tuple[Piece, ...]
"""One place of a paper that changed, with some words around it."""
Paper: TypeAlias = tuple[str, str]
"""The title of a paper and its words, a paragraph or row a line."""

AROUND = 8
"""Words shown before and after a change."""


@dataclass(frozen=True)
class Changed:
    """A paper whose words changed; one that is new or gone changed wholly."""

    title: str
    passages: tuple[Passage, ...]


def words(draft: Draft, document: str) -> tuple[Paper, ...]:
    """The papers that a document makes of a draft, held back or not; raises DocumentError."""
    planned = (*draft.plan.papers, *draft.plan.held)
    return tuple(
        (paper.title, _words(draft, paper))
        for paper in planned
        if paper.spec.template == document and paper.document not in OFFICE_PAPERS and not paper.pdf_only
    )


def changed(draft: Draft, document: str, before: Sequence[Paper]) -> tuple[Changed, ...]:
    """The papers of a draft that say something else than before; none when all say the same."""
    after = words(draft, document)
    known, found = dict(before), dict(after)
    both = [(title, known.get(title, ""), found.get(title, "")) for title in dict([*before, *after])]
    return tuple(Changed(title, passages(old, new)) for title, old, new in both if old != new)


def passages(before: str, after: str) -> tuple[Passage, ...]:
    """The places where two texts differ, each paragraph compared word by word."""
    old, new = before.splitlines(), after.splitlines()
    found = []
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what != "equal":
            lead = old[a - 1].split()[-AROUND:] if what != "replace" and a else []
            found += [_shown(part) for part in _parted([*_same(lead), *_compared(old[a:b], new[c:d])])]
    return tuple(found)


def _words(draft: Draft, paper: Planned) -> str:
    path, context = draft.source(paper), draft.contexts.for_document(paper.spec)
    check_reach(path, paper, context)
    data = context.narrowed(template.uses(path))
    made = word.render(path, data, title=paper.title)
    return reading.words_of_docx(made).replace("\u00a0", " ")


def _compared(old: Iterable[str], new: Iterable[str]) -> Iterator[tuple[Kind, Sequence[str]]]:
    taken, put = " ¶ ".join(old).split(), " ¶ ".join(new).split()
    for what, a, b, c, d in SequenceMatcher(None, taken, put, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", taken[a:b]
            continue
        if b > a:
            yield "out", taken[a:b]
        if d > c:
            yield "in", put[c:d]


def _same(lead: Sequence[str]) -> list[tuple[Kind, Sequence[str]]]:
    return [("same", lead)] if lead else []


def _parted(
    runs: Iterable[tuple[Kind, Sequence[str]]],
) -> Iterator[list[tuple[Kind, Sequence[str]]]]:
    """The runs of a paragraph, parted where much between two changes stayed as it was."""
    part: list[tuple[Kind, Sequence[str]]] = []
    for kind, run in runs:
        long = kind == "same" and len(run) > 2 * AROUND
        if long and any(each != "same" for each, _ in part):
            yield [*part, ("same", [*run[:AROUND], "…"])]
            part = []
        part.append((kind, ["…", *run[-AROUND:]] if long else run))
    if any(kind != "same" for kind, _ in part):
        yield part


def _shown(runs: Iterable[tuple[Kind, Sequence[str]]]) -> Passage:
    return tuple((kind, " ".join(run)) for kind, run in runs)
