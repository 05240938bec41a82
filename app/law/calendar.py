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


def counted(*, table: Table, today: date, day: object, days: object) -> DayResult:
    """The calendar day that many days after `day`, which is not counted itself."""
    start, number = moment(day), whole(days, "The number of days")
    if start is None or number is None:
        raise Refusal("A day and a number of days are needed to count from.")
    first, last = days_after(start.earliest, number), days_after(start.latest, number)
    return DayResult(
        first, plain(first), weekday(first), plain(last) if last != first else "", not start.exact
    )


def from_today(*, table: Table, today: date, days: object) -> DayResult:
    """The calendar day that many days after today, the date a letter bears."""
    return counted(table=table, today=today, day=When(today, today), days=days)
