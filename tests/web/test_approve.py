"""The page on which an attorney approves: what stands in the way, the approval, the clean copies, its end."""

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from werkzeug.test import TestResponse

from app.casework import drafting, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from app.core.values import Gap
from app.documents import reading
from app.store import journal
from app.web import headers
from tests.web.approvable import FORM, approvable
from tests.web.office import ROOT, Browser, form_of, place, ref_of
from tests.web.pages import Page, check_headers

GOOD = {"a0": "Morgan Tessel", "a1": "99901"}


@pytest.fixture
def root() -> Path:
    return ROOT


@pytest.fixture
def ref(desk: Desk) -> str:
    return approvable(desk)


def number(desk: Desk, name: str) -> int:
    question = form_of(desk, FORM).question(name)
    assert question is not None
    return question.number


def answer(desk: Desk, ref: str, name: str, said: Any) -> None:
    """Answer a question at another screen."""
    drafting.answer(desk, people.owner(desk).who, ref, Spot(number(desk, name)), said, Stamp())


def approve(owner: Browser, ref: str, status: int = 200, **more: Any) -> Page:
    return owner.send(owner.get(f"/d/{ref}/v"), {**GOOD, **more}, do="approve", status=status)


def download(owner: Browser, ref: str, **wanted: str) -> TestResponse:
    """What a press on one of the page's buttons brings."""
    token = owner.get("/").fields()["csrf"]
    return owner.client.post(f"/d/{ref}/v/f", data={"csrf": token, **wanted})


def names_in(response: TestResponse) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(response.data)).namelist()


def test_a_fresh_draft_shows_what_stands_in_the_way_with_links(owner: Browser, desk: Desk) -> None:
    page = owner.get(f"/d/{ref_of(owner.start(FORM))}/v")
    assert "questions are still open" in page.words
    assert "must be fixed" not in page.words, "a flag may go when its question is answered"
    assert not page.all("//main//form")
    link = page.all("//section[@aria-labelledby='way']//a/@href")[0]
    assert link.endswith("?b=v")
    assert owner.get(link).heading


def test_an_undecided_choice_stands_in_the_way(owner: Browser, desk: Desk, ref: str) -> None:
    answer(desk, ref, "send_evidence_list", Gap("undecided"))
    page = owner.get(f"/d/{ref}/v")
    assert "The attorney has not decided this yet" in page.words
    assert not page.all("//main//form")


def test_a_flag_that_must_be_fixed_stands_in_the_way(owner: Browser, desk: Desk, ref: str) -> None:
    answer(desk, ref, "employer_name", Gap("not known"))
    page = owner.get(f"/d/{ref}/v")
    assert "The employer's legal name is not known." in page.words
    assert not page.all("//main//form")


def test_approval_takes_a_name_and_a_bar_number(owner: Browser, ref: str) -> None:
    page = approve(owner, ref, 422, a0=" ", a1="none")
    assert page.all("//*[@id='errors']//a/@href") == ["#a0", "#a1"]
    assert page.one("//input[@id='a1']").get("value") == "none"


def test_clean_copies_come_one_by_one_by_folder_and_all_at_once(owner: Browser, ref: str) -> None:
    page = approve(owner, ref)
    assert "Approved by Morgan Tessel, bar number 99901, on December 1, 2026" in page.words
    docx = download(owner, ref, file="demand_letter.docx")
    assert docx.headers["Content-Security-Policy"] == headers.DOWNLOAD_SECURITY
    assert docx.headers["Cache-Control"] == "no-store"
    assert re.search(r'filename="?Clean 01\.docx', docx.headers["Content-Disposition"])
    pdf = download(owner, ref, file="demand_letter.pdf")
    assert reading.difference(docx.data, pdf.data) is None
    assert {each.split("/")[0] for each in names_in(download(owner, ref, folder="3-client"))} == {"3-client"}
    neutral = names_in(download(owner, ref))
    assert all(re.fullmatch(r"[1-4]-[a-z-]+/Clean \d\d\.(docx|pdf)", each) for each in neutral)
    assert download(owner, ref, file="all_papers_2.pdf").data.startswith(b"%PDF")
    plain = names_in(download(owner, ref, names="plain"))
    assert any("Demand letter" in each for each in plain)
    assert not any("memo" in each.casefold() or "afety" in each or "manifest" in each for each in plain)


def test_the_journal_has_each_file_and_each_download(owner: Browser, desk: Desk, ref: str) -> None:
    approve(owner, ref)
    download(owner, ref, file="demand_letter.pdf")
    download(owner, ref, folder="3-client")
    download(owner, ref)
    with desk.store.reading() as t:
        lines = journal.lines(t, ref)
    copies = [line.result for line in lines if line.act == "approve.copy"]
    assert all(re.fullmatch(r"(paper-\d\d|folder-\d)\.(docx|pdf):[0-9a-f]{64}", each) for each in copies)
    assert len(copies) == len(set(copies)) == len(names_in(download(owner, ref)))
    assert [line.act for line in lines].count("draft.approve") == 1
    handed = [line.result for line in lines if line.act == "clean.download"]
    assert handed == ["paper-01.pdf", "3-client", "all"]


def test_a_gap_is_answered_or_ruled(owner: Browser, desk: Desk, ref: str) -> None:
    answer(desk, ref, "job_title", Gap("not known"))
    answer(desk, ref, "work_county", Gap("not known"))
    page = approve(owner, ref, 422)
    assert page.all("//*[@id='errors']//a/@href") == ["#gaps"]
    page = approve(owner, ref, 422, g=["the job"])
    assert page.one("//input[@name='g']").get("checked") is not None
    page = approve(owner, ref, g=["the job"], rest="yes")
    assert "the job" in page.words
    assert "to be confirmed" not in reading.words_of_docx(
        download(owner, ref, file="demand_letter.docx").data
    )


def test_an_answer_that_changes_voids_the_copies(owner: Browser, desk: Desk, ref: str) -> None:
    approve(owner, ref)
    question = owner.get(place(desk, owner.get(f"/d/{ref}"), "job_title"))
    owner.send(question, {"a0": "cook"})
    page = owner.get(f"/d/{ref}/v")
    assert page.heading == "Approve the papers"
    assert "Void since December 1, 2026" in page.words
    assert "Morgan Tessel, bar number 99901, approved the papers" in page.words
    gone = download(owner, ref, file="demand_letter.pdf")
    assert gone.status_code == 409
    check_headers(gone)
    assert "There are no clean copies of these answers" in gone.text
    assert "cook" in reading.words_of_docx(
        (approve(owner, ref), download(owner, ref, file="demand_letter.docx"))[1].data
    )


def test_a_page_from_before_a_change_approves_nothing(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(f"/d/{ref}/v")
    answer(desk, ref, "job_title", "cook")
    stale = owner.send(page, GOOD, do="approve", status=422)
    assert stale.errors == [
        "Something was changed after you opened this page. Read the papers again before you approve them."
    ]
    assert owner.send(stale, GOOD, do="approve").heading == "Approved papers"


def test_of_two_tabs_the_second_is_told_that_it_is_approved(owner: Browser, ref: str) -> None:
    first, second = owner.get(f"/d/{ref}/v"), owner.get(f"/d/{ref}/v")
    owner.send(first, GOOD, do="approve")
    page = owner.send(second, GOOD, do="approve", status=422)
    assert page.errors == ["These papers are approved already."]
    assert page.heading == "Approved papers"


def test_the_same_form_sent_twice_approves_once(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(f"/d/{ref}/v")
    for _ in range(2):
        assert owner.send(page, GOOD, do="approve").heading == "Approved papers"
    with desk.store.reading() as t:
        assert [line.act for line in journal.lines(t, ref)].count("draft.approve") == 1


def test_an_approval_is_taken_back(owner: Browser, ref: str) -> None:
    page = approve(owner, ref)
    form = page.one("//form[.//button[@value='withdraw']]")
    after = owner.send(page, do="withdraw", form=form)
    assert "the approval was taken back" in after.words
    assert download(owner, ref).status_code == 409


def test_what_is_held_back_is_named_and_not_approved(owner: Browser, desk: Desk, ref: str) -> None:
    answer(desk, ref, "employer_represented", "yes")
    page = owner.get(f"/d/{ref}/v")
    while not page.all("//form[@id='approve']"):
        link = page.all("//section[@aria-labelledby='way']//a/@href")[0]
        owner.send(owner.get(link), do="not-known")
        page = owner.get(f"/d/{ref}/v")
    assert "Held back, and so not approved Demand letter" in page.words
    rest = "yes" if page.all("//input[@name='rest']") else ""
    owner.send(page, {**GOOD, "rest": rest, "g": page.all("//input[@name='g']/@value")}, do="approve")
    assert {each.split("/")[0] for each in names_in(download(owner, ref))} == {"3-client", "4-office-only"}


def test_a_withheld_paper_says_which_answer_to_change(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(f"/d/{ref}")
    phone = owner.get(place(desk, page, "safe_phone")).one("//input[@name='a0']").get("value")
    answer(desk, ref, "employer_name", f"The diner, call {phone}")
    page = approve(owner, ref, 409)
    assert "withheld" in page.errors[0]
    assert page.all("//main//a[contains(., 'Change the answer')]")


@pytest.mark.parametrize("wanted", [{"file": "nothing.pdf"}, {"file": "demand_letter.exe"}, {"folder": ".."}])
def test_a_copy_there_is_not_is_a_sentence(owner: Browser, ref: str, wanted: dict[str, str]) -> None:
    approve(owner, ref)
    answered = download(owner, ref, **wanted)
    assert answered.status_code == 404
    check_headers(answered)


def test_overview_review_and_papers_lead_to_the_approval(owner: Browser, desk: Desk, ref: str) -> None:
    for address in ("", "/r", "/p"):
        assert owner.get(f"/d/{ref}{address}").all(f"//main//a[@href='/d/{ref}/v']")
    assert "Not approved yet" in owner.get(f"/d/{ref}").words
    approve(owner, ref)
    assert "An attorney has approved these papers" in owner.get(f"/d/{ref}/p").words
    answer(desk, ref, "job_title", "cook")
    assert "Void: something changed after the approval" in owner.get(f"/d/{ref}").words
