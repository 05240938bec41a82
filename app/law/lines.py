"""Formulas F1 to F3: what one workweek requires on one track, exact until the shortfall is rounded once."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.money import ZERO, cents


@dataclass(frozen=True)
class Line:
    """One track's figures for one workweek; all but the shortfall and its parts are unrounded."""

    required: Decimal
    """Every hour at the minimum (or the promised rate) of its day."""
    straight: Decimal
    """Straight-time pay the regular rate is taken from."""
    overtime_hours: Decimal
    premium: Decimal
    tip_credit: Decimal
    due: Decimal
    shortfall: Decimal
    minimum_part: Decimal
    """The part of the shortfall that is below the minimum for straight time; the rest is overtime."""
    hours: Decimal

    @property
    def regular_rate(self) -> Decimal:
        """Straight-time pay for each hour; zero in a week without hours."""
        return self.straight / self.hours if self.hours else ZERO


@dataclass(frozen=True)
class Overtime:
    """How many hours of a workweek are overtime, after how many, and what share of the rate comes on top."""

    hours: Decimal
    after: Decimal
    extra: Decimal


def hourly(
    required: Decimal, paid: Decimal, straight_paid: Decimal, hours: Decimal, overtime: Overtime
) -> Line:
    """F1 when no overtime is due, else F2: the premium on the higher of what was paid and required."""
    straight = max(straight_paid, required) if overtime.hours else required
    premium = straight * overtime.hours * overtime.extra / hours if overtime.hours else ZERO
    return _line(required, straight, overtime.hours, premium, ZERO, paid, hours)


def tipped(required: Decimal, paid: Decimal, credit: Decimal, hours: Decimal, overtime: Overtime) -> Line:
    """F3: wages at the minimum and the premium on it, less the tips that may be credited."""
    premium = required * overtime.hours * overtime.extra / hours if overtime.hours else ZERO
    return _line(required, required, overtime.hours, premium, credit, paid, hours)


def promise_line(promised: Decimal, paid: Decimal, hours: Decimal) -> Line:
    """The contract track: all hours at the promised rate, less what was paid."""
    return _line(promised, promised, ZERO, ZERO, ZERO, paid, hours)


def _line(
    required: Decimal,
    straight: Decimal,
    over: Decimal,
    premium: Decimal,
    credit: Decimal,
    paid: Decimal,
    hours: Decimal,
) -> Line:
    due = straight + premium - credit
    shortfall = cents(max(ZERO, due - paid))
    minimum_part = min(shortfall, cents(max(ZERO, required - credit - paid)))
    return Line(required, straight, over, premium, credit, due, shortfall, minimum_part, hours)
