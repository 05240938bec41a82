"""A real browser: an attorney approves, downloads a clean copy, an answer changes, and the copy is gone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.casework.desk import Desk
from app.core.values import Gap
from app.documents import reading
from tests.browser.conftest import Open
from tests.browser.test_axe import faults
from tests.casework import kept


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept.lay_out(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def root(laid_out: Path) -> Path:
    return laid_out


@pytest.fixture
def ref(desk: Desk) -> str:
    return kept.approvable(desk)


def clean(page: Page, wanted: str) -> bytes:
    """A clean copy, downloaded as a person would."""
    with page.expect_download(timeout=60_000) as waiting:
        page.click(f"form[action$='/v/f'] button[value='{wanted}']")
    assert waiting.value.suggested_filename.startswith("Clean")
    return Path(waiting.value.path()).read_bytes()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def sign(page: Page) -> None:
    """Fill in name and bar number from the keyboard alone, and press Enter."""
    page.focus("#a0")
    page.keyboard.type("Morgan Tessel")
    page.keyboard.press("Tab")
    page.keyboard.type("99901")
    with page.expect_navigation(timeout=60_000):
        page.keyboard.press("Enter")


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_approve_download_change_and_it_is_gone(signed_in: Open, desk: Desk, ref: str, scripts: bool) -> None:
    page = signed_in(java_script_enabled=scripts)
    page.goto(f"/d/{ref}")
    page.click("text=Approval and clean copies")
    sign(page)
    assert heading(page) == "Approved papers"
    docx, pdf = clean(page, "letter.docx"), clean(page, "letter.pdf")
    assert reading.difference(docx, pdf) is None
    assert "Ana was a cook under state law." in reading.words_of_docx(docx)
    page.goto(f"/d/{ref}/{kept.question(desk, 'job').number}?b=v")
    page.fill("#a0", "baker")
    page.click("button[value=save]")
    page.wait_for_url(f"**/d/{ref}/v")
    assert heading(page) == "Approve the papers"
    assert "an answer was changed" in page.locator("main").inner_text()
    assert page.locator("form[action$='/v/f']").count() == 0


def test_a_tab_left_open_hands_no_void_copy_out(signed_in: Open, desk: Desk, ref: str) -> None:
    page = signed_in()
    page.goto(f"/d/{ref}/v")
    sign(page)
    kept.answer(desk, ref, "job", "baker")
    page.click("form[action$='/v/f'] button[value='letter.pdf']")
    page.wait_for_selector("#errors")
    assert "There are no clean copies of these answers" in page.locator("#errors").inner_text()


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    signed_in: Open, desk: Desk, ref: str, width: int
) -> None:
    page = signed_in(bypass_csp=True, viewport={"width": width, "height": 800})
    fresh = f"/d/{kept.begun(desk)}/v"
    kept.answer(desk, ref, "job", Gap("not known"))
    kept.answer(desk, ref, "town", Gap("not safe"))

    def look(state: str) -> None:
        assert faults(page) == [], state
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide = page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        assert not wide or width < 640, f"{state} scrolls sideways at 200 %"
        page.evaluate("document.documentElement.style.fontSize = ''")
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), state

    page.goto(fresh)
    look("what stands in the way")
    page.goto(f"/d/{ref}/v")
    look("gaps")
    page.fill("#a0", "Morgan Tessel")
    page.fill("#a1", "99901")
    page.click("button[value=approve]")
    page.wait_for_selector("#errors")
    look("a gap that is open")
    page.check("input[name=g]")
    page.check("input[name=rest]")
    with page.expect_navigation(timeout=60_000):
        page.click("button[value=approve]")
    assert heading(page) == "Approved papers"
    look("approved")
    kept.answer(desk, ref, "job", "baker")
    page.reload()
    look("void")
