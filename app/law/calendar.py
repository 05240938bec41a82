"""Days counted from a day, as letters and calendars need them."""

from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import days_after, plain, weekday
from app.law.parameters import Table
from app.law.reading import moment, whole
from app.law.refusals import Refusal


@dataclass(frozen=True)
class DayResult:
    """A day counted from another; when the other is inexact, counted from its earliest reading."""

    day: date
    day_text: str
    weekday_text: str
    later_text: str
    """The day from the latest reading; "" when the day is exact."""
    inexact: bool
    is_weekend: bool
    """Whether the day, on some reading, is a Saturday or Sunday."""
    is_short: bool
    """Whether fewer than seven days are given."""


SHORT = 7
"""Days under which a time to answer is questioned."""


def counted(*, table: Table, today: date, day: object, days: object) -> DayResult:
    """The calendar day that many days after `day`, which is not counted itself."""
    start, number = moment(day), whole(days, "The number of days")
    if start is None or number is None:
        raise Refusal("A day and a number of days are needed to count from.")
    first, last = days_after(start.earliest, number), days_after(start.latest, number)
    return DayResult(
        day=first, day_text=plain(first), weekday_text=weekday(first),
        later_text=plain(last) if last != first else "", inexact=not start.exact,
        is_weekend=first.weekday() >= 5 or last.weekday() >= 5, is_short=number < SHORT,
    )  # fmt: skip


def from_today(*, table: Table, today: date, days: object) -> DayResult:
    """The calendar day that many days after today, the date a letter bears."""
    return counted(table=table, today=today, day=When(today, today), days=days)
