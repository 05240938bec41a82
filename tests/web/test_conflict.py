"""Two tabs, two people, two clicks: nothing is overwritten silently and nothing happens twice."""

import random
from typing import Any

import pytest
from flask import Flask

from app.casework import drafting, people
from app.casework.desk import Desk
from app.store import journal
from tests.web.office import Browser, place, seed, signed_in


@pytest.fixture
def ref(desk: Desk) -> str:
    return seed(desk, "web/kinds")


def words(desk: Desk, ref: str, name: str) -> Any:
    """The saved answer to a question."""
    given = drafting.open_draft(desk, people.owner(desk).who, ref).answers.get(name)
    return given and given.value


def acts(desk: Desk) -> int:
    """How many acts the journal has."""
    with desk.store.reading() as t:
        return journal.head(t).number


def test_both_texts_are_shown_when_two_answered_the_same_question(
    owner: Browser, desk: Desk, ref: str
) -> None:
    address = place(desk, owner.get(f"/d/{ref}"), "word")
    first, second = owner.get(address), owner.get(address)
    owner.send(first, {"a0": "A baker"})
    page = owner.send(second, {"a0": "A driver"}, status=409)
    assert page.heading == "Which answer shall stand?"
    assert "A baker" in page.words
    assert "A driver" in page.words
    assert words(desk, ref, "word") == "A baker"


def test_the_own_text_may_then_be_saved(owner: Browser, desk: Desk, ref: str) -> None:
    address = place(desk, owner.get(f"/d/{ref}"), "word")
    first, second = owner.get(address), owner.get(address)
    owner.send(first, {"a0": "A baker"})
    page = owner.send(second, {"a0": "A driver"}, status=409)
    owner.send(page, do="", form=page.all("//main//form")[0])
    assert words(desk, ref, "word") == "A driver"


def test_answers_to_two_questions_do_not_meet(owner: Browser, desk: Desk, ref: str) -> None:
    home = owner.get(f"/d/{ref}")
    first, second = owner.get(place(desk, home, "word")), owner.get(place(desk, home, "pay"))
    owner.send(first, {"a0": "A baker"})
    owner.send(second, {"a0": "5"})
    assert words(desk, ref, "word") == "A baker"
    assert str(words(desk, ref, "pay")) in ("5", "5.00")


def test_the_same_request_has_one_effect(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{ref}"), "word"))
    before = acts(desk)
    data = {**page.fields(), "a0": "A baker", "do": "save"}
    answers = {owner.client.post(page.address, data=data).headers["Location"] for _ in range(20)}
    assert len(answers) == 1
    assert acts(desk) == before + 1


def test_a_start_clicked_twice_starts_one_draft(owner: Browser, desk: Desk) -> None:
    page = owner.get("/")
    for _ in range(3):
        owner.send(page, {"a0": "Twice", "a1": "web/kinds"}, do="")
    assert len(drafting.listed(desk, people.owner(desk).who)) == 1


def test_another_item_clicked_twice_is_one_item(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{seed(desk, 'web/lists')}"), "things"))
    assert owner.send(page, {"a0": "yes"}).address == owner.send(page, {"a0": "yes"}).address


def test_a_page_brought_back_and_sent_with_other_words_is_not_dropped(
    owner: Browser, desk: Desk, ref: str
) -> None:
    """Browsers keep the old page, with its old key, behind the Back button."""
    page = owner.get(place(desk, owner.get(f"/d/{ref}"), "word"))
    owner.send(page, {"a0": "A baker"})
    again = owner.send(page, {"a0": "A driver"}, status=409)
    assert "A driver" in again.words


def test_a_table_saved_by_two_shows_both(owner: Browser, desk: Desk) -> None:
    from tests.web.test_table import Sheet

    sheet = Sheet(owner, desk, place(desk, owner.get(f"/d/{seed(desk, 'web/lists')}"), "weeks"))
    first, second = sheet.page(), sheet.page()
    owner.send(first, sheet.filled(first, {0: {"paid": "111"}}), do="save")
    page = owner.send(second, sheet.filled(second, {0: {"paid": "222"}}), do="save", status=409)
    assert sheet.column("paid", page)[0] == "222"
    assert "111.00" in page.words
    owner.send(page, sheet.filled(page, {}), do="save")
    assert sheet.column("paid")[0] == "222.00"


def test_no_interleaving_of_three_tabs_loses_an_answer_silently(
    owner: Browser, app: Flask, desk: Desk, ref: str
) -> None:
    """A tab's save either stands until another tab that saw it replaces it, or is refused with both texts."""
    chance = random.Random(20261201)
    home = owner.get(f"/d/{ref}")
    address = place(desk, home, "word")
    tabs = [signed_in(app, desk) for _ in range(3)]
    pages = [tab.get(address) for tab in tabs]
    seen = [words(desk, ref, "word")] * 3
    for number in range(60):
        who = chance.randrange(3)
        if chance.random() < 0.4:
            pages[who], seen[who] = tabs[who].get(address), words(desk, ref, "word")
            continue
        before, mine = words(desk, ref, "word"), f"text {number}"
        data = {**pages[who].fields(), "a0": mine, "do": "save"}
        answer = tabs[who].client.post(address, data=data)
        if answer.status_code == 303:
            assert before == seen[who], "an answer this tab had not seen was replaced"
            assert words(desk, ref, "word") == mine
            pages[who], seen[who] = tabs[who].get(address), mine
        else:
            assert answer.status_code == 409
            assert mine in answer.text
            assert str(before) in answer.text
            assert words(desk, ref, "word") == before
