"""For the attorney: flags, gates with the form that lifts one, and the choices with what each comes to."""

import pytest

from app.casework import drafting, lifting, people
from app.casework.desk import Desk
from app.store import journal
from tests.web.office import Browser, place, ref_of, seed


@pytest.fixture
def gated(owner: Browser, desk: Desk) -> str:
    """A draft with a raised gate."""
    ref = seed(desk, "web/kinds")
    owner.send(owner.get(place(desk, owner.get(f"/d/{ref}"), "one")), {"a0": "other"})
    return ref


def lifted(desk: Desk, ref: str) -> list[str]:
    return [each.gate for each in lifting.lifted(desk, people.owner(desk).who, ref)]


GOOD = {"a0": "Morgan Tessel", "a1": "99901", "a2": "The client and I went through it."}


def test_flags_are_shown_with_reason_and_law(owner: Browser, desk: Desk) -> None:
    page = owner.get(f"/d/{seed(desk, 'web/kinds')}/r")
    assert "There was no agreement." in page.words
    assert "RSMo 290.527" in page.words


def test_what_is_only_possible_is_told_apart_from_what_is_so(owner: Browser) -> None:
    page = owner.get(f"/d/{ref_of(owner.start('web/kinds'))}/r")
    told = [" ".join(each.text_content().split()) for each in page.all("//details//h3")]
    assert told
    assert all(each.startswith("May apply: “") and each.endswith("not known.") for each in told)
    assert "not known for sure" not in page.one("//*[@aria-labelledby='flags']").text_content()
    assert not any(each.text_content().strip(" …") == "" for each in page.all("//details//li"))


def test_a_gate_is_lifted_with_name_bar_number_and_reason(owner: Browser, desk: Desk, gated: str) -> None:
    page = owner.send(owner.get(f"/d/{gated}/r/1"), GOOD, do="lift")
    assert lifted(desk, gated) == ["other_one"]
    assert "Lifted by Morgan Tessel, bar number 99901" in page.words
    with desk.store.reading() as t:
        assert journal.lines(t, gated)[-1].act == "gate.lift"


@pytest.mark.parametrize("missing", ["a0", "a1", "a2"])
def test_none_of_the_three_may_be_missing(owner: Browser, desk: Desk, gated: str, missing: str) -> None:
    page = owner.send(owner.get(f"/d/{gated}/r/1"), {**GOOD, missing: " "}, do="lift", status=422)
    assert page.all("//*[@id='errors']//a/@href") == [f"#{missing}"]
    assert lifted(desk, gated) == []


def test_a_lifted_gate_may_be_put_up_again(owner: Browser, desk: Desk, gated: str) -> None:
    page = owner.send(owner.get(f"/d/{gated}/r/1"), GOOD, do="lift")
    owner.send(page, do="withdraw", form=page.one("//main//form"))
    assert lifted(desk, gated) == []


def test_answers_that_changed_since_ask_for_another_look(owner: Browser, desk: Desk, gated: str) -> None:
    owner.send(owner.get(f"/d/{gated}/r/1"), GOOD, do="lift")
    owner.send(owner.get(place(desk, owner.get(f"/d/{gated}"), "word")), {"a0": "Something else"})
    assert "Answers have changed since" in owner.get(f"/d/{gated}/r").words


def test_a_gate_that_does_not_stand_cannot_be_lifted(owner: Browser, desk: Desk) -> None:
    ref = seed(desk, "web/kinds")
    assert owner.get(f"/d/{ref}/r/1").heading == "Review"


def test_the_choices_show_what_is_decided_and_what_each_way_comes_to(owner: Browser, desk: Desk) -> None:
    ref = seed(desk, "web/kinds")
    assert "Not decided yet" in owner.get(f"/d/{ref}/a").words
    owner.send(owner.get(place(desk, owner.get(f"/d/{ref}"), "reply_days") + "?b=a"), {"a0": "10"})
    given = drafting.open_draft(desk, people.owner(desk).who, ref).answers.get("reply_days")
    assert given is not None
    assert given.source == "attorney"


def test_sums_and_their_alternatives_stand_beside_the_choices(owner: Browser, desk: Desk) -> None:
    page = owner.get(f"/d/{seed(desk, 'web/lists')}/a")
    assert "What the law gives for these weeks" in page.words
    assert page.all("//dd[contains(., '$592.50')]")
