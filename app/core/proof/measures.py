"""Numbers, days and counted lists as terms; limits are compared exactly, never as binary fractions."""

import math
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import z3

from app.core.comparing import number_of, when_of
from app.core.proof.domains import Add, Domain, Plain, Several, YesNo
from app.core.proof.terms import NO, Kleene, Term, either_way, every, no, some
from app.core.values import When

FIRST, LAST = date(1900, 1, 1).toordinal(), date(2100, 12, 31).toordinal()
"""The days a date question takes."""
_ORDER: Mapping[str, Callable[[Any, Any], Any]] = {
    "is at least": lambda left, right: left >= right,
    "is at most": lambda left, right: left <= right,
    "is more than": lambda left, right: left > right,
    "is less than": lambda left, right: left < right,
}


class Number(Plain):
    """A number of so many decimals, counted in its smallest unit."""

    exact = True

    def __init__(self, name: str, add: Add, places: int | None = 0) -> None:
        super().__init__(name, add)
        self.term = z3.Real(name) if places is None else z3.Int(name)
        self.places = places or 0
        self.scale = 10**self.places
        self.whole = places == 0

    def within(self, least: Decimal, most: Decimal) -> "Number":
        """The same, within its limits."""
        self.add(self.term >= math.ceil(Fraction(least) * self.scale))
        self.add(self.term <= math.floor(Fraction(most) * self.scale))
        return self

    @property
    def truthy(self) -> Term:
        """More or less than nothing; an answer is a text by then, and this is asked of results alone."""
        return self.term != 0

    def same(self, operand: str) -> Term:
        """The same number, however it is written."""
        wanted = number_of(operand)
        return False if wanted is None or not wanted.is_finite() else self._with("==", Fraction(wanted))

    def _with(self, order: str, limit: Fraction) -> Term:
        scaled = limit * self.scale
        if order == "==":
            if z3.is_int(self.term) and scaled.denominator != 1:
                return False
            return (
                self.term == z3.Q(scaled.numerator, scaled.denominator)
                if z3.is_real(self.term)
                else (self.term == int(scaled))
            )
        if z3.is_real(self.term):
            return _ORDER[order](self.term, z3.Q(scaled.numerator, scaled.denominator))
        rounded = math.ceil(scaled) if order in ("is at least", "is less than") else math.floor(scaled)
        return _ORDER[order](self.term, rounded)

    def numbered(self, comparison: str, operand: Any) -> Kleene:
        """Compared with a number that stands there, or another that was asked or worked out."""
        if isinstance(operand, Number):
            left, right = self.term * operand.scale, operand.term * self.scale
            return either_way(_ORDER[comparison](left, right))
        if isinstance(operand, Domain):
            other = isinstance(operand, Day | YesNo | Several | Counted)
            return NO if other else self.unclear(comparison, operand)
        wanted = number_of(operand)
        if wanted is None or not wanted.is_finite():
            return NO
        return either_way(self._with(comparison, Fraction(wanted)))

    def dated(self, comparison: str, operand: Any) -> Kleene:
        """A whole number may be read as a year."""
        return self.unclear(comparison, operand)

    def equal(self, value: Any) -> Term:
        """Whether it is this number."""
        return self._with("==", Fraction(value))

    def read(self, model: z3.ModelRef) -> Any:
        """The number: whole ones as such, others as decimals."""
        found = model.eval(self.term, model_completion=True)
        if z3.is_real(self.term):
            return None
        return Decimal(found.as_long()).scaleb(-self.places)


class Day(Plain):
    """A date as the earliest and the latest day it can mean; exact when they are one."""

    exact = True

    def __init__(self, name: str, add: Add, *, exactly: bool, plain: bool = False) -> None:
        super().__init__(name, add)
        self.first = z3.Int(f"{name} from")
        self.last = self.first if exactly else z3.Int(f"{name} to")
        self.plain = plain
        add(every([self.first >= FIRST, self.last <= LAST, True if exactly else self.first <= self.last]))

    def same(self, operand: str) -> Term:
        """The one exact day that stands there; a day of a result is never the same as words."""
        other = None if self.plain else when_of(operand, date.min)
        if other is None or not other.exact or not FIRST <= other.earliest.toordinal() <= LAST:
            return False
        return every([self.first == other.earliest.toordinal(), self.last == other.earliest.toordinal()])

    def dated(self, comparison: str, operand: Any) -> Kleene:
        """Before or after, certain only when no day it can mean says otherwise."""
        if isinstance(operand, When):
            first, last = operand.earliest.toordinal(), operand.latest.toordinal()
        elif isinstance(operand, Day):
            first, last = operand.first, operand.last
        elif isinstance(operand, Domain) and not isinstance(operand, YesNo | Several | Counted):
            return self.unclear(comparison, operand)
        else:
            return NO
        if comparison == "is before":
            return _sure(self.last < first, self.first >= last)
        return _sure(last < self.first, first >= self.last)

    def equal(self, value: Any) -> Term:
        """Whether it is this date."""
        first, last = (value.earliest, value.latest) if isinstance(value, When) else (value, value)
        return every([self.first == first.toordinal(), self.last == last.toordinal()])

    def read(self, model: z3.ModelRef) -> Any:
        """The date, as a range where it is not exact."""
        first, last = (model.eval(each, model_completion=True).as_long() for each in (self.first, self.last))
        precision: Any = "exact" if first == last else "range"
        return When(date.fromordinal(first), date.fromordinal(last), precision)


def _sure(true: Term, false: Term) -> Kleene:
    """Where one is simply the contrary of the other, nothing is uncertain."""
    folded = z3.simplify(true), z3.simplify(z3.Not(false))
    return either_way(true) if folded[0].eq(folded[1]) else Kleene(true, false)


class Counted(Plain):
    """A list with so many items."""

    def __init__(self, name: str, add: Add, count: Any) -> None:
        super().__init__(name, add)
        self.count = count

    @property
    def truthy(self) -> Term:
        """An item in it."""
        return self.holds(1)

    def holds(self, count: int) -> Term:
        """Whether it has so many items."""
        if isinstance(self.count, int):
            return self.count >= count
        return True if count <= 0 else self.count >= count


class Maybe(Domain):
    """A part of a result that may be nothing: then no comparison is true of it, and it prints nothing."""

    def __init__(self, inner: Domain, nothing: Term) -> None:
        super().__init__(inner.name, inner.add)
        self.inner, self.nothing = inner, nothing

    @property
    def truthy(self) -> Term:
        """Something, and not empty."""
        return every([no(self.nothing), self.inner.truthy])

    def compare(self, comparison: str, operands: tuple[Any, ...]) -> Kleene:
        """False of nothing."""
        return self.unless(self.inner.compare(comparison, operands))

    def unless(self, truth: Kleene) -> Kleene:
        """False while it is nothing, otherwise this."""
        true = every([no(self.nothing), truth.true])
        certain = truth.open is False
        return either_way(true) if certain else Kleene(true, some([self.nothing, truth.false]))

    def equal(self, value: Any) -> Term:
        """Whether it is this value, or nothing."""
        return self.nothing if value is None else every([no(self.nothing), self.inner.equal(value)])
