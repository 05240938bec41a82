"""What the deadlines of a wage claim are counted from, and the counting itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import days_after, years_after
from app.law.deadline import Counted, working
from app.law.money import count
from app.law.parameters import Table


@dataclass(frozen=True)
class Known:
    """What the deadlines are counted from."""

    table: Table
    today: date
    missouri: tuple[date, ...]
    """The first days of the workweeks that are short on the track, or may be."""
    federal: tuple[date, ...]
    contract: tuple[date, ...]
    first: When | None
    last: When | None
    discharged: When | None
    asked: When | None
    last_pay: bool
    """Whether last pay is unpaid, so that it can be claimed as promised wages."""
    letter_asked: When | None
    ended: bool
    trafficked: bool
    minor: bool | None
    born: When | None
    payday_after: int | None


def in_years(known: Known, key: str, start: When) -> Counted:
    """The last day of a period of years, on both readings of its first."""
    period = known.table.value_on(key, known.today)
    return _counted(
        known, key, start, count(period.count, "year"), lambda day: years_after(day, period.count)
    )


def in_days(known: Known, key: str, start: When) -> Counted:
    """The last day of a period of days, on both readings of its first."""
    period = known.table.value_on(key, known.today)
    return _counted(known, key, start, count(period.count, "day"), lambda day: days_after(day, period.count))


def _counted(known: Known, key: str, start: When, amount: str, add: Callable[[date], date]) -> Counted:
    first, last = add(start.earliest), add(start.latest)
    words = working(start.earliest, amount, first)
    if first != last:
        words += f"; on the latest reading {working(start.latest, amount, last)}"
    return Counted(known.table.value_on(key, known.today), first, last, words)
