"""Names a template reads: each there on every path, or a shortest path on which it is not."""

from dataclasses import dataclass

import pytest

from app.core.calculation import Calculation
from app.core.proof.uses import Guard, Loop

from .conftest import DOCUMENT, Faults, reads, template

CHANGED = """
changed:
  ask: Changed?
  kind: yes or no
old_name:
  ask: From what?
  kind: text
  when: changed is yes
"""
LISTED = """
weeks:
  ask: Which weeks?
  kind: list
  one: week
  each:
    worked:
      ask: Worked?
      kind: yes or no
    hours:
      ask: How many?
      kind: hours
      when: worked is yes
"""
UNSURE = CHANGED.replace("kind: yes or no", "kind: yes or no\n  unsure: allowed")
BLANK = CHANGED.replace("kind: yes or no", "kind: yes or no\n  may be blank: yes")


def test_a_name_not_asked_on_some_path_is_undefined_with_the_shortest_answers(faults: Faults) -> None:
    (fault,) = faults(CHANGED, template(reads("old_name")))
    assert (fault.rule, fault.level, fault.answers) == ("undefined", "mistake", {"changed": "no"})


def test_the_sentence_names_the_deciding_answer(faults: Faults) -> None:
    (fault,) = faults(CHANGED, template(reads("old_name")))
    assert "`old_name` is not there in the document `paper` when `changed` is no" in fault.sentence


@pytest.mark.parametrize("questions", [CHANGED, UNSURE, BLANK])
def test_a_name_under_the_guard_it_is_asked_under_is_there(faults: Faults, questions: str) -> None:
    assert not faults(questions, template(reads("old_name", around=(Guard(("changed",), True),))))


def test_a_name_in_the_else_of_its_guard_is_not(faults: Faults) -> None:
    (fault,) = faults(CHANGED, template(reads("old_name", around=(Guard(("changed",), False),))))
    assert fault.answers == {"changed": "no"}


def test_an_if_on_a_name_that_is_not_there_is_a_reading_too(faults: Faults) -> None:
    assert faults(CHANGED, template(reads("old_name", says="if")))


def test_a_name_that_is_always_asked_is_there_as_a_gap_and_as_a_blank(faults: Faults) -> None:
    assert not faults(UNSURE, template(reads("changed")))
    assert not faults(BLANK, template(reads("changed")))


def test_a_question_of_items_is_there_only_for_items_asked_it(faults: Faults) -> None:
    (fault,) = faults(LISTED, template(reads("@1", "hours", around=(Loop(1, ("weeks",)),))))
    assert fault.answers == {"weeks": [{"worked": "no"}]}


def test_a_guard_on_the_item_keeps_the_name_safe(faults: Faults) -> None:
    around = (Loop(1, ("weeks",)), Guard(("@1", "worked"), True))
    assert not faults(LISTED, template(reads("@1", "hours", around=around)))


def test_a_guard_on_the_same_question_of_another_item_does_not(faults: Faults) -> None:
    around = (Loop(1, ("weeks",)), Guard(("@1", "worked"), True), Loop(2, ("weeks",)))
    (fault,) = faults(LISTED, template(reads("@2", "hours", around=around)))
    assert fault.answers == {"weeks": [{"worked": "yes", "hours": "38"}, {"worked": "no"}]}


def test_a_list_is_there_though_nobody_was_asked_for_it(faults: Faults) -> None:
    questions = CHANGED + LISTED.replace("kind: list", "kind: list\n  when: changed is yes")
    assert not faults(questions, template(reads("weeks", says="for")))


NUMBERS = """
age:
  ask: How old?
  kind: number
  least: 10
  most: 90
guardian:
  ask: Who?
  kind: text
  when: age is less than 18
facts:
"""
AGES = "\nfacts:\n  minor:\n    means: Minor\n    when: age is {limit}\n"


@pytest.mark.parametrize(("limit", "safe"), [("less than 18", True), ("at most 18", False)])
def test_limits_are_compared_exactly(faults: Faults, limit: str, safe: bool) -> None:
    questions = NUMBERS.replace("facts:\n", "")
    guarded = template(reads("guardian", around=(Guard(("minor",), True),)))
    found = faults(questions, guarded, DOCUMENT + AGES.format(limit=limit))
    assert [fault.answers for fault in found] == ([] if safe else [{"age": "18"}])


DATES = """
born:
  ask: When?
  kind: date
  exact: yes
guardian:
  ask: Who?
  kind: text
  when: born is less than 18 years ago
"""


@pytest.mark.parametrize(
    ("when", "safe"), [("less than 18 years ago", True), ("less than 217 months ago", False)]
)
def test_periods_up_to_today_are_days(faults: Faults, when: str, safe: bool) -> None:
    rest = f"{DOCUMENT}\nfacts:\n  minor:\n    means: Minor\n    when: born is {when}\n"
    found = faults(DATES, template(reads("guardian", around=(Guard(("minor",), True),))), rest)
    assert bool(found) is not safe


INEXACT = DATES.replace("  exact: yes\n", "")


def test_a_date_that_is_not_exact_enough_leaves_a_question_out(faults: Faults) -> None:
    rest = f"{DOCUMENT}\nfacts:\n  grown:\n    means: Grown\n    when: born is more than 18 years ago\n"
    (fault,) = faults(INEXACT, template(reads("guardian", around=(Guard(("grown",), False),))), rest)
    assert fault.answers is not None
    assert " to " in fault.answers["born"] or fault.answers["born"] == "2008-11-24"


@dataclass(frozen=True)
class Found:
    """A result."""

    big: bool
    words: str


CATALOGUE = {
    "tests.size": Calculation(
        "tests.size",
        lambda **given: Found(len(given["words"]) > 30, "x"),
        Found,
        frozenset({"words"}),
        frozenset({"words"}),
    ),
    "tests.never": Calculation(
        "tests.never", lambda **given: Found(False, "x"), Found, frozenset({"words"}), frozenset({"words"})
    ),
}
SIZED = """
title:
  ask: Title?
  kind: text
more:
  ask: More?
  kind: text
  when: size.big is yes
"""
SIZE = (
    DOCUMENT
    + "\nfacts:\n  size:\n    means: Size\n    calculate: tests.{which}\n    from: {{words: title}}\n"
)


def test_what_a_calculation_guards_and_asks_alike_is_safe(faults: Faults) -> None:
    rest, guarded = SIZE.format(which="size"), reads("more", around=(Guard(("size", "big"), True),))
    assert not [
        each for each in faults(SIZED, template(guarded), rest, CATALOGUE) if each.rule == "undefined"
    ]


def test_a_path_that_no_real_result_takes_is_not_ruled_out_and_names_what_it_rests_on(faults: Faults) -> None:
    rest = SIZE.format(which="never")
    asked = reads("more", around=(Guard(("size", "big"), False),))
    never = template(reads("more", around=(Guard(("size", "words"), True), Guard(("size", "big"), True))))
    assert not faults(SIZED, never, rest, CATALOGUE)
    (real,) = faults(SIZED, template(asked), rest, CATALOGUE)
    assert real.level == "mistake"
    apart = SIZED.replace("size.big is yes", "size.big is no")
    (fault,) = faults(apart, template(reads("more")), rest, CATALOGUE)
    assert fault.level == "not ruled out"
    assert "`title`" in fault.sentence


def test_a_path_that_filling_the_template_does_not_confirm_is_searched_on(faults: Faults) -> None:
    rest, asked = SIZE.format(which="size"), template(reads("more"))
    refused: list[object] = []
    (fault,) = faults(SIZED, asked, rest, CATALOGUE, confirm=lambda *call: bool(refused.append(call)))
    assert fault.level == "not ruled out"
    assert refused


ALIKE = """
title:
  ask: Title?
  kind: text
more:
  ask: More?
  kind: text
  when: size.big is yes
"""


def test_two_facts_with_the_same_calculation_and_inputs_come_to_the_same(faults: Faults) -> None:
    size = "  {}:\n    means: Size\n    calculate: tests.size\n    from: {{words: title}}\n"
    rest = DOCUMENT + "\nfacts:\n" + size.format("size") + size.format("again")
    guarded = template(reads("more", around=(Guard(("again", "big"), True),)))
    assert not [each for each in faults(ALIKE, guarded, rest, CATALOGUE) if each.rule == "undefined"]


EARLY = """
title:
  ask: Title?
  kind: text
more:
  ask: More?
  kind: text
  when: size.big is yes
side:
  ask: Side?
  kind: text
"""


def test_a_result_read_before_an_input_is_asked_may_be_another_than_at_the_end(faults: Faults) -> None:
    both = Calculation(
        "tests.both", lambda **given: Found(given["side"] is not None, "x"), Found,
        frozenset({"words", "side"}), frozenset({"words"}),
    )  # fmt: skip
    rest = (
        DOCUMENT
        + "\nfacts:\n  size:\n    means: S\n    calculate: tests.both\n    from: {words: title, side: side}\n"
    )
    guarded = template(reads("more", around=(Guard(("size", "big"), True),)))
    (fault,) = [
        each for each in faults(EARLY, guarded, rest, {"tests.both": both}) if each.rule == "undefined"
    ]
    assert fault.level == "mistake"
