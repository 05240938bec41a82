"""What cannot be so goes to the attorney: sections that do not exist, and dates in the wrong order."""

from datetime import date
from typing import Any

import pytest

from app.core.values import When
from tests.law.expungement.invented import (
    Item,
    arrest,
    day,
    felony,
    misdemeanor,
    only,
    prostitution,
    said,
    screened,
)

UNPLACED = ("999.999", "RSMo 702.010", "0.100", "banana", "570", "570.30", "570.030 and 800.100")


@pytest.mark.parametrize("statute", UNPLACED)
@pytest.mark.parametrize("build", [misdemeanor, felony, arrest])
def test_a_section_that_cannot_be_placed_is_for_the_attorney(build: Any, statute: str):
    row = only(build(statute=statute))
    assert row.outcome == "attorney must decide"
    assert row.reason == (
        f"The section “{statute}” cannot be placed in the Revised Statutes; look at the judgment."
    )


def test_no_statute_at_all_is_said_to_be_not_known():
    assert "the statute's number" in only(misdemeanor(statute="")).reason


def test_an_ordinance_has_a_number_of_its_own():
    ordinance = misdemeanor(
        jurisdiction="municipal", level="ordinance", ordinance_jail=True, statute="999.999",
        municipality="Raytown",
    )  # fmt: skip
    assert said(ordinance) == "may generate"


def test_an_attorney_may_pass_a_section_that_cannot_be_placed():
    assert said(misdemeanor(statute="999.999", decided=True)) == "may generate"


def test_a_crime_excluded_by_its_name_stays_excluded_whatever_its_section():
    assert said(misdemeanor(statute="999.999", domestic=True)) == "not eligible"


def test_an_unplaced_section_is_a_mark_of_the_record():
    found = screened(misdemeanor(), misdemeanor(statute="999.999"))
    assert found.unplaced_statute
    assert found.unplaced_text == "Charge 2: Stealing (999.999), Jackson"
    assert not screened(misdemeanor()).unplaced_statute


def working(charge: Item) -> str:
    return " ".join(line.text for line in only(charge).working)


@pytest.mark.parametrize("build", [misdemeanor, arrest])
def test_a_statute_on_no_list_passes_and_the_working_says_how_far_the_check_went(build: Any):
    charge = build(statute="570.040", offense_text="Something rare")
    assert said(charge) == "may generate"
    assert "RSMo 570.040 stands on no list of excluded crimes." in working(charge)
    assert "the name “Something rare” were compared with the lists; the attorney reads" in working(charge)


@pytest.mark.parametrize("charge", [misdemeanor(statute="570.223"), misdemeanor(statute="banana")])
def test_nothing_is_said_to_stand_on_no_list_that_was_found_or_not_read(charge: Item):
    assert "on no list" not in working(charge)


YEAR_BEFORE = When(date(2017, 1, 1), date(2017, 12, 31), "year")
WRONG = (
    {"guilt_date": day(2018, 4, 30)}, {"charge_date": day(2018, 4, 30)}, {"arrest_date": day(2018, 4, 30)},
    {"completion_date": day(2018, 4, 30)}, {"completion_date": day(2018, 8, 31)},
    {"guilt_date": day(2018, 5, 19)}, {"guilt_date": YEAR_BEFORE},
)  # fmt: skip


@pytest.mark.parametrize("dates", WRONG)
@pytest.mark.parametrize("build", [misdemeanor, felony])
def test_dates_in_the_wrong_order_are_for_the_attorney(build: Any, dates: Item):
    row = only(build(**dates))
    assert row.outcome == "attorney must decide"
    assert row.reason.startswith("The dates contradict each other: ")


def test_both_dates_are_said():
    reason = only(misdemeanor(guilt_date=day(2018, 4, 30))).reason
    assert "finding of guilt (April 30, 2018) lies before the day of the offense (May 1, 2018)" in reason


@pytest.mark.parametrize(
    "dates",
    [
        {"guilt_date": day(2018, 5, 20)}, {"charge_date": day(2018, 5, 1)}, {"arrest_date": day(2018, 12, 1)},
        {"guilt_date": When(date(2018, 1, 1), date(2018, 12, 31), "year")},
        {"completion_date": day(2018, 9, 1)}, {"charge_date": None}, {"offense_date": None},
    ],
)  # fmt: skip
def test_dates_that_may_be_in_order_are_left_alone(dates: Item):
    assert said(misdemeanor(**dates)) == "may generate"


def test_an_arrest_before_its_offense_is_for_the_attorney():
    assert "contradict" in only(arrest(offense_date=day(2025, 3, 11))).reason
    assert said(arrest(offense_date=day(2025, 3, 10))) == "may generate"


def test_a_plea_of_a_minor_before_its_offense_is_for_the_attorney():
    young = {"offense_date": day(2012, 1, 1), "charge_date": day(2012, 1, 9)}
    assert said(prostitution(**young, guilt_date=day(2012, 2, 1))) == "may generate"
    assert said(prostitution(**young, guilt_date=day(2011, 2, 1))) == "attorney must decide"


def test_nobody_commits_an_offense_before_the_birth():
    young = prostitution(
        offense_date=day(2012, 1, 1), charge_date=day(2012, 1, 9), guilt_date=day(2012, 2, 1)
    )
    row = only(young, date_of_birth=day(2014, 11, 2))
    assert row.outcome == "attorney must decide"
    assert "the day of the offense lies before the birth" in row.reason
    assert "2014" not in row.reason


def test_contradicting_dates_never_give_a_day_to_wait_for():
    row = only(felony(guilt_date=day(2017, 1, 1), completion_date=day(2026, 1, 1)))
    assert row.outcome == "attorney must decide"


def test_contradicting_dates_of_a_closed_case_are_pointed_out_though_it_needs_no_petition():
    found = screened(misdemeanor(disposition="dismissed", charge_date=day(2018, 4, 1)))
    assert found.charges[0].outcome == "may generate"
    assert found.dates_contradict
    assert any("contradict" in point.text for point in found.points)


def test_a_crime_excluded_for_good_stays_so_whatever_its_dates():
    assert said(misdemeanor(statute="570.223", guilt_date=day(2011, 1, 1))) == "not eligible"


def test_a_charge_since_the_arrest_is_for_the_attorney():
    assert said(arrest(), charged_since_arrest=True) == "attorney must decide"
    assert said(arrest(), charged_since_arrest=False) == "may generate"


def test_a_charge_since_an_arrest_does_not_touch_a_finding_of_guilt():
    assert said(misdemeanor(), charged_since_arrest=True) == "may generate"
