"""What cannot be computed is refused with one sentence that says where and what to do."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.values import When
from app.law.refusals import BadWeek, BeforeFirst, Overlap, Refusal
from tests.law.invented import days, week, worked

FEBRUARY = date(2026, 2, 8)
GOOD = week(FEBRUARY, 40, 600)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"hours": Decimal(200)}, "has only 168"),
        ({"hours": Decimal(-1)}, "cannot be less than zero"),
        ({"hours": None}, "hours in the workweek that starts February 8, 2026 are missing"),
        ({"paid": None}, "give 0 if nothing was paid"),
        ({"paid": Decimal(-5)}, "cannot be less than zero"),
        ({"tips": Decimal(-5)}, "cannot be less than zero"),
        ({"overtime_premium": Decimal(601)}, "more than all the pay"),
        ({"paid": Decimal("NaN")}, "not a number"),
        ({"paid": Decimal("Infinity")}, "not a number"),
        ({"paid": Decimal("1E+20")}, "not a number"),
        ({"starts": None}, "Workweek 1 needs one exact first day"),
        ({"starts": When(date(2026, 2, 1), date(2026, 2, 28), "month")}, "exact first day"),
        ({"starts": When(date(2027, 2, 7), date(2027, 2, 7))}, "has not begun"),
        ({"day_1": Decimal(25), "hours": None}, "no day has more than 24"),
    ],
)
def test_a_week_that_cannot_be_is_refused(wrong, sentence: str):
    with pytest.raises(
        BadWeek if "zero" not in sentence and "number" not in sentence else Refusal, match=sentence
    ):
        worked(GOOD | wrong)


def test_a_week_of_168_hours_is_possible_but_questioned():
    result = worked(week(FEBRUARY, 168, 0))
    assert any("More than 84 hours" in caution.text for caution in result.cautions)


def test_a_full_day_of_24_hours_is_possible():
    assert worked(days(FEBRUARY, 0, 24)).hours == 24


def test_overlapping_weeks_are_never_added():
    with pytest.raises(Overlap, match="share days"):
        worked(GOOD, week(date(2026, 2, 14), 40, 600))


def test_a_week_before_the_first_dated_rate_is_refused():
    with pytest.raises(BeforeFirst, match="December 30, 2018"):
        worked(week(date(2018, 12, 30), 40, 0))


@pytest.mark.parametrize("rate", [0, -1])
def test_a_rate_of_zero_or_less_is_refused(rate: int):
    with pytest.raises(Refusal, match="must be more than zero"):
        worked(GOOD, agreed_rate=Decimal(rate))


def test_every_refusal_is_one_sentence_with_an_end():
    with pytest.raises(Refusal) as caught:
        worked(GOOD | {"hours": Decimal(200)})
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def test_a_week_that_is_not_over_is_computed_but_questioned():
    result = worked(week(date(2026, 11, 22), 8, 0))
    assert any("Not over yet" in caution.text for caution in result.cautions)


def test_no_weeks_at_all_come_to_nothing():
    result = worked()
    assert (result.weeks_count_text, result.missouri_total_text, result.period_text) == (
        "0 workweeks",
        "$0.00",
        "",
    )
    assert not result.has_shortfall


BAD = week(date(2026, 2, 15), 40, 600)


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"paid": None}, "The pay in the workweek that starts February 15, 2026 is missing"),
        ({"hours": None}, "The hours in the workweek that starts February 15, 2026 are missing"),
        ({"starts": None}, "needs one exact first day"),
        ({"hours": Decimal(200)}, "a week has only 168"),
        ({"starts": When(date(2018, 12, 30), date(2018, 12, 30))}, "December 30, 2018"),
        ({"starts": When(date(2025, 12, 28), date(2025, 12, 28))}, "give the hours of each of its seven"),
    ],
)
def test_a_week_with_a_gap_is_left_out_with_its_reason_and_the_rest_computed(wrong, reason: str):
    result = worked(week(FEBRUARY, 40, 400), BAD | wrong)
    assert (result.missouri_unpaid, result.weeks_count) == (200, 1)
    (row,) = [row for row in result.rows if row.has_left_out]
    assert reason in row.left_out
    assert (row.has_figures, row.shortfall, row.left_out_missouri, row.left_out_federal) == (
        False, "", True, True,
    )  # fmt: skip
    assert [c.level for c in result.cautions if reason in c.text] == ["must fix"]
    assert (result.has_unmeasured, result.unmeasured_count_text) == (True, "1 workweek")


def test_weeks_that_share_days_are_both_left_out():
    result = worked(week(date(2026, 1, 4), 40, 400), GOOD, week(date(2026, 2, 14), 40, 0))
    assert (result.missouri_unpaid, result.unmeasured_count) == (200, 2)


def test_many_weeks_left_out_are_told_in_one_sentence():
    gaps = (week(date(2026, 3, 1 + 7 * n), 40, 0) | {"paid": None} for n in range(4))
    result = worked(GOOD, week(date(2026, 2, 15), 40, 0) | {"paid": None}, *gaps)
    (told,) = [c.text for c in result.cautions if c.level == "must fix"]
    assert told.startswith("Not in any figure: 5 workweeks.")
    assert told.endswith("So with 2 more.")
