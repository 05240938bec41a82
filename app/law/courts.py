"""Missouri's circuit courts by county: circuit, seat, federal division, legal aid, with their marks."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.law.parameters import Table
from app.law.reading import text
from app.law.refusals import Refusal

CITATION = "RSMo 46.040; RSMo 478.073"
LAST_CHECKED = date(2026, 11, 23)
"""The day the county table was last checked."""


@dataclass(frozen=True)
class Court:
    """The circuit court of one county, or of the City of St. Louis."""

    county: str
    circuit: int
    circuit_confirmed: bool
    """False while the circuit's membership comes from memory; seats and legal-aid regions all do."""
    seat: str
    seat_note: str
    federal_division: str
    division_confirmed: bool
    """False where the district follows only because the western district's list does not name the county."""
    legal_aid: str

    @property
    def name(self) -> str:
        """The court's name in a sentence: `Circuit Court of Jackson County`."""
        return f"Circuit Court of {self.county_text}"

    @property
    def county_text(self) -> str:
        """The county in a sentence: `Jackson County`, `St. Louis County`, `the City of St. Louis`."""
        return f"the {self.county}" if self.is_city else self.place

    @property
    def place(self) -> str:
        """The county without an article: `Jackson County`, `City of St. Louis`."""
        return self.county if self.is_city or self.county.endswith("County") else f"{self.county} County"

    @property
    def is_city(self) -> bool:
        """Whether this is the City of St. Louis, which lies in no county."""
        return self.county.startswith("City of")


@dataclass(frozen=True)
class CourtResult:
    """What `courts.of_county` finds, in printed words."""

    county: str
    court_text: str
    circuit: int
    circuit_text: str
    seat: str
    seat_note: str
    division_text: str
    legal_aid_text: str
    confirmed: bool
    confirmed_text: str
    citation: str
    in_jackson: bool
    """Jackson County has two courthouses, so a paper filed there says which."""
    county_text: str
    """The county in a sentence: `Jackson County`, `the City of St. Louis`."""


def _read(path: Path) -> Mapping[str, Court]:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["county"]: _court(row) for row in csv.DictReader(file)}


def _court(row: Mapping[str, str]) -> Court:
    return Court(
        row["county"],
        int(row["circuit"]),
        row["circuit_mark"] == "seen",
        row["seat"],
        row["seat_note"],
        row["federal_division"],
        row["federal_mark"] == "seen",
        row["legal_aid"],
    )


COURTS = _read(Path(__file__).with_name("counties.csv"))
"""Every court by its county's name, in the order of the counties' list."""

COUNTIES: tuple[str, ...] = tuple(COURTS)

JACKSON = "Jackson"
"""The county with two courthouses, at Kansas City and at Independence."""


def ordinal(number: int) -> str:
    """A number as circuits are named: `16th`, `22nd`."""
    last = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{last}"


def court_of(county: object) -> Court:
    """The court of a county by its name in the list; raises Refusal for any other name."""
    court = COURTS.get(text(county))
    if court is None:
        raise Refusal(
            "That is not a Missouri county; choose one of the 114 counties or the City of St. Louis."
        )
    return court


def of_county(*, table: Table, today: date, county: object) -> CourtResult:
    """What is known of the court of a county; raises Refusal for a name that is not in the list."""
    court = court_of(county)
    confirmed = court.circuit_confirmed
    return CourtResult(
        court.county,
        court.name,
        court.circuit,
        f"{ordinal(court.circuit)} Judicial Circuit",
        court.seat,
        court.seat_note,
        court.federal_division,
        _PROGRAMS[court.legal_aid],
        confirmed,
        "circuit read in a source" if confirmed else "circuit not confirmed; check the court's own page",
        CITATION,
        court.county == JACKSON,
        court.county_text,
    )


_PROGRAMS = {
    "Western": "Legal Aid of Western Missouri",
    "Southern": "Legal Services of Southern Missouri",
    "Eastern": "Legal Services of Eastern Missouri",
    "Mid-Missouri": "Mid-Missouri Legal Services",
}
