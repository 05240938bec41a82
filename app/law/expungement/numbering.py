"""Cites RSMo 610.140 with the subsection numbers in force on the filing day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.law.days import plain
from app.law.parameters import Table

KEY = "expungement_numbering"


@dataclass(frozen=True)
class Numbering:
    """Where RSMo 610.140 says what, on one day."""

    places: Mapping[str, str]
    begins: date

    def cite(self, topic: str, part: str = "") -> str:
        """The citation of a topic, with a part of it: `RSMo 610.140.6(1)`."""
        return f"RSMo {self.places[topic]}{part}"

    @property
    def text(self) -> str:
        """Which numbering it is, for the memo."""
        return f"Subsections of RSMo 610.140 are cited as numbered since {plain(self.begins)}."


def numbering(table: Table, day: date) -> Numbering:
    """The numbering in force on a day; raises a Refusal for one before the section was rewritten in 2018."""
    found = table.value_on(KEY, day)
    pairs = (entry.rsplit(" ", 1) for entry in entries(str(found.value)))
    return Numbering({topic.strip(): place for topic, place in pairs}, found.effective_from)


def entries(words: str) -> tuple[str, ...]:
    """The entries of a dated list, which stand between semicolons."""
    return tuple(entry.strip() for entry in words.split(";") if entry.strip())
