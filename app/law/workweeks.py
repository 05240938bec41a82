"""A workweek as it was worked and paid, and the reading of a list of them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.law.days import plain
from app.law.money import ZERO
from app.law.money import hours as shown
from app.law.reading import Answers, Items, exact_day, not_negative, text
from app.law.refusals import BadWeek, Overlap, Refusal

DAYS = tuple(f"day_{n}" for n in range(1, 8))
MOST_HOURS = Decimal(168)
MOST_HOURS_A_DAY = Decimal(24)


@dataclass(frozen=True)
class Workweek:
    """Seven days of work: 8 CSR 30-4.020 and 29 CFR 778.104 let each stand alone."""

    number: int
    starts: date
    hours: Decimal
    by_day: tuple[Decimal, ...]
    """The hours of its seven days, or nothing when only the total is known."""
    paid: Decimal
    """Gross pay, before withholding and before deductions."""
    tips: Decimal | None
    premium: Decimal | None
    """The extra half paid for overtime hours; None when nobody has said."""
    basis: str

    @property
    def ends(self) -> date:
        """Its seventh day."""
        return self.starts + timedelta(days=6)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days in order."""
        return tuple(self.starts + timedelta(days=n) for n in range(7))


@dataclass(frozen=True)
class Unmeasured:
    """A workweek that no figure can hold, with the refusal that says what is missing or wrong."""

    number: int
    starts: date | None
    basis: str
    refusal: Refusal

    @property
    def reason(self) -> str:
        """One sentence: what is wrong and what to do."""
        return str(self.refusal)


def read_weeks(items: Items, today: date) -> tuple[tuple[Workweek, ...], tuple[Unmeasured, ...]]:
    """The workweeks numbered in order of time, and those that are incomplete, impossible or share days."""
    found = [_tried(item, place, today) for place, item in enumerate(items, 1)]
    found.sort(key=lambda week: week.starts or date.max)
    numbered = _apart([replace(week, number=place) for place, week in enumerate(found, 1)])
    return (
        tuple(week for week in numbered if isinstance(week, Workweek)),
        tuple(week for week in numbered if isinstance(week, Unmeasured)),
    )


def _tried(item: Answers, place: int, today: date) -> Workweek | Unmeasured:
    try:
        return _read(item, place, today)
    except Refusal as refusal:
        return Unmeasured(place, exact_day(item.get("starts")), text(item.get("basis")), refusal)


def _apart(weeks: list[Workweek | Unmeasured]) -> Iterable[Workweek | Unmeasured]:
    """Two complete workweeks that share days are both left out: which of them is wrong cannot be known."""
    sharing: dict[int, Overlap] = {}
    whole = [week for week in weeks if isinstance(week, Workweek)]
    for before, after in zip(whole, whole[1:], strict=False):
        if after.starts <= before.ends:
            found = Overlap(shared(before.starts, after.starts))
            sharing |= {before.number: sharing.get(before.number, found), after.number: found}
    return [
        Unmeasured(week.number, week.starts, week.basis, sharing[week.number])
        if week.number in sharing
        else week
        for week in weeks
    ]


def shared(first: date, second: date) -> str:
    """The sentence for two workweeks that overlap."""
    if first == second:
        return f"Two workweeks start on {plain(first)}; remove one of them or correct its first day."
    return (
        f"The workweek that starts {plain(first)} and the one that starts {plain(second)} share days;"
        " correct one of the first days so that they lie at least seven days apart."
    )


def _read(item: Answers, place: int, today: date) -> Workweek:
    starts = exact_day(item.get("starts"))
    if starts is None:
        raise BadWeek(
            f"Workweek {place} needs one exact first day, because its pay is measured by that week."
        )
    if starts > today:
        raise BadWeek(f"The workweek that starts {plain(starts)} has not begun on {plain(today)}; remove it.")
    where = f"in the workweek that starts {plain(starts)}"
    by_day = _by_day(item, where)
    paid = not_negative(item.get("paid"), f"The pay {where}")
    if paid is None:
        raise BadWeek(f"The pay {where} is missing; give 0 if nothing was paid.")
    return Workweek(
        number=place,
        starts=starts,
        hours=_hours(item, by_day, where),
        by_day=by_day,
        paid=paid,
        tips=not_negative(item.get("tips"), f"The tips {where}"),
        premium=_premium(item, paid, where),
        basis=text(item.get("basis")),
    )


def _by_day(item: Answers, where: str) -> tuple[Decimal, ...]:
    given = [not_negative(item.get(day), f"The hours of a day {where}") for day in DAYS]
    if all(hours is None for hours in given):
        return ()
    days = tuple(hours if hours is not None else ZERO for hours in given)
    if max(days) > MOST_HOURS_A_DAY:
        raise BadWeek(f"A day {where} has {shown(max(days))} hours; no day has more than 24.")
    return days


def _hours(item: Answers, by_day: tuple[Decimal, ...], where: str) -> Decimal:
    total = not_negative(item.get("hours"), f"The hours {where}")
    if total is None and not by_day:
        raise BadWeek(f"The hours {where} are missing; give the total or the hours of each day.")
    if total is not None and by_day and total != sum(by_day):
        raise BadWeek(
            f"The days {where} add up to {shown(sum(by_day, ZERO))} hours, but its total says {shown(total)};"
            " correct one of them."
        )
    hours = sum(by_day, ZERO) if total is None else total
    if hours > MOST_HOURS:
        raise BadWeek(f"There are {shown(hours)} hours {where}; a week has only 168.")
    return hours


def _premium(item: Answers, paid: Decimal, where: str) -> Decimal | None:
    premium = not_negative(item.get("overtime_premium"), f"The overtime premium {where}")
    if premium is not None and premium > paid:
        raise BadWeek(
            f"The overtime premium {where} is more than all the pay of that week; correct one of them."
        )
    return premium
