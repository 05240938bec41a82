"""The invented people of the research note, filing on 1 December 2026."""

from datetime import date

import pytest

from app.law.expungement.result import RoutesResult
from tests.law.expungement.invented import arrest, day, prostitution, screened


@pytest.fixture
def ana() -> RoutesResult:
    plea = prostitution(
        offense_date=day(2019, 2, 4), charge_date=day(2019, 2, 20), guilt_date=None,
        completion_date=day(2020, 6, 30),
    )  # fmt: skip
    return screened(plea, date_of_birth=day(1994, 11, 2), coerced=True)


@pytest.fixture
def bea() -> RoutesResult:
    plea = prostitution(
        county="Greene", court_name="Circuit Court of Greene County", offense_date=day(2011, 3, 2),
        charge_date=day(2011, 3, 9),
        guilt_date=day(2011, 5, 10), arresting_agency="Springfield Police Department",
    )  # fmt: skip
    return screened(plea, date_of_birth=day(1993, 9, 9))


@pytest.fixture
def dee() -> RoutesResult:
    return screened(arrest(), civil_suit_about_arrest=None)


def test_p1_an_adult_plea_goes_the_way_of_610_140(ana: RoutesResult):
    assert [(row.route, row.outcome) for row in ana.charges] == [("R140", "may generate")]


def test_p1_the_earliest_day_is_a_year_after_completion(ana: RoutesResult):
    assert ana.charges[0].earliest == date(2021, 6, 30)


def test_p1_takes_one_of_three_places_for_misdemeanors(ana: RoutesResult):
    assert (
        ana.cap_lines[-1].text == "Misdemeanors, and ordinances with jail: 0 used before, 1 wanted now, of 3"
    )


def test_p1_an_adult_who_was_forced_raises_the_question_of_610_131(ana: RoutesResult):
    assert ana.adult_coercion
    assert [each.outcome for each in ana.outcomes] == ["may generate", "attorney must decide"]


def test_p1_the_petition_names_jackson_county_its_circuit_and_its_case_type(ana: RoutesResult):
    (petition,) = ana.petitions
    assert petition.court == "IN THE CIRCUIT COURT OF JACKSON COUNTY, MISSOURI"
    assert (petition.circuit_text, petition.case_type) == ("16th Judicial Circuit", "X5")


def test_p2_a_plea_at_17_goes_the_way_of_610_131(bea: RoutesResult):
    assert [(row.route, row.outcome) for row in bea.charges] == [("R131", "may generate")]


def test_p2_has_no_waiting_time(bea: RoutesResult):
    assert bea.charges[0].earliest is None


def test_p2_the_petition_goes_to_the_court_of_the_plea(bea: RoutesResult):
    (petition,) = bea.petitions
    assert petition.is_r131
    assert (petition.county, petition.circuit_text) == ("Greene", "31st Judicial Circuit")
    assert petition.charges[0].age_text == "17"


def test_p2_takes_no_place_under_the_limits(bea: RoutesResult):
    assert (
        bea.cap_lines[-1].text == "Misdemeanors, and ordinances with jail: 0 used before, 0 wanted now, of 3"
    )


def test_p2_the_attorney_is_told_what_the_section_leaves_open(bea: RoutesResult):
    assert any("567.020.5" in point.text for point in bea.points)


def test_p4_an_arrest_without_a_charge_is_ready_after_18_months(dee: RoutesResult):
    assert [(row.route, row.outcome) for row in dee.charges] == [("R140A", "may generate")]
    assert dee.charges[0].earliest == date(2026, 9, 10)


def test_p4_the_petition_goes_to_the_county_of_the_arrest(dee: RoutesResult):
    (petition,) = dee.petitions
    assert petition.is_r140a
    assert petition.county == "Clay"
    assert petition.route_text == "RSMo 610.140.7"


def test_p4_an_unclear_suit_keeps_610_122_with_the_attorney(dee: RoutesResult):
    assert dee.civil_suit_bar
    assert [each.outcome for each in dee.outcomes] == ["may generate", "attorney must decide"]
    assert "civil suit" in dee.outcomes[1].reason
