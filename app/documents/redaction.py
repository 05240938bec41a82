"""Which list of redactions is in force for a draft's public papers, and what holds them back without one."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from app.core.interview import Interview, Raised
from app.core.office import Office, RedactionList
from app.core.questionnaire import Form
from app.core.redactable import REDACTABLE
from app.documents.blacked import Blacked
from app.documents.edition import LAW
from app.law import parameters
from app.law.parameters import Table
from app.law.redaction import RedactionSet, set_on

UNLISTED = "redaction_list_not_entered"
"""The hold that no attorney lifts: the list itself must be entered."""
_SAY = (
    "The list of what public court papers leave out is not confirmed for this day. An attorney enters and"
    " dates the list in the office profile, under “redaction list”; it cannot be lifted."
)


@dataclass(frozen=True)
class Redaction:
    """The list a draft's redacted papers follow; `entered` is the office's own, if that is in force."""

    items: frozenset[str]
    known: RedactionSet | None
    entered: RedactionList | None = None
    stale: RedactionList | None = None
    """A list the office entered for other days than this one."""

    @property
    def unlisted(self) -> Raised | None:
        """What holds every redacted paper back while no list is sure, or None."""
        if self.entered or (self.known and self.known.confirmed):
            return None
        law = self.known.row.citation if self.known else "Rule 55.025"
        return Raised(UNLISTED, "must fix", f"{_SAY}{self._why}", (law,))

    @property
    def _why(self) -> str:
        if self.stale is None:
            return ""
        first = f" or before {self.known.row.effective_from.isoformat()}" if self.known else ""
        return f" The list of {self.stale.on.isoformat()} does not count: it is dated after this day{first}."

    def blacked(self, interview: Interview) -> Blacked:
        """What the draft blacks out."""
        return Blacked(interview, self.items)


def of(form: Form, office: Office, root: Path, today: date) -> Redaction | None:
    """The list for a draft of a form on a day, or None when none of its papers is redacted."""
    if not any(document.twins for document in form.documents):
        return None
    return _in_force(set_on(_table(root), today), office.redaction_list, today)


def _in_force(known: RedactionSet | None, entered: RedactionList | None, today: date) -> Redaction:
    """The office's list if it was entered for the rules of this day, else the rules' own.

    Where neither is sure, all that may be meant is blacked out: nobody gets the paper, and it is read anyway.
    """
    begins = known.row.effective_from if known else date.min
    if entered and begins <= entered.on <= today:
        return Redaction(frozenset(entered.items), known, entered)
    if known and known.confirmed:
        return Redaction(known.items, known, stale=entered)
    return Redaction(known.items | known.undecided if known else frozenset(REDACTABLE), known, stale=entered)


def _table(root: Path) -> Table:
    """The law an edition was kept with, or today's for a checkout."""
    kept = root / LAW
    return _read(kept.read_bytes()) if kept.is_file() else parameters.TABLE


@lru_cache(maxsize=4)
def _read(data: bytes) -> Table:
    return parameters.table(data, LAW)
