"""Overtime on both tracks: F2, premiums already paid, promised rates, thresholds and alternatives."""

from datetime import date
from decimal import Decimal

from tests.law.invented import deduction, dollars, run, week, worked

FEBRUARY = date(2026, 2, 8)


def alternative(result, key):
    return next(each for each in result.alternatives if each.key == key)


def test_forty_hours_hold_no_overtime():
    assert worked(week(FEBRUARY, 40, 600)).overtime_hours == 0


def test_a_quarter_of_an_hour_over_forty_is_overtime():
    result = worked(week(FEBRUARY, "40.25", 600))
    assert result.overtime_hours == Decimal("0.25")
    assert result.missouri_unpaid == dollars("5.63")  # 40.25 x 15 = 603.75, premium 1.875, due 605.625


def test_overtime_below_the_minimum_is_measured_at_the_minimum():
    result = worked(week(FEBRUARY, 50, 500))
    assert (result.rows[0].regular_rate, result.rows[0].overtime_premium) == ("$15.00", "$75.00")
    assert result.missouri_unpaid == dollars("325.00")


def test_the_shortfall_splits_into_minimum_and_overtime():
    result = worked(week(FEBRUARY, 50, 500))
    assert (result.missouri_minimum_part, result.missouri_overtime_part) == (
        dollars("250.00"),
        dollars("75.00"),
    )


def test_straight_time_above_the_minimum_sets_the_regular_rate():
    result = worked(week(FEBRUARY, 50, 1000, overtime_premium=0))
    assert result.rows[0].regular_rate == "$20.00"
    assert result.missouri_unpaid == result.federal_unpaid == dollars("100.00")


def test_an_employer_who_paid_time_and_a_half_owes_nothing():
    result = worked(week(FEBRUARY, 50, 1100, overtime_premium=100))
    assert (result.missouri_unpaid, result.federal_unpaid) == (0, 0)


def test_time_and_a_half_is_seen_from_the_agreed_rate_when_nobody_said():
    result = worked(week(FEBRUARY, 50, 1100), agreed_rate=Decimal(20))
    assert (result.missouri_unpaid, result.federal_unpaid, result.contract_unpaid) == (0, 0, 0)
    assert any("pay above the agreed rate was taken" in caution.text for caution in result.cautions)


def test_without_an_agreed_rate_pay_is_taken_as_straight_time_and_said_to_be():
    result = worked(week(FEBRUARY, 50, 1100))
    assert result.missouri_unpaid == dollars("110.00")
    assert any("computed as if it held none" in caution.text for caution in result.cautions)


def test_pay_below_every_minimum_raises_no_question_about_hidden_premium():
    result = worked(week(FEBRUARY, 50, 300))
    assert not any("computed as if it held none" in caution.text for caution in result.cautions)


def test_a_premium_at_the_minimum_rests_on_unconfirmed_law_and_says_so():
    cautions = worked(week(FEBRUARY, 50, 500)).cautions
    assert [c.level for c in cautions if c.citation == "29 CFR 778.5"] == ["check"]
    assert not [c for c in worked(week(FEBRUARY, 50, 1000)).cautions if c.citation == "29 CFR 778.5"]


def test_many_weeks_are_counted_and_the_first_three_named():
    text = worked(*run(6, FEBRUARY, 50, 1100)).cautions[0].text
    assert "6 workweeks (February 8, 2026, February 15, 2026, February 22, 2026 and 3 more)" in text


def test_half_a_premium_leaves_the_other_half_short():
    result = worked(week(FEBRUARY, 50, 1050, overtime_premium=50), agreed_rate=Decimal(20))
    assert result.missouri_unpaid == dollars("50.00")


def test_a_promise_above_what_was_paid_is_a_contract_claim_and_no_regular_rate():
    result = worked(week(FEBRUARY, 50, 800, overtime_premium=0), agreed_rate=Decimal(20))
    assert result.missouri_unpaid == dollars("80.00")  # regular rate 800 / 50 = 16.00
    assert result.contract_unpaid == dollars("200.00")


def test_a_proved_promise_is_offered_as_an_alternative():
    result = worked(week(FEBRUARY, 50, 800, overtime_premium=0), agreed_rate=Decimal(20))
    assert alternative(result, "overtime_at_promised_rate").unpaid == dollars("300.00")


def test_half_a_cent_is_rounded_up_once_at_the_week():
    result = worked(week(FEBRUARY, 48, "900.06", overtime_premium=0))
    assert result.missouri_unpaid == dollars("75.01")  # premium 900.06 / 12 = 75.005


def test_two_weeks_are_rounded_one_by_one():
    weeks = (
        week(FEBRUARY, 48, "900.06", overtime_premium=0),
        week(date(2026, 2, 15), 48, "900.06", overtime_premium=0),
    )
    assert worked(*weeks).missouri_unpaid == dollars("150.02")


def test_a_regular_rate_that_does_not_come_out_even_is_shown_as_about():
    assert worked(week(FEBRUARY, 45, 750, overtime_premium=0)).rows[0].regular_rate == "about $16.67"


def test_overtime_can_be_left_unclaimed():
    result = worked(week(FEBRUARY, 50, 500), claim_overtime=False)
    assert (result.missouri_unpaid, result.overtime_hours) == (dollars("250.00"), 0)


def test_an_amusement_business_owes_missouri_overtime_from_the_53rd_hour():
    result = worked(week(FEBRUARY, 54, 810), amusement=True)
    assert result.missouri_unpaid == dollars("15.00")
    assert result.rows[0].steps[3].text.startswith("2.00 h over 52")


def test_the_figure_without_overtime_is_an_alternative():
    result = worked(week(FEBRUARY, 50, 500))
    assert alternative(result, "missouri_without_overtime").unpaid == dollars("250.00")


def test_federal_overtime_at_the_missouri_minimum_is_an_alternative_marked_unconfirmed():
    result = worked(week(FEBRUARY, 50, 500))
    whole, alone = (
        alternative(result, f"federal_{which}") for which in ("at_missouri_rate", "overtime_alone")
    )
    assert result.federal_unpaid == dollars("50.00")  # 500 / 50 = 10.00, premium 50.00
    assert (whole.unpaid, alone.unpaid) == (dollars("75.00"), dollars("75.00"))
    assert whole.unconfirmed
    assert alone.unconfirmed


def test_deductions_lower_the_straight_pay_and_the_reading_before_them_is_an_alternative():
    fee = deduction(date(2026, 2, 9), "uniform", 100)
    result = worked(week(FEBRUARY, 50, 800, overtime_premium=0), deductions=(fee,))
    assert result.missouri_unpaid == dollars("125.00")  # 750 + 75 - 700
    assert alternative(result, "straight_before_deductions").unpaid == dollars("180.00")  # 800 + 80 - 700


def test_a_premium_that_must_be_all_overtime_pay_is_questioned():
    result = worked(week(FEBRUARY, 50, 1100, overtime_premium=300))
    assert any("extra half only" in caution.text for caution in result.cautions)


def test_a_full_premium_is_not_questioned():
    result = worked(week(FEBRUARY, 50, 1100, overtime_premium=100))
    assert not any("extra half only" in caution.text for caution in result.cautions)


def test_the_steps_show_the_arithmetic_with_its_law():
    steps = worked(week(FEBRUARY, 50, 500)).rows[0].steps
    lines = [(step.text, step.citation) for step in steps if step.track == "missouri"]
    assert lines == [
        ("50.00 h × $15.00 = $750.00 required", "RSMo 290.502"),
        ("straight time is $750.00, the higher of $500.00 paid and $750.00 required", "RSMo 290.505"),
        ("$750.00 ÷ 50.00 h = $15.00 regular rate", "RSMo 290.505"),
        ("10.00 h over 40 × $15.00 × 0.5 = $75.00 overtime premium", "RSMo 290.505"),
        ("$750.00 + $75.00 = $825.00 due", "RSMo 290.505"),
        ("$825.00 due − $500.00 paid = $325.00 short", "RSMo 290.527"),
    ]


def test_a_charge_that_lowers_the_regular_rate_has_both_readings_on_both_tracks():
    """44 hours for $704.00 with a $45.00 uniform: F4 as written, and the straight pay before deductions."""
    charge = deduction(date(2026, 2, 9), "uniform", 45)
    result = worked(week(FEBRUARY, 44, 704, overtime_premium=0), deductions=(charge,))
    assert (result.missouri_unpaid, result.federal_unpaid) == (dollars("31.00"), dollars("29.95"))
    assert alternative(result, "straight_before_deductions").unpaid == dollars("77.00")
    other = alternative(result, "federal_straight_before_deductions")
    assert (other.unpaid, other.unconfirmed) == (dollars("77.00"), True)
