"""One charge that may not go keeps the whole petition of its court from being made, and no other."""

from typing import Any

import pytest

from tests.law.expungement.invented import (
    Item,
    arrest,
    day,
    felony,
    misdemeanor,
    prostitution,
    said,
    screened,
)

PENDING: dict[str, Any] = {"pending_charges": True}
FAILS: list[Item] = [
    {"obligations_paid": False},
    {"statute": "570.223"},
    {"statute": "571.030"},
    {"completion_date": day(2026, 6, 1)},
    {"completed": False},
    {"domestic": None},
    {"marijuana": True},
    {"intoxication": True},
    {"disposition": "sis_open"},
]


@pytest.mark.parametrize("failing", FAILS)
def test_one_failing_charge_holds_the_petition_of_its_court(failing: Item):
    found = screened(misdemeanor(), misdemeanor(**failing))
    assert found.petitions == ()
    assert found.blocked
    assert [reason.subject[:8] for reason in found.held[0].reasons] == ["Charge 2"]


@pytest.mark.parametrize("failing", FAILS)
def test_it_does_not_hold_the_petition_of_another_court(failing: Item):
    found = screened(misdemeanor(), misdemeanor(**failing, county="Clay", case_number="18-CL"))
    assert [petition.county for petition in found.petitions] == ["Jackson"]


@pytest.mark.parametrize("failing", FAILS)
def test_left_out_it_holds_nothing(failing: Item):
    found = screened(misdemeanor(), misdemeanor(**failing, include=False))
    assert [len(petition.charges) for petition in found.petitions] == [1]
    assert not found.charges[1].included


def test_a_charge_of_an_unknown_court_holds_every_petition():
    found = screened(misdemeanor(), misdemeanor(county=None), arrest())
    assert found.petitions == ()
    assert len(found.held) == 3


def test_a_pending_charge_is_to_be_fixed_first():
    found = screened(misdemeanor(), **PENDING)
    assert (found.charges[0].outcome, found.pending_charge, found.any_fix_first) == ("fix first", True, True)


def test_whether_a_charge_is_pending_must_be_known():
    assert said(misdemeanor(), pending_charges=None) == "attorney must decide"


def test_an_unpaid_balance_is_named():
    found = screened(misdemeanor(obligations_paid=False, balance=250))
    assert "$250.00" in found.charges[0].reason
    assert found.unpaid_balance


def test_a_balance_says_more_than_the_word_paid():
    assert said(misdemeanor(balance=1)) == "fix first"


def test_whether_all_is_paid_must_be_known():
    assert said(misdemeanor(obligations_paid=None)) == "attorney must decide"


def test_an_attorney_may_decide_what_is_undecided():
    found = screened(misdemeanor(statute="571.030", decided=True))
    assert found.charges[0].reason.startswith("An attorney decided:")
    assert len(found.petitions) == 1


@pytest.mark.parametrize(
    "failing", [{"obligations_paid": False}, {"statute": "570.223"}, {"completed": False}]
)
def test_no_decision_lifts_what_the_law_settles(failing: Item):
    assert said(misdemeanor(**failing, decided=True)) in ("fix first", "not eligible")


def test_a_decision_about_one_point_does_not_hide_another():
    assert said(misdemeanor(statute="571.030", obligations_paid=False, decided=True)) == "fix first"


def test_each_court_has_its_own_petition():
    found = screened(misdemeanor(), misdemeanor(county="Clay", case_number="18-CL"))
    assert [petition.title for petition in found.petitions] == [
        "Jackson County, RSMo 610.140",
        "Clay County, RSMo 610.140",
    ]
    assert (found.several_petitions, found.several_counties) == (True, True)


def test_each_law_has_its_own_petition_in_one_court():
    found = screened(misdemeanor(), arrest(county="Jackson"))
    assert [petition.route for petition in found.petitions] == ["R140", "R140A"]


def test_three_misdemeanors_are_within_the_limit():
    assert len(screened(*[misdemeanor()] * 3).petitions[0].charges) == 3


def test_a_fourth_misdemeanor_holds_them_all():
    found = screened(*[misdemeanor()] * 4)
    assert {row.outcome for row in found.charges} == {"attorney must decide"}
    assert found.over_cap
    assert found.petitions == ()


def test_a_crime_that_is_excluded_for_good_takes_no_place():
    excluded = misdemeanor(statute="570.223", county="Clay", case_number="18-CL")
    assert [petition.county for petition in screened(*[misdemeanor()] * 3, excluded).petitions] == ["Jackson"]


def test_a_crime_that_must_wait_asks_for_its_place():
    waiting = misdemeanor(completion_date=day(2026, 6, 1), county="Clay", case_number="18-CL")
    assert screened(*[misdemeanor()] * 3, waiting).petitions == ()


def test_the_limit_counts_over_every_court():
    elsewhere = misdemeanor(county="Clay", case_number="18-CL")
    assert screened(*[misdemeanor()] * 3, elsewhere).petitions == ()


def test_two_felonies_are_within_the_limit_and_a_third_is_not():
    assert len(screened(*[felony()] * 2).petitions) == 1
    assert screened(*[felony()] * 3).petitions == ()


def test_too_many_felonies_do_not_hold_a_petition_without_one():
    found = screened(*[felony()] * 3, misdemeanor(county="Clay", case_number="18-CL"))
    assert [petition.county for petition in found.petitions] == ["Clay"]


@pytest.mark.parametrize(
    ("before", "outcome"), [(1, "may generate"), (2, "attorney must decide"), (3, "not eligible")]
)
def test_earlier_expungements_use_places_up(before: int, outcome: str):
    prior = {"prior_expunged": True, "prior_felonies": 0, "prior_misdemeanors": before}
    assert said(misdemeanor(), misdemeanor(), **prior) == outcome


def test_automatic_expungements_use_places_up_too():
    prior = {
        "prior_expunged": True, "prior_felonies": 0, "prior_misdemeanors": 1,
        "prior_automatic_misdemeanors": 2,
    }  # fmt: skip
    assert said(misdemeanor(), **prior) == "not eligible"


def test_how_many_were_expunged_before_must_be_known():
    assert said(misdemeanor(), prior_expunged=None) == "attorney must decide"
    assert said(misdemeanor(), prior_expunged=True, prior_felonies=0) == "attorney must decide"


def test_no_decision_makes_more_places():
    assert screened(*[misdemeanor(decided=True)] * 4).petitions == ()


def test_infractions_and_ordinances_without_jail_take_no_place():
    infraction = misdemeanor(level="infraction", offense_class=None)
    ordinance = misdemeanor(
        jurisdiction="municipal", level="ordinance", offense_class=None, ordinance_jail=False, statute="50-1"
    )
    assert len(screened(*[misdemeanor()] * 3, *[infraction, ordinance] * 4).petitions[0].charges) == 11


def test_an_ordinance_with_jail_takes_a_misdemeanor_s_place():
    ordinance = misdemeanor(
        jurisdiction="municipal", level="ordinance", offense_class=None, ordinance_jail=True, statute="50-1"
    )
    assert screened(*[misdemeanor()] * 3, ordinance).petitions == ()


def test_one_course_of_conduct_counts_once_at_its_highest_level():
    found = screened(felony(course_group="A"), *[misdemeanor(course_group=" a ")] * 4, felony())
    assert found.cap_text.startswith("Felonies: 0 used before, 2 wanted now, of 2. Misdemeanors, and")
    assert len(found.petitions) == 1


def test_a_course_of_conduct_is_for_the_attorney_to_see():
    assert screened(*[misdemeanor(course_group="night")] * 2).course_of_conduct
    assert not screened(misdemeanor(course_group="night")).course_of_conduct


def test_arrests_and_pleas_of_minors_take_no_place():
    young = prostitution(
        offense_date=day(2012, 1, 1), charge_date=day(2012, 1, 9), guilt_date=day(2012, 2, 1)
    )
    assert len(screened(*[misdemeanor()] * 3, arrest(arrest_date=day(2025, 1, 1)), young).petitions) == 3


def test_without_charges_nothing_is_found():
    found = screened()
    assert (found.has_charges, found.has_petitions, found.blocked) == (False, False, False)
