"""The value of forced labor (F8): the federal and Missouri measure, the greater of value and income."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.cautions import about_unmeasured
from app.law.claim import Claim
from app.law.days import span
from app.law.lines import Overtime
from app.law.money import ZERO, cents, hours, money
from app.law.notes import Caution
from app.law.reading import not_negative
from app.law.spans import total
from app.law.tracks import Week


@dataclass(frozen=True)
class ValueRow:
    """One workweek's labor at the federal and at the Missouri minimum, overtime premium included."""

    span: str
    hours: str
    federal_value: str
    missouri_value: str


@dataclass(frozen=True, kw_only=True)
class LaborValueResult:
    """What `wages.trafficking` finds, for the memo only; wages received are not subtracted."""

    hours: Decimal
    hours_text: str
    federal_value: Decimal
    federal_value_text: str
    missouri_value: Decimal
    missouri_value_text: str
    federal_with_liquidated: Decimal
    federal_with_liquidated_text: str
    defendant_income: Decimal
    defendant_income_text: str
    has_income: bool
    greater: Decimal
    """The greater of the federal value and the income to the defendant, 18 USC 1593; the least it can be
    while that income is not known."""
    greater_text: str
    greater_of_text: str
    """Which of the two it is; "" while the income is not known and the greater cannot be named."""
    paid: Decimal
    paid_text: str
    has_rows: bool
    rows: tuple[ValueRow, ...]
    cautions: tuple[Caution, ...]


def labor_value(claim: Claim, defendant_income: object = None) -> LaborValueResult:
    """The labor of all workweeks, each rounded to the cent."""
    income = not_negative(defendant_income, "The defendant's income")
    values = [_values(week) for week in claim.weeks]
    federal, missouri = sum((v[0] for v in values), ZERO), sum((v[1] for v in values), ZERO)
    doubled = federal * (1 + claim.terms.number("liquidated_federal", claim.terms.today))
    worked = sum((week.measure.worked.hours for week in claim.weeks), ZERO)
    paid = sum((week.measure.pay.gross for week in claim.weeks), ZERO)
    greater = max(federal, income or ZERO)
    return LaborValueResult(
        hours=worked,
        hours_text=hours(worked),
        federal_value=federal,
        federal_value_text=money(federal),
        missouri_value=missouri,
        missouri_value_text=money(missouri),
        federal_with_liquidated=doubled,
        federal_with_liquidated_text=money(doubled),
        defendant_income=income or ZERO,
        defendant_income_text="not known" if income is None else money(income),
        has_income=income is not None,
        greater=greater,
        greater_text=money(greater),
        greater_of_text=_greater_of(federal, income),
        paid=paid,
        paid_text=money(paid),
        has_rows=bool(claim.weeks),
        rows=tuple(_row(week) for week in claim.weeks),
        cautions=(*about_unmeasured(claim), *_CAUTIONS),
    )


def _greater_of(federal: Decimal, income: Decimal | None) -> str:
    if income is None:
        return ""
    return "the income to the defendant" if income > federal else "the value of the labor"


def _values(week: Week) -> tuple[Decimal, Decimal]:
    found = week.measure
    return _value(total(found.federal), week, found.federal_overtime), _value(
        total(found.missouri), week, found.missouri_overtime
    )


def _value(straight: Decimal, week: Week, over: Overtime) -> Decimal:
    premium = straight * over.hours * over.extra / week.measure.worked.hours if over.hours else ZERO
    return cents(straight + premium)


def _row(week: Week) -> ValueRow:
    worked = week.measure.worked
    federal, missouri = _values(week)
    return ValueRow(span(worked.starts, worked.ends), hours(worked.hours), money(federal), money(missouri))


_CAUTIONS = (
    Caution(
        "Restitution takes the greater of the income or value to the defendant and the federal value of the"
        " labor; wages received are shown apart, and whether they are set off is for the attorney.",
        "18 USC 1593",
        "check",
    ),
    Caution(
        "One court of appeals put federal liquidated damages into the restitution figure; the doubled"
        " value is shown.",
        "18 USC 1593; United States v. Edwards (4th Cir. 2021)",
        "check",
    ),
    Caution("Release no part of criminal restitution in a wage letter.", "18 USC 1593", "note"),
)
