"""The sums of a wage result: the period, what was worked and paid, and the total of each track."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.days import plain, span
from app.law.money import ZERO, count, hours, hours_said, money
from app.law.totals import Total
from app.law.tracks import Week


@dataclass(frozen=True, kw_only=True)
class Period:
    """Which workweeks there are."""

    weeks_count: int
    weeks_count_text: str
    first_day: date | None
    first_day_text: str
    last_day: date | None
    last_day_text: str
    period_text: str


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What was worked and paid over all workweeks."""

    hours: Decimal
    hours_text: str
    hours_said: str
    """With the noun: `38.00 hours`, `1.00 hour`."""
    overtime_hours: Decimal
    overtime_hours_text: str
    paid: Decimal
    """Gross pay."""
    paid_text: str
    deductions: Decimal
    """Deductions that were counted against the pay."""
    deductions_text: str
    effective_pay: Decimal
    effective_pay_text: str
    tips: Decimal
    tips_text: str


@dataclass(frozen=True, kw_only=True)
class MissouriTotal:
    """The Missouri track: unpaid wages, twice that sum as liquidated damages, and both (RSMo 290.527)."""

    missouri_unpaid: Decimal
    missouri_unpaid_text: str
    missouri_minimum_part: Decimal
    missouri_minimum_part_text: str
    missouri_overtime_part: Decimal
    missouri_overtime_part_text: str
    missouri_liquidated: Decimal
    missouri_liquidated_text: str
    missouri_total: Decimal
    missouri_total_text: str
    missouri_weeks: int
    """Workweeks short on this track."""
    missouri_weeks_text: str
    has_missouri: bool
    has_minimum_part: bool
    has_overtime_part: bool


@dataclass(frozen=True, kw_only=True)
class FederalTotal:
    """The federal track: unpaid wages, an equal sum as liquidated damages, and both (29 USC 216(b))."""

    federal_unpaid: Decimal
    federal_unpaid_text: str
    federal_liquidated: Decimal
    federal_liquidated_text: str
    federal_total: Decimal
    federal_total_text: str
    federal_weeks: int
    federal_weeks_text: str
    has_federal: bool


@dataclass(frozen=True, kw_only=True)
class ContractTotal:
    """The contract track: promised wages that were not paid, once."""

    contract_unpaid: Decimal
    contract_unpaid_text: str
    contract_weeks: int
    contract_weeks_text: str
    has_contract: bool


def period(weeks: tuple[Week, ...]) -> Period:
    """The first and the last day of the workweeks."""
    first = weeks[0].measure.worked.starts if weeks else None
    last = weeks[-1].measure.worked.ends if weeks else None
    return Period(
        weeks_count=len(weeks),
        weeks_count_text=count(len(weeks), "workweek"),
        first_day=first,
        first_day_text=plain(first) if first else "",
        last_day=last,
        last_day_text=plain(last) if last else "",
        period_text=span(first, last) if first and last else "",
    )


def sums(weeks: tuple[Week, ...]) -> Sums:
    """Hours, pay, deductions and tips of all workweeks together."""
    worked = sum((w.measure.worked.hours for w in weeks), ZERO)
    over = sum((w.missouri.overtime_hours for w in weeks), ZERO)
    paid = sum((w.measure.pay.gross for w in weeks), ZERO)
    taken = sum((w.measure.pay.deductions for w in weeks), ZERO)
    tips = sum((w.measure.worked.tips or ZERO for w in weeks), ZERO)
    return Sums(
        hours=worked, hours_text=hours(worked), hours_said=hours_said(worked),
        overtime_hours=over, overtime_hours_text=hours(over),
        paid=paid, paid_text=money(paid), deductions=taken, deductions_text=money(taken),
        effective_pay=paid - taken, effective_pay_text=money(paid - taken), tips=tips, tips_text=money(tips),
    )  # fmt: skip


def missouri_total(found: Total) -> MissouriTotal:
    """The Missouri total in numbers and words."""
    overtime = found.unpaid - found.minimum_part
    return MissouriTotal(
        missouri_unpaid=found.unpaid, missouri_unpaid_text=money(found.unpaid),
        missouri_minimum_part=found.minimum_part, missouri_minimum_part_text=money(found.minimum_part),
        missouri_overtime_part=overtime, missouri_overtime_part_text=money(overtime),
        missouri_liquidated=found.liquidated, missouri_liquidated_text=money(found.liquidated),
        missouri_total=found.total, missouri_total_text=money(found.total),
        missouri_weeks=found.weeks, missouri_weeks_text=count(found.weeks, "workweek"),
        has_missouri=bool(found.unpaid), has_minimum_part=bool(found.minimum_part),
        has_overtime_part=bool(overtime),
    )  # fmt: skip


def federal_total(found: Total) -> FederalTotal:
    """The federal total in numbers and words."""
    return FederalTotal(
        federal_unpaid=found.unpaid, federal_unpaid_text=money(found.unpaid),
        federal_liquidated=found.liquidated, federal_liquidated_text=money(found.liquidated),
        federal_total=found.total, federal_total_text=money(found.total),
        federal_weeks=found.weeks, federal_weeks_text=count(found.weeks, "workweek"),
        has_federal=bool(found.unpaid),
    )  # fmt: skip


def contract_total(found: Total) -> ContractTotal:
    """The contract total in numbers and words."""
    return ContractTotal(
        contract_unpaid=found.unpaid, contract_unpaid_text=money(found.unpaid),
        contract_weeks=found.weeks, contract_weeks_text=count(found.weeks, "workweek"),
        has_contract=bool(found.unpaid),
    )  # fmt: skip
