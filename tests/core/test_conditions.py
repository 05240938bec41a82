"""Conditions decide in three values; every comparison of the language is tried on each side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.truth import Truth, both, either, known, negated, unknown

from .conftest import Reading

QUESTIONS = """
fired:
  ask: Fired?
  kind: yes or no
  unsure: allowed
paid_how:
  ask: How?
  kind: choose one
  from: {cash: Cash, check: Check}
signs:
  ask: Signs?
  kind: choose any
  from: {debt: Debt, threats: Threats, none: None}
rate:
  ask: Rate?
  kind: money
began:
  ask: When?
  kind: date
ended:
  ask: When?
  kind: date
weeks:
  ask: Weeks?
  kind: list
  one: week
  each:
    hours:
      ask: Hours?
      kind: hours
      unsure: allowed
"""
ANSWERS = """
fired: yes
paid_how: cash
signs: [debt, threats]
rate: 9.50
began: 2026-03
ended: 2026-11-01
weeks: [{hours: 38}, {hours: 50}]
"""
TRUE = [
    "fired is yes",
    "fired is not no",
    "paid_how is cash",
    "paid_how is not check",
    "paid_how is one of check, cash",
    "signs includes debt",
    "signs includes any of none, threats",
    "rate is 9.5",
    "rate is at least 9.50",
    "rate is at most 9.50",
    "rate is more than 9.49",
    "rate is less than 9.51",
    "began is before ended",
    "ended is after began",
    "began is after 2026-02-28",
    "ended is before today",
    "ended is less than 30 days ago",
    "began is more than 6 months ago",
    "began is less than 1 year ago",
    "fired is answered",
    "weeks has at least 2",
]
FALSE = [
    "fired is no",
    "fired is not yes",
    "paid_how is check",
    "paid_how is one of check",
    "signs includes none",
    "rate is more than 9.50",
    "rate is less than 9.50",
    "began is after ended",
    "ended is after today",
    "ended is more than 30 days ago",
    "fired is a gap",
    "weeks has at least 3",
]


def truth(reading: Reading, when: str, answers: str = ANSWERS) -> Truth:
    rest = f"facts:\n  holds:\n    means: It holds\n    when:\n      all:\n        - {when}\n"
    return reading(QUESTIONS, answers, rest).facts["holds"].truth


@pytest.mark.parametrize("when", TRUE)
def test_a_sentence_that_holds_is_true(reading: Reading, when: str) -> None:
    assert truth(reading, when).value is True


@pytest.mark.parametrize("when", FALSE)
def test_a_sentence_that_does_not_hold_is_false(reading: Reading, when: str) -> None:
    assert truth(reading, when).value is False


@pytest.mark.parametrize("when", ["began is before 2026-03-15", "began is after 2026-03-15"])
def test_a_date_not_exact_enough_leaves_the_sentence_open(reading: Reading, when: str) -> None:
    assert truth(reading, when) == Truth(None, "gap", ("began",))


def test_a_gap_makes_a_sentence_unknown_and_names_itself(reading: Reading) -> None:
    answers = ANSWERS.replace("fired: yes", "fired: {gap: not known}")
    assert truth(reading, "fired is yes", answers) == Truth(None, "gap", ("fired",))


def test_asking_for_a_gap_is_always_two_valued(reading: Reading) -> None:
    answers = ANSWERS.replace("fired: yes", "fired: {gap: not safe}")
    assert truth(reading, "fired is a gap", answers).value is True
    assert truth(reading, "fired is answered", answers).value is False


def test_an_unanswered_name_makes_a_sentence_unknown(reading: Reading) -> None:
    assert truth(reading, "rate is 1", ANSWERS.replace("rate: 9.50\n", "")).why == "unanswered"


@pytest.mark.parametrize(
    ("quantifier", "limit", "expected"),
    [("any", 40, True), ("any", 60, False), ("every", 30, True), ("every", 40, False)],
)
def test_items_are_quantified(reading: Reading, quantifier: str, limit: int, expected: bool) -> None:
    assert truth(reading, f"{quantifier} week: hours is more than {limit}").value is expected


def test_a_gap_in_one_item_leaves_any_open_unless_another_decides(reading: Reading) -> None:
    answers = ANSWERS.replace("{hours: 38}", "{hours: {gap: not known}}")
    assert truth(reading, "any week: hours is more than 40", answers).value is True
    assert truth(reading, "any week: hours is more than 60", answers).value is None


def test_a_list_not_said_to_be_complete_leaves_every_open(reading: Reading) -> None:
    assert truth(reading, "every week: hours is more than 1", ANSWERS.replace("weeks:", "#")).value is None


TRUTHS = st.sampled_from([known(True), known(False), unknown("gap", "a"), unknown("unanswered", "b")])


@given(st.lists(TRUTHS, max_size=5))
def test_and_is_or_turned_inside_out(truths: list[Truth]) -> None:
    assert both(truths).value == negated(either(map(negated, truths))).value


@given(st.lists(TRUTHS, min_size=1, max_size=5))
def test_settling_an_unknown_never_turns_a_decided_answer(truths: list[Truth]) -> None:
    for settled in (True, False):
        closed = [known(settled) if truth.value is None else truth for truth in truths]
        assert both(truths).value in (None, both(closed).value)
        assert either(truths).value in (None, either(closed).value)
