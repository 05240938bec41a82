"""Which road a charge takes, and what each road other than RSMo 610.140 says."""

from dataclasses import astuple
from datetime import date
from typing import Any

import pytest

from app.core.values import When
from app.law.catalogue import CALCULATIONS
from app.law.expungement.drugs import DrugLawResult
from tests.law.expungement.invented import (
    FILING,
    Item,
    arrest,
    day,
    misdemeanor,
    only,
    prostitution,
    said,
    screened,
)


@pytest.mark.parametrize("where", ["federal", "tribal", "military", "other_state"])
def test_another_prosecution_is_out_of_reach(where: str):
    row = only(misdemeanor(jurisdiction=where))
    assert (row.route, row.outcome, row.citation) == ("NONE", "not eligible", "RSMo 610.140.2(2)")
    assert row.reason.startswith("Not a Missouri prosecution")


def test_a_federal_conviction_holds_no_missouri_petition_back():
    other = misdemeanor(jurisdiction="federal", guilt_date=day(2012, 1, 1), case_number="12-1")
    assert len(screened(misdemeanor(), other).petitions) == 1


@pytest.mark.parametrize("disposition", ["dismissed", "nolle", "acquitted", "sis_done"])
def test_a_case_that_ended_without_conviction_is_closed_by_law(disposition: str):
    found = screened(misdemeanor(disposition=disposition))
    assert (found.charges[0].route, found.charges[0].outcome) == ("R105", "may generate")
    assert found.any_r105
    assert [case.number for case in found.closed] == ["1"]
    assert found.petitions == ()


def test_a_closed_case_added_to_a_petition_waits_for_the_attorney():
    found = screened(misdemeanor(), misdemeanor(disposition="dismissed", include=True))
    assert found.charges[1].outcome == "attorney must decide"
    assert found.petitions == ()


def test_a_closed_case_goes_along_once_the_attorney_has_decided():
    found = screened(misdemeanor(), misdemeanor(disposition="dismissed", include=True, decided=True))
    assert len(found.petitions[0].charges) == 2


@pytest.mark.parametrize(
    ("changes", "route"),
    [
        ({"marijuana": True}, "RXIV"),
        ({"identity_misuse": True}, "R575"),
        ({"identity_misuse": True, "disposition": "dismissed"}, "R145"),
    ],
)
def test_the_roads_of_attorneys_are_left_to_them(changes: Item, route: str):
    found = screened(misdemeanor(**changes))
    assert (found.charges[0].route, found.charges[0].outcome) == (route, "attorney must decide")
    assert found.any_attorney_route


def test_a_drunk_driving_case_points_to_610_130():
    found = screened(misdemeanor(intoxication=True, statute="577.010"))
    assert (found.charges[0].route, found.charges[0].outcome) == ("R130", "not eligible")
    assert found.any_attorney_route


def test_a_minor_with_alcohol_has_a_second_road():
    outcomes = screened(misdemeanor(minor_alcohol=True)).outcomes
    assert [each.outcome for each in outcomes] == ["may generate", "attorney must decide"]
    assert outcomes[1].citation == "RSMo 311.326"


@pytest.mark.parametrize(
    "name", ["jurisdiction", "disposition", "marijuana", "identity_misuse", "county", "level"]
)
def test_what_decides_the_road_must_be_known(name: str):
    found = screened(misdemeanor(**{name: None}))
    assert found.charges[0].outcome == "attorney must decide"
    assert found.petitions == ()


@pytest.mark.parametrize(
    ("born", "route"),
    [(date(2000, 3, 1), "R140"), (date(2000, 3, 2), "R140"), (date(2000, 3, 3), "R131")],
)
def test_610_131_is_for_those_under_18_on_the_day_of_the_offense(born: date, route: str):
    plea = prostitution(offense_date=day(2018, 3, 2))
    assert only(plea, date_of_birth=When(born, born)).route == route


def test_a_person_born_on_the_29th_of_february_is_18_on_the_1st_of_march():
    born: dict[str, Any] = {"date_of_birth": day(2000, 2, 29)}
    assert only(prostitution(offense_date=day(2018, 2, 28)), **born).route == "R131"
    assert only(prostitution(offense_date=day(2018, 3, 1)), **born).route == "R140"


def test_an_offense_in_a_year_of_both_ages_is_for_the_attorney():
    year = When(date(2018, 1, 1), date(2018, 12, 31), "year")
    assert said(prostitution(offense_date=year), date_of_birth=day(2000, 6, 1)) == "attorney must decide"


@pytest.mark.parametrize("name", ["date_of_birth"])
def test_the_age_must_be_known(name: str):
    assert said(prostitution(), **{name: None}) == "attorney must decide"


@pytest.mark.parametrize("changes", [{"level": "felony", "offense_class": "b"}, {"hiv_variant": True}])
@pytest.mark.parametrize("born", [date(1990, 1, 1), date(2004, 1, 1)])
def test_the_felony_of_prostitution_is_for_the_attorney_at_any_age(changes: Item, born: date):
    assert said(prostitution(**changes), date_of_birth=When(born, born)) == "attorney must decide"


@pytest.mark.parametrize("disposition", ["sis_open", "sis_done", "ses", "convicted"])
def test_610_131_covers_every_plea_of_a_minor(disposition: str):
    row = only(prostitution(disposition=disposition), date_of_birth=day(2002, 1, 1))
    assert (row.route, row.outcome) == ("R131", "may generate")


def test_a_minor_s_plea_may_still_be_open_and_unpaid():
    row = only(prostitution(obligations_paid=False, completed=False), date_of_birth=day(2002, 1, 1))
    assert (row.route, row.outcome) == ("R131", "may generate")


def test_a_dismissed_charge_of_a_minor_is_closed_by_law():
    assert only(prostitution(disposition="dismissed"), date_of_birth=day(2002, 1, 1)).route == "R105"


def test_the_attorney_may_choose_610_140_for_a_minor_s_plea():
    assert only(prostitution(route="r140"), date_of_birth=day(2002, 1, 1)).route == "R140"


def test_an_adult_who_was_not_forced_is_told_no():
    outcomes = screened(prostitution(), coerced=False).outcomes
    assert [each.outcome for each in outcomes] == ["may generate", "not eligible"]


def test_a_city_ordinance_against_prostitution_asks_about_610_131():
    charge = prostitution(
        jurisdiction="municipal", level="ordinance", ordinance_jail=True, statute="50-68",
        municipality="Kansas City", offense_class=None,
    )  # fmt: skip
    found = screened(charge)
    assert found.municipal_prostitution
    assert [(each.outcome, each.citation[:12]) for each in found.outcomes] == [
        ("may generate", "RSMo 610.140"),
        ("attorney must decide", "RSMo 610.131"),
    ]


def test_a_drug_offense_takes_a_place_by_itself():
    found = screened(misdemeanor(offense_text="Possession", statute="579.015"))
    assert found.drug_auto_slot
    assert found.drug_charges[0].slot_text == "Takes a place among the misdemeanors."
    assert "January 1, 2027" in found.drug_text
    assert found.drug_text.endswith("Secondary, not confirmed.")


@pytest.mark.parametrize(
    ("filing", "words"),
    [
        (day(2026, 8, 27), ("", "", "")),
        (day(2026, 8, 28), ("January 1, 2027", "one year", "three years")),
    ],
)
def test_the_figures_of_the_drug_law_are_those_of_its_dated_rows(filing: When, words: tuple[str, ...]):
    found = CALCULATIONS["expungement.drug_law"].run(filing_day=filing, today=FILING)
    assert isinstance(found, DrugLawResult)
    assert astuple(found) == words


def test_before_its_law_no_drug_offense_is_automatic():
    found = screened(misdemeanor(statute="579.015"), filing_day=day(2026, 8, 27))
    assert (found.drug_auto_slot, found.drug_text) == (False, "")


@pytest.mark.parametrize(("citizen", "check"), [(True, False), (False, True), (None, True)])
def test_who_is_not_surely_a_citizen_needs_immigration_counsel_first(citizen: bool | None, check: bool):
    assert screened(misdemeanor(), citizen=citizen).needs_immigration_check is check


def test_a_charge_since_the_arrest_is_for_the_attorney():
    later = misdemeanor(case_number="25-1", charge_date=day(2025, 6, 1), disposition="dismissed")
    assert said(arrest(), later) == "attorney must decide"


def test_a_charge_before_the_arrest_does_nothing():
    assert said(arrest(), misdemeanor()) == "may generate"


def test_guilt_since_the_arrest_is_for_the_attorney():
    other = ({"guilt_on": day(2025, 6, 1), "guilt_level": "misdemeanor", "guilt_traffic": False},)
    assert said(arrest(), other_guilt=other) == "attorney must decide"


def test_a_pending_charge_leaves_an_arrest_to_the_attorney():
    assert said(arrest(), pending_charges=True) == "attorney must decide"


def _false(**changes: Any) -> Item:
    return arrest(
        route="r122", false_information=True, probable_cause=False, charges_expected=False, related_sis=False,
        **changes,
    )  # fmt: skip


def test_an_arrest_on_false_information_may_be_destroyed():
    found = screened(_false())
    assert (found.charges[0].route, found.charges[0].outcome) == ("R122", "may generate")
    assert found.petitions[0].case_type == "XG"


def test_a_suit_about_the_arrest_bars_its_destruction():
    found = screened(_false(), civil_suit_about_arrest=True)
    assert found.charges[0].outcome == "not eligible"
    assert found.civil_suit_bar


@pytest.mark.parametrize("name", ["civil_suit_about_arrest", "other_convictions"])
def test_what_bars_the_destruction_must_be_known(name: str):
    assert said(_false(), **{name: None}) == "attorney must decide"


def test_convictions_before_or_after_an_arrest_are_for_the_attorney():
    assert said(_false(), other_convictions=True) == "attorney must decide"
    assert said(_false(), misdemeanor()) == "attorney must decide"


def test_an_element_of_610_122_that_fails_closes_the_road():
    assert said(_false() | {"probable_cause": True}) == "not eligible"
    assert said(_false() | {"false_information": None}) == "attorney must decide"


def test_a_traffic_arrest_that_came_to_nothing_may_be_destroyed():
    charge = misdemeanor(
        disposition="dismissed", statute="303.025", moving_violation=True, all_related_ended=True,
        commercial_vehicle=False, route="r122",
    )  # fmt: skip
    assert said(charge) == "may generate"
    assert said({**charge, "commercial_vehicle": True}) == "not eligible"
    assert said({**charge, "all_related_ended": None}) == "attorney must decide"


def test_610_122_does_not_reach_a_conviction():
    assert said(misdemeanor(route="r122", false_information=True)) == "attorney must decide"


def test_a_plea_to_prostitution_and_more_is_for_the_attorney():
    assert (
        said(prostitution(statute="567.020, 567.080"), date_of_birth=day(2002, 1, 1))
        == "attorney must decide"
    )


def test_the_felony_variant_keeps_an_arrest_with_the_attorney():
    assert said(arrest(statute="567.020", hiv_variant=True)) == "attorney must decide"


def test_an_arrest_of_an_unknown_class_is_pointed_out():
    assert any("class A felony" in point.text for point in screened(arrest()).points)
    known = screened(arrest(level="felony", offense_class="d", booked_by="Jail", other_agencies="Prosecutor"))
    assert known.points == ()


def test_the_grounds_of_a_false_arrest_are_told_as_not_confirmed():
    row = screened(_false() | {"probable_cause": True}).outcomes[0]
    assert (row.outcome, row.confirmed) == ("not eligible", False)


def test_the_reasoning_marks_what_nobody_read_in_a_source():
    lines = only(misdemeanor(statute="570.223")).working
    assert [line.citation for line in lines if line.text.startswith("Not eligible")] == [
        "RSMo 610.140.3(6) (not confirmed)"
    ]
