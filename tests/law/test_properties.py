"""Properties of every wage claim, and the formulas computed a second way, with exact fractions."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from app.law.wages import WageResult
from tests.law.invented import deduction, run, week, worked

STARTS = date(2026, 2, 8)
MINIMUM = Fraction(15)
FEDERAL = Fraction("7.25")
hours = st.decimals(0, 168, places=2)
short_hours = st.decimals(0, 40, places=2)
dollars = st.decimals(0, 3000, places=2)


def half_up(amount: Fraction) -> Decimal:
    return Decimal((amount * 100 + Fraction(1, 2)).__floor__()) / 100


def short(worked_hours: Decimal, paid: Decimal, minimum: Fraction) -> Decimal:
    """F1 and F2 with nothing but fractions."""
    total, pay = Fraction(worked_hours), Fraction(paid)
    required = total * minimum
    due = required
    if total > 40:
        straight = max(pay, required)
        due = straight + (total - 40) * straight / total / 2
    return half_up(max(Fraction(0), due - pay))


def tipped_short(worked_hours: Decimal, paid: Decimal, tips: Decimal) -> Decimal:
    """F3 with nothing but fractions."""
    total = Fraction(worked_hours)
    gross = MINIMUM * total + max(Fraction(0), total - 40) * MINIMUM / 2
    credit = min(MINIMUM * total / 2, Fraction(tips))
    return half_up(max(Fraction(0), gross - credit - Fraction(paid)))


@given(hours, dollars)
def test_both_tracks_equal_the_formulas_done_in_fractions(worked_hours: Decimal, paid: Decimal):
    result = worked(week(STARTS, worked_hours, paid, overtime_premium=0))
    assert result.missouri_unpaid == short(worked_hours, paid, MINIMUM)
    assert result.federal_unpaid == short(worked_hours, paid, FEDERAL)


@given(hours, dollars, dollars)
def test_a_tipped_week_equals_the_formula_done_in_fractions(
    worked_hours: Decimal, paid: Decimal, tips: Decimal
):
    result = worked(week(STARTS, worked_hours, paid, tips=tips), tipped=True)
    assert result.missouri_unpaid == tipped_short(worked_hours, paid, tips)


@given(hours, dollars, dollars, st.booleans())
def test_no_shortfall_is_ever_negative(worked_hours: Decimal, paid: Decimal, tips: Decimal, tipped: bool):
    result = worked(week(STARTS, worked_hours, paid, tips=tips), tipped=tipped, agreed_rate=Decimal(18))
    assert min(result.missouri_unpaid, result.federal_unpaid, result.contract_unpaid) >= 0
    assert 0 <= result.missouri_minimum_part <= result.missouri_unpaid


@given(short_hours, dollars, dollars)
def test_more_pay_never_makes_a_week_without_overtime_shorter(
    worked_hours: Decimal, paid: Decimal, more: Decimal
):
    less, higher = (worked(week(STARTS, worked_hours, pay)) for pay in (paid, paid + more))
    assert higher.missouri_unpaid <= less.missouri_unpaid
    assert higher.federal_unpaid <= less.federal_unpaid


@given(hours, dollars, st.decimals(0, 500, places=2))
def test_a_deduction_never_makes_a_minimum_shortfall_smaller(
    worked_hours: Decimal, paid: Decimal, taken: Decimal
):
    found = week(STARTS, worked_hours, paid, overtime_premium=0)
    with_it = worked(found, deductions=(deduction(STARTS, "uniform", taken),))
    assert with_it.missouri_minimum_part >= worked(found).missouri_minimum_part


@given(hours, dollars)
def test_nobody_is_shorter_federally_than_under_missouri_law(worked_hours: Decimal, paid: Decimal):
    result = worked(week(STARTS, worked_hours, paid))
    assert result.federal_unpaid <= result.missouri_unpaid


@given(st.lists(st.tuples(hours, dollars), min_size=1, max_size=6))
def test_totals_equal_the_sum_of_their_rows(pairs: list[tuple[Decimal, Decimal]]):
    weeks = [each for n, (h, p) in enumerate(pairs) for each in run(1, date(2026, 2, 1 + 7 * (n % 4)), h, p)][
        :4
    ]
    result = worked(*weeks)
    assert result.missouri_unpaid == sum(w.missouri.shortfall for w in result.weeks)
    assert result.federal_unpaid == sum(w.federal.shortfall for w in result.weeks)
    assert result.missouri_total == 3 * result.missouri_unpaid
    assert result.federal_total == 2 * result.federal_unpaid


@given(hours, dollars, dollars)
def test_the_printed_row_adds_up(worked_hours: Decimal, paid: Decimal, tips: Decimal):
    """Due less pay, as printed, is the shortfall as printed: nobody with a pencil finds a cent missing."""
    row = worked(week(STARTS, worked_hours, paid, tips=tips)).rows[0]
    due, pay, missing = (
        Decimal(text.replace("$", "").replace(",", ""))
        for text in (row.due, row.effective_pay, row.shortfall)
    )
    assert missing == max(Decimal(0), due - pay)


@given(hours, dollars)
def test_time_and_a_half_on_any_agreed_rate_above_the_minimum_owes_at_most_a_cent(
    worked_hours: Decimal, extra: Decimal
):
    rate = Decimal(15) + (extra / 100).quantize(Decimal("0.01"))
    overtime = max(Decimal(0), worked_hours - 40)
    paid = (rate * (worked_hours + overtime / 2)).quantize(Decimal("0.01"))
    assert worked(week(STARTS, worked_hours, paid), agreed_rate=rate).missouri_unpaid <= Decimal("0.01")


@given(st.permutations(range(5)))
def test_the_order_in_which_weeks_are_given_changes_nothing(order: list[int]):
    weeks = run(5, date(2026, 2, 1), 45, 400)
    assert worked(*(weeks[n] for n in order)) == worked(*weeks)


@given(hours, dollars)
def test_no_binary_fraction_is_anywhere_in_a_result(worked_hours: Decimal, paid: Decimal):
    result = worked(week(STARTS, worked_hours, paid, tips=5), agreed_rate=Decimal(18))
    assert isinstance(result, WageResult)
    assert not [value for value in everything(result) if isinstance(value, float)]


def everything(value: object) -> Iterator[object]:
    """Every value inside a result, however deep."""
    if is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from everything(getattr(value, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from everything(each)
    else:
        yield value
