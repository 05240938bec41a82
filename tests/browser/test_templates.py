"""A real browser: a template is fetched, changed, brought back, looked at, put in force by somebody else."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from app.casework import papers, people
from app.casework.desk import Desk
from app.casework.papers import Desired
from app.documents import reading
from app.store.who import Who
from tests.browser.conftest import Open
from tests.browser.test_axe import faults
from tests.casework import proposed
from tests.web.office import seed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return proposed.lay_out(tmp_path / "root")


@pytest.fixture
def second(browser: Browser, site: str, desk: Desk) -> Iterator[Page]:
    """A page of another person of the office, signed in."""
    people.owner(desk)
    context = browser.new_context(base_url=site, bypass_csp=True, viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(f"/in/{people.sign_in_link(desk, proposed.second(desk).id)}")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(f"{site}/")
    yield page
    context.close()


def look(page: Page, tmp_path: Path, name: str) -> None:
    """Axe finds nothing, and nothing scrolls sideways, on a phone and on a desk."""
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert faults(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), name
        page.screenshot(path=str(tmp_path / f"{name}-{width}.png"), full_page=True)


def bring(page: Page, file: Path) -> None:
    """Choose a file and press the button, both from the keyboard alone."""
    page.locator("#file").set_input_files(file)
    page.focus("#file")
    page.keyboard.press("Tab")
    with page.expect_navigation(timeout=60_000):
        page.keyboard.press("Enter")


def words(desk: Desk, who: Who, ref: str) -> str:
    made = papers.download(desk, who, ref, Desired("letter", "docx"))
    return reading.words_of_docx(made.data)


def test_a_word_is_changed_by_two_people_and_new_drafts_print_it(
    signed_in: Open, second: Page, desk: Desk, tmp_path: Path
) -> None:
    who, old = people.owner(desk).who, seed(desk, proposed.NAME)
    page = signed_in(bypass_csp=True)
    page.get_by_role("link", name="Forms").click()
    page.get_by_role("link", name="Fetch or change the Word templates").click()
    look(page, tmp_path, "templates")
    page.get_by_role("link", name="Letter").click()
    look(page, tmp_path, "letter")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download the Word file in force").click()
    docx = Path(waiting.value.path()).read_bytes()
    wrong, right = tmp_path / "wrong.docx", tmp_path / "right.docx"
    wrong.write_bytes(proposed.changed(docx, "{{ job }}", "{{ shelter }}"))
    right.write_bytes(proposed.changed(docx))
    (tmp_path / "none.docx").write_bytes(b"MZ")

    bring(page, tmp_path / "none.docx")
    assert page.evaluate("document.activeElement.id") == "errors"
    look(page, tmp_path, "refused")
    bring(page, wrong)
    assert "Mistakes: these must be mended" in page.locator("main").inner_text()
    look(page, tmp_path, "mistakes")

    page.get_by_role("link", name="bring another file in its place").click()
    bring(page, right)
    page.wait_for_url("**/w/*")
    assert page.locator("del").inner_text().startswith("−")
    assert "within ten days." in page.locator("ins").inner_text()
    look(page, tmp_path, "own")

    second.goto(page.url)
    look(second, tmp_path, "second")
    second.focus("#a0")
    second.keyboard.press("Enter")
    second.wait_for_selector("#errors")
    look(second, tmp_path, "unsigned")
    second.focus("#a0")
    second.keyboard.type("Morgan Tessel")
    second.keyboard.press("Tab")
    second.keyboard.type("99901")
    with second.expect_navigation(timeout=60_000):
        second.keyboard.press("Enter")
    assert re.search("Approved by Morgan Tessel", second.locator("main").inner_text())
    look(second, tmp_path, "approved")

    new = seed(desk, proposed.NAME, "T. U.")
    assert "Please pay the cook within ten days." in words(desk, who, new)
    assert "Please pay the cook by Friday." in words(desk, who, old)
