"""What is seen in a list of workweeks before computing: overlaps, early days, split weeks, weekdays."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.law.days import WEEKDAYS, plain, weekday, with_weekday
from app.law.parameters import Table
from app.law.promise import read_promise
from app.law.reading import Items, exact_day, text
from app.law.refusals import BeforeFirst
from app.law.spans import change_inside
from app.law.terms import Terms
from app.law.workweeks import shared


@dataclass(frozen=True)
class SplitWeekResult:
    """Whether a rate changes inside one workweek, so that its hours are asked by day; its days by name."""

    inside: bool
    reason: str
    days_text: str
    day_1_text: str
    day_2_text: str
    day_3_text: str
    day_4_text: str
    day_5_text: str
    day_6_text: str
    day_7_text: str
    last_day: date | None = field(default=None, kw_only=True)
    """The seventh day; None while the first is not known."""


@dataclass(frozen=True)
class FoundResult:
    """Whether something was found in the list, a sentence for the first place, and in how many."""

    found: bool
    first: str
    count: int
    assumed: bool = False
    """Whether the workweek's first weekday was not given and is taken from the weeks themselves."""
    weekday_text: str = ""


def rate_changes_inside(
    *,
    table: Table,
    today: date,
    starts: object,
    rate_changes: Items | None = None,
    agreed_rate: object = None,
) -> SplitWeekResult:
    """Whether the minimum wage or the agreed rate changes on one of the seven days after the first."""
    first = exact_day(starts)
    if first is None:
        return SplitWeekResult(False, "", "", "", "", "", "", "", "", "")
    terms = Terms(table, today, read_promise(agreed_rate, rate_changes))
    changes = {
        "The minimum wage": change_inside(first, terms.minimum_missouri),
        "The federal minimum wage": change_inside(first, terms.minimum_federal),
        "The agreed rate": change_inside(first, terms.promised),
    }
    reasons = [f"{what} changes on {plain(day)}." for what, day in changes.items() if day]
    last = first + timedelta(days=6)
    days = [with_weekday(first + timedelta(days=n)) for n in range(7)]
    return SplitWeekResult(bool(reasons), " ".join(reasons), f"{days[0]} to {days[6]}", *days, last_day=last)


def overlap(*, table: Table, today: date, weeks: Items | None) -> FoundResult:
    """Workweeks that share days with another one."""
    days = sorted(_starts(weeks))
    pairs = [(a, b) for a, b in zip(days, days[1:], strict=False) if (b - a).days < 7]
    return FoundResult(bool(pairs), shared(*pairs[0]) if pairs else "", len(pairs))


def before_first(*, table: Table, today: date, weeks: Items | None) -> FoundResult:
    """Workweeks that begin before the first day for which the minimum wages are known."""
    keys = ("minimum_wage_missouri", "minimum_wage_federal")
    key = max(keys, key=table.first_day)
    first = table.first_day(key)
    early = sorted(day for day in _starts(weeks) if day < first)
    title = table.rows[key][0].title
    return FoundResult(
        bool(early), str(BeforeFirst(key, early[0], first, title)) if early else "", len(early)
    )


def weekday_mismatch(
    *, table: Table, today: date, weeks: Items | None, workweek_start_day: object = None
) -> FoundResult:
    """Workweeks that do not begin on the employer's weekday; Sunday is assumed where that is not known."""
    given = text(workweek_start_day)
    wanted = given if given in WEEKDAYS else "sunday"
    off = sorted(day for day in _starts(weeks) if WEEKDAYS[day.weekday()] != wanted)
    first = ""
    if off:
        first = (
            f"The workweek of {plain(off[0])} begins on a {weekday(off[0])}, but the employer's workweek"
            f" is said to begin on a {wanted.capitalize()}; correct the day or the weekday."
        )
    return FoundResult(bool(off), first, len(off), given not in WEEKDAYS, wanted.capitalize())


def _starts(weeks: Items | None) -> Iterable[date]:
    days = (exact_day(item.get("starts")) for item in weeks or ())
    return (day for day in days if day is not None)
