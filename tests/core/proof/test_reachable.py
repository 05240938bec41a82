"""What no path comes to, and conditions that hold on every path."""

import pytest

from app.core.proof.uses import Clause, Guard

from .conftest import DOCUMENT, Faults, template

BASE = """
first:
  ask: First?
  kind: choose one
  from: {a: A, b: B, c: C}
second:
  ask: Second?
  kind: text
  when: first is a
"""


def rules(found: list) -> list[str]:  # type: ignore[type-arg]
    """The rules of faults."""
    return [fault.rule for fault in found]


def test_a_clean_form_has_no_fault(faults: Faults) -> None:
    assert faults(BASE) == []


def test_a_question_under_what_excludes_itself_is_on_no_path(faults: Faults) -> None:
    contrary = BASE.replace("when: first is a", "when: {all: [first is a, first is b]}")
    assert rules(faults(contrary)) == ["unreachable question"]


def test_a_choice_that_a_check_refuses_is_kept_on_no_path(faults: Faults) -> None:
    checked = BASE.replace("c: C}", "c: C}\n  must: [{that: first is not c, say: Not this.}]")
    assert rules(faults(checked)) == ["unreachable choice"]


def test_checks_that_leave_no_answer_are_said_once(faults: Faults) -> None:
    checked = BASE.replace(
        "c: C}", "c: C}\n  must: [{that: first is answered, say: No.}, {that: first is a gap, say: No.}]"
    )
    (fault,) = faults(checked)
    assert "No interview" in fault.sentence


REST = """
documents:
  paper:
    title: Paper
    for: office only
    when: {when}
flags:
  raised:
    level: note
    when: {when}
    say: Look.
    law: RSMo 1.010
gates:
  held:
    when: {when}
    say: Look.
    law: RSMo 1.010
"""


def test_a_document_a_flag_and_a_gate_no_path_comes_to(faults: Faults) -> None:
    found = rules(faults(BASE, rest=REST.replace("{when}", "{all: [first is a, first is b]}")))
    assert found == ["unreachable flag", "unreachable gate", "unreachable document"]


def test_conditions_that_always_hold(faults: Faults) -> None:
    assert rules(faults(BASE, rest=REST.replace("{when}", "first is answered"))) == ["always true"] * 3


def test_a_flag_that_is_sometimes_only_unknown_is_not_always_true(faults: Faults) -> None:
    unsure = BASE.replace("kind: choose one", "kind: choose one\n  unsure: allowed")
    assert faults(unsure, rest=REST.replace("{when}", "first is one of a, b, c")) == []


@pytest.mark.parametrize(
    ("around", "expected"),
    [
        ((Guard(("sure",), True),), "always true"),
        ((Guard(("sure",), False),), "unreachable clause"),
        ((Guard(("open",), True),), None),
    ],
)
def test_passages_no_path_prints_and_guards_no_path_fails(
    faults: Faults, around: tuple[Guard, ...], expected: str | None
) -> None:
    rest = (
        DOCUMENT
        + "\nfacts:\n  sure: {means: S, when: first is answered}\n  open: {means: O, when: first is a}\n"
    )
    found = faults(BASE, template(clauses=(Clause("paragraph 2", "Words", around),)), rest)
    assert rules(found) == ([expected] if expected else [])


def test_an_else_no_path_comes_to_is_said_once(faults: Faults) -> None:
    rest = DOCUMENT + "\nfacts:\n  sure: {means: S, when: first is answered}\n"
    clauses = tuple(
        Clause(f"paragraph {n}", "W", (Guard(("sure",), yes),)) for n, yes in enumerate((True, False))
    )
    assert rules(faults(BASE, template(clauses=clauses), rest)) == ["unreachable clause"]


def test_an_item_that_excludes_itself_is_on_no_path(faults: Faults) -> None:
    listed = """
weeks:
  ask: Weeks?
  kind: list
  one: week
  each:
    kind_of:
      ask: Kind?
      kind: choose one
      from: {a: A, b: B}
    more:
      ask: More?
      kind: text
      when: {all: [kind_of is a, kind_of is b]}
"""
    assert rules(faults(listed)) == ["unreachable question"]


def test_two_items_may_differ_unless_a_list_takes_only_one(faults: Faults) -> None:
    listed = """
weeks:
  ask: Weeks?
  kind: list
  one: week
  most: {most}
  each:
    kind_of:
      ask: Kind?
      kind: choose one
      from: {a: A, b: B}
last:
  ask: Last?
  kind: text
  when: {all: [{any week: kind_of is a}, {any week: kind_of is b}]}
"""
    assert rules(faults(listed.replace("{most}", "2"))) == []
    assert rules(faults(listed.replace("{most}", "1"))) == ["unreachable question"]
