"""Missouri's public holidays (RSMo 9.010), on which the courts' time does not end; each with its mark."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

CITATION = "RSMo 9.010 (as a bill of 2010 reprints it)"
LAST_CHECKED = date(2026, 11, 24)
"""The day the list was last compared with bill HB 2377 of 2010; the section of today was not read."""

_SUNDAY = 6


@dataclass(frozen=True)
class Rule:
    """When a holiday falls: on a day of a month, or on the n-th (-1: the last) of a weekday in it."""

    name: str
    month: int
    day: int = 0
    weekday: int = 0
    nth: int = 0
    since: int = 0
    """The first year for which it is counted; 0 where that lies before every case of ours."""
    confirmed: bool = True
    """False where the reprint of the statute does not name it."""


@dataclass(frozen=True)
class Holiday:
    """One holiday in one year."""

    day: date
    name: str
    confirmed: bool


RULES: tuple[Rule, ...] = (
    Rule("New Year’s Day", 1, 1),
    Rule("Martin Luther King Day", 1, weekday=0, nth=3),
    Rule("Lincoln’s Birthday", 2, 12),
    Rule("Washington’s Birthday", 2, weekday=0, nth=3),
    Rule("Truman Day", 5, 8),
    Rule("Memorial Day", 5, weekday=0, nth=-1),
    Rule("Juneteenth", 6, 19, since=2022, confirmed=False),
    Rule("Independence Day", 7, 4),
    Rule("Labor Day", 9, weekday=0, nth=1),
    Rule("Columbus Day", 10, weekday=0, nth=2),
    Rule("Veterans Day", 11, 11),
    Rule("Thanksgiving Day", 11, weekday=3, nth=4),
    Rule("Christmas Day", 12, 25),
)
"""Thirteen holidays. Juneteenth is not in the reprint of 9.010 that was read."""


@lru_cache(maxsize=64)
def holidays(year: int) -> tuple[Holiday, ...]:
    """The holidays of a year in order; the Monday after counts where one falls on a Sunday (RSMo 9.010)."""
    found = [Holiday(_kept(day), _name(rule, day), rule.confirmed) for rule, day in _days(year)]
    return tuple(sorted(found, key=lambda each: each.day))


def holiday(day: date) -> Holiday | None:
    """The holiday that is kept on a day, if any."""
    return next((each for each in holidays(day.year) if each.day == day), None)


def closed_friday(day: date) -> Holiday | None:
    """The holiday of the Saturday after a Friday: state offices close on it, but no statute names the day."""
    return holiday(day + timedelta(days=1)) if day.weekday() == 4 else None


def _days(year: int) -> Iterator[tuple[Rule, date]]:
    return ((rule, _day(rule, year)) for rule in RULES if year >= rule.since)


def _day(rule: Rule, year: int) -> date:
    if rule.day:
        return date(year, rule.month, rule.day)
    days = [date(year, rule.month, 1) + timedelta(days=n) for n in range(31)]
    of_month = [day for day in days if day.month == rule.month and day.weekday() == rule.weekday]
    return of_month[rule.nth if rule.nth < 0 else rule.nth - 1]


def _kept(day: date) -> date:
    return day + timedelta(days=1) if day.weekday() == _SUNDAY else day


def _name(rule: Rule, day: date) -> str:
    return f"{rule.name} (kept on Monday)" if day.weekday() == _SUNDAY else rule.name
