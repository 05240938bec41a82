"""Holidays of Missouri and time as courts count it: Rule 44.01(a), with its working."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values import When
from app.law.catalogue import CALCULATIONS
from app.law.court_days import CourtDayResult, is_court_day, moved
from app.law.holidays import holiday, holidays
from app.law.memo_tables import tables
from app.law.parameters import TABLE

TODAY = date(2026, 11, 24)
DAYS = st.dates(date(2019, 1, 1), date(2060, 12, 31))


def after(day: date, days: int, latest: date | None = None) -> CourtDayResult:
    run = CALCULATIONS["calendar.court_days_after"].run
    found = run(day=When(day, latest or day, "exact" if latest is None else "range"), days=days, today=TODAY)
    assert isinstance(found, CourtDayResult)
    return found


def test_the_holidays_of_2026_are_those_the_state_printed():
    assert [each.day for each in holidays(2026)] == [
        date(2026, 1, 1), date(2026, 1, 19), date(2026, 2, 12), date(2026, 2, 16), date(2026, 5, 8),
        date(2026, 5, 25), date(2026, 6, 19), date(2026, 7, 4), date(2026, 9, 7), date(2026, 10, 12),
        date(2026, 11, 11), date(2026, 11, 26), date(2026, 12, 25),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2026, 2, 12), "Lincoln’s Birthday"),
        (date(2026, 5, 8), "Truman Day"),
        (date(2022, 5, 9), "Truman Day (kept on Monday)"),
        (date(2023, 2, 13), "Lincoln’s Birthday (kept on Monday)"),
    ],
)
def test_a_holiday_on_a_sunday_is_kept_on_monday(day: date, name: str):
    found = holiday(day)
    assert found is not None
    assert found.name == name


def test_juneteenth_alone_is_not_in_the_statute_as_read():
    assert [each.name for each in holidays(2026) if not each.confirmed] == ["Juneteenth"]
    assert [each.name for each in holidays(2021) if not each.confirmed] == []


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2026, 11, 2), 20, date(2026, 11, 23)),  # from a Sunday to Monday
        (date(2026, 4, 28), 10, date(2026, 5, 11)),  # from Truman Day over the weekend
        (date(2026, 1, 23), 20, date(2026, 2, 13)),  # from Lincoln's Birthday
        (date(2026, 11, 6), 20, date(2026, 11, 27)),  # from Thanksgiving
        (date(2026, 11, 24), 30, date(2026, 12, 24)),  # a court day stays
        (date(1983, 1, 13), 30, date(1983, 2, 14)),  # LeGrand v. LeGrand, 663 S.W.2d 339
    ],
)
def test_a_period_ends_on_the_next_day_on_which_courts_sit(start: date, days: int, last: date):
    found = after(start, days)
    assert found.day == last
    assert found.rolled == (last != start + timedelta(days=days))


def test_the_working_names_every_day_that_was_passed_over():
    working = after(date(2026, 4, 28), 10).working
    assert working == (
        "April 28, 2026 + 10 days = Friday, May 8, 2026; May 8, 2026 is Truman Day;"
        " May 9, 2026 is a Saturday; May 10, 2026 is a Sunday; so it may run to Monday, May 11, 2026"
    )


def test_the_day_counted_is_kept_as_the_safe_day():
    assert after(date(2026, 4, 28), 10).counted_text == "May 8, 2026"


def test_an_inexact_day_is_counted_from_both_readings():
    found = after(date(2026, 11, 2), 20, date(2026, 11, 30))
    assert (found.day_text, found.later_text) == ("November 23, 2026", "December 21, 2026")


def test_a_roll_over_an_unconfirmed_holiday_says_so():
    found = after(date(2026, 6, 9), 10)
    assert (found.day, found.confirmed) == (date(2026, 6, 22), False)
    assert "not confirmed" in found.caution


def test_the_friday_before_a_saturday_holiday_is_no_holiday_but_is_cautioned():
    found = after(date(2026, 6, 23), 10)
    assert (found.day, found.rolled) == (date(2026, 7, 3), False)
    assert "state offices may be closed" in found.caution


def test_a_period_under_seven_days_shows_the_other_way_of_counting():
    assert "Thursday, December 3, 2026" in after(date(2026, 11, 25), 5).short_text
    assert after(date(2026, 11, 25), 7).short_text == ""


def test_the_memo_shows_the_working_with_the_law():
    (table,) = tables(after(date(2026, 4, 28), 10))
    assert table.part == "deadlines"
    assert "Truman Day" in table.rows[0][2]
    assert table.rows[0][3].startswith("Rule 44.01(a) (not confirmed)")


def test_the_memo_leads_with_the_day_counted_and_tells_the_later_one_beside_it():
    (table,) = tables(after(date(2026, 4, 28), 10))
    assert table.rows[0][1] == "Friday, May 8, 2026"
    assert table.notes[0] == "It may run on to Monday, May 11, 2026."
    assert "comes from memory" in table.notes[-1]


@given(DAYS, st.integers(0, 400))
def test_whatever_runs_on_is_not_confirmed(day: date, days: int):
    found = after(day, days)
    assert not found.rolled or (not found.confirmed and "that time runs on" in found.caution.lower())


@given(DAYS, st.integers(0, 400))
def test_a_last_day_is_a_court_day_never_before_the_day_counted_and_never_a_week_after(day: date, days: int):
    counted = day + timedelta(days=days)
    found = moved(counted)
    assert is_court_day(found.day)
    assert timedelta(0) <= found.day - counted < timedelta(days=6)
    between = [counted + timedelta(days=n) for n in range((found.day - counted).days)]
    assert [each for each in between if is_court_day(each)] == []
    assert len(found.reasons) == len(between)


@given(st.integers(2019, 2060))
def test_a_year_has_twelve_or_thirteen_holidays_each_on_its_own_day(year: int):
    days = [each.day for each in holidays(year)]
    assert len(days) == (13 if year >= 2022 else 12)
    assert all(before < later for before, later in pairwise(days))
    assert [day for day in days if day.weekday() == 6] == []


def test_the_table_of_parameters_knows_the_short_period():
    assert TABLE.value_on("court_short_period_days", TODAY).count == 7
