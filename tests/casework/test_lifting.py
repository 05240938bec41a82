"""Lifting a gate takes a name, a bar number and a reason, and a gate that stands."""

import pytest

from app.casework import drafting, lifting
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from app.core.kinds import Refused
from app.store.errors import NotFound
from app.store.who import Who
from tests.web.office import Clock, form_of, seed


@pytest.fixture
def gated(desk: Desk, who: Who) -> str:
    ref, question = seed(desk, "web/kinds"), form_of(desk, "web/kinds").question("one")
    assert question is not None
    drafting.answer(desk, who, ref, Spot(question.number), "other", Stamp())
    return ref


def lift(desk: Desk, who: Who, ref: str, **said: str) -> None:
    good = {"gate": "other_one", "name": "Morgan Tessel", "bar_number": "99901", "reason": "We talked."}
    lifting.lift(desk, who, ref, **{**good, **said}, stamp=Stamp())


def test_a_lift_says_who_and_why(desk: Desk, who: Who, gated: str) -> None:
    lift(desk, who, gated)
    [found] = lifting.for_papers(lifting.lifted(desk, who, gated))
    assert (found.gate, found.name, found.bar_number, found.reason) == (
        "other_one", "Morgan Tessel", "99901", "We talked.",
    )  # fmt: skip


@pytest.mark.parametrize("part", ["name", "bar_number", "reason"])
@pytest.mark.parametrize("text", ["", "  ", "\u202e", "x" * 3_000])
def test_each_part_is_needed_and_printable(desk: Desk, who: Who, gated: str, part: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        lift(desk, who, gated, **{part: text})
    assert [each.part for each in refused.value.problems] == [part]
    assert lifting.lifted(desk, who, gated) == ()


def test_with_attorneys_in_the_profile_only_one_of_them_lifts(desk: Desk, who: Who, gated: str) -> None:
    profile = "attorneys:\n  - {name: Devon R. Quill, bar number: '99902'}\n"
    (desk.data / "office.yaml").write_text(profile, "utf-8")
    with pytest.raises(Refused, match="nobody with this name and bar number"):
        lift(desk, who, gated)
    lift(desk, who, gated, name="Devon Quill", bar_number="99902")
    assert len(lifting.lifted(desk, who, gated)) == 1


def test_a_gate_that_does_not_stand_is_not_lifted(desk: Desk, who: Who) -> None:
    with pytest.raises(Refused):
        lift(desk, who, seed(desk, "web/kinds"))
    with pytest.raises(Refused):
        lift(desk, who, seed(desk, "web/kinds"), gate="nothing")


def test_a_lift_is_withdrawn(desk: Desk, who: Who, gated: str) -> None:
    lift(desk, who, gated)
    lifting.withdraw(desk, who, gated, "other_one", Stamp())
    assert lifting.lifted(desk, who, gated) == ()
    with pytest.raises(NotFound):
        lifting.withdraw(desk, who, gated, "other_one", Stamp())


def test_nobody_else_lifts(desk: Desk, gated: str) -> None:
    with pytest.raises(NotFound):
        lift(desk, Who("somebody-else", "Somebody", "owner"), gated)


@pytest.mark.parametrize(("part", "text"), [("bar_number", "not a number"), ("name", "x"), ("reason", "ok")])
def test_a_lift_is_more_than_a_key_pressed(desk: Desk, who: Who, gated: str, part: str, text: str) -> None:
    with pytest.raises(Refused) as refused:
        lift(desk, who, gated, **{part: text})
    assert [each.part for each in refused.value.problems] == [part]


def test_a_lift_lapses_when_an_answer_its_gate_rests_on_is_given_anew(
    desk: Desk, who: Who, gated: str, clock: Clock
) -> None:
    lift(desk, who, gated)
    clock.pass_by(minutes=1)
    question = form_of(desk, "web/kinds").question("one")
    assert question is not None
    drafting.answer(desk, who, gated, Spot(question.number), "other", Stamp())
    assert lifting.lifted(desk, who, gated) == ()


def test_a_lift_stands_when_another_answer_is_given(desk: Desk, who: Who, gated: str, clock: Clock) -> None:
    lift(desk, who, gated)
    clock.pass_by(minutes=1)
    question = form_of(desk, "web/kinds").question("word")
    assert question is not None
    drafting.answer(desk, who, gated, Spot(question.number), "Other words", Stamp())
    assert len(lifting.lifted(desk, who, gated)) == 1
