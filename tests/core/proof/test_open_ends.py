"""Names behind comparisons with what may be of several kinds, and wordings that something later hides."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core import checker
from app.core.calculation import Calculation
from app.core.proof.uses import Guard

from ..conftest import FormOf
from .conftest import DOCUMENT, Faults, reads, template


@dataclass(frozen=True)
class Limit:
    """A day or a number."""

    limit: date | Decimal


LIMITS = {"tests.limit": Calculation("tests.limit", lambda **_: Limit(date(2020, 1, 1)), Limit, frozenset())}
DATED = """
day: {ask: Day?, kind: date}
sure: {ask: S?, kind: yes or no}
extra: {ask: E?, kind: text, when: sure is yes}
"""
FACTS = """
facts:
  res: {means: R, calculate: tests.limit, from: []}
  late: {means: L, when: day is after res.limit}
"""


def test_a_result_of_several_kinds_may_be_later_or_earlier(faults: Faults) -> None:
    guarded = template(reads("extra", around=(Guard(("late",), True),)))
    found = faults(DATED, guarded, DOCUMENT + FACTS, LIMITS)
    assert [each.rule for each in found] == ["undefined"]


STATES = """
home: {ask: Where?, kind: address}
more: {ask: M?, kind: text, when: near is yes}
"""


def test_a_condition_may_name_every_state_that_comes_to_mind(faults: Faults) -> None:
    near = "\nfacts:\n  near: {means: N, when: 'home.state is one of MO, KS, IL, IA'}\n"
    assert [each.rule for each in faults(STATES, template(reads("more")), DOCUMENT + near)] == ["undefined"]


HIDDEN = """
other: {ask: Other?, kind: text}
weeks:
  ask: Weeks?
  kind: list
  one: week
  each:
    hours: {ask: "Hours, {other}?", kind: hours}
    other: {ask: Other of the week?, kind: text}
"""


def test_what_is_asked_later_of_an_item_hides_the_form_s_own_name(faults: Faults, form_of: FormOf) -> None:
    assert [each.rule for each in checker.check(form_of(HIDDEN))] == ["asked later"]
    assert [each.rule for each in faults(HIDDEN, rest=DOCUMENT)] == ["undefined"]
