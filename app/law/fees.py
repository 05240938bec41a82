"""Filing fees and deposits seen for single counties: dated, secondary, for the clerk to confirm."""

import csv
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from app.law.courts import court_of
from app.law.money import money
from app.law.parameters import Table
from app.law.reading import text

CITATION = "RSMo 514.040; the circuit clerk’s list"
LAST_CHECKED = date(2026, 11, 24)
"""The day the table was last compared with the law notes."""
ASK = "ask the clerk"
USUAL = "name_change"
"""The kind of case that is meant when none is named."""


@dataclass(frozen=True)
class Fee:
    """One sum of one county for one kind of case, from a day on."""

    county: str
    kind: str
    item: str
    """`filing` or `deposit`, the deposit for publication."""
    amount: Decimal
    since: date
    source: str


@dataclass(frozen=True)
class FeeResult:
    """What starting a case costs in a county, as far as a list was seen."""

    county: str
    known: bool
    """Whether a filing fee was seen for this county."""
    amount: Decimal | None
    amount_text: str
    """`$142.50`, or that the clerk is to be asked."""
    deposit_known: bool
    deposit: Decimal | None
    deposit_text: str
    confirmed: bool
    """Never: no figure was read in the clerk's own list."""
    confirmed_text: str
    source_text: str
    citation: str


def _read(path: Path) -> tuple[Fee, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Fee(
                row["county"], row["kind"], row["item"], Decimal(row["amount"]),
                date.fromisoformat(row["from"]), row["source"],
            )
            for row in csv.DictReader(file)
        )  # fmt: skip


FEES = _read(Path(__file__).with_name("fees.csv"))
"""Every figure seen, in the order of the file."""


def of_county(*, table: Table, today: date, county: object, kind: object = None) -> FeeResult:
    """The sums seen for a county, for a name change unless `kind` says else; Refusal for no county."""
    court = court_of(county)
    wanted = text(kind) or USUAL
    filing, deposit = (_seen(court.county, wanted, item, today) for item in ("filing", "deposit"))
    sources = dict.fromkeys(fee.source for fee in (filing, deposit) if fee)
    return FeeResult(
        county=court.county,
        known=filing is not None,
        amount=filing.amount if filing else None,
        amount_text=money(filing.amount) if filing else ASK,
        deposit_known=deposit is not None,
        deposit=deposit.amount if deposit else None,
        deposit_text=money(deposit.amount) if deposit else f"{ASK} whether one is taken",
        confirmed=False,
        confirmed_text="not confirmed: confirm with the clerk",
        source_text="; ".join(sources) or "no list was seen for this county",
        citation=CITATION,
    )


def _seen(county: str, kind: str, item: str, today: date) -> Fee | None:
    found = [
        fee for fee in FEES if (fee.county, fee.kind, fee.item) == (county, kind, item) and fee.since <= today
    ]
    return max(found, key=lambda fee: fee.since, default=None)
