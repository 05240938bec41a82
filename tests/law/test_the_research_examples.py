"""The worked examples and test patterns of the research note, to the cent."""

from datetime import date
from decimal import Decimal

import pytest

from tests.law.invented import FIVE_DAYS, TODAY, days, deduction, dollars, exact, last_pay, run, week, worked

EXAMPLE_A = run(6, date(2025, 3, 2), 38, "380.00")
EXAMPLE_C = {
    "how_ended": "fired",
    "discharged_on": exact(date(2026, 5, 1)),
    "rate": Decimal("16.00"),
    "hours": Decimal(52),
    "hours_per_day": Decimal(8),
    "work_days": FIVE_DAYS,
    "request_made": True,
    "request_date": exact(date(2026, 5, 8)),
}
T1 = run(13, date(2026, 8, 30), 32, "304.00")


def test_a_kitchen_helper_is_short_142_50_in_each_of_six_weeks():
    result = worked(*EXAMPLE_A)
    assert [row.shortfall for row in result.rows] == ["$142.50"] * 6


def test_a_kitchen_helper_is_owed_2565_under_missouri_law():
    result = worked(*EXAMPLE_A)
    assert (result.missouri_unpaid, result.missouri_liquidated, result.missouri_total) == (
        dollars("855.00"),
        dollars("1,710.00"),
        dollars("2,565.00"),
    )


def test_a_kitchen_helper_paid_more_than_the_federal_minimum_is_owed_nothing_federally():
    result = worked(*EXAMPLE_A)
    assert result.federal_total == 0
    assert result.rows[0].federal_required == "$275.50"


def test_the_six_weeks_are_named_from_first_to_last_day():
    result = worked(*EXAMPLE_A)
    assert (result.weeks_count_text, result.period_text) == ("6 workweeks", "March 2 to April 12, 2025")


def test_final_pay_counts_28_work_days_and_40_calendar_days_to_10_june():
    result = last_pay(date(2026, 6, 10), **EXAMPLE_C, paid_on=exact(date(2026, 6, 10)))
    assert (result.work_days_so_far, result.calendar_days_so_far) == (28, 40)
    assert (result.penalty_m1, result.penalty_m2) == (dollars("3,584.00"), dollars("3,657.14"))


def test_final_pay_demands_base_and_penalty_on_10_june():
    result = last_pay(date(2026, 6, 10), **EXAMPLE_C, paid_on=exact(date(2026, 6, 10)))
    assert result.base == dollars("832.00")
    assert (result.total_m1, result.total_m2) == (dollars("4,416.00"), dollars("4,489.14"))
    assert (result.outstanding_m1, result.outstanding_m2) == (dollars("3,584.00"), dollars("3,657.14"))


def test_final_pay_still_unpaid_at_the_cap_has_run_42_work_days_and_60_calendar_days():
    result = last_pay(date(2026, 6, 30), **EXAMPLE_C)
    assert result.status == "capped"
    assert (result.penalty_m1, result.penalty_m2) == (dollars("5,376.00"), dollars("5,485.71"))


def test_final_pay_never_grows_beyond_the_cap():
    result = last_pay(date(2027, 6, 30), **EXAMPLE_C)
    assert (result.penalty_m1, result.penalty_m2) == (dollars("5,376.00"), dollars("5,485.71"))


def test_final_pay_warns_that_the_same_hours_are_780_at_the_minimum_and_2340_in_all():
    result = last_pay(date(2026, 6, 10), **EXAMPLE_C)
    assert (result.overlap_minimum, result.overlap_total) == (dollars("780.00"), dollars("2,340.00"))
    assert any(caution.text == result.overlap_text for caution in result.cautions)


def test_a_uniform_fee_out_of_minimum_pay_is_short_by_the_fee():
    fee = deduction(date(2026, 2, 13), "uniform", "60.00")
    result = worked(week(date(2026, 2, 8), 40, "600.00"), deductions=(fee,))
    assert result.rows[0].effective_pay == "$540.00"
    assert (result.missouri_unpaid, result.missouri_total) == (dollars("60.00"), dollars("180.00"))


def test_t1_a_diner_cook_is_owed_6864_under_missouri_law_and_nothing_federally():
    result = worked(*T1, today=date(2026, 12, 1))
    assert (result.missouri_unpaid, result.missouri_total) == (dollars("2,288.00"), dollars("6,864.00"))
    assert result.federal_total == 0
    assert (result.rows[0].required, result.rows[0].shortfall) == ("$480.00", "$176.00")


def test_t1_a_diner_cook_who_still_works_there_has_no_final_pay():
    result = last_pay(date(2026, 12, 1), how_ended="still_working")
    assert (result.status, result.applies, result.request_needed) == ("not_discharge", False, False)


def test_t3_without_a_written_request_there_is_no_penalty_yet_and_one_is_needed():
    result = last_pay(
        date(2026, 3, 9),
        how_ended="fired",
        discharged_on=exact(date(2026, 3, 2)),
        rate=Decimal(18),
        hours=Decimal(60),
        hours_per_day=Decimal(8),
        work_days=FIVE_DAYS,
        request_made=False,
    )
    assert result.base == dollars("1,080.00")
    assert (result.penalty_m1, result.penalty_m2, result.status) == (0, 0, "no_request")
    assert result.applies
    assert result.request_needed


def test_t3_the_same_60_hours_are_1080_promised_and_900_at_the_minimum():
    weeks = week(date(2026, 2, 15), 40, 0), week(date(2026, 2, 22), 20, 0)
    result = worked(*weeks, agreed_rate=Decimal("18.00"), today=date(2026, 3, 9))
    assert result.contract_unpaid == dollars("1,080.00")
    assert (result.missouri_unpaid, result.missouri_total) == (dollars("900.00"), dollars("2,700.00"))


def test_t5_a_worker_who_quit_claims_the_320_without_penalty():
    result = last_pay(TODAY, how_ended="quit", amount=Decimal("320.00"))
    assert (result.status, result.applies) == ("not_discharge", False)
    assert (result.base, result.outstanding_m2) == (dollars("320.00"), dollars("320.00"))
    assert result.within_small_claims


def test_the_federal_check_of_50_hours_for_300_is_short_98_75():
    result = worked(week(date(2026, 2, 8), 50, "300.00"))
    assert result.rows[0].federal_due == "$398.75"
    assert (result.federal_unpaid, result.federal_total) == (dollars("98.75"), dollars("197.50"))


@pytest.mark.parametrize(
    ("year", "minimum"),
    [
        (2019, "8.60"),
        (2020, "9.45"),
        (2021, "10.30"),
        (2022, "11.15"),
        (2023, "12.00"),
        (2024, "12.30"),
        (2025, "13.75"),
        (2026, "15.00"),
        (2027, "15.00"),
    ],
)
def test_one_hour_in_june_of_each_year_is_worth_the_minimum_of_that_year(year: int, minimum: str):
    result = worked(days(date(year, 6, 6), 0, 1), today=date(2027, 12, 1))
    assert result.missouri_unpaid == Decimal(minimum)
