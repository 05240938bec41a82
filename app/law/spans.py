"""Splits a workweek where a rate changes, so that each hour meets the rate of its own day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from app.law.money import ZERO
from app.law.refusals import NeedsDays
from app.law.workweeks import Workweek

RateOn = Callable[[date], Decimal]


@dataclass(frozen=True)
class Span:
    """Hours worked from one day on at one rate, all inside one workweek."""

    begins: date
    rate: Decimal
    hours: Decimal

    @property
    def wages(self) -> Decimal:
        """The hours at the rate, unrounded."""
        return self.hours * self.rate


def spans(week: Workweek, rate_on: RateOn, what: str) -> tuple[Span, ...]:
    """The week's hours by rate; raises NeedsDays when `what` changes inside and only the total is known."""
    change = change_inside(week.starts, rate_on)
    if change is None or not week.hours:
        return (Span(week.starts, rate_on(week.starts), week.hours),)
    if not week.by_day:
        raise NeedsDays(week.starts, change, what)
    worked = zip(week.days, week.by_day, strict=True)
    groups = [(rate, list(group)) for rate, group in groupby(worked, key=lambda pair: rate_on(pair[0]))]
    found = [Span(days[0][0], rate, sum((hours for _, hours in days), ZERO)) for rate, days in groups]
    return tuple(span for span in found if span.hours)


def change_inside(starts: date, rate_on: RateOn) -> date | None:
    """The first day after `starts` within its seven on which the rate differs from the day before."""
    before = rate_on(starts)
    for day in (starts + timedelta(days=n) for n in range(1, 7)):
        now = rate_on(day)
        if now != before:
            return day
        before = now
    return None


def total(parts: tuple[Span, ...]) -> Decimal:
    """The wages of all spans together, unrounded."""
    return sum((part.wages for part in parts), ZERO)
