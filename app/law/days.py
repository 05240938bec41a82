"""Days in plain words and the counting of days, weeks and years; no clock is read here."""

from datetime import date, timedelta

from app.core.kinds.date_text import MONTHS, said
from app.core.kinds.date_text import long as plain
from app.core.values import When

__all__ = [
    "WEEKDAYS", "days_after", "days_between", "plain", "said", "span", "weekday", "when", "with_weekday",
    "years_after",
]  # fmt: skip

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
"""The weekdays in Python's order: Monday is 0."""


def weekday(day: date) -> str:
    """The weekday's name: `Sunday`."""
    return WEEKDAYS[day.weekday()].capitalize()


def with_weekday(day: date) -> str:
    """A day with its weekday: `Sunday, March 2, 2025`."""
    return f"{weekday(day)}, {plain(day)}"


def span(first: date, last: date) -> str:
    """Two days and what lies between them, said as shortly as is clear: `March 2 to 8, 2025`."""
    if first == last:
        return plain(first)
    if first.year != last.year:
        return f"{plain(first)} to {plain(last)}"
    end = str(last.day) if first.month == last.month else f"{MONTHS[last.month - 1]} {last.day}"
    return f"{MONTHS[first.month - 1]} {first.day} to {end}, {last.year}"


def days_after(day: date, days: int) -> date:
    """The calendar day `days` after `day`, the day itself not counted."""
    return day + timedelta(days=days)


def years_after(day: date, years: int) -> date:
    """The same calendar day `years` later; 29 February becomes 28 February, the earlier and safe reading."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def days_between(first: date, last: date) -> tuple[date, ...]:
    """Every day from `first` to `last`, both included; none when `last` lies before `first`."""
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def when(value: When | date) -> When:
    """A plain day as an exact When; a When unchanged."""
    return value if isinstance(value, When) else When(value, value)
