"""What single courts ask for beside the statewide rules: a small dated table, each line with its mark."""

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.law.courts import court_of
from app.law.days import plain
from app.law.parameters import Table

LAST_CHECKED = date(2026, 11, 24)
"""The day the table was last compared with the law notes."""
_MARKS = {
    "seen": "read in the rule",
    "secondary": "read in a secondary source; confirm with the clerk",
    "recall": "not confirmed",
}


@dataclass(frozen=True)
class LocalRule:
    """One thing a court asks for, in printed words."""

    about: str
    says: str
    citation: str
    from_text: str
    """Since when it holds, or "" where no day was seen."""
    confirmed: bool
    """Whether it was read in the rule itself."""
    confirmed_text: str


@dataclass(frozen=True)
class LocalRulesResult:
    """The local rules known for a county."""

    county: str
    notes: tuple[LocalRule, ...]
    has_notes: bool
    none_text: str
    """What to do where none is known; "" where some are."""


@dataclass(frozen=True)
class _Row:
    county: str
    since: date | None
    rule: LocalRule


def _read(path: Path) -> tuple[_Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_row(row) for row in csv.DictReader(file))


def _row(row: dict[str, str]) -> _Row:
    since = date.fromisoformat(row["from"]) if row["from"] else None
    seen = row["mark"] == "seen"
    said = plain(since) if since else ""
    rule = LocalRule(row["about"], row["says"], row["citation"], said, seen, _MARKS[row["mark"]])
    return _Row(row["county"], since, rule)


ROWS = _read(Path(__file__).with_name("local_rules.csv"))
"""Every line, in the order of the file."""


def local_rules(*, table: Table, today: date, county: object) -> LocalRulesResult:
    """The local rules known for a county that hold today; raises Refusal for a name that is no county."""
    court = court_of(county)
    notes = tuple(row.rule for row in ROWS if row.county == court.county and (row.since or today) <= today)
    none = f"No local rule of {court.county_text} is in the table. Ask the clerk or read the court’s page."
    return LocalRulesResult(court.county, notes, bool(notes), "" if notes else none)
