"""Deductions for the employer's benefit: where they belong, what they do, what must be checked (F4)."""

from datetime import date

import pytest

from app.core.values import When
from app.law.charges import KINDS
from tests.law.invented import deduction, dollars, week, worked

FEBRUARY = week(date(2026, 2, 8), 40, 600)
NEXT = week(date(2026, 2, 15), 40, 600)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_of_deduction_is_taken_out_of_the_pay(kind: str):
    taken = deduction(date(2026, 2, 9), kind, 60)
    assert worked(FEBRUARY, deductions=(taken,)).missouri_unpaid == dollars("60.00")


@pytest.mark.parametrize(("day", "row"), [(8, 0), (14, 0), (15, 1), (21, 1)])
def test_a_deduction_belongs_to_the_week_that_holds_its_day(day: int, row: int):
    taken = deduction(date(2026, 2, day), "tools", 60)
    result = worked(FEBRUARY, NEXT, deductions=(taken,))
    assert [r.deductions for r in result.rows] == [["$60.00", "$0.00"], ["$0.00", "$60.00"]][row]


def test_a_deduction_outside_every_week_is_reported_and_in_no_figure():
    taken = deduction(date(2026, 2, 7), "tools", 60)
    result = worked(FEBRUARY, deductions=(taken,))
    assert result.missouri_unpaid == 0
    assert [(u.day_text, u.amount_text) for u in result.unplaced] == [("February 7, 2026", "$60.00")]
    assert [c.level for c in result.cautions if "Not in any figure: 1 deduction of $60.00" in c.text] == [
        "must fix"
    ]


def test_a_deduction_whose_day_may_lie_in_two_weeks_is_reported():
    taken = deduction(When(date(2026, 2, 13), date(2026, 2, 16), "range"), "tools", 60)
    assert worked(FEBRUARY, NEXT, deductions=(taken,)).has_unplaced


def test_an_inexact_day_inside_one_week_is_exact_enough():
    taken = deduction(When(date(2026, 2, 9), date(2026, 2, 12), "range"), "tools", 60)
    assert worked(FEBRUARY, NEXT, deductions=(taken,)).missouri_unpaid == dollars("60.00")


def test_several_deductions_of_a_week_add_up():
    taken = deduction(date(2026, 2, 9), "tools", 60), deduction(date(2026, 2, 10), "uniform", "12.50")
    assert worked(FEBRUARY, deductions=taken).missouri_unpaid == dollars("72.50")


def test_rent_is_subtracted_with_a_check_and_an_alternative_without_it():
    result = worked(FEBRUARY, deductions=(deduction(date(2026, 2, 9), "rent", 100),))
    assert result.missouri_unpaid == dollars("100.00")
    assert any("rent or lodging" in c.text and c.level == "check" for c in result.cautions)
    assert [a.unpaid for a in result.alternatives if a.key == "without_doubtful_deductions"] == [0]


def test_doubtful_deductions_can_be_left_uncounted():
    taken = deduction(date(2026, 2, 9), "rent", 100), deduction(date(2026, 2, 9), "uniform", 10)
    result = worked(FEBRUARY, deductions=taken, count_doubtful_deductions=False)
    assert result.missouri_unpaid == dollars("10.00")
    assert result.deduction_rows[0].treatment.startswith("not subtracted")


def test_pay_well_above_the_minimum_absorbs_a_deduction():
    result = worked(week(date(2026, 2, 8), 40, 700), deductions=(deduction(date(2026, 2, 9), "tools", 100),))
    assert result.missouri_unpaid == 0


def test_deductions_beyond_the_pay_count_in_full_and_are_questioned():
    result = worked(week(date(2026, 2, 8), 40, 100), deductions=(deduction(date(2026, 2, 9), "fee", 150),))
    assert result.missouri_unpaid == dollars("650.00")
    assert any("Deductions exceed the pay" in caution.text for caution in result.cautions)


def test_the_contract_claim_does_not_count_a_deduction():
    taken = deduction(date(2026, 2, 9), "tools", 60)
    result = worked(FEBRUARY, deductions=(taken,), agreed_rate=dollars("16.00"))
    assert result.contract_unpaid == dollars("40.00")


@pytest.mark.parametrize(
    ("missing", "why"),
    [("taken_on", "its day"), ("amount", "its amount"), ("kind", "what it was for")],
)
def test_a_deduction_with_a_gap_leaves_the_claim_computed_and_is_listed(missing: str, why: str):
    taken = deduction(date(2026, 2, 9), "uniform", 10), deduction(date(2026, 2, 10), "transport", 40)
    result = worked(FEBRUARY, deductions=(taken[0], taken[1] | {missing: None}))
    assert result.missouri_unpaid == dollars("10.00")
    assert [row.treatment for row in result.unplaced] == [f"left out of every figure: {why} is not known"]
    assert [c.level for c in result.cautions if f"because {why} is not known" in c.text] == ["must fix"]


def test_what_is_not_known_of_a_deduction_says_so():
    result = worked(FEBRUARY, deductions=({},))
    row = result.unplaced[0]
    assert {row.day_text, row.amount_text, row.kind_text} == {"not known"}
    assert row.treatment.endswith("its day, its amount and what it was for are not known")


def test_a_deduction_below_zero_is_in_no_figure():
    assert worked(FEBRUARY, deductions=(deduction(date(2026, 2, 9), "fee", -5),)).has_unplaced


def test_a_deduction_of_a_week_that_is_left_out_is_in_no_figure():
    gap = NEXT | {"paid": None}
    result = worked(FEBRUARY, gap, deductions=(deduction(date(2026, 2, 16), "tools", 60),))
    assert result.unplaced[0].treatment == "left out of every figure: its workweek is left out"


def test_deductions_that_are_not_counted_are_none_that_can_be_claimed():
    rent = deduction(date(2026, 2, 9), "rent", 100)
    result = worked(FEBRUARY, deductions=(rent,), count_doubtful_deductions=False)
    assert (result.has_deductions, result.has_counted_deductions) == (False, False)
    assert (result.deductions_text, result.has_meals_or_lodging) == ("$0.00", False)
    assert (result.has_uncounted_deductions, result.uncounted_deductions_text) == (True, "$100.00")
    assert [row.counted for row in result.deduction_rows] == [False]


def test_counted_deductions_are_marked_and_summed_alone():
    taken = deduction(date(2026, 2, 9), "rent", 100), deduction(date(2026, 2, 9), "uniform", 10)
    result = worked(FEBRUARY, deductions=taken, count_doubtful_deductions=False)
    assert (result.has_counted_deductions, result.deductions_text) == (True, "$10.00")
    assert [row.counted for row in result.deduction_rows] == [False, True]


def test_rent_that_is_counted_calls_for_the_rule_on_meals_and_lodging():
    assert worked(FEBRUARY, deductions=(deduction(date(2026, 2, 9), "rent", 100),)).has_meals_or_lodging
