"""The limitations calendar: every workweek's last day to sue on each clock, and what is lost as of today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.claim import Claim
from app.law.clocks import Clock
from app.law.days import plain, span
from app.law.money import ZERO, count, money
from app.law.notes import Caution
from app.law.tracks import Week


@dataclass(frozen=True)
class LimitationRow:
    """One workweek's clocks in printed words."""

    number: str
    span: str
    accrued: str
    federal_2y: str
    federal_3y: str
    missouri_3y: str
    missouri_shortfall: str
    federal_shortfall: str
    status: str
    lost_federal_2y: bool
    lost_federal_3y: bool
    lost_missouri: bool
    any_lost: bool


@dataclass(frozen=True, kw_only=True)
class LimitationsResult:
    """What `wages.limitations` finds; sums are unpaid wages without liquidated damages."""

    rows: tuple[LimitationRow, ...]
    has_rows: bool
    accrual_text: str
    """From which day the time was counted and why."""
    payday_known: bool
    lost_federal_2y_weeks: int
    lost_federal_2y_weeks_text: str
    lost_federal_3y_weeks: int
    lost_federal_3y_weeks_text: str
    lost_missouri_weeks: int
    lost_missouri_weeks_text: str
    has_lost: bool
    missouri_all: Decimal
    missouri_all_text: str
    missouri_in_time: Decimal
    missouri_in_time_text: str
    federal_all: Decimal
    federal_all_text: str
    federal_in_time_2y: Decimal
    federal_in_time_2y_text: str
    federal_in_time_3y: Decimal
    federal_in_time_3y_text: str
    next_day: date | None
    """The next day that is the last one for some workweek on some clock."""
    next_day_text: str
    has_next_day: bool
    cautions: tuple[Caution, ...]


def limitations(claim: Claim) -> LimitationsResult:
    """The calendar of a claim as of its day."""
    weeks, today = claim.weeks, claim.terms.today
    lost_2y = _lost(weeks, lambda clock: clock.lost_federal(today, willful=False))
    lost_3y = _lost(weeks, lambda clock: clock.lost_federal(today, willful=True))
    lost_missouri = _lost(weeks, lambda clock: clock.lost_missouri(today))
    missouri, federal = _missouri(weeks), _federal(weeks)
    missouri_kept = missouri - _missouri(lost_missouri)
    kept_2y, kept_3y = federal - _federal(lost_2y), federal - _federal(lost_3y)
    upcoming = _next_day(weeks, today)
    known = claim.terms.payday_after is not None
    return LimitationsResult(
        rows=tuple(_row(week, today) for week in weeks),
        has_rows=bool(weeks),
        accrual_text=_accrual_text(claim.terms.payday_after),
        payday_known=known,
        lost_federal_2y_weeks=len(lost_2y),
        lost_federal_2y_weeks_text=count(len(lost_2y), "workweek"),
        lost_federal_3y_weeks=len(lost_3y),
        lost_federal_3y_weeks_text=count(len(lost_3y), "workweek"),
        lost_missouri_weeks=len(lost_missouri),
        lost_missouri_weeks_text=count(len(lost_missouri), "workweek"),
        has_lost=bool(lost_2y),
        missouri_all=missouri,
        missouri_all_text=money(missouri),
        missouri_in_time=missouri_kept,
        missouri_in_time_text=money(missouri_kept),
        federal_all=federal,
        federal_all_text=money(federal),
        federal_in_time_2y=kept_2y,
        federal_in_time_2y_text=money(kept_2y),
        federal_in_time_3y=kept_3y,
        federal_in_time_3y_text=money(kept_3y),
        next_day=upcoming,
        next_day_text=plain(upcoming) if upcoming else "",
        has_next_day=upcoming is not None,
        cautions=_cautions(known),
    )


def _lost(weeks: tuple[Week, ...], over: Callable[[Clock], bool]) -> tuple[Week, ...]:
    return tuple(week for week in weeks if over(week.measure.clock))


def _missouri(weeks: tuple[Week, ...]) -> Decimal:
    return sum((week.missouri.shortfall for week in weeks), ZERO)


def _federal(weeks: tuple[Week, ...]) -> Decimal:
    return sum((week.federal.shortfall for week in weeks), ZERO)


def _next_day(weeks: tuple[Week, ...], today: date) -> date | None:
    clocks = [week.measure.clock for week in weeks]
    days = [day for c in clocks for day in (c.federal_2y, c.federal_3y, c.missouri_3y) if day >= today]
    return min(days, default=None)


def _row(week: Week, today: date) -> LimitationRow:
    worked, clock = week.measure.worked, week.measure.clock
    lost_2y, lost_3y = (clock.lost_federal(today, willful=willful) for willful in (False, True))
    lost_missouri = clock.lost_missouri(today)
    return LimitationRow(
        number=str(worked.number),
        span=span(worked.starts, worked.ends),
        accrued=plain(clock.accrued),
        federal_2y=plain(clock.federal_2y),
        federal_3y=plain(clock.federal_3y),
        missouri_3y=plain(clock.missouri_3y),
        missouri_shortfall=money(week.missouri.shortfall),
        federal_shortfall=money(week.federal.shortfall),
        status=_status(lost_2y, lost_3y, lost_missouri),
        lost_federal_2y=lost_2y,
        lost_federal_3y=lost_3y,
        lost_missouri=lost_missouri,
        any_lost=lost_2y or lost_3y or lost_missouri,
    )


def _status(lost_2y: bool, lost_3y: bool, lost_missouri: bool) -> str:
    """What looks over for a workweek, in words."""
    over = ["Missouri"] if lost_missouri else []
    if lost_3y:
        over.append("federal")
    elif lost_2y:
        over.append("federal unless willful")
    return f"time looks over: {', '.join(over)}" if over else "in time"


def _accrual_text(payday_after: int | None) -> str:
    if payday_after is None:
        return "Counted from each workweek's last day, the cautious reading, because the payday is not known."
    return f"Counted from the payday, {count(payday_after, 'day')} after the last day of each workweek."


def _cautions(payday_known: bool) -> tuple[Caution, ...]:
    found = [
        Caution(
            "Sending a letter is not known to stop these clocks; count only on filing or a signed agreement.",
            "RSMo 290.527; 29 USC 255(a)",
            "check",
        ),
        Caution(
            "In a collective action under the FLSA the clock stops for a worker only when that worker's"
            " written consent is filed.",
            "29 USC 216(b); 29 USC 256",
            "note",
        ),
        Caution(
            "A last day on a weekend or holiday is printed as it falls; do not count on its being moved.",
            "RSMo 290.527; 29 USC 255(a)",
            "note",
        ),
    ]
    if not payday_known:
        text = "Each workweek is counted from its last day; the regular payday may give a few days more."
        found.append(Caution(text, "29 CFR 790.21", "note"))
    return tuple(found)
