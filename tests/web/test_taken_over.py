"""What a second draft of a client shows of what it took over: on its overview and on the check page."""

from dataclasses import replace

import pytest

from app.casework import drafting, people
from app.casework.desk import Desk
from app.web import taken
from tests.web.office import Browser, place, ref_of
from tests.web.pages import Page

PANEL = "//section[@class='dw-notice'][.//h2[starts-with(@id, 'taken')]]"


@pytest.fixture
def second(owner: Browser, desk: Desk) -> Page:
    """The overview of a second draft of a client whose name was given in the first."""
    page = owner.start("web/shared", "R. S. wages")
    owner.send(owner.get(place(desk, page, "client")), {"a0": "Robin Sample"})
    home = owner.get("/")
    matter = home.one("//select[@name='a2']").xpath(".//option/@value")[1]
    return owner.send(home, {"a0": "R. S. name", "a1": "web/shared", "a2": matter}, do="")


def test_the_overview_shows_what_was_taken_over_from_which_draft(second: Page) -> None:
    panel = second.one(PANEL).text_content()
    assert "Taken over from “R. S. wages”" in panel
    assert "1 answer was given there" in panel


def test_the_check_page_shows_it_too(owner: Browser, second: Page) -> None:
    assert len(owner.get(f"/d/{ref_of(second)}/c").all(PANEL)) == 1


def test_each_answer_taken_over_can_be_changed_from_there(owner: Browser, second: Page) -> None:
    link = second.one(f"{PANEL}//a").get("href")
    page = owner.get(link)
    assert page.heading == "What is the client called?"
    after = owner.send(page, {"a0": "Robin Lee Sample"})
    assert after.heading == "Check your answers"
    assert "Robin Lee Sample" in after.words
    assert after.all(PANEL) == []


def test_the_panel_shows_each_answer_beside_its_question(second: Page) -> None:
    assert [each.text_content() for each in second.all(f"{PANEL}//dd")] == ["Robin Sample"]
    assert "still right?" not in second.words


def test_what_lies_in_the_vault_is_only_said_to_be_kept(owner: Browser, desk: Desk, second: Page) -> None:
    now = drafting.open_draft(desk, people.owner(desk).who, ref_of(second))
    asked = now.asked(1)
    assert taken._words(now, asked) == "Robin Sample"
    closed = replace(asked, question=replace(asked.question, keep="vault"))
    assert taken._words(now, closed) == taken.KEPT


def test_a_shared_question_says_that_a_gap_changes_the_other_draft_too(
    owner: Browser, desk: Desk, second: Page
) -> None:
    shared = owner.get(place(desk, second, "client"))
    assert "also that you do not know" in shared.words
    assert "changes it in the other draft too" in shared.words
    assert "in the other draft" not in owner.get(place(desk, second, "own")).words


def test_going_on_leads_to_what_is_new(owner: Browser, second: Page) -> None:
    first = owner.get(second.one("//main//a[contains(@class, 'govuk-button')]").get("href"))
    assert first.heading == "What is only here?"


def test_a_first_draft_shows_no_such_panel(owner: Browser) -> None:
    page = owner.start("web/shared", "R. S.")
    assert page.all(PANEL) == []
