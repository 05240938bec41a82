"""The papers of the product's own form: previews beside the answers, downloads with neutral names."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from app.casework import papers, people
from app.casework.desk import Desk
from app.documents import reading
from app.web import headers
from tests.web.office import ROOT, Browser, place, ref_of, seed
from tests.web.pages import Page, check_headers

FORM = "mo/wage_claim"


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def ref(desk: Desk) -> str:
    return seed(desk, FORM)


def download(owner: Browser, ref: str, **wanted: str) -> tuple[str, bytes]:
    """The name and the bytes of a download."""
    page = owner.get(f"/d/{ref}/p")
    token = page.all("//main//form//input[@name='csrf']/@value")[0]
    answer = owner.client.post(f"/d/{ref}/p", data={"csrf": token, **wanted})
    assert answer.status_code == 200, answer.text
    assert answer.headers["Content-Security-Policy"] == headers.DOWNLOAD_SECURITY
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    name = re.fullmatch(r'attachment; filename="?([^";]+)"?', answer.headers["Content-Disposition"])
    assert name is not None, answer.headers["Content-Disposition"]
    return name[1], answer.data


def test_the_page_lists_the_papers_by_whom_they_are_for(owner: Browser, ref: str) -> None:
    page = owner.get(f"/d/{ref}/p")
    assert "Demand letter" in page.words
    assert "For the other side" in page.words
    assert "Attorney memo" in page.words


def test_a_paper_comes_in_word_and_pdf_with_the_same_words(owner: Browser, ref: str) -> None:
    name, docx = download(owner, ref, file="demand_letter.docx")
    other, pdf = download(owner, ref, file="demand_letter.pdf")
    assert reading.difference(docx, pdf) is None
    assert "Riverbend" in reading.words_of_docx(docx)
    assert re.fullmatch(r"Paper \d\d\.docx", name)
    assert re.fullmatch(r"Paper \d\d\.pdf", other)


def test_the_packet_and_each_audience_come_as_archives_with_names_that_say_nothing(
    owner: Browser, ref: str
) -> None:
    name, data = download(owner, ref)
    assert name == "Papers.zip"
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert all(re.fullmatch(r"[1-4]-[a-z-]+/Paper \d\d\.(docx|pdf)", each) for each in names)
    assert {each.split("/")[0] for each in names} == {"2-other-side", "3-client", "4-office-only"}
    _, data = download(owner, ref, folder="3-client")
    assert {each.split("/")[0] for each in zipfile.ZipFile(io.BytesIO(data)).namelist()} == {"3-client"}
    _, data = download(owner, ref, names="plain")
    plain = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert "manifest.json" in plain
    assert any("Demand letter" in each for each in plain)


def test_an_unfinished_draft_has_previews_but_no_downloads(owner: Browser, desk: Desk) -> None:
    ref = ref_of(owner.start(FORM))
    page = owner.get(f"/d/{ref}/p")
    assert "still open" in page.words
    assert not page.all("//button[@name='file']")
    assert "to be confirmed" in owner.get(f"/d/{ref}/p/1").words
    token = owner.get("/").fields()["csrf"]
    answer = owner.client.post(f"/d/{ref}/p", data={"csrf": token, "file": "demand_letter.pdf"})
    assert answer.status_code == 409
    check_headers(answer)


def test_every_value_in_a_preview_leads_to_its_question(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(f"/d/{ref}/p/1")
    link = next(
        each for each in page.all("//a[@class='dw-value']") if "Riverbend Kitchen" in each.text_content()
    )
    question = owner.get(link.get("href"))
    assert question.address.split("?")[0] == place(desk, page, "employer_name")
    after = owner.send(question, {"a0": "Meadow Kitchen, Inc."})
    assert after.heading == "Demand letter"
    assert "Meadow Kitchen, Inc." in after.words


def test_a_raised_gate_holds_back_what_goes_to_the_other_side(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(place(desk, owner.get(f"/d/{ref}"), "employer_represented"))
    owner.send(page, {"a0": "yes"})
    held = owner.get(f"/d/{ref}/p")
    assert "Held back" in held.words
    assert "demand_letter.docx" not in held.text


def test_what_withholds_a_paper_is_said_once_with_the_way_to_its_answer(
    owner: Browser, desk: Desk, ref: str
) -> None:
    page = owner.get(f"/d/{ref}")
    phone = owner.get(place(desk, page, "safe_phone")).one("//input[@name='a0']").get("value")
    assert phone
    employer = place(desk, page, "employer_name")
    owner.send(owner.get(employer), {"a0": f"The diner, call {phone}"})
    token = owner.get("/").fields()["csrf"]
    answer = owner.client.post(f"/d/{ref}/p", data={"csrf": token, "file": "demand_letter.docx"})
    found = Page(answer, f"/d/{ref}/p")
    said = found.one("//div[@role='alert']/p[1]").text_content()
    sentences = re.split(r"(?<=\.) ", said)
    assert len(sentences) == len(set(sentences)), said
    assert found.all("//div[@role='alert']//a"), said


@pytest.mark.parametrize("page", ["p", "r", "p/1"])
def test_a_paper_its_words_keep_back_is_told_before_anybody_downloads_it(
    owner: Browser, desk: Desk, ref: str, page: str
) -> None:
    assert "handed to nobody" not in owner.get(f"/d/{ref}/{page}").words
    safe = place(desk, owner.get(f"/d/{ref}"), "safe_phone")
    phone = owner.get(safe).one("//input[@name='a0']").get("value")
    employer = place(desk, owner.get(f"/d/{ref}"), "employer_name")
    owner.send(owner.get(employer), {"a0": f"The diner, call {phone}"})
    told = owner.get(f"/d/{ref}/{page}")
    assert "handed to nobody" in told.words
    links = [each.get("href").split("?")[0] for each in told.all("//*[contains(@class, 'must-fix')]//a")]
    assert employer in links
    assert safe not in links
    if page == "p":
        assert "demand_letter.docx" not in told.text
        assert "Not among them, because" in told.words


@pytest.mark.parametrize(
    "wanted", [{"file": "nothing.pdf"}, {"file": "demand_letter.exe"}, {"folder": "../.."}]
)
def test_a_paper_there_is_not_is_a_sentence(owner: Browser, ref: str, wanted: dict[str, str]) -> None:
    token = owner.get("/").fields()["csrf"]
    answer = owner.client.post(f"/d/{ref}/p", data={"csrf": token, **wanted})
    assert answer.status_code in (404, 409)
    check_headers(answer)


def test_a_draft_renders_from_the_edition_it_was_begun_with(desk: Desk, ref: str) -> None:
    """Its questions and templates come from the store, whatever becomes of the checkout."""
    gone = Desk(desk.store, Path("/nonexistent"), desk.data, desk.clock)
    made = papers.download(gone, people.owner(desk).who, ref, papers.Desired("demand_letter", "pdf"))
    assert "Riverbend" in reading.words_of_pdf(made.data)
