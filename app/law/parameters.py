"""Every legal figure as a dated parameter: its value on a day, its citation, and when it was last checked."""

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

from app.law.parameter_file import Entry, read
from app.law.refusals import BeforeFirst, Ended, NoParameter


@dataclass(frozen=True)
class Parameter:
    """One legal figure over the time it holds; `effective_to` is None while nothing ends it."""

    key: str
    title: str
    value: Decimal | str
    unit: str
    effective_from: date
    effective_to: date | None
    citation: str
    source: str
    last_checked: date
    confirmed: bool
    """False when it comes from memory: whatever rests on it must say so."""
    secondary: bool
    """True when it was read about, not read in the law itself."""
    review_by: date

    @property
    def number(self) -> Decimal:
        """The value as a number; raises TypeError for a parameter that is words."""
        if isinstance(self.value, Decimal):
            return self.value
        raise TypeError(f"{self.key} is not a number")

    @property
    def count(self) -> int:
        """The value as a whole number of days, years, hours or people."""
        return int(self.number)


@dataclass(frozen=True)
class Table:
    """All dated parameters of one edition, by key, each key's rows in order of time."""

    rows: Mapping[str, tuple[Parameter, ...]]
    digest: str = ""
    """SHA-256 of the file it was read from."""
    _found: dict[tuple[str, date], Parameter] = field(default_factory=dict, compare=False, repr=False)

    def value_on(self, key: str, day: date) -> Parameter:
        """The parameter in force on `day`; raises NoParameter, BeforeFirst or Ended, each with a sentence."""
        known = self._found.get((key, day))
        if known is None:
            known = self._found[key, day] = self._look_up(key, day)
        return known

    def _look_up(self, key: str, day: date) -> Parameter:
        rows = self.rows.get(key)
        if not rows:
            raise NoParameter(key)
        place = bisect_right([row.effective_from for row in rows], day)
        if not place:
            raise BeforeFirst(key, day, rows[0].effective_from, rows[0].title)
        row = rows[place - 1]
        if row.effective_to and day > row.effective_to:
            raise Ended(key, day, row.effective_to, row.title)
        return row

    def in_force(self, day: date) -> list[Parameter]:
        """Every parameter in force on `day`, in the order of the file."""
        return [
            row
            for row in self.all_parameters()
            if row.effective_from <= day <= (row.effective_to or date.max)
        ]

    def all_parameters(self) -> list[Parameter]:
        """Every row of every parameter, in the order of the file."""
        return [row for rows in self.rows.values() for row in rows]

    def due(self, day: date) -> list[Parameter]:
        """The parameters in force on `day` whose review day has passed: a warning, never an error."""
        return [row for row in self.in_force(day) if row.review_by < day]

    def first_day(self, key: str) -> date:
        """The first day for which `key` has a value."""
        if key not in self.rows:
            raise NoParameter(key)
        return self.rows[key][0].effective_from


def table(data: bytes, name: str = "parameters.yaml") -> Table:
    """The table in a file's bytes; raises Mistakes with the place of every fault."""
    entries = read(data, name)
    rows = {
        key: _in_order(key, [e for e in entries if e.key == key])
        for key in dict.fromkeys(e.key for e in entries)
    }
    return Table(rows, hashlib.sha256(data).hexdigest())


def _in_order(key: str, entries: list[Entry]) -> tuple[Parameter, ...]:
    """A row that names no end is ended by the day before its successor begins."""
    entries = sorted(entries, key=lambda entry: entry.begins)
    follows = [entry.begins - timedelta(days=1) for entry in entries[1:]] + [None]
    return tuple(
        Parameter(
            key, entry.title, entry.value, entry.unit, entry.begins, entry.ends or last, entry.citation,
            entry.source, entry.last_checked, entry.confirmed, entry.secondary, entry.review_by,
        )
        for entry, last in zip(entries, follows, strict=True)
    )  # fmt: skip


TABLE = table(Path(__file__).with_name("parameters.yaml").read_bytes())
"""The parameters of this version of Draftwell."""

value_on = TABLE.value_on
in_force = TABLE.in_force
all_parameters = TABLE.all_parameters
due = TABLE.due


def digest() -> str:
    """The SHA-256 of the current table, which belongs to the edition of a draft."""
    return TABLE.digest
