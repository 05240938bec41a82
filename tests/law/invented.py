"""Invented workweeks and claims, so that each test names only what it is about."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.core.values import When
from app.law.claim import Claim, read_claim
from app.law.final_pay import FinalPayResult, final_pay
from app.law.parameters import TABLE
from app.law.wages import WageResult, wages

TODAY = date(2026, 11, 23)
FIVE_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
Number = Decimal | int | str


def exact(day: date) -> When:
    return When(day, day)


def week(starts: date, hours: Number | None, paid: Number, **more: Number | str) -> dict[str, Any]:
    """A workweek; numbers may be written as text, as in `premium="75.00"`."""
    item = {"starts": exact(starts), "paid": Decimal(paid)}
    if hours is not None:
        item["hours"] = Decimal(hours)
    for name, value in more.items():
        item[name] = value if name == "basis" else Decimal(value)
    return item


def days(starts: date, paid: Number, *hours: Number, **more: Number | str) -> dict[str, Any]:
    """A workweek whose hours are given day by day."""
    by_day = {f"day_{n}": Decimal(worked) for n, worked in enumerate(hours, 1)}
    return week(starts, None, paid, **more) | by_day


def run(
    count: int, starts: date, hours: Number, paid: Number, **more: Number | str
) -> tuple[dict[str, Any], ...]:
    """The same workweek `count` times in a row."""
    return tuple(week(starts + timedelta(weeks=n), hours, paid, **more) for n in range(count))


def claim(*weeks: dict[str, Any], today: date = TODAY, **more: Any) -> Claim:
    return read_claim(table=TABLE, today=today, weeks=weeks, **more)


def worked(*weeks: dict[str, Any], today: date = TODAY, **more: Any) -> WageResult:
    return wages(claim(*weeks, today=today, **more))


def last_pay(today: date, **more: Any) -> FinalPayResult:
    return final_pay(table=TABLE, today=today, **more)


def deduction(day: date | When, kind: str, amount: Number) -> dict[str, Any]:
    taken_on = day if isinstance(day, When) else exact(day)
    return {"taken_on": taken_on, "kind": kind, "amount": Decimal(amount)}


def dollars(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
