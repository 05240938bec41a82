"""What the papers say while a choice of the attorney is open: found by trying each alternative."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.core.answers import Given
from app.core.interview import Asked
from app.core.values import Gap, Value
from app.documents import template
from app.documents.draft import Draft
from app.documents.packet import OFFICE_PAPERS
from app.documents.syntax import Use

Printed = dict[str, dict[str, object]]
"""What each paper of a draft is filled with, by its title."""


@dataclass(frozen=True)
class Meanwhile:
    """The alternatives the papers already read as, and the titles of the papers that some of them change."""

    alike: tuple[str, ...]
    changed: tuple[str, ...]


def found(draft: Draft) -> dict[str, Meanwhile]:
    """For each undecided choice among alternatives, by the name of its question."""
    waiting = [
        asked for asked in draft.interview.gaps if asked.value == Gap("undecided") and asked.item is None
    ]
    uses: dict[str, list[Use]] = {}
    now = _printed(draft, uses) if waiting else {}
    tried = {asked.question.name: list(_tried(draft, asked, uses)) for asked in waiting}
    return {name: _compared(now, each) for name, each in tried.items() if each}


def alternatives(asked: Asked) -> list[tuple[str, Value]]:
    """Words and value of each alternative; none for what is not chosen among some."""
    question = asked.question
    if question.kind_name == "yes or no":
        return [("Yes", True), ("No", False)]
    several = question.kind_name == "choose any"
    return [(words, (key,) if several else key) for key, words in question.choices.items()]


def _tried(draft: Draft, asked: Asked, uses: dict[str, list[Use]]) -> Iterator[tuple[str, Printed]]:
    for words, value in alternatives(asked):
        answers = draft.interview.answers.put(asked.question.name, Given(value))
        yield words, _printed(replace(draft, answers=answers), uses)


def _printed(draft: Draft, uses: dict[str, list[Use]]) -> Printed:
    printed = {}
    for paper in (*draft.plan.papers, *draft.plan.held):
        if paper.document not in OFFICE_PAPERS and not paper.pdf_only:
            if paper.document not in uses:
                uses[paper.document] = template.uses(draft.source(paper))
            context = draft.contexts.for_document(paper.spec)
            printed[paper.title] = context.narrowed(uses[paper.document])
    return printed


def _compared(now: Printed, tried: list[tuple[str, Printed]]) -> Meanwhile:
    alike = tuple(words for words, printed in tried if printed == now)
    titles = dict.fromkeys(title for _, printed in tried for title in (*now, *printed))
    first = tried[0][1]
    changed = [
        title for title in titles if any(printed.get(title) != first.get(title) for _, printed in tried)
    ]
    return Meanwhile(alike, tuple(changed))
