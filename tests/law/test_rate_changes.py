"""Weeks in which the minimum wage or the agreed rate changes: hours by day, or no figure at all."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.values import When
from app.law.refusals import NeedsDays, Refusal
from tests.law.invented import days, dollars, exact, week, worked

OVER_NEW_YEAR = date(2025, 12, 28)
RAISE = {"from_day": exact(date(2026, 2, 11)), "rate": Decimal(20)}


def test_each_hour_meets_the_minimum_of_its_own_day():
    result = worked(days(OVER_NEW_YEAR, 400, 0, 8, 8, 8, 0, 8, 8))
    assert result.missouri_unpaid == dollars("170.00")  # 24 x 13.75 + 16 x 15.00 = 570.00
    assert result.rows[0].rates == "$13.75 and $15.00"


def test_a_split_week_says_from_which_day_the_new_rate_runs():
    result = worked(days(OVER_NEW_YEAR, 400, 0, 8, 8, 8, 0, 8, 8))
    assert result.rows[0].steps[0].text == (
        "24.00 h × $13.75 + 16.00 h × $15.00 = $570.00 required ($15.00 from January 1, 2026)"
    )


def test_a_split_week_asks_the_attorney_to_check_the_rule():
    result = worked(days(OVER_NEW_YEAR, 400, 0, 8, 8, 8, 0, 8, 8))
    assert any("changed inside 1 workweek (December 28, 2025)" in c.text for c in result.cautions)


def test_overtime_of_a_split_week_stands_on_the_weighted_rate():
    result = worked(days(OVER_NEW_YEAR, 460, 0, 10, 10, 10, 0, 8, 8))
    assert result.missouri_unpaid == dollars("235.05")  # 652.50 + 6 x (652.50 / 46) x 0.5 - 460.00


def test_a_split_week_with_only_its_total_is_refused():
    with pytest.raises(NeedsDays, match="December 28, 2025 the minimum wage changes on January 1, 2026"):
        worked(week(OVER_NEW_YEAR, 40, 400))


def test_a_split_week_without_hours_needs_no_days():
    assert worked(week(OVER_NEW_YEAR, 0, 0)).missouri_unpaid == 0


def test_a_week_that_starts_on_new_years_day_is_not_split():
    assert worked(week(date(2026, 1, 1), 40, 0)).missouri_unpaid == dollars("600.00")


def test_a_week_that_ends_on_new_years_eve_is_not_split():
    assert worked(week(date(2025, 12, 25), 40, 0)).missouri_unpaid == dollars("550.00")


def test_a_week_that_ends_on_new_years_day_is_split():
    with pytest.raises(NeedsDays):
        worked(week(date(2025, 12, 26), 40, 0))


def test_the_new_year_of_2027_changes_nothing_because_the_rate_stays():
    assert worked(week(date(2026, 12, 27), 40, 0), today=date(2027, 2, 1)).missouri_unpaid == dollars(
        "600.00"
    )


def test_hours_all_worked_before_the_change_use_the_old_rate():
    result = worked(days(OVER_NEW_YEAR, 0, 8, 8, 8, 8, 0, 0, 0))
    assert (result.missouri_unpaid, result.rows[0].rates) == (dollars("440.00"), "$13.75")


def test_an_agreed_rate_that_changes_inside_a_week_needs_days_too():
    with pytest.raises(NeedsDays, match="the agreed rate changes on February 11, 2026"):
        worked(week(date(2026, 2, 8), 40, 0), agreed_rate=Decimal(18), rate_changes=(RAISE,))


def test_each_day_is_promised_the_rate_of_that_day():
    found = days(date(2026, 2, 8), 0, 0, 8, 8, 8, 8, 8, 0)
    result = worked(found, agreed_rate=Decimal(18), rate_changes=(RAISE,))
    assert result.contract_unpaid == dollars("768.00")  # 16 x 18 + 24 x 20
    assert result.rows[0].agreed_rates == "$18.00 and $20.00"


def test_a_change_to_the_same_rate_is_no_change():
    same = RAISE | {"rate": Decimal(18)}
    result = worked(week(date(2026, 2, 8), 40, 0), agreed_rate=Decimal(18), rate_changes=(same,))
    assert result.contract_unpaid == dollars("720.00")


def test_a_raise_that_began_on_an_inexact_day_is_counted_from_its_latest_and_says_so():
    raised = {"from_day": When(date(2026, 2, 1), date(2026, 2, 28), "month"), "rate": Decimal(20)}
    result = worked(week(date(2026, 2, 8), 40, 0), agreed_rate=Decimal(18), rate_changes=(raised,))
    assert result.contract_unpaid == dollars("720.00")
    assert any("counts it from February 28, 2026" in caution.text for caution in result.cautions)


def test_a_cut_that_began_on_an_inexact_day_is_counted_from_its_earliest():
    cut = {"from_day": When(date(2026, 2, 1), date(2026, 2, 28), "month"), "rate": Decimal(16)}
    result = worked(week(date(2026, 2, 8), 40, 0), agreed_rate=Decimal(18), rate_changes=(cut,))
    assert result.contract_unpaid == dollars("640.00")


def test_of_two_changes_on_one_day_only_the_first_is_computed_with_and_that_must_be_fixed():
    found = days(date(2026, 2, 8), 0, 0, 8, 8, 8, 8, 8, 0)
    result = worked(found, agreed_rate=Decimal(18), rate_changes=(RAISE, RAISE | {"rate": Decimal(25)}))
    assert result.contract_unpaid == dollars("768.00")
    assert any("Give each its own day" in c.text and c.level == "must fix" for c in result.cautions)


def test_days_and_a_total_that_disagree_are_refused():
    disagreeing = days(OVER_NEW_YEAR, 400, 0, 8, 8, 8, 0, 8, 8) | {"hours": Decimal(41)}
    with pytest.raises(Refusal, match=r"add up to 40\.00 hours, but its total says 41\.00"):
        worked(disagreeing)


def test_a_change_without_its_day_leaves_the_claim_computed_and_must_be_fixed():
    result = worked(
        week(date(2026, 2, 8), 40, 0), agreed_rate=Decimal(18), rate_changes=({"rate": Decimal(20)},)
    )
    assert (result.missouri_unpaid, result.contract_unpaid) == (dollars("600.00"), dollars("720.00"))
    assert [c.level for c in result.cautions if "to $20.00 is in no figure" in c.text] == ["must fix"]


def test_after_a_change_to_an_unknown_rate_no_promised_wages_are_computed_and_that_must_be_fixed():
    weeks = week(date(2026, 2, 1), 40, 0), week(date(2026, 2, 15), 40, 0)
    unknown = {"from_day": exact(date(2026, 2, 11))}
    result = worked(*weeks, agreed_rate=Decimal(18), rate_changes=(unknown,))
    assert (result.missouri_unpaid, result.contract_unpaid) == (dollars("1200.00"), dollars("720.00"))
    assert [c.level for c in result.cautions if "the new rate is not known" in c.text] == ["must fix"]


def test_a_later_rate_that_is_known_counts_though_the_first_is_not():
    weeks = week(date(2026, 2, 1), 40, 0), week(date(2026, 2, 15), 40, 0)
    result = worked(*weeks, rate_changes=(RAISE,))
    assert result.contract_unpaid == dollars("800.00")


def test_the_rates_of_weeks_that_are_left_out_stand_in_the_memo_only():
    old, new = week(date(2023, 5, 7), hours=46, paid=300), week(date(2026, 3, 1), hours=46, paid=300)
    result = worked(old, new, leave_out_lost_weeks=True)
    assert [each.missouri_text for each in result.rates] == ["$15.00"]
    assert [each.missouri_text for each in result.all_rates] == ["$12.00", "$15.00"]
