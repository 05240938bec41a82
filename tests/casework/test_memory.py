"""Readings kept in memory are the same as fresh ones, whatever was done before."""

import random

import pytest

from app.casework import drafting, items, memory, office
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from app.core.kinds import Refused
from app.store.who import Who
from tests.web.office import seed


@pytest.mark.parametrize("seed_number", range(6))
def test_a_remembered_reading_equals_a_fresh_one(desk: Desk, who: Who, seed_number: int) -> None:
    chance = random.Random(seed_number)
    ref = seed(desk, "web/lists")
    for number in range(12):
        now = drafting.open_draft(desk, who, ref)
        try:
            act(desk, who, ref, chance, number, now)
        except Refused:
            continue
        remembered = drafting.open_draft(desk, who, ref)
        memory.forget(ref)
        fresh = drafting.open_draft(desk, who, ref)
        assert remembered.answers == fresh.answers
        assert remembered.last == fresh.last
        assert remembered.interview.asked == fresh.interview.asked
        assert remembered.interview.facts == fresh.interview.facts


def act(desk: Desk, who: Who, ref: str, chance: random.Random, number: int, now: drafting.Opened) -> None:
    """Do one thing or another to the draft."""
    things = now.form.question("things")
    assert things is not None
    there = now.answers.items("things")
    asked = chance.choice([each for each in now.interview.asked if not each.question.is_list])
    choice = chance.randrange(5)
    if choice == 0:
        items.add_item(desk, who, ref, things.number, Stamp())
    elif choice == 1 and there:
        items.remove_item(desk, who, ref, things.number, there[0], Stamp())
    elif choice == 2:
        drafting.take_back(desk, who, ref, Spot(asked.question.number, asked.item), Stamp())
    else:
        said = {"text": f"text {number}", "money": str(number), "yes or no": "yes"}.get(
            asked.question.kind_name
        )
        if said is not None:
            drafting.answer(desk, who, ref, Spot(asked.question.number, asked.item), said, Stamp())


def test_a_new_day_is_a_new_reading(desk: Desk, who: Who, clock: object) -> None:
    ref = seed(desk, "web/kinds")
    before = drafting.open_draft(desk, who, ref).interview.today
    clock.pass_by(days=1)  # type: ignore[attr-defined]
    assert drafting.open_draft(desk, who, ref).interview.today > before


def test_a_changed_office_profile_is_a_new_reading(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/kinds")
    assert drafting.open_draft(desk, who, ref).answers.get("reply_days") is None
    office.save(desk, who, {"defaults": {"reply_days": "14"}}, Stamp(was=office.print_of(desk)))
    given = drafting.open_draft(desk, who, ref).answers.get("reply_days")
    assert given is not None
    assert given.source == "office default"


def test_a_default_that_does_not_fit_closes_no_draft(desk: Desk, who: Who) -> None:
    # The page of the office refuses it; a profile written by hand may still hold it.
    office.path(desk).write_text("defaults:\n  reply_days: soon\n")
    assert drafting.open_draft(desk, who, seed(desk, "web/kinds")).answers.get("reply_days") is None


def test_only_the_last_few_readings_are_kept(desk: Desk, who: Who) -> None:
    for _ in range(memory.KEPT + 3):
        drafting.open_draft(desk, who, seed(desk, "web/kinds"))
    assert len(memory._readings) <= memory.KEPT
