"""What a petition prints: caption, counts, the text of each charge, and who must be named."""

from datetime import date
from typing import Any

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN, When
from app.law.expungement.paper import CourtPetition
from tests.law.expungement.invented import Item, arrest, day, felony, misdemeanor, screened


def petition(*charges: Item, **person: Any) -> CourtPetition:
    (found,) = screened(*charges, **person).petitions
    return found


def names(*charges: Item) -> list[str]:
    return [each.name for each in petition(*charges).defendants]


ALWAYS = [
    "Circuit Court of Jackson County",
    "Prosecuting Attorney of Jackson County",
    "Kansas City Police Department",
    "Missouri State Highway Patrol, Criminal Justice Information Services Division",
]


def test_court_prosecutor_agency_and_repository_are_always_named():
    assert names(misdemeanor()) == ALWAYS


def test_a_driving_offense_names_the_department_of_revenue():
    assert "Missouri Department of Revenue" in names(misdemeanor(driving=True))
    assert "Missouri Department of Revenue" in names(misdemeanor(statute="303.025"))


def test_prison_or_probation_names_the_department_of_corrections():
    assert "Missouri Department of Corrections" in names(misdemeanor(corrections=True))


def test_whoever_booked_and_every_other_agency_is_named():
    found = names(
        misdemeanor(booked_by="Jackson County Sheriff", other_agencies="Metro Task Force; State Lab\n")
    )
    assert found[3:6] == ["Jackson County Sheriff", "Metro Task Force", "State Lab"]


def test_an_ordinance_names_the_municipal_division_and_prosecutor():
    ordinance = misdemeanor(
        jurisdiction="municipal", level="ordinance", offense_class=None, ordinance_jail=True,
        statute="50-107", municipality="Raytown", court_name="",
    )  # fmt: skip
    assert names(ordinance)[:2] == ["Raytown Municipal Division", "Municipal Prosecutor of Raytown"]


def city_case(**changes: Any) -> Item:
    return misdemeanor(
        **{
            "jurisdiction": "municipal", "level": "ordinance", "offense_class": None, "ordinance_jail": True,
            "statute": "50-107", "court_name": "", **changes,
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("city", "office"),
    [
        ("Kansas City", "Municipal Prosecutor of Kansas City"),
        ("City of Raytown", "Municipal Prosecutor of the City of Raytown"),
        ("St. Charles", "Municipal Prosecutor of St. Charles"),
    ],
)
def test_a_city_s_prosecutor_is_never_the_county_s(city: str, office: str):
    assert names(city_case(municipality=city))[1] == office


@pytest.mark.parametrize(
    "city", ["St. Louis", "City of St. Louis", "the City of St. Louis", "Saint Louis", ""]
)
def test_the_office_for_city_cases_of_st_louis_must_be_found_out(city: str):
    found = petition(city_case(municipality=city, county="City of St. Louis")).defendants[1]
    assert not found.given
    assert (
        found.name == f"{GAP_OPEN}to be confirmed: municipal prosecutor of the City of St. Louis{GAP_CLOSE}"
    )


def test_the_office_named_in_the_papers_of_st_louis_is_taken_as_it_is():
    case = city_case(municipality="St. Louis", prosecuting_office="Office named on the docket")
    assert "Office named on the docket" in names(case)


def test_a_city_nobody_named_leaves_its_prosecutor_a_marked_gap():
    found = petition(city_case(municipality="")).defendants[1]
    assert (found.name, found.given) == (
        f"{GAP_OPEN}to be confirmed: municipal prosecutor, charge 1{GAP_CLOSE}", False,
    )  # fmt: skip


def test_the_city_of_st_louis_has_a_circuit_attorney():
    city = misdemeanor(county="City of St. Louis", court_name="")
    found = petition(city)
    assert found.court == "IN THE CIRCUIT COURT OF THE CITY OF ST. LOUIS, MISSOURI"
    assert found.defendants[1].name == "Circuit Attorney of the City of St. Louis"


def test_a_defendant_of_two_charges_is_named_once_with_both():
    found = petition(misdemeanor(), misdemeanor(arresting_agency="Raytown Police Department"))
    assert [each.charges_text for each in found.defendants][:3] == [
        "charges 1 and 2",
        "charges 1 and 2",
        "charge 1",
    ]


def test_an_arrest_that_reached_no_court_names_no_court():
    found = petition(arrest())
    assert found.defendants[0].name == "Prosecuting Attorney of Clay County"


def test_an_unknown_agency_is_said_to_be_missing():
    found = screened(misdemeanor(arresting_agency=None))
    assert found.missing_agency
    assert [each.given for each in found.petitions[0].defendants] == [True, True, False, True]


@pytest.mark.parametrize(
    ("charge", "words"), [(misdemeanor(), "X5"), (arrest(), "ask the clerk: no code was found")]
)
def test_a_case_type_prints_only_where_the_list_of_types_has_one(charge: Item, words: str):
    assert petition(charge).case_type_text == words


def test_a_charge_prints_in_words():
    (charge,) = petition(misdemeanor(charge_date=When(date(2018, 5, 1), date(2018, 5, 31), "month"))).charges
    assert (charge.offense_text, charge.statute_text, charge.level_text) == (
        "Stealing", "RSMo 570.030", "class A misdemeanor",
    )  # fmt: skip
    assert (charge.charge_date_text, charge.completion_date_text) == ("May 2018", "September 1, 2019")


def test_there_is_one_count_for_each_course_of_conduct():
    found = petition(misdemeanor(course_group="x"), misdemeanor(), misdemeanor(course_group="X"))
    assert [(count.number, count.charges_text) for count in found.counts] == [
        ("I", "charges 1 and 3"),
        ("II", "charge 2"),
    ]


def test_the_waiting_time_is_said_for_every_level():
    assert petition(misdemeanor(), felony()).waiting_text == "one year and three years"


def test_each_case_number_is_printed_once():
    assert (
        petition(misdemeanor(), misdemeanor(), misdemeanor(case_number="2")).case_numbers_text
        == "1916-CR00001, 2"
    )


@pytest.mark.parametrize(
    ("filing", "excluded", "contents"),
    [
        (day(2024, 12, 31), "RSMo 610.140.2(6)", "RSMo 610.140.4"),
        (day(2025, 1, 1), "RSMo 610.140.3(6)", "RSMo 610.140.5"),
    ],
)
def test_citations_follow_the_numbering_of_the_filing_day(filing: When, excluded: str, contents: str):
    assert screened(misdemeanor(statute="570.223"), filing_day=filing).charges[0].citation == excluded
    assert petition(misdemeanor(), filing_day=filing).cite_contents == contents


def test_jackson_county_says_where_the_court_sits():
    assert petition(misdemeanor(), courthouse="independence").place_line == "AT INDEPENDENCE"
    assert petition(arrest(), courthouse="independence").place_line == ""


def test_the_prosecuting_office_is_named_as_it_was_given():
    assert "City Prosecutor of Sampleton" in names(
        misdemeanor(prosecuting_office="City Prosecutor of Sampleton")
    )
