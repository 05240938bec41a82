"""RSMo 610.141: drug offenses the state expunges by itself, which use up places under the limits."""

from dataclasses import dataclass
from datetime import date

from app.law.days import plain
from app.law.expungement.charge import Charge
from app.law.expungement.record import Record
from app.law.expungement.spelled import several
from app.law.expungement.statute import listed
from app.law.parameters import Table
from app.law.reading import moment
from app.law.refusals import BeforeFirst


@dataclass(frozen=True)
class DrugLawResult:
    """What `expungement.drug_law` finds: the figures of RSMo 610.141 in words; "" before that law."""

    latest_text: str
    """The day by which it should be at work, as in `January 1, 2027`."""
    other_wait_text: str
    """The wait after a misdemeanor: `one year`."""
    felony_wait_text: str
    """The wait after a felony: `three years`."""


def drug_law(*, table: Table, today: date, filing_day: object = None) -> DrugLawResult:
    """The figures on the planned day of filing, else today; for readers of any paper."""
    planned = moment(filing_day)
    return _figures(table, planned.earliest if planned else today)


def _figures(table: Table, day: date) -> DrugLawResult:
    try:
        latest = date.fromisoformat(str(table.value_on("expungement_automatic_day", day).value))
    except BeforeFirst:
        return DrugLawResult("", "", "")
    other, felony = (
        several(table.value_on(f"expungement_automatic_{level}_years", day).count, "year")
        for level in ("other", "felony")
    )
    return DrugLawResult(plain(latest), other, felony)


def drug(charge: Charge, record: Record) -> bool:
    """Whether it is one of the offenses the state expunges by itself."""
    on_list = listed(record.words("automatic_statutes"))
    return charge.guilt and charge.missouri and any(each in on_list for each in charge.sections)


def automatic_day(record: Record) -> str:
    """The day from which they are expunged without a petition at the latest; "" before that law."""
    return _figures(record.table, record.filing).latest_text


def automatic_text(record: Record) -> str:
    """What the law does and asks for, as a summary tells it; "" before that law."""
    law = _figures(record.table, record.filing)
    if not law.latest_text:
        return ""
    return (
        f"As a commercial summary tells the law of 2026, whose words were not read: from {law.latest_text} at"
        " the latest, Missouri expunges certain convictions of drug possession and paraphernalia by itself;"
        f" nobody applies. The wait is {law.other_wait_text} after the final disposition of a misdemeanor and"
        f" {law.felony_wait_text} of a felony; every charge of the conviction must qualify, none may have"
        " followed but traffic, none be pending, and none be a class A felony. Each uses up a place of the"
        " lifetime limit. If one is passed over, a petition under RSMo 610.140 is the only remedy."
        " Secondary, not confirmed."
    )
