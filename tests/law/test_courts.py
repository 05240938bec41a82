"""The circuit courts by county: 115 of them, each with its marks."""

from collections import Counter
from datetime import date

import pytest

from app.core.counties import COUNTIES as OFFERED
from app.law.courts import COUNTIES, COURTS, of_county, ordinal
from app.law.parameters import TABLE
from app.law.refusals import Refusal


def found(county: str):
    return of_county(table=TABLE, today=date(2026, 11, 23), county=county)


def test_the_counties_are_those_the_kind_county_offers():
    assert COUNTIES == OFFERED
    assert len(COUNTIES) == 115


def test_there_are_46_circuits_and_none_is_empty():
    assert {court.circuit for court in COURTS.values()} == set(range(1, 47))


def test_legal_aid_covers_every_county_as_the_programs_say():
    assert Counter(court.legal_aid for court in COURTS.values()) == {
        "Western": 40,
        "Southern": 43,
        "Mid-Missouri": 11,
        "Eastern": 21,
    }


@pytest.mark.parametrize(
    ("county", "court"),
    [
        ("Jackson", "Circuit Court of Jackson County"),
        ("St. Louis County", "Circuit Court of St. Louis County"),
        ("City of St. Louis", "Circuit Court of the City of St. Louis"),
    ],
)
def test_a_court_is_named_as_in_a_sentence(county: str, court: str):
    assert found(county).court_text == court


def test_a_circuit_read_in_a_source_is_confirmed_and_one_from_memory_is_not():
    assert (found("Jackson").circuit_text, found("Jackson").confirmed) == ("16th Judicial Circuit", True)
    assert (found("Clay").circuit_text, found("Clay").confirmed) == ("7th Judicial Circuit", False)


def test_a_name_that_is_no_county_is_refused():
    with pytest.raises(Refusal, match="not a Missouri county"):
        found("St. Louis")


@pytest.mark.parametrize(
    ("number", "text"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (13, "13th"), (22, "22nd"), (43, "43rd")],
)
def test_ordinals_end_as_they_are_spoken(number: int, text: str):
    assert ordinal(number) == text


def test_only_jackson_county_is_marked_as_the_one_with_two_courthouses():
    assert [county for county in COUNTIES if found(county).in_jackson] == ["Jackson"]


@pytest.mark.parametrize(
    ("county", "text"),
    [
        ("Jackson", "Jackson County"),
        ("St. Louis County", "St. Louis County"),
        ("City of St. Louis", "the City of St. Louis"),
        ("Ste. Genevieve", "Ste. Genevieve County"),
    ],
)
def test_a_county_is_named_as_in_a_sentence(county: str, text: str):
    assert found(county).county_text == text


def test_every_county_has_a_seat():
    assert [county for county, court in COURTS.items() if not court.seat] == []


@pytest.mark.parametrize(
    ("county", "division", "read"),
    [
        ("Jackson", "W.D. Mo., Kansas City", True),
        ("Vernon", "W.D. Mo., Joplin", True),
        ("Boone", "W.D. Mo., Jefferson City", True),
        ("City of St. Louis", "E.D. Mo.", False),
    ],
)
def test_the_federal_division_is_the_one_that_was_read_or_is_left(county: str, division: str, read: bool):
    assert (COURTS[county].federal_division, COURTS[county].division_confirmed) == (division, read)
