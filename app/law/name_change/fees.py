"""What lists of 2026 say a change of name costs in a county; the clerk has to confirm every figure."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.money import money
from app.law.parameters import Table
from app.law.reading import text
from app.law.refusals import Refusal


@dataclass(frozen=True)
class FeeResult:
    """The fee and the deposit for publication that were read about for one county."""

    county: str
    fee: Decimal
    """0 when no list that was read has this county."""
    fee_text: str
    has_fee: bool
    deposit: Decimal
    deposit_text: str
    has_deposit: bool
    """Whether the county is said to take a deposit for publication that no fee waiver reaches."""


def fees(*, table: Table, today: date, county: object) -> FeeResult:
    """The dated figures for a county, each to be confirmed with its clerk."""
    name = text(county)
    fee, deposit = (_figure(f"name_change_{what}_{_slug(name)}", table, today) for what in ("fee", "deposit"))
    return FeeResult(
        name, fee, money(fee) if fee else "", bool(fee), deposit, money(deposit) if deposit else "",
        bool(deposit),
    )  # fmt: skip


def _slug(county: str) -> str:
    return re.sub(r"[^a-z]+", "_", county.casefold()).strip("_")


def _figure(key: str, table: Table, today: date) -> Decimal:
    """The figure in force, or 0 where the table has none."""
    try:
        return table.value_on(key, today).number
    except Refusal:
        return Decimal(0)
