"""What a calculation's result shows the reviewing attorney: tables and workings, each with its part."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Part = Literal["screening", "choices", "deadlines", "calendar", "more", "working"]
"""Where in the memo: what may be filed, sums to choose, deadlines, calendar, other points, arithmetic."""


@dataclass(frozen=True)
class Headline:
    """One line for the first page: what is claimed with its sum or, with a `day`, what ends after it."""

    label: str
    text: str
    day: date | None = None


@dataclass(frozen=True)
class MemoTable:
    """A table of words; `numbers` are the positions of columns that hold figures."""

    part: Part
    title: str
    columns: tuple[str, ...]
    """Two to seven headings."""
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    wide: int = 0
    """The position of the column with most words: 2 of four and 3 of five are drawn wider, no others."""
    heads: tuple[int, ...] = ()
    """The positions of rows that stand above those that follow them, like the title of a group."""
    headlines: tuple[Headline, ...] = ()
    """What of it the attorney must see on the first page."""


@dataclass(frozen=True)
class Line:
    """One step of a working with the law it rests on."""

    text: str
    law: str = ""


@dataclass(frozen=True)
class Working:
    """The steps of one computation under its title."""

    part: Part
    title: str
    lines: tuple[Line, ...]


Shown = MemoTable | Working
