"""Time counted as Rule 44.01(a) is remembered: no period ends on a weekend or a legal holiday."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.values import When
from app.law.days import days_after, plain, weekday, with_weekday
from app.law.holidays import CITATION as HOLIDAYS
from app.law.holidays import closed_friday, holiday
from app.law.money import count
from app.law.parameters import Table
from app.law.reading import moment, whole
from app.law.refusals import Refusal

CITATION = f"Rule 44.01(a) (not confirmed); {HOLIDAYS}"
RUNS_ON = "That time runs on comes from memory (Rule 44.01, not confirmed). Act by the day counted."
"""What is said of every day that was moved."""


@dataclass(frozen=True)
class CourtDayResult:
    """The last day of a period; with an inexact first day, of its earliest reading.

    `day` may be a moved one, and whenever a day was moved `confirmed` is false.
    """

    day: date
    day_text: str
    weekday_text: str
    rolled: bool
    """Whether the counted day was no court day, so that the period runs on."""
    counted_text: str
    """The day before it was moved; the safe day to act by, and the one that a paper leads with."""
    counted_weekday_text: str
    reason: str
    """Why it was moved, or "" when it was not."""
    working: str
    from_text: str
    days_text: str
    inexact: bool
    later_text: str
    """The last day from the latest reading; "" when the first day is exact."""
    is_short: bool
    """Whether the period is so short that another way of counting may apply."""
    short_text: str
    confirmed: bool
    caution: str
    """What is not confirmed in this counting; "" when nothing is."""
    citation: str


@dataclass(frozen=True)
class Moved:
    """Where a day comes to when courts are closed on it, and on which days they were."""

    counted: date
    day: date
    reasons: tuple[str, ...]
    confirmed: bool

    @property
    def rolled(self) -> bool:
        """Whether it is another day than the one counted."""
        return self.day != self.counted


def is_court_day(day: date) -> bool:
    """Whether a day is no Saturday, Sunday or legal holiday."""
    return day.weekday() < 5 and holiday(day) is None


def moved(day: date) -> Moved:
    """The next day that is no Saturday, Sunday or legal holiday; the day itself when it is none."""
    reasons: list[str] = []
    confirmed, at = True, day
    while not is_court_day(at):
        kept = holiday(at)
        if kept is not None:
            confirmed = confirmed and (kept.confirmed or at.weekday() >= 5)
        reasons.append(f"{plain(at)} is {kept.name if kept else f'a {weekday(at)}'}")
        at += timedelta(days=1)
    return Moved(day, at, tuple(reasons), confirmed)


def court_days_after(*, table: Table, today: date, day: object, days: object) -> CourtDayResult:
    """The last day of a period of `days` after `day`, which is not counted itself."""
    start, number = moment(day), whole(days, "The number of days")
    if start is None or number is None:
        raise Refusal("A day and a number of days are needed to count a court's time.")
    return counted(start, number, table, today)


def counted(start: When, number: int, table: Table, today: date) -> CourtDayResult:
    """The same for law code, which has its dates and numbers already."""
    first, last = moved(days_after(start.earliest, number)), moved(days_after(start.latest, number))
    limit = table.value_on("court_short_period_days", today)
    short = 0 < number < limit.count
    caution = _caution(first, last)
    return CourtDayResult(
        day=first.day,
        day_text=plain(first.day),
        weekday_text=weekday(first.day),
        rolled=first.rolled,
        counted_text=plain(first.counted),
        counted_weekday_text=weekday(first.counted),
        reason="; ".join(first.reasons),
        working=_working(start, number, first),
        from_text=plain(start.earliest),
        days_text=count(number, "day"),
        inexact=not start.exact,
        later_text=plain(last.day) if not start.exact else "",
        is_short=short,
        short_text=_short(start, number, limit.citation) if short else "",
        confirmed=not caution,
        caution=caution,
        citation=CITATION,
    )


def _working(start: When, number: int, found: Moved) -> str:
    begun = f"{plain(start.earliest)} + {count(number, 'day')} = {with_weekday(found.counted)}"
    if not found.rolled:
        return begun
    return f"{begun}; {'; '.join(found.reasons)}; so it may run to {with_weekday(found.day)}"


def _caution(first: Moved, last: Moved) -> str:
    if not (first.confirmed and last.confirmed):
        return f"{RUNS_ON} It moves past a holiday that the statute as read does not name, too."
    if first.rolled or last.rolled:
        return RUNS_ON
    for each in (first, last):
        if friday := closed_friday(each.day):
            return (
                f"{plain(each.day)} is the Friday before {friday.name}: state offices may be closed, and"
                " nothing read says that time runs on (not confirmed). Act before it."
            )
    return ""


def _short(start: When, number: int, citation: str) -> str:
    at, left = start.earliest, number
    while left:
        at += timedelta(days=1)
        left -= is_court_day(at)
    return (
        f"If the weekends and holidays between are left out, as {citation} is remembered for periods of"
        f" less than seven days (not confirmed), the last day is {with_weekday(at)}."
    )
