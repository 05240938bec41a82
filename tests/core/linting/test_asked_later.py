"""What rests on a later question is found, however many facts lie between."""

from dataclasses import dataclass

import pytest

from app.core import checker
from app.core.calculation import Calculation
from tests.core.conftest import FormOf

ITEMS = """
a: {ask: A?, kind: yes or no}
pets:
  ask: Pets?
  kind: list
  one: pet
  each:
    name: {ask: N?, kind: text}
    old: {ask: O?, kind: yes or no}
z: {ask: Z?, kind: yes or no}
"""
LATE = "facts:\n  late: {means: L, when: z is yes}\n  through: {means: T, when: late is yes}\n"


@dataclass(frozen=True)
class Sum:
    """A result."""

    found: bool


def later(form_of: FormOf, old: str, new: str, rest: str = LATE) -> list[str]:
    """The rules of what is wrong once a question is changed."""
    form = form_of(ITEMS.replace(old, new), rest)
    return [mistake.rule for mistake in checker.check(form)]


@pytest.mark.parametrize("condition", ["z is yes", "late is yes", "through is yes"])
def test_a_condition_on_a_later_question_is_found(form_of: FormOf, condition: str) -> None:
    assert later(
        form_of, "{ask: A?, kind: yes or no}", f"{{ask: A?, kind: yes or no, when: {condition}}}"
    ) == ["asked later"]


def test_the_same_condition_after_the_question_is_right(form_of: FormOf) -> None:
    assert later(form_of, "ask: Z?", "ask: Z?, help: Last") == []


def test_a_question_that_waits_for_its_own_answer_is_found(form_of: FormOf) -> None:
    new = "z: {ask: Z?, kind: yes or no, when: through is yes}"
    assert later(form_of, "z: {ask: Z?, kind: yes or no}", new) == ["asked later"]


def test_a_wording_that_tells_of_a_later_answer_is_found(form_of: FormOf) -> None:
    assert later(form_of, "ask: A?", '"ask": "Is it {late}?"') == ["asked later"]


def test_the_items_of_a_later_list_are_found(form_of: FormOf) -> None:
    new = "a: {ask: A?, kind: yes or no, when: {any pet: old is yes}}"
    assert later(form_of, "a: {ask: A?, kind: yes or no}", new) == ["asked later"]


def test_a_later_question_about_the_same_item_is_found(form_of: FormOf) -> None:
    rest = "facts:\n  aged: {means: A, of: pets, when: old is yes}\n"
    new = "name: {ask: N?, kind: text, when: aged is yes}"
    assert later(form_of, "name: {ask: N?, kind: text}", new, rest) == ["asked later"]


@pytest.mark.parametrize(("needs", "found"), [("z", ["asked later"]), ("", [])])
def test_a_calculation_waits_only_for_what_it_needs(form_of: FormOf, needs: str, found: list[str]) -> None:
    rest = "facts:\n  sum: {means: S, calculate: t.t, from: [z]}\n"
    new = "a: {ask: A?, kind: yes or no, when: sum.found is yes}"
    calculation = Calculation("t.t", lambda **_: Sum(True), Sum, frozenset({"z"}), frozenset({needs} - {""}))
    form = form_of(ITEMS.replace("a: {ask: A?, kind: yes or no}", new), rest, {"t.t": calculation})
    assert [mistake.rule for mistake in checker.check(form)] == found


def test_facts_that_rest_on_each_other_are_found(form_of: FormOf) -> None:
    rest = "facts:\n  one: {means: O, when: two is yes}\n  two: {means: T, when: one is yes}\n"
    assert set(later(form_of, "", "", rest)) == {"asked later"}


def test_a_fact_about_an_item_is_asked_for_inside_its_list_only(form_of: FormOf) -> None:
    rest = (
        "facts:\n  aged: {means: A, of: pets, when: old is yes}\n  all_aged: {means: B, when: aged is yes}\n"
    )
    assert later(form_of, "", "", rest) == ["unknown name"]
