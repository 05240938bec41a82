"""The final-pay penalty in figures and words: on the cautious reading of the dates, the other, at the cap."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.core.values import When
from app.law.days import plain, said
from app.law.final_pay_days import Reading, Run, readings, run
from app.law.final_pay_facts import Dates, Owed
from app.law.final_pay_words import cap_text, status_text, steps
from app.law.money import ZERO, count, money
from app.law.notes import Step
from app.law.parameters import Table

NOTHING = money(ZERO)


@dataclass(frozen=True, kw_only=True)
class Penalty:
    """The penalty by scheduled work days (M1) and calendar days (M2); zero and "" while none is counted."""

    status: str
    """not_discharge, attorney, commission, unknown_day, unknown_request, no_request, waiting, paid_in_time,
    running, capped or paid_late."""
    status_text: str
    request_day: date | None = None
    request_day_text: str = ""
    seventh_day: date | None = None
    """The last day on which the wages come in time."""
    seventh_day_text: str = ""
    counted_to: date | None = None
    counted_to_text: str = ""
    cap_day: date | None = None
    cap_day_text: str = ""
    calendar_days_so_far: int = 0
    calendar_days_so_far_text: str = "0 calendar days"
    work_days_so_far: int = 0
    work_days_so_far_text: str = "0 work days"
    penalty_m1: Decimal = ZERO
    penalty_m1_text: str = NOTHING
    penalty_m2: Decimal = ZERO
    penalty_m2_text: str = NOTHING
    most_m1: Decimal = ZERO
    """The same on the reading of inexact dates that gives most."""
    most_m1_text: str = NOTHING
    most_m2: Decimal = ZERO
    most_m2_text: str = NOTHING
    cap_calendar_days: int = 0
    cap_calendar_days_text: str = "0 calendar days"
    cap_work_days: int = 0
    cap_work_days_text: str = "0 work days"
    cap_m1: Decimal = ZERO
    """What it comes to if nothing ever comes; computed once discharge, wage and days are known."""
    cap_m1_text: str = NOTHING
    cap_m2: Decimal = ZERO
    cap_m2_text: str = NOTHING
    cap_known: bool = False
    """Whether the figures at the cap could be computed, whatever has been asked for or paid since."""
    cap_text: str = ""
    """When the figures at the cap would be owed; "" when they are not known."""
    reading_text: str = ""
    """How inexact dates were read; "" when every date is exact."""
    penalty_started: bool = False
    has_penalty: bool = False
    """Whether there is a penalty in dollars: it has begun, and daily wage and work days are known."""
    has_cap: bool = False
    """Whether an unpaid penalty runs toward its cap or has reached it."""
    inexact: bool = False
    steps: tuple[Step, ...] = ()


def penalty(dates: Dates, owed: Owed, table: Table, today: date) -> Penalty:
    """The penalty for a discharge and a request whose days are known."""
    assert dates.discharged is not None
    assert dates.requested is not None
    found = [
        run(r, owed.schedule, table, today) for r in readings(dates.discharged, dates.requested, dates.paid)
    ]
    found.sort(key=lambda each: (each.calendar_days, each.work_days, -each.seventh.toordinal()))
    least, most = found[0], found[-1]
    m1, m2 = owed.method_1(least.work_days), owed.method_2(least.calendar_days)
    capped = least.status in ("running", "capped")
    return Penalty(
        status=least.status, status_text=status_text(least),
        request_day=least.reading.requested, request_day_text=said(dates.requested),
        seventh_day=least.seventh, seventh_day_text=plain(least.seventh),
        counted_to=least.counted_to, counted_to_text=plain(least.counted_to),
        cap_day=least.cap, cap_day_text=plain(least.cap),
        calendar_days_so_far=least.calendar_days,
        calendar_days_so_far_text=count(least.calendar_days, "calendar day"),
        work_days_so_far=least.work_days, work_days_so_far_text=count(least.work_days, "work day"),
        penalty_m1=m1, penalty_m1_text=money(m1), penalty_m2=m2, penalty_m2_text=money(m2),
        **_most(found, owed), **_cap(least, owed),
        cap_text=cap_text(least.status, least.cap, today, known=bool(owed.weekly)),
        reading_text=_reading_text(dates, least, most) if len(found) > 1 else "",
        penalty_started=least.calendar_days > 0, has_penalty=bool(m1 or m2),
        has_cap=capped and bool(owed.weekly),
        inexact=len(found) > 1, steps=tuple(steps(least, owed)),
    )  # fmt: skip


def not_begun(status: str, words: str, dates: Dates, owed: Owed, table: Table, today: date) -> Penalty:
    """No penalty yet, for want of a request or of its day; what the cap would come to is told anyway."""
    if dates.discharged is None:
        return Penalty(status=status, status_text=words)
    days = {dates.discharged.earliest, dates.discharged.latest}
    runs = [run(Reading(day, max(day, today), None), owed.schedule, table, today) for day in sorted(days)]
    least = min(runs, key=lambda each: each.cap_work_days)
    return Penalty(
        status=status, status_text=words, cap_day=least.cap, cap_day_text=plain(least.cap),
        cap_text=cap_text(status, least.cap, today, known=bool(owed.weekly)), **_cap(least, owed),
        inexact=len(runs) > 1,
    )  # fmt: skip


def _most(found: list[Run], owed: Owed) -> dict[str, Any]:
    m1 = max(owed.method_1(each.work_days) for each in found)
    m2 = max(owed.method_2(each.calendar_days) for each in found)
    return {"most_m1": m1, "most_m1_text": money(m1), "most_m2": m2, "most_m2_text": money(m2)}


def _cap(least: Run, owed: Owed) -> dict[str, Any]:
    m1, m2 = owed.method_1(least.cap_work_days), owed.method_2(least.cap_days)
    return {
        "cap_known": bool(owed.weekly),
        "cap_calendar_days": least.cap_days,
        "cap_calendar_days_text": count(least.cap_days, "calendar day"),
        "cap_work_days": least.cap_work_days,
        "cap_work_days_text": count(least.cap_work_days, "work day"),
        "cap_m1": m1,
        "cap_m1_text": money(m1),
        "cap_m2": m2,
        "cap_m2_text": money(m2),
    }


def _reading_text(dates: Dates, least: Run, most: Run) -> str:
    """Names each inexact date with the day the cautious reading takes and the day the other takes."""
    rows = [
        ("discharge", dates.discharged, least.reading.discharged, most.reading.discharged),
        ("written request", dates.requested, least.reading.requested, most.reading.requested),
        ("payment", dates.paid, least.reading.paid, most.reading.paid),
    ]
    parts = [
        _read(what, when, low, high)
        for what, when, low, high in rows
        if when and when.earliest != when.latest
    ]
    return "; ".join(parts)


def _read(what: str, when: When, low: date | None, high: date | None) -> str:
    first = f"the {what} ({said(when)}) is read as {plain(low)}" if low else ""
    return (
        f"{first} for the smaller figure and {plain(high)} for the larger" if high and high != low else first
    )
