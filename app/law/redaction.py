"""What a public court paper leaves out on a day (Rule 55.025, Court Operating Rule 4.24(b))."""

from dataclasses import dataclass
from datetime import date

from app.core.redactable import REDACTABLE
from app.law.parameters import Parameter, Table
from app.law.refusals import Refusal

_LISTED, _UNDECIDED = "redaction_listed", "redaction_not_stated"


@dataclass(frozen=True)
class RedactionSet:
    """The items that the rules in force on a day name, and those about which they are not known to speak."""

    items: frozenset[str]
    undecided: frozenset[str]
    """Items an attorney decides about, because no source says whether the list still names them."""
    row: Parameter

    @property
    def confirmed(self) -> bool:
        """Whether somebody has read the list in its source."""
        return self.row.confirmed


def set_on(table: Table, day: date) -> RedactionSet | None:
    """The list in force on a day, or None when the table knows of none."""
    try:
        row = table.value_on(_LISTED, day)
    except Refusal:
        return None
    return RedactionSet(_items(row), _items(_not_stated(table, day)), row)


def _not_stated(table: Table, day: date) -> Parameter | None:
    try:
        return table.value_on(_UNDECIDED, day)
    except Refusal:
        return None


def _items(row: Parameter | None) -> frozenset[str]:
    named = {item.strip() for item in str(row.value).split(";")} if row else set()
    return frozenset(named & set(REDACTABLE))
