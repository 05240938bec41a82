"""What the suggestions may say of Rule 55.0275, which was not read here: nothing before an attorney has."""

from dataclasses import dataclass
from datetime import date

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.law.parameters import Table
from app.law.reading import yes


@dataclass(frozen=True)
class SealingResult:
    """Whether the attorney has read the rule in force, and what stands in its place until then."""

    was_read: bool
    open_text: str
    """A marked gap while the rule was not read; "" once it was."""


def sealing(*, table: Table, today: date, rule_read: object = None) -> SealingResult:
    """The state of the rule by the attorney's word alone; only a yes counts."""
    if yes(rule_read):
        return SealingResult(True, "")
    what = "what Rule 55.0275 in force asks the court to find"
    return SealingResult(False, f"{GAP_OPEN}to be confirmed: {what}{GAP_CLOSE}")
