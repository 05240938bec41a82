"""Final pay after a discharge: what opens RSMo 290.110, its day counts, inexact dates and both methods."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.core.values import When
from app.law.refusals import Refusal
from tests.law.invented import FIVE_DAYS, dollars, exact, last_pay

FIRED = date(2026, 5, 1)
ASKED = date(2026, 5, 8)
BEGINNING = {
    "how_ended": "fired",
    "discharged_on": exact(FIRED),
    "rate": Decimal(16),
    "hours": Decimal(52),
    "hours_per_day": Decimal(8),
    "work_days": FIVE_DAYS,
    "request_made": True,
    "request_date": exact(ASKED),
}


def fired(today: date, **more):
    return last_pay(today, **(BEGINNING | more))


def test_before_the_seven_days_are_over_there_is_no_penalty_and_the_day_is_named():
    result = fired(date(2026, 5, 15))
    assert (result.status, result.has_penalty) == ("waiting", False)
    assert result.seventh_day == date(2026, 5, 15)
    assert "Friday, May 15, 2026" in result.status_text


def test_on_the_eighth_day_the_penalty_runs_from_the_discharge():
    result = fired(date(2026, 5, 16))
    assert (result.status, result.calendar_days_so_far, result.work_days_so_far) == ("running", 15, 10)
    assert result.penalty_m1 == dollars("1,280.00")


def test_pay_that_comes_on_the_seventh_day_is_in_time():
    result = fired(date(2026, 6, 1), paid_on=exact(date(2026, 5, 15)))
    assert (result.status, result.penalty_m1, result.outstanding_m1) == ("paid_in_time", 0, 0)


def test_pay_that_comes_on_the_eighth_day_is_late_from_the_discharge_on():
    result = fired(date(2026, 6, 1), paid_on=exact(date(2026, 5, 16)))
    assert (result.status, result.calendar_days_so_far) == ("paid_late", 15)


@pytest.mark.parametrize(("day", "status", "counted"), [(29, "running", 59), (30, "capped", 60)])
def test_the_sixtieth_day_is_the_last_that_counts(day: int, status: str, counted: int):
    result = fired(date(2026, 6, day))
    assert (result.status, result.calendar_days_so_far) == (status, counted)


def test_pay_after_the_cap_is_counted_to_the_cap():
    result = fired(date(2026, 9, 1), paid_on=exact(date(2026, 8, 1)))
    assert (result.calendar_days_so_far, result.penalty_m2) == (60, dollars("5,485.71"))


def test_the_cap_is_shown_while_the_penalty_runs():
    result = fired(date(2026, 5, 20))
    assert (result.has_cap, result.cap_m1, result.cap_m2) == (True, dollars("5,376.00"), dollars("5,485.71"))


def test_once_paid_there_is_no_cap_to_show():
    assert not fired(date(2026, 6, 20), paid_on=exact(date(2026, 6, 10))).has_cap


def test_a_holiday_on_a_work_day_is_counted():
    """Memorial Day, Monday 25 May 2026, is among the 28 work days of the note's example."""
    before, after = fired(date(2026, 5, 24)), fired(date(2026, 5, 25))
    assert after.work_days_so_far - before.work_days_so_far == 1


@pytest.mark.parametrize("how", ["quit", "still_working"])
def test_a_quit_and_work_that_goes_on_are_outside(how: str):
    result = fired(date(2026, 6, 10), how_ended=how)
    assert (result.status, result.applies, result.penalty_m1) == ("not_discharge", False, 0)


@pytest.mark.parametrize("how", ["held", "ran_away", "something else"])
def test_whether_getting_away_was_a_discharge_is_for_an_attorney(how: str):
    result = fired(date(2026, 6, 10), how_ended=how)
    assert (result.status, result.applies, result.needs_attorney) == ("attorney", False, True)
    assert any(caution.level == "check" for caution in result.cautions)


def test_refusal_of_further_work_opens_it_as_a_discharge_does():
    assert fired(date(2026, 6, 10), how_ended="refused_further_work").penalty_m1 == dollars("3,584.00")


def test_pay_mainly_by_commission_blocks_it():
    result = fired(date(2026, 6, 10), commission_primarily=True)
    assert (result.status, result.applies, result.has_penalty) == ("commission", False, False)


def test_without_a_request_one_is_needed():
    result = fired(date(2026, 6, 10), request_made=False, request_date=None)
    assert (result.status, result.request_needed, result.penalty_m2) == ("no_request", True, 0)


def test_a_request_whose_day_is_not_known_counts_nothing():
    assert fired(date(2026, 6, 10), request_date=None).status == "unknown_request"


def test_a_discharge_whose_day_is_not_known_counts_nothing():
    result = fired(date(2026, 6, 10), discharged_on=None)
    assert (result.status, result.applies) == ("unknown_day", False)


def test_a_request_before_the_discharge_is_refused():
    with pytest.raises(Refusal, match="lies before the discharge"):
        fired(date(2026, 6, 10), request_date=exact(date(2026, 4, 30)))


def test_a_request_on_the_day_of_discharge_is_fine():
    assert fired(date(2026, 5, 9), request_date=exact(FIRED)).seventh_day == date(2026, 5, 8)


def test_a_payment_before_the_discharge_is_refused():
    with pytest.raises(Refusal, match="The payment of final wages"):
        fired(date(2026, 6, 10), paid_on=exact(date(2026, 4, 30)))


def test_a_payment_that_has_not_come_yet_is_refused():
    with pytest.raises(Refusal, match="has not come yet"):
        fired(date(2026, 6, 10), paid_on=exact(date(2026, 6, 11)))


def test_an_inexact_discharge_is_read_both_ways_and_says_so():
    result = fired(date(2026, 6, 10), discharged_on=When(date(2026, 5, 1), date(2026, 5, 4), "range"))
    assert (result.inexact, result.calendar_days_so_far) == (True, 37)
    assert (result.penalty_m2, result.most_m2) == (dollars("3,382.86"), dollars("3,657.14"))
    assert "read as May 4, 2026 for the smaller figure and May 1, 2026 for the larger" in result.reading_text


def test_an_inexact_request_may_leave_the_seven_days_open():
    asked = When(date(2026, 5, 8), date(2026, 5, 20), "range")
    result = fired(date(2026, 5, 18), request_date=asked)
    assert (result.status, result.penalty_m1, result.most_m1) == ("waiting", 0, dollars("1,408.00"))


def test_exact_dates_have_one_reading():
    result = fired(date(2026, 6, 10))
    assert (result.inexact, result.reading_text, result.most_m1) == (False, "", result.penalty_m1)


def test_four_long_days_make_the_same_week_by_another_schedule():
    four = {"work_days": ("monday", "tuesday", "wednesday", "thursday"), "hours_per_day": Decimal(10)}
    result = fired(date(2026, 6, 10), **four)
    assert (result.daily_wage, result.weekly_wage) == (dollars("160.00"), dollars("640.00"))
    assert (result.work_days_so_far, result.penalty_m2) == (23, dollars("3,657.14"))


def test_without_a_schedule_the_base_stands_and_the_penalty_is_not_guessed():
    result = fired(date(2026, 6, 10), work_days=None)
    assert (result.base, result.has_penalty) == (dollars("832.00"), False)
    assert any("without both it is not computed" in caution.text for caution in result.cautions)


def test_a_daily_wage_can_be_given_instead_of_an_hourly_rate():
    result = fired(date(2026, 6, 10), rate=None, hours=None, amount=Decimal(832), daily_wage=Decimal(128))
    assert (result.base, result.penalty_m1, result.has_overlap) == (
        dollars("832.00"),
        dollars("3,584.00"),
        False,
    )


def test_a_sum_that_is_not_rate_times_hours_is_used_and_questioned():
    result = fired(date(2026, 6, 10), amount=Decimal(800))
    assert result.base == dollars("800.00")
    assert any("differ from the rate times" in caution.text for caution in result.cautions)


def test_once_paid_the_same_hours_are_no_longer_a_minimum_wage_claim():
    assert not fired(date(2026, 6, 20), paid_on=exact(date(2026, 6, 10))).has_overlap


def test_the_penalty_never_shrinks_while_nothing_is_paid():
    amounts = [fired(FIRED + timedelta(days=n)).penalty_m2 for n in range(7, 80)]
    assert amounts == sorted(amounts)


def test_both_methods_are_written_out():
    texts = [step.text for step in fired(date(2026, 6, 10)).steps]
    assert "28 work days × $128.00 = $3,584.00" in texts
    assert "40 calendar days × $640.00 ÷ 7 = $3,657.14" in texts


def test_a_discharge_is_never_read_as_later_than_the_request():
    """“May 2026” with a request of 8 May means 1 to 8 May: the smaller figure counts from the 8th."""
    result = fired(date(2026, 6, 10), discharged_on=When(date(2026, 5, 1), date(2026, 5, 31), "month"))
    assert (result.inexact, result.calendar_days_so_far) == (True, 33)
    assert result.most_m2 == dollars("3,657.14")


def test_a_discharge_about_a_day_is_read_fourteen_days_to_each_side():
    result = fired(date(2026, 6, 10), discharged_on=When(date(2026, 4, 17), date(2026, 5, 15), "about"))
    assert (
        "the discharge (about May 1, 2026) is read as May 8, 2026 for the smaller figure"
        in result.reading_text
    )


def test_a_work_day_longer_than_a_day_is_refused():
    with pytest.raises(Refusal, match=r"A work day of 25\.00 hours cannot be"):
        fired(date(2026, 6, 10), hours_per_day=Decimal(25))


CAPS = (dollars("5,376.00"), dollars("5,485.71"))


@pytest.mark.parametrize(
    "more",
    [
        {"request_made": False, "request_date": None},
        {"request_date": None},
        {"paid_on": exact(date(2026, 6, 10))},
        {"paid_on": exact(date(2026, 5, 12))},
        {},
    ],
)
def test_what_it_would_come_to_is_computed_whatever_was_asked_for_or_paid(more):
    result = fired(date(2026, 6, 10), **more)
    assert (result.cap_m1, result.cap_m2, result.cap_known) == (*CAPS, True)
    assert result.cap_text


def test_before_the_seven_days_are_over_the_cap_is_known():
    result = fired(date(2026, 5, 12))
    assert (result.cap_m1, result.cap_m2, result.has_cap) == (*CAPS, False)


def test_after_the_sixty_days_a_request_can_still_be_made():
    result = fired(date(2026, 7, 20), request_made=False, request_date=None)
    assert result.cap_day == date(2026, 6, 30)
    assert "A request can still be made" in result.cap_text
    assert "Not confirmed" in result.cap_text


def test_without_the_schedule_no_cap_is_guessed():
    result = fired(date(2026, 6, 10), work_days=None, request_made=False, request_date=None)
    assert (result.cap_known, result.cap_m1, result.cap_text) == (False, 0, "")


def test_a_discharge_on_an_unknown_day_still_calls_for_a_request_and_must_be_fixed():
    result = fired(date(2026, 6, 10), discharged_on=None, request_made=False, request_date=None)
    assert (result.is_discharge, result.request_needed, result.applies) == (True, True, False)
    assert [c.level for c in result.cautions if "day of the discharge" in c.text] == ["must fix"]


def test_last_pay_after_a_quit_is_promised_wages():
    result = last_pay(date(2026, 6, 10), how_ended="quit", amount=Decimal(320))
    assert (result.has_promised_base, result.base, result.request_needed) == (True, dollars("320.00"), False)
    assert not fired(date(2026, 6, 10)).has_promised_base
