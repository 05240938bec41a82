"""The limitations calendar: last filing days, what is lost, what is left."""

from datetime import date

import pytest

from app.law.limitations import limitations
from tests.law.invented import claim, dollars, run, week, worked

FIRST = date(2024, 6, 2)
"""A workweek that ends on 8 June 2024."""


def calendar(*weeks, today: date, **more):
    return limitations(claim(*weeks, today=today, **more))


def test_without_a_payday_the_time_counts_from_the_last_day_of_the_week_and_says_so():
    found = calendar(week(FIRST, 40, 0), today=date(2026, 1, 5))
    assert found.rows[0].accrued == "June 8, 2024"
    assert (found.rows[0].federal_2y, found.rows[0].federal_3y) == ("June 8, 2026", "June 8, 2027")
    assert "cautious reading" in found.accrual_text


def test_a_known_payday_moves_every_clock():
    found = calendar(week(FIRST, 40, 0), today=date(2026, 1, 5), payday_days_after=dollars("6"))
    assert (found.rows[0].accrued, found.rows[0].missouri_3y) == ("June 14, 2024", "June 14, 2027")
    assert found.payday_known


@pytest.mark.parametrize(("today", "lost"), [(date(2026, 6, 8), False), (date(2026, 6, 9), True)])
def test_the_last_day_is_still_in_time_and_the_next_is_not(today: date, lost: bool):
    assert calendar(week(FIRST, 40, 0), today=today).rows[0].lost_federal_2y is lost


def test_a_willful_violation_has_a_year_more():
    row = calendar(week(FIRST, 40, 0), today=date(2026, 6, 9)).rows[0]
    assert (row.lost_federal_2y, row.lost_federal_3y, row.lost_missouri) == (True, False, False)
    assert row.status == "out of time: federal, unless willful"


def test_after_three_years_everything_looks_lost():
    row = calendar(week(FIRST, 40, 0), today=date(2027, 6, 9)).rows[0]
    assert row.status == "out of time: Missouri; federal"


def test_a_leap_day_ends_on_28_february_the_cautious_reading():
    row = calendar(week(date(2024, 2, 23), 40, 0), today=date(2025, 1, 6)).rows[0]
    assert row.accrued == "February 29, 2024"
    assert (row.federal_2y, row.missouri_3y) == ("February 28, 2026", "February 28, 2027")


def test_the_sums_stand_with_and_without_lost_weeks():
    found = calendar(*run(3, FIRST, 40, 100), today=date(2027, 6, 20))
    assert found.lost_missouri_weeks == 2
    assert (found.missouri_all, found.missouri_in_time) == (dollars("1,176.00"), dollars("392.00"))
    assert (found.federal_all, found.federal_in_time_2y) == (dollars("570.00"), 0)


def test_the_next_day_to_watch_is_the_first_that_has_not_passed():
    found = calendar(*run(3, FIRST, 40, 100), today=date(2026, 6, 9))
    assert (found.next_day, found.next_day_text) == (date(2026, 6, 15), "June 15, 2026")


def test_a_letter_is_said_not_to_stop_the_clocks():
    found = calendar(week(FIRST, 40, 0), today=date(2026, 1, 5))
    assert any("does not stop" in c.text or "not known to stop" in c.text for c in found.cautions)


def test_lost_weeks_stay_in_the_totals_unless_left_out():
    weeks = run(3, FIRST, 40, 100)
    whole = worked(*weeks, today=date(2027, 6, 20))
    kept = worked(*weeks, today=date(2027, 6, 20), leave_out_lost_weeks=True)
    assert (whole.missouri_unpaid, kept.missouri_unpaid) == (dollars("1,176.00"), dollars("392.00"))
    assert whole.has_lost_weeks
    assert kept.leaves_out_lost_weeks


def test_a_week_left_out_is_still_on_the_worksheet_and_says_why():
    kept = worked(*run(3, FIRST, 40, 100), today=date(2027, 6, 20), leave_out_lost_weeks=True)
    assert kept.rows[0].left_out == "not in the Missouri and federal total: time to sue looks over"
    assert kept.rows[2].left_out == "not in the federal total: time to sue looks over"


def test_willful_keeps_a_year_more_of_federal_weeks():
    weeks = run(3, FIRST, 40, 100)
    kept = worked(*weeks, today=date(2027, 6, 20), leave_out_lost_weeks=True, willful=True)
    assert kept.federal_unpaid == dollars("190.00")


def test_an_unconfirmed_period_leaves_no_promised_wages_out():
    weeks = run(1, date(2020, 6, 7), 40, 0)
    kept = worked(*weeks, today=date(2026, 11, 23), leave_out_lost_weeks=True, agreed_rate=dollars("12.00"))
    assert (kept.missouri_unpaid, kept.contract_unpaid) == (0, dollars("480.00"))


def test_the_other_choice_about_lost_weeks_is_always_an_alternative():
    weeks = run(3, FIRST, 40, 100)
    whole = worked(*weeks, today=date(2027, 6, 20))
    kept = worked(*weeks, today=date(2027, 6, 20), leave_out_lost_weeks=True)
    assert {a.key: a.unpaid for a in whole.alternatives}["missouri_in_time"] == kept.missouri_unpaid
    assert {a.key: a.unpaid for a in kept.alternatives}["missouri_every_week"] == whole.missouri_unpaid


def test_a_week_is_lost_only_on_a_track_on_which_it_is_short():
    """40 hours for $400.00: above the federal minimum and below Missouri's; two years are over."""
    found = calendar(week(FIRST, 40, 400), today=date(2026, 6, 20))
    assert (found.has_missouri, found.has_federal, found.has_lost) == (True, False, False)
    assert (found.lost_federal_2y_weeks, found.rows[0].status) == (0, "in time")
    assert found.next_day == date(2027, 6, 8)


def test_a_claim_with_nothing_short_has_no_day_to_watch():
    found = calendar(week(FIRST, 40, 900), today=date(2026, 1, 5))
    assert (found.has_next_day, found.has_missouri, found.has_federal) == (False, False, False)


def test_the_time_of_a_week_that_could_not_be_computed_runs_all_the_same():
    gap = week(FIRST, 40, 0) | {"paid": None}
    found = calendar(gap, week(date(2024, 6, 9), 40, 900), today=date(2026, 1, 5))
    assert (found.next_day, found.rows[0].missouri_shortfall) == (date(2026, 6, 8), "not known")


def test_nothing_is_lost_for_want_of_time_where_nothing_is_short():
    result = worked(week(FIRST, 40, 900), today=date(2027, 6, 20))
    assert not result.has_lost_weeks
    assert not [a for a in result.alternatives if "in_time" in a.key]
    assert worked(week(FIRST, 40, 100), today=date(2027, 6, 20)).has_lost_weeks


def test_a_track_short_only_on_another_reading_is_still_watched():
    """Tips cover the federal minimum; without the credit, which may fall, 90.00 is short."""
    found = calendar(week(FIRST, 40, 200, tips=600), today=date(2026, 1, 5))
    assert (found.has_federal, found.next_day) == (True, date(2026, 6, 8))
    assert found.rows[0].federal_shortfall == "$0.00; more on another reading"
