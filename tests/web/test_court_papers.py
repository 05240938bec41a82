"""Court papers on the pages: each element’s with its twin, why a question is asked, the missing list."""

import shutil
from pathlib import Path
from textwrap import dedent

import pytest

from app.casework import office
from app.casework.desk import Desk
from app.documents import reading
from tests.documents.filing import court_form
from tests.web.office import Browser, seed
from tests.web.test_papers import download

FORM = "mo/letters"
FILE = """
form: mo/letters
title: Invented petitions
authority: RSMo 1.010
documents:
  petition:
    {title: Petition, for: court, layout: pleading, twins: redacted, each: lettered.items, cites: RSMo 1.010}
  order: {title: Order, for: court, layout: pleading, filing: confidential, cites: RSMo 1.010}
sections:
  - section: You
    keep: open
    client: {ask: What is your name?, kind: name, why: The court must know who asks.}
    born:
      ask: When were you born?
      help: The day on your papers.
      kind: date
      keep: confidential
      redact: date of birth
      why: The court must tell you from others.
      label: birth date
      example: 1990-03-05
    exhibits:
      ask: Which exhibits?
      kind: list
      one: exhibit
      why: Each gets a petition here.
      example: [{exhibit_title: Rent, exhibit_public: "yes"}, {exhibit_title: Wages, exhibit_public: "yes"}]
      each:
        exhibit_title: {ask: Title?, kind: text}
        exhibit_public: {ask: Public?, kind: yes or no}
facts:
  lettered: {means: Exhibits, calculate: exhibits.letters, from: [exhibits]}
"""
LISTED = dedent(court_form.PROFILE + court_form.LISTED)


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = court_form.lay_out(tmp_path_factory.mktemp("letters") / "root")
    (root / f"questionnaires/{court_form.NAME}.yaml").unlink()
    (root / f"questionnaires/{FORM}.yaml").write_text(FILE, "utf-8")
    court_form.template(
        root, "petition", "pleading", ["{{ client.full }}, {{ born.text }}, {{ this.title }}"]
    )
    court_form.template(root, "order", "pleading", ["{{ client.full }}, {{ born.text }}"])
    for face in ("docx", "html"):
        shutil.move(root / f"templates/{face}/{court_form.NAME}", root / f"templates/{face}/{FORM}")
    return root


@pytest.fixture
def root(forms: Path) -> Path:
    return forms


@pytest.fixture
def ref(desk: Desk) -> str:
    office.path(desk).write_text(LISTED, "utf-8")
    return seed(desk, FORM)


def test_every_paper_is_listed_and_shown(owner: Browser, ref: str) -> None:
    page = owner.get(f"/d/{ref}/p")
    links = page.all("//main//a[contains(@href, '/p/')]")
    assert [link.text for link in links] == [
        "Petition – Rent", "Petition – Rent, unredacted (confidential)",
        "Petition – Wages", "Petition – Wages, unredacted (confidential)",
        "Order (confidential)",
    ]  # fmt: skip
    shown = [owner.get(link.get("href")).words for link in links]
    assert ["[REDACTED: birth date]" in words for words in shown] == [True, False, True, False, False]
    assert ["Wages" in words.split("Petition", 2)[-1] for words in shown[:4]][2:] == [True, True]


def test_each_is_downloaded_by_its_own_name(owner: Browser, ref: str) -> None:
    _, public = download(owner, ref, file="petition_2.docx")
    _, whole = download(owner, ref, file="petition_2_unredacted.docx")
    assert "[REDACTED: birth date]" in reading.words_of_docx(public)
    assert "1990" in reading.words_of_docx(whole)


def test_all_of_them_are_approved(owner: Browser, ref: str) -> None:
    page = owner.get(f"/d/{ref}/v")
    done = owner.send(page, {"a0": "Morgan Tessel", "a1": "99901"}, do="")
    assert "Petition – Wages, unredacted (confidential)" in done.words
    assert "Download as one PDF, confidential" in done.words


def test_without_a_list_the_review_page_says_what_to_do(owner: Browser, desk: Desk, ref: str) -> None:
    office.path(desk).write_text(dedent(court_form.PROFILE), "utf-8")
    words = owner.get(f"/d/{ref}/r").words
    assert "An attorney enters and dates the list in the office profile" in words
    assert owner.get(f"/d/{ref}/p").words.count("Held back") == 2


@pytest.mark.parametrize(
    ("number", "why"),
    [
        (1, "Why we ask: The court must know who asks."),
        (2, "Why we ask: The court must tell you from others."),
        (3, "Why we ask: Each gets a petition here."),
    ],
)
def test_the_page_of_a_question_says_why_it_is_asked(
    owner: Browser, desk: Desk, ref: str, number: int, why: str
) -> None:
    assert why in owner.get(f"/d/{ref}/{number}").words
