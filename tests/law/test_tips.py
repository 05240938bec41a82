"""Tipped workers: F3, the tip credit on both tracks, and its limits."""

from datetime import date
from decimal import Decimal

from tests.law.invented import dollars, week, worked

FEBRUARY = date(2026, 2, 8)


def test_half_in_cash_and_half_in_tips_meets_the_minimum():
    assert worked(week(FEBRUARY, 40, 300, tips=300)).missouri_unpaid == 0


def test_tips_that_do_not_reach_the_minimum_leave_the_gap_to_the_employer():
    assert worked(week(FEBRUARY, 40, 300, tips=200)).missouri_unpaid == dollars("100.00")


def test_more_tips_never_lower_the_cash_half():
    result = worked(week(FEBRUARY, 40, 250, tips=900))
    assert result.rows[0].tip_credit == "$300.00"
    assert result.missouri_unpaid == dollars("50.00")


def test_overtime_of_a_tipped_worker_is_on_the_full_minimum():
    """The state's own answer for 2024: 6.15 for an hour and 12.30 for an overtime hour, in cash."""
    assert worked(week(date(2024, 6, 2), 50, "369.00", tips=900)).missouri_unpaid == 0
    assert worked(week(date(2024, 6, 2), 50, "368.99", tips=900)).missouri_unpaid == dollars("0.01")


def test_the_credit_for_overtime_hours_is_half_the_plain_minimum():
    result = worked(week(FEBRUARY, 50, 375, tips=900))
    assert result.rows[0].tip_credit == "$375.00"
    assert result.missouri_unpaid == dollars("75.00")


def test_a_tipped_rate_with_three_decimals_is_rounded_only_at_the_week():
    """Half of 13.75 is 6.875, so 33 hours need 226.875 in cash."""
    assert worked(week(date(2025, 6, 1), 33, 220, tips=900)).missouri_unpaid == dollars("6.88")


def test_the_federal_credit_stops_at_5_12_an_hour():
    result = worked(week(FEBRUARY, 40, 80, tips=900))
    assert result.rows[0].federal_tip_credit == "$204.80"
    assert result.federal_unpaid == dollars("5.20")  # 290.00 - 204.80 - 80.00


def test_a_federal_tip_credit_is_marked_unconfirmed():
    result = worked(week(FEBRUARY, 40, 80, tips=900))
    assert result.rests_on_unconfirmed
    assert any(
        "federal tip credit" in caution.text and caution.level == "check" for caution in result.cautions
    )


def test_without_tips_nothing_rests_on_the_federal_tip_credit():
    assert not worked(week(FEBRUARY, 40, 80)).rests_on_unconfirmed


def test_the_figure_without_federal_tip_credit_is_an_alternative():
    result = worked(week(FEBRUARY, 40, 80, tips=900))
    found = next(a for a in result.alternatives if a.key == "federal_without_tip_credit")
    assert found.unpaid == dollars("210.00")


def test_a_worker_said_not_to_be_tipped_gets_no_credit():
    assert worked(week(FEBRUARY, 40, 300, tips=300), tipped=False).missouri_unpaid == dollars("300.00")


def test_a_tipped_week_without_tips_given_is_computed_with_none_and_says_so():
    result = worked(week(FEBRUARY, 40, 300), tipped=True)
    assert result.missouri_unpaid == dollars("300.00")
    assert any("No tips are given" in caution.text for caution in result.cautions)


def test_cash_above_the_minimum_offers_overtime_on_the_cash_wage():
    result = worked(week(FEBRUARY, 50, 1000, tips=100))
    found = next(a for a in result.alternatives if a.key == "tipped_cash_above_minimum")
    assert (result.missouri_unpaid, found.unpaid) == (0, dollars("100.00"))


def test_a_deduction_lowers_the_cash_of_a_tipped_worker():
    fee = {"taken_on": date(2026, 2, 9), "kind": "breakage", "amount": Decimal(25)}
    assert worked(week(FEBRUARY, 40, 300, tips=300), deductions=(fee,)).missouri_unpaid == dollars("25.00")


def test_a_week_paid_below_the_minimum_in_cash_stays_as_it_is_in_that_alternative():
    weeks = week(FEBRUARY, 50, 1000, tips=100), week(date(2026, 2, 15), 50, 300, tips=100)
    result = worked(*weeks)
    found = next(a for a in result.alternatives if a.key == "tipped_cash_above_minimum")
    assert found.unpaid - result.missouri_unpaid == dollars("100.00")


REVIEWED = (
    week(date(2026, 3, 1), 44, 330, tips=200, overtime_premium=0),
    week(date(2026, 3, 8), 40, 200, tips=600),
    week(date(2026, 3, 15), "38.5", "288.75", tips=400),
)
"""A server at $7.50 an hour in cash; without any credit an ordinary worker."""


def test_without_any_federal_credit_the_worker_is_measured_as_an_ordinary_one():
    """330.00 + 4 x 7.50 x 0.5 = 345.00, short 15.00; 290.00 - 200.00 = 90.00; nothing in the third week."""
    found = {a.key: a for a in worked(*REVIEWED, tipped=True).alternatives}["federal_without_tip_credit"]
    assert (found.unpaid, found.total) == (dollars("105.00"), dollars("210.00"))


def test_without_any_missouri_credit_the_whole_minimum_is_due_in_cash():
    """690.00 - 330.00, 600.00 - 200.00 and 577.50 - 288.75."""
    found = {a.key: a for a in worked(*REVIEWED, tipped=True).alternatives}["missouri_without_tip_credit"]
    assert (found.unpaid, found.unconfirmed) == (dollars("1048.75"), True)
