"""Cities that lie in several counties: a hint to check the county, which a city never decides."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.core.values import Address
from app.law.money import listed
from app.law.parameters import Table
from app.law.reading import text

CITATION = "RSMo 46.040"


@dataclass(frozen=True)
class City:
    """A city and every county in which a part of it is known to lie."""

    name: str
    counties: tuple[str, ...]
    confirmed: bool
    """False while it comes from memory."""


@dataclass(frozen=True)
class CityResult:
    """What a city says about the county: never which one it is."""

    city: str
    several: bool
    """Whether the city is known to lie in more than one county."""
    counties_text: str
    """Their names, or "" for a city that is not in the table."""
    elsewhere: bool
    """Whether the county given is none of those known."""
    hint: str
    confirmed: bool
    citation: str


def _read(path: Path) -> Mapping[str, City]:
    with path.open(encoding="utf-8", newline="") as file:
        return {
            _key(row["city"]): City(row["city"], tuple(row["counties"].split(";")), row["mark"] == "seen")
            for row in csv.DictReader(file)
        }


def _key(city: str) -> str:
    return city.casefold().replace("’", "'").replace("saint ", "st. ").replace("st ", "st. ").strip()


CITIES = _read(Path(__file__).with_name("cities.csv"))
"""By the city's name as it is looked up."""


def counties_of_city(*, table: Table, today: date, city: object, county: object = None) -> CityResult:
    """The counties a city may lie in; a city that is not in the table says nothing at all.

    Of an address only its city is looked at, and neither it nor its counties are named in the result.
    """
    if isinstance(city, Address):
        return _unnamed(city)
    given, chosen = text(city), text(county)
    found = CITIES.get(_key(given))
    if found is None:
        return CityResult(given, False, "", False, "", True, CITATION)
    elsewhere = bool(chosen) and chosen not in found.counties
    return CityResult(
        city=found.name,
        several=True,
        counties_text=listed(list(found.counties)),
        elsewhere=elsewhere,
        hint=_hint(found, chosen if elsewhere else ""),
        confirmed=found.confirmed,
        citation=CITATION,
    )


def _unnamed(address: Address) -> CityResult:
    found = CITIES.get(_key(address.city))
    hint = "The city of this address lies in several counties. Check the county by the exact address."
    known = found is not None and found.confirmed
    return CityResult("", found is not None, "", False, hint if found else "", known or not found, CITATION)


def _hint(city: City, elsewhere: str) -> str:
    memory = "" if city.confirmed else " (from memory, not confirmed)"
    lies = f"{city.name} lies in several counties: {listed(list(city.counties))}{memory}."
    other = f" {elsewhere} is none of them." if elsewhere else ""
    return f"{lies}{other} Check the county by the exact address; the city does not decide it."
