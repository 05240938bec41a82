"""How each comparison of the language decides between one value and its operands."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation

from app.core.kinds.base import Refused
from app.core.kinds.date_text import read_when
from app.core.truth import FALSE, Truth, known, unknown
from app.core.values import When

Operand = object
"""A value of an answer or of a fact's field, or the text that stands in the condition."""


def compare(name: str, comparison: str, value: object, operands: tuple[Operand, ...], today: date) -> Truth:
    """Whether `value` meets the comparison; unknown only where a date is not exact enough to say."""
    if comparison.endswith(" ago"):
        cutoff = ago(str(operands[0]), today)
        wanted = "is after" if comparison == "is less than … ago" else "is before"
        return _dated(name, wanted, value, When(cutoff, cutoff))
    if comparison in ("is before", "is after"):
        return _dated(name, comparison, value, when_of(operands[0], today))
    if comparison in NUMBERS:
        return _numbered(comparison, value, operands[0])
    if comparison.startswith("includes"):
        chosen = value if isinstance(value, tuple) else (value,)
        return known(any(_same(each, operand) for each in chosen for operand in operands))
    if comparison == "has at least":
        return known(isinstance(value, tuple) and len(value) >= int(str(operands[0])))
    return known(any(_same(value, operand) for operand in operands))


NUMBERS: dict[str, Callable[[Decimal, Decimal], bool]] = {
    "is at least": lambda value, limit: value >= limit,
    "is at most": lambda value, limit: value <= limit,
    "is more than": lambda value, limit: value > limit,
    "is less than": lambda value, limit: value < limit,
}


def number_of(value: object) -> Decimal | None:
    """The value as a number, or None when it is none."""
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        return None
    try:
        number = Decimal(value)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def when_of(value: object, today: date) -> When | None:
    """The value as a date: an answer's, `today`, or the text of one."""
    if isinstance(value, When):
        return value
    if isinstance(value, date):
        return When(value, value)
    if value == "today":
        return When(today, today)
    try:
        return read_when(str(value))
    except Refused:
        return None


def _numbered(comparison: str, value: object, operand: object) -> Truth:
    left, right = number_of(value), number_of(operand)
    if left is None or right is None:
        return FALSE
    return known(NUMBERS[comparison](left, right))


def _dated(name: str, comparison: str, value: object, other: When | None) -> Truth:
    mine = when_of(value, date.min) if not isinstance(value, str) else None
    if mine is None or other is None:
        return FALSE
    first, second = (mine, other) if comparison == "is before" else (other, mine)
    if first.latest < second.earliest:
        return known(True)
    if first.earliest >= second.latest:
        return FALSE
    return unknown("gap", name)


def _same(value: object, operand: object) -> bool:
    if isinstance(value, bool):
        return ("yes" if value else "no") == operand or value is operand
    if isinstance(value, (Decimal, int)):
        return number_of(value) == number_of(operand)
    if isinstance(value, When):
        other = when_of(operand, date.min)
        return value.exact and other is not None and value == other
    return value == operand


def ago(text: str, today: date) -> date:
    """The day so many days, months or years before; ValueError or OverflowError beyond the calendar."""
    count, unit = text.split()
    if unit.startswith("day"):
        return today - timedelta(int(count))
    months = int(count) * (12 if unit.startswith("year") else 1)
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    following = date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)
    return date(year, month + 1, min(today.day, (following - timedelta(1)).day))
