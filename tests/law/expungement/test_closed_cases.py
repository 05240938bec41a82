"""Cases that are closed already, and offices whose names nobody gave, when a petition would tell of them."""

import pytest

from app.law.expungement.paper import CourtPetition
from tests.law.expungement.invented import Item, arrest, misdemeanor, screened

ADDED: Item = {"include": True, "decided": True}


def closed(disposition: str = "dismissed", **changes: object) -> Item:
    return misdemeanor(
        disposition=disposition, case_number=None, closed_case_number="1816-CR00112", **ADDED, **changes
    )


def petition(*charges: Item) -> CourtPetition:
    (found,) = screened(*charges).petitions
    return found


@pytest.mark.parametrize("disposition", ["dismissed", "nolle", "acquitted", "sis_done"])
def test_the_number_of_a_closed_case_is_printed_from_its_own_question_and_marked(disposition: str):
    (charge,) = petition(closed(disposition)).charges
    assert (charge.case_number, charge.has_case, charge.case_is_closed) == ("1816-CR00112", True, True)


def test_the_number_of_an_open_record_is_not_marked():
    (charge,) = petition(misdemeanor()).charges
    assert (charge.case_number, charge.case_is_closed) == ("1916-CR00001", False)


def test_the_verification_sheet_has_the_number_of_a_closed_case():
    found = screened(misdemeanor(disposition="nolle", case_number=None, closed_case_number="1816-CR00112"))
    assert found.closed[0].case_number == "1816-CR00112"


def test_a_closed_case_in_a_petition_is_for_the_attorney_to_see():
    found = screened(misdemeanor(), closed())
    assert found.closed_in_petition
    assert found.closed_named_text.startswith("Charge 2: ")
    assert any("closed already" in point.text for point in found.points)
    assert not screened(misdemeanor(), misdemeanor(disposition="dismissed")).closed_in_petition


def test_defendants_say_which_court_they_are_and_the_numbers_of_the_memo():
    greene = misdemeanor(county="Greene", court_name="Circuit Court of Greene County")
    found = screened(misdemeanor(), greene).petitions[1].defendants
    assert [each.is_court for each in found] == [True, False, False, False]
    assert {(each.charges_text, each.record_charges_text) for each in found} == {("charge 1", "charge 2")}


def test_a_count_names_its_offenses():
    pair = [misdemeanor(course_group="x"), misdemeanor(course_group="x", offense_text="Trespass")]
    assert petition(*pair).counts[0].offenses_text == "Stealing and Trespass"


@pytest.mark.parametrize(
    ("changes", "ground"),
    [
        ({"statute": "303.025"}, "a misdemeanor under chapter 303, RSMo"),
        ({"statute": "303.025", "moving_violation": True}, "a misdemeanor under chapter 303, RSMo"),
        ({"statute": "304.010", "moving_violation": True}, "a moving violation"),
        ({"statute": "304.010", "level": "infraction", "moving_violation": True}, "a moving violation"),
        ({"statute": "304.010"}, ""),
    ],
)
def test_one_ground_of_a_traffic_arrest_is_printed(changes: Item, ground: str):
    (charge,) = petition(misdemeanor(**changes)).charges
    assert charge.traffic_ground_text == ground


def city(**changes: object) -> Item:
    return misdemeanor(
        jurisdiction="municipal", level="ordinance", ordinance_jail=True, statute="50-107",
        municipality="Raytown", **changes,
    )  # fmt: skip


def test_a_prosecutor_named_after_the_city_is_for_the_attorney_to_check():
    assert screened(city()).prosecutor_text == "Charge 1: Stealing (50-107), Jackson"
    assert not screened(city(prosecuting_office="Raytown City Prosecutor")).made_prosecutor
    assert not screened(misdemeanor()).made_prosecutor


def test_an_arrest_by_police_asks_for_the_city_s_prosecutor_and_the_jail():
    assert screened(arrest()).city_police
    assert not screened(arrest(arresting_agency="Clay County Sheriff")).city_police
    named = arrest(booked_by="Clay County Jail", other_agencies="Municipal Prosecutor of Gladstone")
    assert not screened(named).city_police
    assert not screened(misdemeanor()).city_police
