"""The page of the exhibits: bringing a file, what it says of it, and clear sentences when it is refused."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from flask import Request
from werkzeug.datastructures import FileStorage
from werkzeug.test import encode_multipart

from app.casework import exhibits, papers, people
from app.casework.desk import Desk
from app.documents.exhibits import words
from app.web import limits
from app.web.application import InMemory
from tests.casework import with_exhibits
from tests.casework.with_exhibits import CLOSED, PUBLIC
from tests.documents.exhibits import foreign
from tests.web.office import Browser
from tests.web.pages import Page


@pytest.fixture(scope="module")
def exhibit_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_exhibits.lay_out(tmp_path_factory.mktemp("exhibits") / "root")


@pytest.fixture
def root(exhibit_root: Path) -> Path:
    return exhibit_root


@pytest.fixture
def ref(desk: Desk) -> str:
    return with_exhibits.drafted(desk)


def bring(
    there: Browser, ref: str, data: bytes, name: str = "birth.pdf", status: int = 200, item: str = PUBLIC
) -> Page:
    """Send a file for an exhibit, the first one unless another is named."""
    page = there.get(f"/d/{ref}/e")
    (form, *_) = page.all(f"//form[@action='/d/{ref}/e/{item}']")
    return there.send(page, {"file": (io.BytesIO(data), name)}, do="attach", status=status, form=form)


def large(there: Browser, ref: str, data: bytes) -> tuple[int, str]:
    """The same in one piece, without the files on disk that the test client itself would use."""
    file = FileStorage(io.BytesIO(data), "large.png")
    boundary, body = encode_multipart({**there.get(f"/d/{ref}/e").fields(), "file": file})
    kind = f'multipart/form-data; boundary="{boundary}"'
    answer = there.client.post(f"/d/{ref}/e/{PUBLIC}", data=body, content_type=kind)
    return answer.status_code, answer.text


def kept(desk: Desk, ref: str) -> list[str]:
    found = exhibits.look(desk, people.owner(desk).who, ref)
    return [row.file.name for row in found.rows if row.file]


def test_a_file_is_brought_and_told_with_pages_size_and_text(owner: Browser, desk: Desk, ref: str) -> None:
    assert "No file yet." in owner.get(f"/d/{ref}/e").words
    page = bring(owner, ref, foreign.pdf())
    assert "birth.pdf: 1 page, " in page.words
    assert "Its text can be searched." in page.words
    assert kept(desk, ref) == ["birth.pdf"]


def test_a_scan_says_that_it_cannot_be_searched(owner: Browser, ref: str) -> None:
    page = bring(owner, ref, foreign.turned_jpeg(), "scan.jpg")
    assert "It has no text that can be searched (Rule 55.02(b))." in page.words


@pytest.mark.parametrize("page", ["r", "p", "v", "e"])
def test_an_exhibit_without_a_file_is_told_wherever_papers_are_judged(
    owner: Browser, ref: str, page: str
) -> None:
    bring(owner, ref, foreign.pdf())
    told = owner.get(f"/d/{ref}/{page}").words
    assert "the exhibit off the list" in told or "this exhibit off the list" in told


def test_a_file_is_taken_away(owner: Browser, desk: Desk, ref: str) -> None:
    page = bring(owner, ref, foreign.pdf())
    (form, *_) = page.all(f"//form[@action='/d/{ref}/e/{PUBLIC}']")
    owner.send(page, do="remove", form=form)
    assert kept(desk, ref) == []


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (foreign.word_file(), "Open it and save it as a PDF"),
        (foreign.pdf(change=foreign.field), "comments, marks or fields to fill in"),
        (b"MZ", "This is not a PDF, JPEG or PNG"),
        (b"", "This file is empty"),
    ],
)
def test_a_refusal_stands_at_its_exhibit_and_keeps_nothing(
    owner: Browser, desk: Desk, ref: str, data: bytes, sentence: str
) -> None:
    page = bring(owner, ref, data, status=422)
    assert sentence in page.errors[0]
    assert kept(desk, ref) == []


def test_no_file_chosen_is_told(owner: Browser, ref: str) -> None:
    assert "Choose a file first." in bring(owner, ref, b"", name="", status=422).errors[0]


def test_a_file_that_is_too_large_is_told_and_not_kept(owner: Browser, desk: Desk, ref: str) -> None:
    status, text = large(owner, ref, b"%PDF-1.7" + bytes(limits.FILE + limits.ANSWER))
    assert status == 413
    assert "This file has more than 10 MB" in text
    assert kept(desk, ref) == []


def test_a_file_of_the_largest_size_is_read(owner: Browser, ref: str) -> None:
    status, text = large(owner, ref, b"%PDF-1.7" + bytes(limits.FILE - 8))
    assert status == 422
    assert "This PDF is damaged" in text


@pytest.mark.parametrize(("in_memory", "status"), [(True, 303), (False, 500)])
def test_a_file_never_lies_on_the_disk_and_the_control_notices_one_that_does(
    owner: Browser, ref: str, monkeypatch: pytest.MonkeyPatch, in_memory: bool, status: int
) -> None:
    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("A file was put on the disk.")

    if not in_memory:
        monkeypatch.setattr(InMemory, "_get_file_stream", Request._get_file_stream)
    for name in ("TemporaryFile", "SpooledTemporaryFile"):
        monkeypatch.setattr(f"tempfile.{name}", forbidden)
        monkeypatch.setattr(f"werkzeug.formparser.{name}", forbidden, raising=False)
    found, _ = large(owner, ref, foreign.picture("PNG", "RGB", (900, 900)) + bytes(2_000_000))
    assert found == status


def test_another_file_in_the_same_form_is_another_request(owner: Browser, desk: Desk, ref: str) -> None:
    page = owner.get(f"/d/{ref}/e")
    (form, *_) = page.all(f"//form[@action='/d/{ref}/e/{PUBLIC}']")
    for name in ("first.pdf", "second.pdf"):
        file = (io.BytesIO(foreign.pdf(name)), name)
        owner.send(page, {"file": file}, do="attach", form=form)
    assert kept(desk, ref) == ["second.pdf"]


def test_the_overview_leads_there_and_the_papers_offer_no_word_file_of_an_exhibit(
    owner: Browser, ref: str
) -> None:
    assert owner.get(f"/d/{ref}").all(f"//a[@href='/d/{ref}/e']")
    bring(owner, ref, foreign.pdf())
    page = owner.get(f"/d/{ref}/p")
    assert "Exhibit A, Birth certificate" in page.words
    offered = [button.get("value") for button in page.all("//button[@name='file']")]
    assert "filed_exhibit_a.pdf" in offered
    assert "filed_exhibit_a.docx" not in offered


def test_the_filing_set_of_approved_papers_is_real_and_ends_with_the_approval(
    owner: Browser, desk: Desk, ref: str
) -> None:
    for item in (PUBLIC, CLOSED):
        bring(owner, ref, foreign.pdf(), item=item)
    page = owner.get(f"/d/{ref}/v")
    page = owner.send(page, {"a0": "Morgan Tessel", "a1": "99901"}, do="approve")
    fields = {**page.fields(), "set": "efile"}
    answer = owner.client.post(f"/d/{ref}/v/f", data=fields)
    assert (answer.status_code, answer.headers["Content-Disposition"]) == (
        200, "attachment; filename=Filing.zip",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(answer.data)) as packed:
        names = packed.namelist()
        told = json.loads(packed.read("efile/manifest.json"))
        first = words.pages(packed.read("efile/01 Petition.pdf"))[0]
    assert names[1:] == [
        "efile/01 Petition.pdf", "efile/02 Index of exhibits.pdf",
        "efile/03 Exhibit A, Birth certificate.pdf", "efile/04 Confidential - Exhibit B.pdf",
    ]  # fmt: skip
    assert (told["rehearsal"], "DRAFT" in first) == (False, False)
    bring(owner, ref, foreign.pdf("Another"))
    assert owner.client.post(f"/d/{ref}/v/f", data=fields).status_code == 409


def test_papers_that_could_not_be_looked_at_are_told_where_papers_are_judged(
    owner: Browser, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(papers, "kept_back", lambda *_: papers.Looked(failed="A template is missing."))
    for page in ("r", "p"):
        told = owner.get(f"/d/{ref}/{page}").words
        assert "The papers could not be looked at A template is missing." in told
        assert "Nothing holds papers back" not in told
