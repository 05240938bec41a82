"""Invented charges and people: each builder gives one that may go to its court, and takes changes."""

from datetime import date
from typing import Any

from app.core.values import When
from app.law.catalogue import CALCULATIONS
from app.law.expungement.result import ChargeRow, RoutesResult

FILING = date(2026, 12, 1)

Item = dict[str, Any]


def day(year: int, month: int, number: int) -> When:
    found = date(year, month, number)
    return When(found, found)


def on(found: date) -> When:
    return When(found, found)


NATURE: Item = {
    "jurisdiction": "state", "domestic": False, "registration": False, "death_element": False,
    "intoxication": False, "cdl": False, "marijuana": False, "identity_misuse": False, "driving": False,
}  # fmt: skip

PERSON: Item = {
    "date_of_birth": day(1994, 11, 2), "pending_charges": False, "prior_expunged": False,
    "prior_petition": False, "citizen": True, "civil_suit_about_arrest": False, "coerced": False,
    "other_convictions": False, "filing_day": on(FILING),
}  # fmt: skip


def misdemeanor(**changes: Any) -> Item:
    """A class A misdemeanor of stealing, completed long ago."""
    return {
        **NATURE, "offense_text": "Stealing", "statute": "570.030", "county": "Jackson",
        "court_name": "Circuit Court of Jackson County", "case_number": "1916-CR00001",
        "level": "misdemeanor", "offense_class": "a", "disposition": "convicted",
        "offense_date": day(2018, 5, 1), "charge_date": day(2018, 5, 20), "guilt_date": day(2018, 9, 1),
        "completion_date": day(2019, 9, 1), "obligations_paid": True,
        "arresting_agency": "Kansas City Police Department", **changes,
    }  # fmt: skip


def felony(**changes: Any) -> Item:
    return misdemeanor(**{"level": "felony", "offense_class": "d", **changes})


def prostitution(**changes: Any) -> Item:
    return misdemeanor(
        **{"offense_text": "Prostitution", "statute": "567.020", "offense_class": "b", **changes}
    )


def arrest(**changes: Any) -> Item:
    """An arrest in March 2025 that led to no charge."""
    return {
        **NATURE, "offense_text": "Stealing", "statute": "570.030", "county": "Clay",
        "disposition": "arrest_only", "arrest_date": day(2025, 3, 10),
        "arresting_agency": "Gladstone Police Department", **changes,
    }  # fmt: skip


def screened(*charges: Item, today: date = FILING, **person: Any) -> RoutesResult:
    """What the calculation finds for these charges."""
    answers = {**PERSON, **person}
    found = CALCULATIONS["expungement.routes"].run(charges=charges, today=today, **answers)
    assert isinstance(found, RoutesResult), found
    return found


def only(*charges: Item, **person: Any) -> ChargeRow:
    """The row of the first charge."""
    return screened(*charges, **person).charges[0]


def said(*charges: Item, **person: Any) -> str:
    """The outcome of the first charge."""
    return only(*charges, **person).outcome
