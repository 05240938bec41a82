"""The limitations calendar: every workweek's last day to sue on each clock, and what is lost as of today."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.alternatives import watched
from app.law.cautions import about_unmeasured
from app.law.claim import Claim
from app.law.clocks import Clock, clock
from app.law.days import days_after, plain, span
from app.law.lines import Line
from app.law.lost import lost_federal, lost_missouri
from app.law.money import ZERO, count, money
from app.law.notes import Caution
from app.law.refusals import Refusal
from app.law.terms import Terms
from app.law.tracks import Week
from app.law.workweeks import Unmeasured


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
    federal_short: bool
    missouri_short: bool
    """Whether the track is short in this workweek on some reading; an unmeasured one may be."""
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
    has_missouri: bool
    """Whether the calendar has a Missouri day to watch: something is short, or may be."""
    has_federal: bool
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
    """The next day that is the last one for some workweek on a track short on some reading."""
    next_day_text: str
    has_next_day: bool
    cautions: tuple[Caution, ...]


def limitations(claim: Claim) -> LimitationsResult:
    """The calendar of a claim as of its day."""
    weeks, today = claim.weeks, claim.terms.today
    lost_2y = tuple(week for week in weeks if lost_federal(week, today, willful=False))
    lost_3y = tuple(week for week in weeks if lost_federal(week, today, willful=True))
    lost_state = tuple(week for week in weeks if lost_missouri(week, today))
    missouri, federal = _missouri(weeks), _federal(weeks)
    missouri_kept = missouri - _missouri(lost_state)
    kept_2y, kept_3y = federal - _federal(lost_2y), federal - _federal(lost_3y)
    listed = _watched(claim)
    upcoming = _next_day(listed, today)
    known = claim.terms.payday_after is not None
    return LimitationsResult(
        rows=tuple(_row(each, today) for each in listed),
        has_rows=bool(listed),
        accrual_text=_accrual_text(claim.terms.payday_after),
        payday_known=known,
        has_missouri=any(each.missouri for each in listed),
        has_federal=any(each.federal for each in listed),
        lost_federal_2y_weeks=len(lost_2y),
        lost_federal_2y_weeks_text=count(len(lost_2y), "workweek"),
        lost_federal_3y_weeks=len(lost_3y),
        lost_federal_3y_weeks_text=count(len(lost_3y), "workweek"),
        lost_missouri_weeks=len(lost_state),
        lost_missouri_weeks_text=count(len(lost_state), "workweek"),
        has_lost=bool(lost_2y or lost_state),
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
        cautions=(*about_unmeasured(claim), *(_cautions(known) if listed else ())),
    )


@dataclass(frozen=True)
class _Watched:
    """A workweek on the calendar: its clock, and what is short or, where it is in no figure, may be."""

    number: int
    starts: date
    clock: Clock
    missouri: bool
    federal: bool
    missouri_text: str
    federal_text: str


def _watched(claim: Claim) -> tuple[_Watched, ...]:
    state, federal = watched(claim.weeks, claim.charges, claim.terms)
    found = [_measured(week, state, federal) for week in claim.weeks]
    found += [each for out in claim.unmeasured if (each := _unmeasured(out, claim.terms))]
    return tuple(sorted(found, key=lambda each: each.starts))


def _measured(week: Week, state: Collection[int], federal: Collection[int]) -> _Watched:
    worked = week.measure.worked
    return _Watched(
        worked.number, worked.starts, week.measure.clock, worked.number in state, worked.number in federal,
        _short(week.missouri, worked.number in state), _short(week.federal, worked.number in federal),
    )  # fmt: skip


def _short(line: Line, watched: bool) -> str:
    """What is short; a track short on another reading only says so, because its time runs too."""
    if watched and not line.shortfall:
        return f"{money(line.shortfall)}; more on another reading"
    return money(line.shortfall)


def _unmeasured(out: Unmeasured, terms: Terms) -> _Watched | None:
    """Its time runs though its pay is not known; None when its days lie outside every table."""
    if out.starts is None:
        return None
    try:
        found = clock(out.starts, terms)
    except Refusal:
        return None
    return _Watched(out.number, out.starts, found, True, True, "not known", "not known")


def _missouri(weeks: tuple[Week, ...]) -> Decimal:
    return sum((week.missouri.shortfall for week in weeks), ZERO)


def _federal(weeks: tuple[Week, ...]) -> Decimal:
    return sum((week.federal.shortfall for week in weeks), ZERO)


def _next_day(listed: tuple[_Watched, ...], today: date) -> date | None:
    federal = [day for w in listed if w.federal for day in (w.clock.federal_2y, w.clock.federal_3y)]
    state = [w.clock.missouri_3y for w in listed if w.missouri]
    return min((day for day in (*federal, *state) if day >= today), default=None)


def _row(each: _Watched, today: date) -> LimitationRow:
    clock = each.clock
    lost_2y, lost_3y = (each.federal and clock.lost_federal(today, willful=long) for long in (False, True))
    lost_state = each.missouri and clock.lost_missouri(today)
    return LimitationRow(
        number=str(each.number),
        span=span(each.starts, days_after(each.starts, 6)),
        accrued=plain(clock.accrued),
        federal_2y=plain(clock.federal_2y),
        federal_3y=plain(clock.federal_3y),
        missouri_3y=plain(clock.missouri_3y),
        missouri_shortfall=each.missouri_text,
        federal_shortfall=each.federal_text,
        status=_status(lost_2y, lost_3y, lost_state),
        federal_short=each.federal,
        missouri_short=each.missouri,
        lost_federal_2y=lost_2y,
        lost_federal_3y=lost_3y,
        lost_missouri=lost_state,
        any_lost=lost_2y or lost_3y or lost_state,
    )


def _status(lost_2y: bool, lost_3y: bool, lost_state: bool) -> str:
    """What is out of time for a workweek, in words."""
    over = ["Missouri"] if lost_state else []
    if lost_3y:
        over.append("federal")
    elif lost_2y:
        over.append("federal, unless willful")
    return f"out of time: {'; '.join(over)}" if over else "in time"


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
