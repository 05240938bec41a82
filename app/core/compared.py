"""Whether a condition compares with something that can be answered: choices, yes or no, numbers and dates."""

import types
import typing
from collections.abc import Callable, Iterator
from datetime import date

from app.core.comparing import ago, number_of, when_of
from app.core.conditions import Test
from app.core.places import Mistake
from app.core.questionnaire import Fact, Question
from app.core.shape import nearest

FITS: dict[str, tuple[str, ...]] = {
    "yes or no": ("is", "is not"),
    "choose one": ("is", "is not", "is one of"),
    "choose any": ("includes", "includes any of"),
    "date": ("is", "is before", "is after", "is less than … ago", "is more than … ago"),
    "list": ("has at least",),
}
NUMERIC = ("is", "is not", "is at least", "is at most", "is more than", "is less than")
ALWAYS = ("is answered", "is a gap")
WORDS = ("is", "is not", "is one of")
NUMBERS = ("number", "money", "hours", "year")
ORDERED = ("is before", "is after", "is at least", "is at most", "is more than", "is less than")
"""Comparisons that may be made with another name."""
_EARLY = date(1900, 1, 1)
"""A day before any on which a form is read."""


def of_question(test: Test, question: Question, knows: Callable[[str], bool]) -> Iterator[Mistake]:
    """What is wrong with how a condition compares an answer; `knows` tells the names of the form."""
    kind = question.kind_name
    allowed = (*ALWAYS, *FITS.get(kind, NUMERIC if kind in NUMBERS else WORDS))
    if test.comparison not in allowed:
        sentence = f"`{question.name}` is a {kind} question; compare it with {', '.join(allowed)}."
        yield Mistake(test.place, sentence, "value")
    elif kind == "yes or no" or question.choices:
        yield from _among(test, question.name, ["yes", "no"] if not question.choices else question.choices)
    elif kind in NUMBERS or kind == "date":
        yield from _readable(test, "date" if kind == "date" else "number", knows)


def of_fact(test: Test, fact: Fact, knows: Callable[[str], bool]) -> Iterator[Mistake]:
    """The same for a fact, or a field of its result."""
    field = test.name.partition(".")[2]
    found = _type(fact, field) if fact.calculation else bool
    if found is bool and test.comparison not in (*ALWAYS, "is", "is not"):
        sentence = f"`{test.name}` is yes or no; write `{test.name} is yes` or `{test.name} is no`."
        yield Mistake(test.place, sentence, "value")
    elif found is bool:
        yield from _among(test, test.name, ["yes", "no"])
    elif test.comparison in ORDERED:
        dated = test.comparison in ("is before", "is after")
        yield from _readable(test, "date" if dated else "number", knows)


def _among(test: Test, name: str, choices: typing.Iterable[str]) -> Iterator[Mistake]:
    known = list(choices)
    for operand in test.operands:
        if operand not in known:
            hint = nearest(operand, known) or f"; they are: {', '.join(known)}"
            yield Mistake(test.place, f"“{operand}” is not one of the answers to `{name}`{hint}.", "value")


def _readable(test: Test, what: str, knows: Callable[[str], bool]) -> Iterator[Mistake]:
    """An operand that is neither such a value nor, where that is possible, a name of the form."""
    if test.comparison.endswith(" ago"):
        yield from _within_the_calendar(test)
        return
    for operand in test.operands:
        value = when_of(operand, date.min) if what == "date" else number_of(operand)
        if value is None and not (test.comparison in ORDERED and knows(operand)):
            sentence = f"“{operand[:60]}” is no {what} and no name of this form; compare with one of these."
            yield Mistake(test.place, sentence, "value")


def _within_the_calendar(test: Test) -> Iterator[Mistake]:
    for operand in test.operands:
        try:
            ago(operand, _EARLY)
        except (ValueError, OverflowError):
            sentence = f"“{operand[:40]}” goes back beyond the calendar; write a shorter time."
            yield Mistake(test.place, sentence, "value")


def _type(fact: Fact, field: str) -> object:
    """The declared type of a field of a result, without a None beside it; None when it is not plain."""
    if fact.calculation is None or not field:
        return None
    result = fact.calculation.result
    own = getattr(result, field, None)
    if isinstance(own, property) and own.fget is not None:
        hint = typing.get_type_hints(own.fget).get("return")
    else:
        hint = typing.get_type_hints(result).get(field)
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        parts = [each for each in typing.get_args(hint) if each is not type(None)]
        return parts[0] if len(parts) == 1 else None
    return hint
