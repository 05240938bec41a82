"""Reads what is known about the final pay: what is owed, the daily wage, the schedule and the three dates."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.values import When
from app.law.days import WEEKDAYS, said
from app.law.money import ZERO, cents, hours, money, rate
from app.law.reading import moment, not_negative, positive
from app.law.refusals import Refusal


@dataclass(frozen=True)
class Owed:
    """The unpaid wages at the contract rate, and what a day and a week of the contract come to."""

    base: Decimal
    how: str
    """The arithmetic of the base, or "" when it was given as one sum."""
    hours: Decimal | None
    daily: Decimal
    """Zero while the daily wage is not known."""
    schedule: frozenset[str]
    disagrees: bool
    """Whether a sum was given that is not the rate times the hours."""

    @property
    def weekly(self) -> Decimal:
        """The daily wage for each scheduled day of a week."""
        return self.daily * len(self.schedule)

    def method_1(self, work_days: int) -> Decimal:
        """The daily contract wage for each scheduled work day, to the cent."""
        return cents(self.daily * work_days)

    def method_2(self, calendar_days: int) -> Decimal:
        """A seventh of the weekly contract wage for each calendar day, to the cent."""
        return cents(self.weekly * calendar_days / 7)


@dataclass(frozen=True)
class Dates:
    """Discharge, written request and payment as exactly as they are known."""

    discharged: When | None
    requested: When | None
    paid: When | None
    asked: bool
    """Whether a request was made, its day known or not."""


def read_owed(
    rate_given: object,
    hours_given: object,
    amount: object,
    hours_per_day: object,
    daily_wage: object,
    work_days: object,
) -> Owed:
    """What is owed; refuses a rate of zero and a day of more than 24 hours."""
    hourly = positive(rate_given, "The rate of the unpaid wages")
    unpaid_hours = not_negative(hours_given, "The unpaid hours")
    given = not_negative(amount, "The unpaid wages")
    product = hourly * unpaid_hours if hourly is not None and unpaid_hours is not None else None
    base = cents(given if given is not None else product or ZERO)
    how = ""
    if given is None and product is not None and hourly is not None and unpaid_hours is not None:
        how = f"{hours(unpaid_hours)} h × {rate(hourly)} = {money(product)}"
    return Owed(
        base, how, unpaid_hours, _daily(hourly, hours_per_day, daily_wage), _schedule(work_days),
        given is not None and product is not None and money(given) != money(product),
    )  # fmt: skip


def _daily(hourly: Decimal | None, hours_per_day: object, daily_wage: object) -> Decimal:
    given = positive(daily_wage, "The daily wage")
    length = positive(hours_per_day, "The hours of a work day")
    if length is not None and length > 24:
        raise Refusal(f"A work day of {hours(length)} hours cannot be; give at most 24.")
    if given is not None:
        return given
    return hourly * length if hourly is not None and length is not None else ZERO


def _schedule(work_days: object) -> frozenset[str]:
    chosen = work_days if isinstance(work_days, tuple) else ()
    return frozenset(day for day in chosen if day in WEEKDAYS)


def read_dates(
    discharged_on: object, request_made: object, request_date: object, paid_on: object, today: date
) -> Dates:
    """The three dates; refuses an order that cannot be and days that have not come."""
    discharged, paid = moment(discharged_on), moment(paid_on)
    requested = None if request_made is False else moment(request_date)
    for when, what in (
        (discharged, "The discharge"),
        (requested, "The written request"),
        (paid, "The payment"),
    ):
        if when and when.earliest > today:
            raise Refusal(f"{what} is dated {said(when)}, which has not come yet; correct the date.")
    for when, what in ((requested, "The written request"), (paid, "The payment of final wages")):
        if when and discharged and when.latest < discharged.earliest:
            raise Refusal(
                f"{what} ({said(when)}) lies before the discharge ({said(discharged)}); correct one of them."
            )
    return Dates(discharged, requested, paid, request_made is True or requested is not None)
