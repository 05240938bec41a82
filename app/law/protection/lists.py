"""What may be said openly of lists that also hold what is told in confidence: other cases, phone numbers."""

from dataclasses import dataclass
from datetime import date

from app.law.parameters import Table
from app.law.reading import Items, text, yes

CUSTODY = ("divorce", "custody")
"""Kinds of case that decide custody."""


@dataclass(frozen=True)
class ListsResult:
    """Plain answers about lists, without any of their words."""

    names_case: bool
    """Whether a case is told that the respondent knows."""
    names_custody_case: bool
    no_case: bool
    """Whether it is told that there is no other case or order at all (455.070)."""
    child_uses_phone: bool


def lists(
    *,
    table: Table,
    today: date,
    cases: Items | None = None,
    custody_case: object = None,
    respondent_filed: object = None,
    phones: Items | None = None,
) -> ListsResult:
    """Which sentences on other cases and numbers hold; no case is said only when none at all is told."""
    known = [case for case in cases or () if yes(case.get("case_known"))]
    custody_told = text(custody_case) in ("pending", "decided")
    return ListsResult(
        names_case=bool(known),
        names_custody_case=any(text(case.get("case_kind")) in CUSTODY for case in known),
        no_case=cases is not None and not cases and not custody_told and yes(respondent_filed) is False,
        child_uses_phone=any(text(phone.get("phone_user")) == "child" for phone in phones or ()),
    )
