"""A condition compares only with what can be an answer."""

from dataclasses import dataclass

import pytest

from app.core import checker
from app.core.calculation import Calculation
from tests.core.conftest import FormOf

QUESTIONS = """
sure: {ask: S?, kind: yes or no}
color: {ask: C?, kind: choose one, from: {red: Red, blue: Blue}}
count: {ask: N?, kind: number}
born: {ask: B?, kind: date}
moved: {ask: M?, kind: date}
"""


@dataclass(frozen=True)
class Sum:
    """A result."""

    found: bool
    years: int | None


def rules(form_of: FormOf, condition: str) -> list[str]:
    rest = f"""
facts:
  sum: {{means: S, calculate: t.t, from: []}}
  plain: {{means: P, when: sure is yes}}
  tested: {{means: T, when: "{condition}"}}
"""
    calculation = Calculation("t.t", lambda **_: Sum(True, 1), Sum, frozenset())
    return [mistake.rule for mistake in checker.check(form_of(QUESTIONS, rest, {"t.t": calculation}))]


@pytest.mark.parametrize(
    "condition",
    [
        "sure is maybe", "color is green", "color is one of red, grean", "count is many",
        "count is more than none", "born is before mooved", "born is once", "plain is true",
        "plain is more than 1",
        "sum.found is maybe", "sum.years is more than many", "sure includes yes", "born is more than 2",
        "count is less than Infinity", "count is NaN", "born is more than 3000 years ago",
        "born is less than 9999999999 days ago",
    ],
)  # fmt: skip
def test_what_nobody_can_answer_is_found(form_of: FormOf, condition: str) -> None:
    assert rules(form_of, condition) == ["value"]


@pytest.mark.parametrize(
    "condition",
    [
        "sure is yes", "color is one of red, blue", "count is 3", "count is more than sum.years",
        "born is before moved", "born is before today", "born is after 2026-01-01", "plain is not yes",
        "sum.found is no", "sum.years is at least 2", "born is less than 3 years ago", "sum is answered",
    ],
)  # fmt: skip
def test_what_can_be_answered_is_right(form_of: FormOf, condition: str) -> None:
    assert rules(form_of, condition) == []
