"""How long must have passed: the day before, on and after, leap days, dates that are not exact."""

from datetime import date, timedelta
from typing import Any

import pytest

from app.core.values import When
from tests.law.expungement.invented import FILING, arrest, day, felony, misdemeanor, on, only, said, screened


@pytest.mark.parametrize(
    ("done", "outcome"),
    [
        (date(2025, 11, 30), "may generate"),
        (date(2025, 12, 1), "may generate"),
        (date(2025, 12, 2), "not eligible"),
    ],
)
def test_a_misdemeanor_waits_one_year_to_the_day(done: date, outcome: str):
    assert said(misdemeanor(completion_date=on(done), guilt_date=on(done))) == outcome


@pytest.mark.parametrize(
    ("done", "outcome"),
    [
        (date(2023, 11, 30), "may generate"),
        (date(2023, 12, 1), "may generate"),
        (date(2023, 12, 2), "not eligible"),
    ],
)
def test_a_felony_waits_three_years_to_the_day(done: date, outcome: str):
    assert said(felony(completion_date=on(done))) == outcome


def test_a_wait_tells_its_first_day():
    (outcome,) = screened(misdemeanor(completion_date=day(2026, 2, 1))).outcomes
    assert (outcome.until, outcome.until_text) == (date(2027, 2, 1), "February 1, 2027")
    assert outcome.citation == "RSMo 610.140.6(1)"


def test_filing_on_the_anniversary_is_allowed_and_advised_against():
    found = screened(misdemeanor(completion_date=day(2025, 12, 1)))
    assert found.anniversary
    assert not found.blocked


def test_the_day_after_the_anniversary_needs_no_advice():
    assert not screened(misdemeanor(completion_date=day(2025, 11, 30))).anniversary


@pytest.mark.parametrize(
    ("filing", "outcome"), [(date(2025, 2, 28), "not eligible"), (date(2025, 3, 1), "may generate")]
)
def test_a_year_from_the_29th_of_february_ends_on_the_1st_of_march(filing: date, outcome: str):
    assert said(misdemeanor(completion_date=day(2024, 2, 29)), filing_day=on(filing)) == outcome


@pytest.mark.parametrize(
    ("taken", "outcome"),
    [(date(2025, 6, 1), "may generate"), (date(2025, 6, 2), "not eligible")],
)
def test_an_arrest_waits_eighteen_months_to_the_day(taken: date, outcome: str):
    assert said(arrest(arrest_date=on(taken))) == outcome


def test_eighteen_months_from_the_31st_of_august_end_on_the_1st_of_march():
    assert only(arrest(arrest_date=day(2024, 8, 31))).earliest == date(2026, 3, 1)


def test_an_inexact_completion_counts_from_its_latest_day():
    whole = When(date(2025, 6, 1), date(2025, 6, 30), "month")
    assert only(misdemeanor(completion_date=whole)).earliest == date(2026, 6, 30)


def test_readings_of_an_inexact_completion_that_disagree_go_to_the_attorney():
    found = screened(misdemeanor(completion_date=When(date(2025, 1, 1), date(2025, 12, 31), "year")))
    assert found.charges[0].outcome == "attorney must decide"
    assert found.inexact_dates
    assert not found.petitions


def test_a_sentence_that_is_not_completed_waits_without_a_day():
    (outcome,) = screened(misdemeanor(completed=False, completion_date=None)).outcomes
    assert (outcome.outcome, outcome.until) == ("not eligible", None)
    assert outcome.until_text == "the sentence or probation is completed"


def test_a_completion_still_to_come_is_a_wait():
    later = FILING + timedelta(days=30)
    assert screened(misdemeanor(completion_date=on(later))).any_wait


def test_an_open_suspended_imposition_waits_for_its_end():
    (outcome,) = screened(misdemeanor(disposition="sis_open", completion_date=None)).outcomes
    assert (outcome.outcome, outcome.until_text) == ("not eligible", "the suspended imposition ends")


def test_a_suspended_execution_is_a_conviction():
    assert only(misdemeanor(disposition="ses")).route == "R140"
    assert said(misdemeanor(disposition="ses", completion_date=day(2026, 2, 1))) == "not eligible"


@pytest.mark.parametrize(
    ("filed", "outcome"),
    [(date(2025, 12, 1), "may generate"), (date(2025, 12, 2), "not eligible")],
)
def test_a_dismissed_petition_bars_another_for_a_year_from_its_filing(filed: date, outcome: str):
    earlier: dict[str, Any] = {"prior_petition": True, "prior_petition_dismissed": True}
    assert said(misdemeanor(), **earlier, prior_petition_filed=on(filed)) == outcome


def test_a_petition_that_was_not_dismissed_bars_nothing():
    earlier: dict[str, Any] = {"prior_petition": True, "prior_petition_dismissed": False}
    assert said(misdemeanor(), **earlier, prior_petition_filed=day(2026, 11, 1)) == "may generate"


def test_whether_an_earlier_petition_failed_must_be_known():
    earlier: dict[str, Any] = {"prior_petition": True, "prior_petition_dismissed": None}
    assert said(misdemeanor(), **earlier, prior_petition_filed=day(2026, 11, 1)) == "attorney must decide"


def test_before_august_2021_a_misdemeanor_waited_three_years():
    filing = {"filing_day": day(2021, 8, 27)}
    assert said(misdemeanor(completion_date=day(2019, 9, 1)), **filing) == "not eligible"
    assert said(misdemeanor(completion_date=day(2019, 9, 1)), filing_day=day(2021, 8, 28)) == "may generate"


def test_the_filing_day_is_today_unless_another_is_planned():
    found = screened(misdemeanor(), filing_day=None, today=date(2026, 11, 24))
    assert found.filing == date(2026, 11, 24)


def test_the_last_day_of_february_is_pointed_out():
    found = screened(misdemeanor(completion_date=day(2024, 2, 29)))
    assert "counted to March 1, 2025" in found.points[0].text


def test_the_filing_day_of_a_dismissed_petition_must_be_known():
    earlier: dict[str, Any] = {"prior_petition": True, "prior_petition_dismissed": True}
    assert said(misdemeanor(), **earlier, prior_petition_filed=None) == "attorney must decide"


def test_a_decision_does_not_invent_the_day_of_completion():
    found = screened(misdemeanor(completion_date=None, decided=True))
    assert found.charges[0].earliest is None
    assert "the day of completion" in found.charges[0].reason


def test_the_arrest_without_a_day_is_for_the_attorney():
    assert said(arrest(arrest_date=None)) == "attorney must decide"
