"""Drafts: starting, going on, naming, deleting; a second draft of the same client; the overview."""

import pytest

from app.casework import drafting, people
from app.casework.desk import Desk
from tests.web.office import Browser, place, ref_of, seed


def titles(desk: Desk) -> list[str]:
    return [each.title for each in drafting.listed(desk, people.owner(desk).who)]


def test_a_draft_is_started_and_found_again(owner: Browser, desk: Desk) -> None:
    owner.start("web/kinds", "A. B.")
    assert titles(desk) == ["A. B."]
    assert "A. B." in owner.get("/").words


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"a0": "", "a1": "web/kinds"}, "Write a name"),
        ({"a0": "x" * 121, "a1": "web/kinds"}, "shorten it to 120"),
        ({"a0": "A. B.", "a1": ""}, "Choose what kind"),
        ({"a0": "A. B.", "a1": "../../etc/passwd"}, "Choose what kind"),
    ],
)
def test_a_start_that_cannot_be_is_a_sentence(owner: Browser, typed: dict[str, str], sentence: str) -> None:
    page = owner.send(owner.get("/"), typed, do="", status=422)
    assert sentence in page.errors[0]


def test_a_draft_is_renamed(owner: Browser, desk: Desk) -> None:
    ref = ref_of(owner.start("web/kinds"))
    page = owner.get(f"/d/{ref}/n")
    assert "Write a name" in owner.send(page, {"a0": " "}, do="", status=422).errors[0]
    owner.send(owner.get(f"/d/{ref}/n"), {"a0": "New name"}, do="")
    assert titles(desk) == ["New name"]


def test_deleting_asks_first_and_then_deletes_for_good(owner: Browser, desk: Desk) -> None:
    ref = seed(desk, "web/kinds")
    page = owner.get(f"/d/{ref}/x")
    assert titles(desk) == ["R. S."]
    assert owner.send(page, do="").heading == "Drafts"
    assert titles(desk) == []
    owner.get(f"/d/{ref}", status=404)


def test_going_on_leads_to_the_first_open_question(owner: Browser) -> None:
    page = owner.send(owner.begin("web/kinds"), {"a0": "A cook"})
    overview = owner.get(f"/d/{ref_of(page)}")
    go_on = owner.get(overview.one("//main//a[contains(@class, 'govuk-button')]").get("href"))
    assert go_on.heading == page.heading


def test_the_overview_says_how_far_each_part_is(owner: Browser) -> None:
    page = owner.send(owner.begin("web/kinds"), {"a0": "A cook"})
    assert "1 of 8" in owner.get(f"/d/{ref_of(page)}").words


def test_a_second_draft_of_a_client_belongs_to_the_same_matter(owner: Browser, desk: Desk) -> None:
    owner.start("web/kinds", "First")
    page = owner.get("/")
    matter = page.one("//select[@name='a2']").xpath(".//option/@value")[1]
    owner.send(page, {"a0": "Second", "a1": "web/kinds", "a2": matter}, do="")
    matters = {each.matter for each in drafting.listed(desk, people.owner(desk).who)}
    assert matters == {matter}


def test_a_matter_that_is_not_there_is_a_sentence(owner: Browser) -> None:
    page = owner.send(owner.get("/"), {"a0": "A", "a1": "web/kinds", "a2": "x" * 20}, do="", status=404)
    assert "There is nothing here" in page.words


def test_the_check_page_lists_what_is_open(owner: Browser, desk: Desk) -> None:
    page = owner.get(f"/d/{ref_of(owner.start('web/kinds'))}/c")
    assert "questions are still open" in page.words


def test_a_gap_is_marked_on_the_check_page(owner: Browser, desk: Desk) -> None:
    ref = seed(desk, "web/kinds")
    owner.send(owner.get(place(desk, owner.get(f"/d/{ref}"), "word")), do="not-safe")
    state = owner.get(f"/d/{ref}/c").one("//*[contains(@class, 'dw-state--gap')]")
    assert state.text_content() == "Not safe to say"
