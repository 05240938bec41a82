"""When the final-pay penalty of RSMo 290.110 runs, and for how many days, on one reading of the dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Literal

from app.core.values import When
from app.law.days import WEEKDAYS, days_after, days_between
from app.law.parameters import Table

Status = Literal["waiting", "paid_in_time", "running", "capped", "paid_late"]


@dataclass(frozen=True)
class Reading:
    """Discharge, written request and payment, each read as one day; `paid` is None while nothing came."""

    discharged: date
    requested: date
    paid: date | None


@dataclass(frozen=True)
class Run:
    """How far the penalty has run: the seventh day, the cap, and the days counted after the discharge."""

    reading: Reading
    status: Status
    seventh: date
    cap: date
    counted_to: date
    calendar_days: int
    work_days: int
    cap_days: int
    cap_work_days: int


def run(reading: Reading, schedule: frozenset[str], table: Table, today: date) -> Run:
    """Counts one reading as of `today`; `schedule` holds the weekdays that are worked."""
    wait = table.value_on("final_pay_wait_days", today).count
    most = table.value_on("final_pay_cap_days", today).count
    seventh, cap = days_after(reading.requested, wait), days_after(reading.discharged, most)
    status = _status(reading, seventh, cap, today)
    runs = status in ("running", "capped", "paid_late")
    counted_to = min(reading.paid or today, cap) if runs else reading.discharged
    return Run(
        reading,
        status,
        seventh,
        cap,
        counted_to,
        (counted_to - reading.discharged).days,
        work_days(reading.discharged, counted_to, schedule),
        most,
        work_days(reading.discharged, cap, schedule),
    )


def _status(reading: Reading, seventh: date, cap: date, today: date) -> Status:
    if reading.paid is not None:
        return "paid_in_time" if reading.paid <= seventh else "paid_late"
    if today <= seventh:
        return "waiting"
    return "capped" if today >= cap else "running"


def work_days(after: date, last: date, schedule: frozenset[str]) -> int:
    """Scheduled work days from the day after `after` to `last`, holidays included."""
    return sum(1 for day in days_between(days_after(after, 1), last) if WEEKDAYS[day.weekday()] in schedule)


def readings(discharged: When, requested: When, paid: When | None) -> Iterable[Reading]:
    """Every reading at the ends of what can be true: neither request nor payment precedes the discharge."""
    last = min(discharged.latest, requested.latest, paid.latest if paid else date.max)
    first = discharged.earliest
    discharges = _ends(first, last)
    requests = _ends(max(requested.earliest, first), requested.latest)
    payments = _ends(max(paid.earliest, first), paid.latest) if paid else (None,)
    for day, asked, came in product(discharges, requests, payments):
        if asked >= day and (came is None or came >= day):
            yield Reading(day, asked, came)


def _ends(earliest: date, latest: date) -> tuple[date, ...]:
    return (earliest,) if earliest == latest else (earliest, latest)
