"""Bringing the file of an exhibit in a real browser, with the page's script and without one, found by axe."""

from pathlib import Path

import pytest

from app.casework.desk import Desk
from tests.browser.conftest import Open
from tests.browser.test_axe import faults
from tests.casework import with_exhibits
from tests.casework.with_exhibits import PUBLIC
from tests.documents.exhibits import foreign


@pytest.fixture(scope="module")
def exhibit_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_exhibits.lay_out(tmp_path_factory.mktemp("exhibits") / "root")


@pytest.fixture
def root(exhibit_root: Path) -> Path:
    return exhibit_root


@pytest.mark.parametrize("scripts", [True, False])
def test_a_file_is_brought_refused_and_taken_away(
    signed_in: Open, desk: Desk, tmp_path: Path, scripts: bool
) -> None:
    good, bad = tmp_path / "birth.pdf", tmp_path / "letter.docx"
    good.write_bytes(foreign.pdf("Born in Ozark"))
    bad.write_bytes(foreign.word_file())
    ref = with_exhibits.drafted(desk)
    page = signed_in(java_script_enabled=scripts, bypass_csp=True, viewport={"width": 360, "height": 800})
    page.goto(f"/d/{ref}/e")
    own = page.locator(f"form[action$='{PUBLIC}']")
    own.locator("input[type=file]").set_input_files(bad)
    own.get_by_role("button", name="Add this file").click()
    assert page.locator("#errors").get_by_text("Open it and save it as a PDF").is_visible()
    if scripts:
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    own.locator("input[type=file]").set_input_files(good)
    own.get_by_role("button", name="Add this file").click()
    assert page.get_by_text("birth.pdf: 1 page").is_visible()
    if scripts:
        assert faults(page) == []
        page.screenshot(path=str(tmp_path / "exhibits.png"), full_page=True)
    own.get_by_role("button", name="Take the file away").click()
    assert page.get_by_text("birth.pdf").count() == 0
