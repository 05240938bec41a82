"""What calculations make of the answers, as lines an attorney can compare: results and their alternatives."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from app.core.evaluation import FactValue
from app.core.interview import Interview
from app.core.questionnaire import Fact
from app.law.figure_words import FIGURE_WORDS


@dataclass(frozen=True)
class Figure:
    """One sum: what it is, what it comes to, and where it stands."""

    label: str
    text: str
    total: str = ""
    citation: str = ""


@dataclass(frozen=True)
class Figures:
    """What one fact of a form comes to, or the sentence that says why it cannot be worked out."""

    means: str
    reason: str
    lines: tuple[Figure, ...] = ()
    alternatives: tuple[Figure, ...] = ()


def of(now: Interview) -> list[Figures]:
    """Every calculated fact that comes to a figure, or that a gap stands in the way of."""
    return [found for fact in now.form.facts.values() if (found := _figures(now, fact))]


def _figures(now: Interview, fact: Fact) -> Figures | None:
    value = None if fact.of or fact.calculation is None else now.facts.get(fact.name)
    if value is None:
        return None
    lines, alternatives = tuple(_lines(value)), tuple(_alternatives(value))
    reason = value.gap.reason if value.gap else ""
    return Figures(fact.means, reason, lines, alternatives) if lines or alternatives or reason else None


def _lines(value: FactValue) -> Iterator[Figure]:
    """Each number of a result that comes with its printed form, unless it is nothing."""
    result = value.result
    for each in fields(result) if is_dataclass(result) else ():
        number: Any = getattr(result, each.name)
        text = getattr(result, f"{each.name}_text", "")
        if isinstance(text, str) and text and number:
            yield Figure(FIGURE_WORDS[each.name], text)


def _alternatives(value: FactValue) -> Iterator[Figure]:
    for each in getattr(value.result, "alternatives", ()):
        yield Figure(each.label, each.unpaid_text, each.total_text, each.citation)
