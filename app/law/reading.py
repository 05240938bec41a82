"""Reads the plain values a calculation receives, treating a gap or a blank as absent."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from app.core.values import When
from app.law.days import when
from app.law.refusals import Refusal

Answers = Mapping[str, object]
Items = Sequence[Answers]

LARGEST = Decimal(1_000_000_000)
"""Beyond this no wage claim goes; a larger number is a slip of the hand and would break printing."""


def number(value: object, what: str = "This amount") -> Decimal | None:
    """A number as a Decimal, or None when there is none; refuses infinities and absurd sizes."""
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        return None
    amount = Decimal(value)
    if not amount.is_finite() or abs(amount) > LARGEST:
        raise Refusal(f"{what} is not a number Draftwell can compute with; give one under {LARGEST:,}.")
    return amount


def positive(value: object, what: str) -> Decimal | None:
    """A number that must be more than zero when it is given."""
    amount = number(value, what)
    if amount is not None and amount <= 0:
        raise Refusal(f"{what} must be more than zero, not {amount:f}.")
    return amount


def not_negative(value: object, what: str) -> Decimal | None:
    """A number that must not be less than zero when it is given."""
    amount = number(value, what)
    if amount is not None and amount < 0:
        raise Refusal(f"{what} cannot be less than zero, as {amount:f} is.")
    return amount


def whole(value: object, what: str) -> int | None:
    """A whole number that is not negative."""
    amount = not_negative(value, what)
    if amount is None:
        return None
    if amount != amount.to_integral_value() or amount > 36_500:
        raise Refusal(f"{what} must be a whole number of days, not {amount:f}.")
    return int(amount)


def moment(value: object) -> When | None:
    """A date as a When, or None when there is none."""
    return when(value) if isinstance(value, When | date) else None


def exact_day(value: object) -> date | None:
    """The one day a date names, or None when it is absent or inexact."""
    found = moment(value)
    return found.earliest if found and found.exact else None


def text(value: object) -> str:
    """A text or the key of a choice; "" when there is none."""
    return value if isinstance(value, str) else ""


def yes(value: object) -> bool | None:
    """A yes or no; None when it is not answered."""
    return value if isinstance(value, bool) else None
