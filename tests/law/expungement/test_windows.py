"""The clean period on both readings: in both a bar, in one an attorney's question."""

from datetime import date
from typing import Any

import pytest

from app.core.values import When
from tests.law.expungement.invented import Item, day, felony, misdemeanor, on, only, said, screened


def guilt(
    found: When | None, level: str | None = "misdemeanor", traffic: bool | None = False
) -> tuple[Item, ...]:
    return ({"guilt_on": found, "guilt_level": level, "guilt_traffic": traffic},)


OVERLAP: dict[str, Any] = {"completion_date": day(2023, 6, 1), "guilt_date": day(2022, 1, 1)}
"""With the filing on 1 December 2026 the two periods of a felony share two and a half years."""


def test_guilt_in_both_periods_bars_with_an_estimate():
    (outcome,) = screened(felony(**OVERLAP), other_guilt=guilt(day(2024, 6, 1))).outcomes
    assert (outcome.outcome, outcome.until) == ("not eligible", date(2027, 6, 1))
    assert "estimate" in outcome.reason


@pytest.mark.parametrize("found", [date(2023, 6, 1), date(2023, 11, 30), date(2026, 6, 2), date(2026, 12, 1)])
def test_guilt_in_one_period_is_for_the_attorney(found: date):
    assert said(felony(**OVERLAP), other_guilt=guilt(on(found))) == "attorney must decide"


@pytest.mark.parametrize("found", [date(2023, 5, 31), date(2026, 12, 2)])
def test_guilt_outside_both_periods_does_nothing(found: date):
    assert said(felony(**OVERLAP), other_guilt=guilt(on(found))) == "may generate"


@pytest.mark.parametrize("found", [date(2023, 12, 1), date(2026, 6, 1)])
def test_both_ends_of_both_periods_belong_to_them(found: date):
    assert said(felony(**OVERLAP), other_guilt=guilt(on(found))) == "not eligible"


def test_one_reading_says_that_the_two_come_apart():
    found = screened(felony(**OVERLAP), other_guilt=guilt(day(2023, 7, 1)))
    assert found.doubtful_window
    assert "Charge 1" in found.window_text


def test_one_finding_in_each_period_bars_on_every_reading():
    two = (*guilt(day(2023, 7, 1)), *guilt(day(2026, 9, 1)))
    assert said(felony(**OVERLAP), other_guilt=two) == "not eligible"


def test_traffic_is_left_out():
    assert said(felony(**OVERLAP), other_guilt=guilt(day(2024, 6, 1), traffic=True)) == "may generate"


@pytest.mark.parametrize("level", ["ordinance", "infraction"])
def test_only_misdemeanors_and_felonies_count(level: str):
    assert said(felony(**OVERLAP), other_guilt=guilt(day(2024, 6, 1), level=level)) == "may generate"


@pytest.mark.parametrize(("level", "traffic"), [(None, False), ("misdemeanor", None)])
def test_guilt_of_an_unknown_kind_is_for_the_attorney(level: str | None, traffic: bool | None):
    other = guilt(day(2024, 6, 1), level, traffic)
    assert said(felony(**OVERLAP), other_guilt=other) == "attorney must decide"


def test_guilt_on_an_unknown_day_is_for_the_attorney():
    assert said(felony(**OVERLAP), other_guilt=guilt(None)) == "attorney must decide"


def test_the_attorney_may_choose_the_period_that_ends_at_filing():
    early = guilt(day(2023, 7, 1))
    assert said(felony(**OVERLAP), other_guilt=early, window_reading="ends_at_filing") == "may generate"
    assert said(felony(**OVERLAP), other_guilt=early, window_reading="starts_at_completion") == "not eligible"


def test_the_guilt_of_another_listed_charge_counts():
    later = misdemeanor(case_number="24-2", guilt_date=day(2024, 6, 1), completion_date=day(2025, 6, 1))
    assert said(felony(**OVERLAP), later) == "not eligible"


def test_the_charge_itself_is_no_other_guilt():
    assert said(misdemeanor(guilt_date=day(2025, 1, 1), completion_date=day(2025, 1, 1))) == "may generate"


def test_counts_of_one_case_do_not_bar_each_other():
    same: dict[str, Any] = {"guilt_date": day(2025, 6, 1), "completion_date": day(2025, 6, 1)}
    assert said(misdemeanor(**same), misdemeanor(**same)) == "may generate"


def test_a_plea_of_another_case_on_the_day_of_completion_is_seen():
    first = misdemeanor(guilt_date=day(2025, 6, 1), completion_date=day(2025, 6, 1))
    other = misdemeanor(case_number="25-9", guilt_date=day(2025, 6, 1), completion_date=day(2025, 6, 1))
    assert said(first, other) == "attorney must decide"


def test_a_plea_without_a_day_is_bounded_by_the_other_dates_of_its_case():
    before = misdemeanor(
        case_number="09-1", guilt_date=None, charge_date=day(2009, 1, 1), completion_date=day(2010, 1, 1)
    )
    assert said(felony(**OVERLAP), before) == "may generate"


def test_a_plea_that_its_bounds_do_not_settle_is_for_the_attorney():
    open_ = misdemeanor(
        case_number="23-1", guilt_date=None, charge_date=day(2022, 1, 1), completion_date=day(2024, 1, 1)
    )
    assert said(felony(**OVERLAP), open_) == "attorney must decide"


def test_a_suspended_imposition_may_or_may_not_be_guilt():
    sis = misdemeanor(case_number="24-2", disposition="sis_done", guilt_date=day(2024, 6, 1))
    assert said(felony(**OVERLAP), sis) == "attorney must decide"


def test_the_working_shows_both_periods():
    lines = [line.text for line in only(felony(**OVERLAP)).working]
    assert any("ending at filing: December 1, 2023 to December 1, 2026" in line for line in lines)
    assert any("beginning at completion: June 1, 2023 to June 1, 2026" in line for line in lines)


def test_without_a_completion_the_second_period_has_no_days():
    row = only(misdemeanor(completion_date=None), other_guilt=guilt(day(2024, 6, 1)))
    assert any("of days not known (beginning at completion)" in line.text for line in row.working)
