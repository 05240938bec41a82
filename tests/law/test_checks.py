"""What is seen in a list of workweeks before computing: overlaps, early days, split weeks, odd weekdays."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.values import When
from app.law.checks import before_first, overlap, rate_changes_inside, weekday_mismatch
from app.law.parameters import TABLE
from tests.law.invented import exact, run, week

TODAY = date(2026, 11, 23)


def starting(*starts: date):
    return tuple(week(day, 40, 0) for day in starts)


def split(starts: date, **more):
    return rate_changes_inside(table=TABLE, today=TODAY, starts=exact(starts), **more)


@pytest.mark.parametrize(
    ("starts", "inside"),
    [
        (date(2025, 12, 25), False),
        (date(2025, 12, 26), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
        (date(2026, 12, 27), False),
    ],
)
def test_a_week_is_split_when_the_minimum_changes_after_its_first_day(starts: date, inside: bool):
    assert split(starts).inside is inside


def test_a_split_week_says_which_rate_changes_and_names_its_days():
    found = split(date(2025, 12, 28))
    assert found.reason == "The minimum wage changes on January 1, 2026."
    assert (found.day_1_text, found.day_7_text) == ("Sunday, December 28, 2025", "Saturday, January 3, 2026")


def test_a_change_of_the_agreed_rate_splits_a_week():
    changes = ({"from_day": exact(date(2026, 2, 11)), "rate": Decimal(20)},)
    found = split(date(2026, 2, 8), agreed_rate=Decimal(18), rate_changes=changes)
    assert found.reason == "The agreed rate changes on February 11, 2026."


def test_a_week_without_an_exact_day_is_not_split():
    found = rate_changes_inside(
        table=TABLE, today=TODAY, starts=When(date(2025, 12, 1), date(2025, 12, 31), "month")
    )
    assert not found.inside


def test_weeks_seven_days_apart_do_not_overlap():
    assert not overlap(table=TABLE, today=TODAY, weeks=run(4, date(2026, 2, 1), 40, 0)).found


def test_weeks_six_days_apart_overlap_in_any_order():
    found = overlap(table=TABLE, today=TODAY, weeks=starting(date(2026, 2, 7), date(2026, 2, 1)))
    assert (found.found, found.count) == (True, 1)
    assert "February 1, 2026" in found.first


def test_the_same_week_twice_overlaps():
    found = overlap(table=TABLE, today=TODAY, weeks=starting(date(2026, 2, 1), date(2026, 2, 1)))
    assert found.first.startswith("Two workweeks start on February 1, 2026")


def test_a_week_before_2019_is_found():
    found = before_first(table=TABLE, today=TODAY, weeks=starting(date(2018, 12, 30), date(2019, 1, 6)))
    assert (found.found, found.count) == (True, 1)
    assert "January 1, 2019" in found.first


def test_a_week_from_the_first_day_on_is_fine():
    assert not before_first(table=TABLE, today=TODAY, weeks=starting(date(2019, 1, 1))).found


def test_a_week_that_begins_on_another_weekday_is_found():
    found = weekday_mismatch(
        table=TABLE,
        today=TODAY,
        weeks=starting(date(2026, 2, 8), date(2026, 2, 16)),
        workweek_start_day="sunday",
    )
    assert (found.count, found.assumed) == (1, False)
    assert "begins on a Monday" in found.first


def test_sunday_is_assumed_and_said_to_be():
    found = weekday_mismatch(table=TABLE, today=TODAY, weeks=starting(date(2026, 2, 8)))
    assert (found.found, found.assumed, found.weekday_text) == (False, True, "Sunday")


def test_a_week_is_known_to_end_on_its_seventh_day():
    assert split(date(2026, 2, 8)).last_day == date(2026, 2, 14)
