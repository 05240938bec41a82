"""Final wages after a discharge (RSMo 290.110): the base, the penalty by both methods, where it stands."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.law.days import said
from app.law.final_pay_facts import Dates, Owed, read_dates, read_owed
from app.law.final_pay_notes import cautions
from app.law.final_pay_penalty import Penalty, not_begun, penalty
from app.law.final_pay_words import CLOSED, DISCHARGED, STATUS, no_request_text
from app.law.money import ZERO, cents, money
from app.law.money import hours as hours_text
from app.law.money import rate as rate_text
from app.law.notes import Caution
from app.law.parameters import Table
from app.law.reading import text


@dataclass(frozen=True, kw_only=True)
class FinalPayResult(Penalty):
    """What `wages.final_pay` finds; `base` is the unpaid wages whether or not the statute is open."""

    base: Decimal
    base_text: str
    base_text_how: str
    """The arithmetic of the base, or "" when it was given as one sum."""
    daily_wage: Decimal
    daily_wage_text: str
    weekly_wage: Decimal
    weekly_wage_text: str
    discharge_day_text: str
    paid_day_text: str
    total_m1: Decimal
    """Base and penalty, whether or not the base has been paid since."""
    total_m1_text: str
    total_m2: Decimal
    total_m2_text: str
    outstanding_m1: Decimal
    """What is still owed: the base is left out once it has been paid."""
    outstanding_m1_text: str
    outstanding_m2: Decimal
    outstanding_m2_text: str
    overlap_minimum: Decimal
    """The unpaid hours at the Missouri minimum: the same hours on the other measure, never to be added."""
    overlap_minimum_text: str
    overlap_total: Decimal
    overlap_total_text: str
    overlap_text: str
    small_claims_cap_text: str
    within_small_claims: bool
    """Whether what is still owed fits small claims court by both methods."""
    applies: bool
    """Whether the statute is open: a discharge or refusal of work, its day known, not mainly commission."""
    is_discharge: bool
    """The same, whether or not the day of the discharge is known."""
    has_promised_base: bool
    """Whether unpaid last pay can be claimed as promised wages only, because the statute is not open."""
    request_needed: bool
    """Whether a written request can and has yet to be made, the day of the discharge known or not."""
    needs_attorney: bool
    not_over: bool
    """Whether the work goes on, so that no last pay is due yet."""
    is_paid: bool
    has_base: bool
    has_overlap: bool
    has_cautions: bool
    cautions: tuple[Caution, ...]


def final_pay(
    *,
    table: Table,
    today: date,
    how_ended: object,
    discharged_on: object = None,
    rate: object = None,
    hours: object = None,
    amount: object = None,
    hours_per_day: object = None,
    daily_wage: object = None,
    work_days: object = None,
    request_made: object = None,
    request_date: object = None,
    paid_on: object = None,
    commission_primarily: object = None,
) -> FinalPayResult:
    """Whether the statute is open and what it comes to; raises Refusal for dates in an impossible order.

    how_ended: fired, refused_further_work, quit, still_working, held or ran_away. The unpaid wages are
    `amount`, or `rate` times `hours`. The penalty needs work_days (weekdays, as `monday`) and daily_wage, or
    rate and hours_per_day.
    """
    owed = read_owed(rate, hours, amount, hours_per_day, daily_wage, work_days)
    dates = read_dates(discharged_on, request_made, request_date, paid_on, today)
    stands = _in_the_way(text(how_ended), dates, commission_primarily is True, request_made is True)
    found = _closed(stands, dates, owed, table, today) if stands else penalty(dates, owed, table, today)
    open_ = stands in ("", "no_request", "unknown_request")
    stand = _Stand(open_, open_ or stands == "unknown_day", stands == "still_working")
    return _result(found, dates, owed, stand, table, today)


def _in_the_way(how_ended: str, dates: Dates, commission: bool, asked: bool) -> str:
    """What keeps a penalty from being counted, as a key of STATUS; "" when nothing does."""
    if how_ended not in DISCHARGED:
        return how_ended if how_ended in CLOSED else "unknown"
    if commission:
        return "commission"
    if dates.discharged is None:
        return "unknown_day"
    if dates.requested is None:
        return "unknown_request" if asked else "no_request"
    return ""


def _closed(stands: str, dates: Dates, owed: Owed, table: Table, today: date) -> Penalty:
    if stands == "no_request":
        wait = table.value_on("final_pay_wait_days", today).count
        return not_begun(stands, no_request_text(wait), dates, owed, table, today)
    if stands == "unknown_request":
        return not_begun(stands, CLOSED[stands], dates, owed, table, today)
    return Penalty(status=STATUS.get(stands, stands), status_text=CLOSED[stands])


@dataclass(frozen=True)
class _Stand:
    """Whether the statute is open, and whether it would be if the day of the discharge were known."""

    open: bool
    discharge: bool
    not_over: bool


def _result(
    found: Penalty, dates: Dates, owed: Owed, stand: _Stand, table: Table, today: date
) -> FinalPayResult:
    unpaid = ZERO if dates.paid else owed.base
    most = unpaid + max(found.penalty_m1, found.penalty_m2)
    cap = table.value_on("small_claims_cap", today).number
    overlap = _overlap(dates, owed, table) if stand.open else {}
    warned = cautions(found, owed, open_=stand.open, overlap=str(overlap.get("overlap_text", "")))
    return FinalPayResult(
        **vars(found), **{**_NO_OVERLAP, **overlap},
        base=owed.base, base_text=money(owed.base), base_text_how=owed.how,
        daily_wage=owed.daily, daily_wage_text=money(owed.daily),
        weekly_wage=owed.weekly, weekly_wage_text=money(owed.weekly),
        discharge_day_text=said(dates.discharged) if dates.discharged else "",
        paid_day_text=said(dates.paid) if dates.paid else "",
        total_m1=owed.base + found.penalty_m1, total_m1_text=money(owed.base + found.penalty_m1),
        total_m2=owed.base + found.penalty_m2, total_m2_text=money(owed.base + found.penalty_m2),
        outstanding_m1=unpaid + found.penalty_m1, outstanding_m1_text=money(unpaid + found.penalty_m1),
        outstanding_m2=unpaid + found.penalty_m2, outstanding_m2_text=money(unpaid + found.penalty_m2),
        small_claims_cap_text=money(cap), within_small_claims=ZERO < most <= cap,
        applies=stand.open, is_discharge=stand.discharge,
        has_promised_base=not (stand.open or stand.not_over) and bool(unpaid),
        request_needed=stand.discharge and not dates.asked,
        needs_attorney=found.status == "attorney",
        not_over=stand.not_over, is_paid=dates.paid is not None, has_base=bool(owed.base),
        has_cautions=bool(warned), cautions=warned,
    )  # fmt: skip


_NO_OVERLAP: dict[str, Any] = {
    "overlap_minimum": ZERO, "overlap_minimum_text": money(ZERO),
    "overlap_total": ZERO, "overlap_total_text": money(ZERO), "overlap_text": "", "has_overlap": False,
}  # fmt: skip


def _overlap(dates: Dates, owed: Owed, table: Table) -> dict[str, Any]:
    """The same unpaid hours on the minimum-wage measure, at the rate of the discharge day."""
    if not owed.hours or not dates.discharged or dates.paid:
        return {}
    day = dates.discharged.earliest
    minimum = max(table.value_on(f"minimum_wage_{law}", day).number for law in ("missouri", "federal"))
    unpaid = cents(owed.hours * minimum)
    whole = unpaid * (1 + table.value_on("liquidated_missouri", day).number)
    return {
        "overlap_minimum": unpaid, "overlap_minimum_text": money(unpaid),
        "overlap_total": whole, "overlap_total_text": money(whole), "has_overlap": True,
        "overlap_text": f"While these hours are wholly unpaid, the minimum-wage measure of the same hours is"
        f" {hours_text(owed.hours)} h × {rate_text(minimum)} = {money(unpaid)} unpaid, {money(whole)} in"
        " all; never add the base wages twice. Choose one measure or plead them in the alternative.",
    }  # fmt: skip
