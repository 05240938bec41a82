"""How money, hours and days are written."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values import When
from app.law.calendar import counted, from_today
from app.law.days import days_between, span, years_after
from app.law.money import cents, count, finely, hours, hours_said, listed, money, rate
from app.law.parameters import TABLE
from app.law.refusals import Refusal
from tests.law.invented import exact, week, worked

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "$0.00"), ("1234.5", "$1,234.50"), ("-60", "-$60.00"), ("0.005", "$0.01"), ("-0.004", "$0.00")],
)
def test_money_has_two_decimals_and_thousands(amount: str, text: str):
    assert money(Decimal(amount)) == text


@pytest.mark.parametrize(
    ("amount", "text"),
    [
        ("13.75", "$13.75"),
        ("6.875", "$6.875"),
        ("15", "$15.00"),
        ("16.66666", "about $16.67"),
        ("12.04302", "about $12.04"),
        ("7.2", "$7.20"),
    ],
)
def test_a_rate_is_exact_or_about_to_the_cent(amount: str, text: str):
    assert rate(Decimal(amount)) == text


@given(st.decimals(min_value=-1_000_000, max_value=1_000_000, places=4))
def test_cents_are_within_half_a_cent(amount: Decimal):
    assert abs(cents(amount) - amount) <= Decimal("0.005")


@given(st.decimals(min_value=0, max_value=1_000_000, places=3).filter(lambda d: str(d)[-1] == "5"))
def test_half_a_cent_goes_up(amount: Decimal):
    assert cents(amount) > amount


def test_hours_have_two_decimals():
    assert hours(Decimal("38")) == "38.00"


def test_one_of_a_thing_is_singular():
    assert (count(1, "workweek"), count(6, "workweek"), count(1200, "day")) == (
        "1 workweek",
        "6 workweeks",
        "1,200 days",
    )


def test_words_are_joined_as_in_a_sentence():
    assert [listed(list(words)) for words in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2025, 3, 2), date(2025, 3, 2), "March 2, 2025"),
        (date(2025, 3, 2), date(2025, 3, 8), "March 2 to 8, 2025"),
        (date(2025, 3, 30), date(2025, 4, 5), "March 30 to April 5, 2025"),
        (date(2025, 12, 28), date(2026, 1, 3), "December 28, 2025 to January 3, 2026"),
    ],
)
def test_a_span_says_month_and_year_only_as_often_as_needed(first: date, last: date, text: str):
    assert span(first, last) == text


def test_a_leap_day_has_its_anniversary_on_28_february():
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_days_between_holds_both_ends():
    assert len(days_between(date(2026, 5, 1), date(2026, 5, 3))) == 3
    assert days_between(date(2026, 5, 3), date(2026, 5, 1)) == ()


def test_a_reply_day_is_counted_from_the_letter():
    found = counted(table=TABLE, today=TODAY, day=exact(date(2026, 12, 1)), days=Decimal(14))
    assert (found.day_text, found.weekday_text, found.inexact) == ("December 15, 2026", "Tuesday", False)


def test_a_day_counted_from_an_inexact_one_has_two_readings():
    day = When(date(2026, 12, 1), date(2026, 12, 5), "range")
    found = counted(table=TABLE, today=TODAY, day=day, days=Decimal(14))
    assert (found.day_text, found.later_text) == ("December 15, 2026", "December 19, 2026")


def test_part_of_a_day_cannot_be_counted():
    with pytest.raises(Refusal, match="whole number of days"):
        counted(table=TABLE, today=TODAY, day=exact(TODAY), days=Decimal("1.5"))


def test_inside_a_step_a_rate_keeps_four_decimals():
    assert finely(Decimal("16.66666")) == "about $16.6667"


def test_one_hour_is_singular():
    assert (hours_said(Decimal(1)), hours_said(Decimal("38.5"))) == ("1.00 hour", "38.50 hours")


def test_a_claim_of_one_workweek_speaks_of_one():
    result = worked(week(date(2026, 3, 1), 1, 0))
    assert (result.weeks_count_text, result.hours_said) == ("1 workweek", "1.00 hour")
    assert result.period_text == "March 1 to 7, 2026"


def test_two_rates_are_joined_as_in_a_sentence():
    result = worked(week(date(2025, 12, 21), 40, 0), week(date(2026, 1, 4), 40, 0))
    assert result.rates_text == (
        "$13.75 an hour from January 1, 2025, and $15.00 an hour from January 1, 2026"
    )


@pytest.mark.parametrize(
    ("days", "weekend", "short"), [(4, False, True), (5, True, True), (7, False, False), (12, True, False)]
)
def test_a_reply_day_says_when_it_is_a_weekend_or_soon(days: int, weekend: bool, short: bool):
    """Counted from Monday, November 23, 2026."""
    found = from_today(table=TABLE, today=TODAY, days=Decimal(days))
    assert (found.is_weekend, found.is_short) == (weekend, short)
