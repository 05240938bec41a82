"""The values an answer becomes once its kind has read it; plain, frozen and comparable."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

GAP_OPEN = "\ufdd0"
GAP_CLOSE = "\ufdd1"
"""Noncharacters around the printed words of a gap; refused at entry, turned into a mark by every renderer."""

Cause = Literal["not known", "not safe", "undecided"]
Precision = Literal["exact", "about", "month", "season", "year", "range"]


@dataclass(frozen=True)
class Gap:
    """An answer not known yet or not safe to say, or a choice an attorney has not made."""

    cause: Cause
    reason: str = ""


@dataclass(frozen=True)
class Blank:
    """An optional question left empty on purpose; it prints nothing."""


@dataclass(frozen=True)
class Name:
    """A person's name by its parts."""

    first: str = ""
    middle: str = ""
    last: str = ""
    suffix: str = ""

    @property
    def full(self) -> str:
        """The parts that are there, in order, with one space between them."""
        return " ".join(part for part in (self.first, self.middle, self.last, self.suffix) if part)


@dataclass(frozen=True)
class Address:
    """A United States postal address; `safe_at_home` says it is the substitute of RSMo 589.663."""

    street: str
    unit: str
    city: str
    state: str
    zip: str
    safe_at_home: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """The address as it stands on an envelope, without the name."""
        first = f"{self.street}, {self.unit}" if self.unit else self.street
        return first, f"{self.city}, {self.state} {self.zip}"


@dataclass(frozen=True)
class When:
    """A date as exactly as it is known: the earliest and the latest day it can mean."""

    earliest: date
    latest: date
    precision: Precision = "exact"

    @property
    def exact(self) -> bool:
        """Whether it names one day and means that day."""
        return self.precision == "exact"


@dataclass(frozen=True)
class Item:
    """One item of a list: its lasting id and the answers given about it by question name."""

    id: str
    answers: "Mapping[str, Value]"


Value = str | bool | int | Decimal | tuple[str, ...] | tuple[Item, ...] | Name | Address | When | Gap | Blank
