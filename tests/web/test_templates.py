"""The pages of a changed template: fetched, brought back, looked at, and put in force by somebody else."""

import io
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from app.casework import people, templating
from app.casework.desk import Desk
from app.web import limits
from tests.casework import proposed
from tests.web.office import Browser
from tests.web.pages import Page


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return proposed.begun(tmp_path_factory.mktemp("begun"))


@pytest.fixture
def desk(begun: Path, tmp_path: Path) -> Iterator[Desk]:
    found = proposed.opened(Path(shutil.copytree(begun, tmp_path / "begun")))
    yield found
    found.store.close()


@pytest.fixture
def second(app: Flask, desk: Desk) -> Browser:
    """Another person of the office, signed in."""
    there = Browser(app)
    there.send(there.get(f"/in/{people.sign_in_link(desk, proposed.second(desk).id)}"), do="")
    return there


@pytest.fixture
def address(desk: Desk) -> str:
    return f"/w/{proposed.waiting(desk).id}"


def bring(there: Browser, desk: Desk, data: bytes, status: int = 200, name: str = "letter.docx") -> Page:
    page = there.get(f"/t/{proposed.key(desk)}")
    return there.send(page, {"file": (io.BytesIO(data), name)}, do="bring", status=status)


def act(there: Browser, address: str, do: str, status: int = 200, **typed: str) -> Page:
    """Press a button of the page, whether it shows it or not."""
    fields = there.get(address).fields()
    answer = there.client.post(address, data={**fields, **typed, "do": do})
    assert answer.status_code == (303 if status == 200 else status), answer.text[-800:]
    return there.get(address) if status == 200 else Page(answer, address)


def test_the_way_leads_from_the_list_to_the_paper_and_what_waits_for_it(owner: Browser, desk: Desk) -> None:
    assert owner.get("/f").all("//main//a[@href='/t']")
    page = owner.get("/t")
    assert "A short note Letter A changed file waits" in page.words
    paper = owner.get(page.one("//main//a").get("href"))
    assert "A changed file waits for a second person" in paper.words
    assert paper.all(f"//a[@href='/w/{proposed.waiting(desk).id}']")


def test_the_file_in_force_is_downloaded_under_the_name_of_its_document(owner: Browser, desk: Desk) -> None:
    answer = owner.client.get(f"/t/{proposed.key(desk)}/f")
    assert answer.data == proposed.in_force(desk)
    assert answer.headers["Content-Disposition"] == "attachment; filename=letter.docx"


@pytest.mark.parametrize("key", ["x" * 24, "..", "..%2Fquestionnaires", "mo%2Fnote%2Fletter", "letter.docx"])
def test_no_address_leads_to_a_file_that_is_no_template_of_a_form(owner: Browser, key: str) -> None:
    for rest in ("", "/f"):
        assert owner.client.get(f"/t/{key}{rest}").status_code == 404


@pytest.mark.parametrize(("which", "file"), [("new", "docx"), ("former", "former"), ("../../etc", "")])
def test_the_files_of_a_proposal_are_downloaded_and_no_other(
    owner: Browser, desk: Desk, address: str, which: str, file: str
) -> None:
    answer = owner.client.get(f"{address}/{which}")
    if not file:
        assert answer.status_code == 404
        return
    who, id = people.owner(desk).who, proposed.waiting(desk).id
    assert answer.data == templating.content(desk, who, id, "former" if file == "former" else "docx")


def test_the_page_says_what_goes_and_what_comes_in_signs_as_well_as_in_colour(
    second: Browser, address: str
) -> None:
    page = second.get(address)
    assert [each.text_content() for each in page.all("//del")] == ["−taken out: by Friday.; "]
    assert [each.text_content() for each in page.all("//ins")] == ["+put in: within ten days.; "]
    assert "No mistake was found" in page.words
    assert "2 situations: baker, cook" in page.words


def test_whoever_brought_it_is_offered_no_approval_and_given_none(
    owner: Browser, desk: Desk, address: str
) -> None:
    assert not owner.get(address).all("//button[@value='approve']")
    page = act(owner, address, "approve", 422, a0="Morgan Tessel", a1="99901")
    assert "a template needs two people" in page.errors[0]
    assert proposed.waiting(desk).state == "open"


def test_a_second_person_puts_it_in_force_with_an_attorneys_name(
    second: Browser, desk: Desk, address: str
) -> None:
    page = act(second, address, "approve", 422, a0="", a1="12")
    assert len(page.errors) == 2
    page = act(second, address, "approve", a0="Morgan Tessel", a1="99901")
    assert "Approved by Morgan Tessel, bar number 99901, signed in as Robin Castellan." in page.words
    assert b"within ten days" in (desk.root / "templates/html/mo/note/letter.html").read_bytes()


def test_a_form_that_changed_meanwhile_is_told_and_the_file_is_not_approved(
    second: Browser, desk: Desk, address: str
) -> None:
    file = desk.root / "questionnaires/mo/note.yaml"
    file.write_text(file.read_text("utf-8").replace("What was the job?", "What is the job?"), "utf-8")
    page = second.get(address)
    assert page.all("//button[@value='check']")
    assert not page.all("//button[@value='approve']")
    refused = act(second, address, "approve", 422, a0="Morgan Tessel", a1="99901")
    assert "Check it again" in refused.errors[0]


def test_it_is_refused_or_taken_back_with_what_is_wrong_told_at_the_box(
    owner: Browser, second: Browser, desk: Desk, address: str
) -> None:
    page = act(second, address, "refuse", 422, a2="No")
    assert page.one("//*[@id='a2-error']") is not None
    assert "Taken back" in act(owner, address, "withdraw").words
    assert "What was brought before" in owner.get(f"/t/{proposed.key(desk)}").words


def test_a_file_with_mistakes_is_kept_in_place_of_the_other_and_offers_no_approval(
    owner: Browser, second: Browser, desk: Desk
) -> None:
    faulty = proposed.changed(proposed.in_force(desk), "{{ job }}", "{{ shelter }}")
    page = bring(owner, desk, faulty)
    assert "`shelter` is confidential, so it may not stand in a paper for other side" in page.words
    assert "shelter: confidential" in page.words
    assert owner.client.get(f"{page.address}/marked").status_code == 200
    assert not second.get(page.address).all("//button[@value='approve']")
    refused = act(second, page.address, "approve", 422, a0="Morgan Tessel", a1="99901")
    assert "has mistakes, so it cannot be approved" in refused.errors[0]


@pytest.mark.parametrize(
    ("data", "name", "sentence"), [(b"MZ", "a.docx", "not a Word file"), (b"", "", "Choose")]
)
def test_a_refusal_stands_at_the_box_and_keeps_nothing(
    owner: Browser, desk: Desk, data: bytes, name: str, sentence: str
) -> None:
    before = proposed.waiting(desk)
    page = bring(owner, desk, data, 422, name)
    assert sentence in page.errors[0]
    assert page.one("//*[@id='file-error']") is not None
    assert proposed.waiting(desk) == before


def test_a_file_that_is_too_large_is_told_and_not_read(owner: Browser, desk: Desk) -> None:
    page = owner.get(f"/t/{proposed.key(desk)}")
    file = FileStorage(io.BytesIO(bytes(limits.FILE + limits.ANSWER + 1)), "letter.docx")
    # In one piece: the test client would put it on the disk.
    boundary, body = encode_multipart({**page.fields(), "file": file})
    kind = f'multipart/form-data; boundary="{boundary}"'
    answer = owner.client.post(page.address, data=body, content_type=kind)
    assert answer.status_code == 413
    assert "This file has more than 10 MB" in answer.text
