"""The whole wage questionnaire in a real browser, with scripts and without, to the papers in both formats."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.casework.desk import Desk
from app.documents import reading
from tests.browser.conftest import Open
from tests.browser.walking import Walk


def download(page: Page, paper: str, ending: str) -> bytes:
    """The bytes of a paper, downloaded as a person would."""
    with page.expect_download(timeout=60_000) as waiting:
        page.click(f"button[name=file][value='{paper}.{ending}']")
    assert waiting.value.suggested_filename.startswith("Paper ")
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_the_wage_questionnaire_leads_to_the_same_words_in_word_and_pdf(
    signed_in: Open, desk: Desk, scripts: bool
) -> None:
    page = signed_in(java_script_enabled=scripts)
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    walk = Walk(page, desk, "mo/wage_claim")
    walk.whole()
    assert page.locator("h1").inner_text() == "Check your answers"
    page.goto(walk.path.rsplit("/", 1)[0] + "/p")
    for paper in ("demand_letter", "exhibit_a", "next_steps"):
        docx, pdf = download(page, paper, "docx"), download(page, paper, "pdf")
        assert reading.difference(docx, pdf) is None
        assert len(reading.words_of_docx(docx)) > 300
    assert len(hosts) == 1, "only this server was ever asked"
    assert page.title() == "Notes"
