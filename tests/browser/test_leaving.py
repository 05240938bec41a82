"""Leaving quickly, by button, key and link; Back shows nothing, and the history holds no step."""

import io
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from app.casework.desk import Desk
from tests.browser.conftest import Open
from tests.browser.walking import Walk
from tests.web.office import FORMS, form_of, seed
from tests.web.walker import at

FACT = "A planted fact that nobody else may read"


@pytest.fixture
def root() -> Path:
    return FORMS


def question(page: Page, desk: Desk, name: str) -> str:
    """Open a question of a finished draft."""
    ref, found = seed(desk, "web/kinds"), form_of(desk, "web/kinds").question(name)
    assert found is not None
    page.goto(f"/d/{ref}/{found.number}")
    return f"/d/{ref}/{found.number}"


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_button_leads_away_and_ends_the_session(signed_in: Open, desk: Desk, scripts: bool) -> None:
    page = signed_in(java_script_enabled=scripts)
    address = question(page, desk, "story")
    page.fill("[name=a0]", FACT)
    page.get_by_role("link", name="Leave now").click()
    page.wait_for_url("**/away")
    assert page.context.cookies() == []
    page.goto(address)
    assert "You are signed out" in page.content()


def test_shift_three_times_leads_away(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "story")
    page.focus("[name=a0]")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url("**/away")


def test_capital_letters_do_not_lead_away(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    address = question(page, desk, "story")
    page.focus("[name=a0]")
    for letter in "ABCDEF":
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(300)
    assert page.url.endswith(address)


def test_back_after_leaving_never_shows_an_answer(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "story")
    page.fill("[name=a0]", FACT)
    page.get_by_role("link", name="Leave now").click()
    page.wait_for_url("**/away")
    for _ in range(10):
        page.go_back()
        page.wait_for_timeout(100)
        assert FACT not in page.content()
        assert "Friday" not in page.content()


def test_the_page_is_covered_at_once_even_when_the_network_stalls(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "story")
    page.fill("[name=a0]", FACT)
    page.context.route("**/exit", lambda route: None)
    words, boxes = page.evaluate(
        "() => { document.querySelector('[data-exit]').click();"
        " return [document.body.innerText, document.querySelectorAll('input, textarea').length]; }"
    )
    assert (words, boxes) == ("", 0)
    page.wait_for_url("**/away", timeout=5000)


def test_answering_adds_nothing_to_the_history(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    walk = Walk(page, desk, "web/kinds")
    walk.begin()
    before = page.evaluate("history.length")
    for _ in range(5):
        found = at(walk.form, walk.path)
        assert found is not None
        walk.step(*found)
    walk.press("a.govuk-back-link")
    assert page.evaluate("history.length") == before


def test_without_the_script_the_same_steps_do_add_to_it(signed_in: Open, desk: Desk) -> None:
    """The control."""
    page = signed_in()
    page.context.route("**/pages.js", lambda route: route.abort())
    question(page, desk, "word")
    before = page.evaluate("history.length")
    with page.expect_navigation():
        page.click("button[name=do][value=save]")
    assert page.evaluate("history.length") > before


def test_words_stay_when_the_connection_fails(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    address = question(page, desk, "story")
    page.fill("[name=a0]", FACT)
    page.context.route(
        "**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_()
    )
    page.click("button[name=do][value=save]")
    page.wait_for_selector(".dw-not-saved")
    assert page.input_value("[name=a0]") == FACT
    assert page.url.endswith(address)
    page.context.unroute("**/*")
    with page.expect_navigation():
        page.click("button[name=do][value=save]")


def test_a_tab_behind_another_shows_nothing(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "word")
    page.evaluate("Object.defineProperty(document, 'hidden', {value: true, configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("getComputedStyle(document.body).visibility") == "hidden"
    page.evaluate("Object.defineProperty(document, 'hidden', {value: false, configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("getComputedStyle(document.body).visibility") == "visible"


def test_nothing_is_kept_in_the_browser(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "word")
    page.fill("[name=a0]", FACT)
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases().then(found => found.length)") == 0
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(found => found.length)") == 0


def test_the_print_of_a_page_holds_no_answer(signed_in: Open, desk: Desk) -> None:
    page = signed_in()
    question(page, desk, "story")
    words = " ".join(each.extract_text() for each in PdfReader(io.BytesIO(page.pdf())).pages)
    assert "Friday" not in words
    assert "not meant to be printed" in words
