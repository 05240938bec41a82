"""The values of each question that a form's conditions can tell apart, as the comparisons themselves say."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import combinations

from app.core.comparing import compare, when_of
from app.core.conditions import Condition, Test, tests
from app.core.kinds import Raw, Refused
from app.core.kinds.date_text import written
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap, Value, When

NUMERIC = ("number", "money", "year", "hours")
NAMES: tuple[Raw, ...] = (
    {"last": "Oak"},
    {"first": "Ann"},
    {"first": "Ann", "last": "Oak"},
    {"middle": "B", "last": "Oak"},
    {"first": "Ann", "middle": "B"},
)
Literals = tuple[Test, ...]


@dataclass(frozen=True)
class Values:
    """What is worth answering in one form on one day."""

    form: Form
    today: date

    @cached_property
    def tests(self) -> tuple[Test, ...]:
        """Every sentence of every condition of the form."""
        return tuple(test for condition in conditions(self.form) for test in tests(condition))

    @cached_property
    def names(self) -> frozenset[str]:
        """What the form calls its questions."""
        return frozenset(question.name for question in self.form.questions())

    def of(self, question: Question) -> list[Value]:
        """One value of every class that some condition tells apart, a gap and a blank where allowed."""
        group = self._compared(question.name)
        about = [test for test in self.tests if test.name.partition(".")[0] in group]
        related = sum(self._relates(test, test.name) for test in about)
        literal = tuple(test for test in about if not self._relates(test, test.name))
        literal += tuple(side for test in literal for side in _sides(test)) if related else ()
        # Every choice must be kept, and templates ask for a yes and for parts of names.
        read = list(self._read(question))
        whole = question.choices or question.kind_name in ("name", "yes or no")
        found = read if whole else _distinct(iter(read), literal, related + 1, self.today)
        found += [Gap("undecided")] if question.by_attorney else []
        found += [Gap("not known")] if question.unsure and not question.by_attorney else []
        return [*found, *([Blank()] if question.may_be_blank else [])]

    def _compared(self, name: str) -> set[str]:
        """The name with every other that it is compared with, directly or through others."""
        group, before = {name}, set[str]()
        while group != before:
            before = set(group)
            for test in self.tests:
                pair = {test.name, *(each for each in test.operands if each in self.names)}
                group |= pair if len(pair) > 1 and pair & group else set()
        return group

    def _relates(self, test: Test, name: str) -> bool:
        compared = [operand for operand in test.operands if operand in self.names]
        return bool(compared) and name in (test.name, *compared)

    def _read(self, question: Question) -> Iterator[Value]:
        for raw in self._raw(question):
            try:
                yield question.kind.read(raw, question.settings)
            except Refused:
                continue

    def _raw(self, question: Question) -> Iterator[Raw]:
        said = [operand for test in self.tests for operand in test.operands]
        kind, choices = question.kind_name, list(question.choices)
        several = (list(some) for many in range(len(choices)) for some in combinations(choices, many + 1))
        ways: Mapping[str, Iterable[Raw]] = {
            "yes or no": ("yes", "no"),
            "choose one": choices,
            "choose any": several,
            "date": self._days(question),
            "name": NAMES,
            "county": ("Adair", *(each for each in said if each.istitle())),
            **dict.fromkeys(NUMERIC, _numbers(said, kind)),
        }
        return iter(ways.get(kind, ("some words", *said)))

    def _days(self, question: Question) -> Iterator[str]:
        """Days before, on and after every day compared with; then, unless exact, all spans of them."""
        limits = sorted({day for test in self.tests if (day := self._limit(test))})
        spread = [day + timedelta(step) for day in limits for step in (-2, -1, 0, 1, 2)]
        points = sorted(set(spread)) or [date(2026, 1, day) for day in (1, 6, 10)]
        yield from (written(When(day, day)) for day in points)
        for first, last in combinations(points, 2) if not question.exact else ():
            yield written(When(first, last, "range"))

    def _limit(self, test: Test) -> date | None:
        """The day a sentence compares with."""
        operand = test.operands[0] if test.operands else ""
        if test.comparison.endswith(" ago"):
            count, unit = operand.split()
            return self.today - timedelta(int(count)) if unit.startswith("day") else self._years(int(count))
        dated = test.comparison in ("is before", "is after", "is") and (operand == "today" or "-" in operand)
        found = when_of(operand, self.today) if dated else None
        return found.earliest if found else None

    def _years(self, count: int) -> date:
        return self.today.replace(year=self.today.year - count)


def _numbers(said: list[str], kind: str) -> Iterator[str]:
    limits = sorted({int(each) for each in said if each.isdigit()})
    near = [limit for limit in limits if (limit > 1900) is (kind == "year")] or [
        2000 if kind == "year" else 10
    ]
    yield from map(str, sorted({limit + step for limit in near for step in (-3, -2, -1, 0, 1, 2, 3)}))


def _distinct(values: Iterator[Value], literal: Literals, enough: int, today: date) -> list[Value]:
    """As many values of each class as comparisons of two names need to be less, alike and more."""
    classes: dict[tuple[object, ...], list[Value]] = {}
    for value in values:
        span = isinstance(value, When) and enough > 1 and not value.exact
        key = (
            span,
            *(compare(test.name, _plain(test), value, test.operands, today).value for test in literal),
        )
        known = classes.setdefault(key, [])
        if value not in known and len(known) < enough + span * 3:
            known.append(value)
    return [value for known in classes.values() for value in known]


def _sides(test: Test) -> Iterator[Test]:
    """Whether a value lies on either side of what is compared with: another name may lie there too."""
    if test.operands and not test.comparison.endswith(" ago"):
        ways = ("is before", "is after") if "-" in test.operands[0] else ("is less than", "is more than")
        yield from (replace(test, comparison=way) for way in ways)


def _plain(test: Test) -> str:
    return {"is not": "is", "is answered": "includes", "is a gap": "includes"}.get(
        test.comparison, test.comparison
    )


def conditions(form: Form) -> Iterator[Condition]:
    """Every condition of a form."""
    holders = [
        *form.sections,
        *form.questions(),
        *form.facts.values(),
        *form.flags,
        *form.gates,
        *form.documents,
    ]
    yield from (each.when for each in holders if each.when is not None)
    yield from (must.that for question in form.questions() for must in question.must)
