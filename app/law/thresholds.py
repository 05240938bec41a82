"""Limits and windows of the law that a claim may fall on one side or the other of."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.days import plain
from app.law.money import money
from app.law.parameters import Parameter, Table
from app.law.reading import moment, not_negative
from app.law.refusals import Refusal


@dataclass(frozen=True)
class SmallClaimsResult:
    """Whether a sum fits small claims court."""

    within: bool
    amount_text: str
    cap: Decimal
    cap_text: str
    citation: str


@dataclass(frozen=True)
class WindowsResult:
    """Whether some of the work fell in a time when the law stood differently."""

    sick_time: bool
    sick_time_text: str
    sick_time_citation: str
    public_employer: bool
    """Whether some of the work lay before public employers were brought under the Missouri minimum wage."""
    public_employer_text: str
    public_employer_citation: str


def small_claims(*, table: Table, today: date, amount: object) -> SmallClaimsResult:
    """Compares a sum with the limit in force today."""
    claimed = not_negative(amount, "The sum claimed")
    if claimed is None:
        raise Refusal("A sum is needed to compare with the limit of small claims court.")
    cap = table.value_on("small_claims_cap", today)
    return SmallClaimsResult(
        claimed <= cap.number, money(claimed), cap.number, money(cap.number), cap.citation
    )


def windows(*, table: Table, today: date, first_day: object, last_day: object = None) -> WindowsResult:
    """Looks at the work from its earliest first day to its latest last day, or to today while it goes on."""
    first, last = moment(first_day), moment(last_day)
    if first is None:
        raise Refusal("The first day of work is needed to see which law was in force.")
    begins, ends = first.earliest, last.latest if last else today
    sick = table.rows["paid_sick_time"][0]
    outside = next(row for row in table.rows["public_employer_minimum_wage"] if row.value == "outside")
    in_sick, in_outside = _touches(sick, begins, ends), _touches(outside, begins, ends)
    return WindowsResult(
        in_sick,
        f"Some of the work fell between {_between(sick)}, when paid sick time was the law."
        if in_sick
        else "",
        sick.citation,
        in_outside,
        f"Some of the work lay before {_after(outside)}, when public employers were outside."
        if in_outside
        else "",
        outside.citation,
    )


def _touches(row: Parameter, begins: date, ends: date) -> bool:
    return begins <= (row.effective_to or date.max) and ends >= row.effective_from


def _between(row: Parameter) -> str:
    return (
        f"{plain(row.effective_from)} and {plain(row.effective_to)}"
        if row.effective_to
        else plain(row.effective_from)
    )


def _after(row: Parameter) -> str:
    return plain(date.fromordinal(row.effective_to.toordinal() + 1)) if row.effective_to else "now"
