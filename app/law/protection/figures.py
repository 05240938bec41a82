"""The figures of chapter 455 in the words that its papers print, for readers of any paper."""

from dataclasses import dataclass
from datetime import date

from app.law.parameters import Table
from app.law.protection.terms import figure

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen",
)  # fmt: skip
"""Small numbers as papers spell them; greater ones stand in digits."""


@dataclass(frozen=True)
class FiguresResult:
    """What `protection.figures` finds: each figure spelled with its unit, as in `fifteen days`."""

    hearing_days: int
    hearing_words: str
    """The time from filing to the hearing, RSMo 455.040.1(1), 455.516."""
    most_words: str
    """The longest ordinary full order: `one year`."""
    danger_words: str
    """The range after findings of serious danger: `two to ten years`."""
    provider_words: str
    """The time of a wireless provider to say that it cannot transfer: `three business days`."""


def figures(*, table: Table, today: date, order_for: object = None) -> FiguresResult:
    """The figures in force; `order_for` only says for which order they are read."""
    hearing = figure(table, "hearing_days", today).count
    most = figure(table, "order_most_years", today).count
    least, longest = (figure(table, f"danger_{end}_years", today).count for end in ("least", "most"))
    provider = figure(table, "provider_days", today).count
    return FiguresResult(
        hearing, counted(hearing, "day"), counted(most, "year"),
        f"{spelled(least)} to {counted(longest, 'year')}", counted(provider, "business day"),
    )  # fmt: skip


def spelled(number: int) -> str:
    """A number as a paper spells it: `fifteen`, and `180` in digits."""
    return _WORDS[number] if number < len(_WORDS) else str(number)


def counted(number: int, unit: str) -> str:
    """A number with its unit: `one year`, `fifteen days`."""
    return f"{spelled(number)} {unit}{'' if number == 1 else 's'}"
