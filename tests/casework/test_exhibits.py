"""Bringing the files of exhibits: one journal line each, nothing kept on refusal, approvals end."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from app.casework import approved, approving, clean_copies, drafting, efiling, exhibits, papers, uploads
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.papers import Desired, Papers
from app.core.answers import EMPTY
from app.core.office import EMPTY as NO_OFFICE
from app.documents.box import Busy, Job
from app.documents.efiling import Filed
from app.documents.errors import DocumentError
from app.documents.exhibits import words
from app.documents.exhibits.file import File
from app.documents.exhibits.refusals import NotAdmitted
from app.documents.findings import Finding
from app.store import journal
from app.store.errors import NotFound
from app.store.who import Who
from tests.casework import with_exhibits
from tests.casework.with_exhibits import CLOSED, PUBLIC, attach
from tests.documents.exhibits import foreign, small

ROOT = Path(__file__).resolve().parents[2]
OFFICIAL = """title: Petition (AA-TEST)
for: court
revision: "(09-25)"
cites: [RSMo 455.073]
fields:
  - {name: Who, at: 'page 1, 72 700 300 716', value: client_name.full}
"""


@pytest.fixture(scope="module")
def exhibit_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return with_exhibits.lay_out(tmp_path_factory.mktemp("exhibits") / "root")


@pytest.fixture
def desk(desk: Desk, exhibit_root: Path) -> Desk:
    return Desk(desk.store, exhibit_root, desk.data, desk.clock)


@pytest.fixture
def ref(desk: Desk) -> str:
    return with_exhibits.drafted(desk)


def lines(desk: Desk, ref: str) -> list[str]:
    with desk.store.reading() as t:
        return [line.act for line in journal.lines(t, ref)]


def files(desk: Desk, who: Who, ref: str) -> list[str | None]:
    return [row.file and row.file.name for row in exhibits.look(desk, who, ref).rows]


def test_a_file_is_kept_with_its_exhibit_and_stands_in_the_packet(desk: Desk, who: Who, ref: str) -> None:
    before = lines(desk, ref)
    attach(desk, ref, foreign.pdf("Born in Ozark"))
    assert files(desk, who, ref) == ["birth.pdf", None]
    assert lines(desk, ref)[len(before) :] == ["exhibit.attach"]
    made = papers.download(desk, who, ref, Desired("filed_exhibit_a", "pdf"))
    assert "Born in Ozark" in words.pages(made.data)[1]


def test_a_refused_file_leaves_nothing_and_no_line(desk: Desk, who: Who, ref: str) -> None:
    attach(desk, ref, foreign.pdf())
    before, revision = lines(desk, ref), drafting.open_draft(desk, who, ref).revision
    with pytest.raises(NotAdmitted, match="comments, marks or fields"):
        attach(desk, ref, foreign.pdf(change=foreign.field), name="other.pdf")
    assert files(desk, who, ref) == ["birth.pdf", None]
    assert (lines(desk, ref), drafting.open_draft(desk, who, ref).revision) == (before, revision)


def test_a_file_for_no_exhibit_is_refused_unread(desk: Desk, ref: str) -> None:
    with pytest.raises(NotFound):
        attach(desk, ref, b"not even looked at", item="9exhibits")


def test_another_person_neither_sees_nor_brings_anything(desk: Desk, who: Who, ref: str) -> None:
    stranger = Who("x" * 20, who.role, "Robin Castellan")
    for act in (
        lambda: exhibits.look(desk, stranger, ref),
        lambda: exhibits.attach(desk, stranger, ref, PUBLIC, "x", foreign.pdf(), Stamp()),
        lambda: exhibits.remove(desk, stranger, ref, PUBLIC, Stamp()),
    ):
        with pytest.raises(NotFound):
            act()


def test_the_same_request_sent_twice_does_it_once(desk: Desk, who: Who, ref: str) -> None:
    stamp = Stamp(key="k", content="c")
    for _ in range(2):
        exhibits.attach(desk, who, ref, PUBLIC, "birth.pdf", foreign.pdf(), stamp)
    assert lines(desk, ref).count("exhibit.attach") == 1


@pytest.mark.parametrize("act", ["attach", "remove"])
def test_a_file_brought_or_taken_away_ends_the_approval(desk: Desk, who: Who, ref: str, act: str) -> None:
    attach(desk, ref, foreign.pdf())
    attach(desk, ref, foreign.pdf(), CLOSED)
    approving.approve(desk, who, ref, "Morgan Tessel", "99901", set(), Stamp())
    clean = clean_copies.download(desk, who, ref, Desired("filed_exhibit_a", "pdf"))
    assert "DRAFT" not in words.pages(clean.data)[0]
    if act == "attach":
        attach(desk, ref, foreign.pdf("Another"), CLOSED)
    else:
        exhibits.remove(desk, who, ref, PUBLIC, Stamp())
    assert approved.look(desk, who, ref).standing is None
    with pytest.raises(clean_copies.Lapsed):
        clean_copies.download(desk, who, ref, Desired("filed_exhibit_a", "pdf"))


def test_more_than_fits_together_is_refused(
    desk: Desk, who: Who, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(desk, ref, foreign.pdf())
    monkeypatch.setattr(exhibits, "MOST_TOGETHER", 1000)
    with pytest.raises(NotAdmitted, match="With this file the exhibits have more than"):
        attach(desk, ref, foreign.pdf(), CLOSED)
    assert files(desk, who, ref) == ["birth.pdf", None]


def test_an_official_form_added_later_is_not_planned_for_a_draft_of_an_older_edition(
    desk: Desk, who: Who, ref: str, tmp_path: Path
) -> None:
    root = Path(shutil.copytree(desk.root, tmp_path / "later"))
    later = Desk(desk.store, root, desk.data, desk.clock)
    official = root / "templates/pdf" / small.NAME / "paper.yaml"
    official.parent.mkdir(parents=True)
    official.write_text(OFFICIAL, encoding="utf-8")
    new = with_exhibits.drafted(later)
    assert "official_paper" not in names(papers.planned(later, who, ref))
    assert "official_paper" in names(papers.planned(later, who, new))
    made = papers.packet(later, who, ref)
    assert names(papers.planned(later, who, ref)) == {each.document for each in made.plan.papers}


def names(found: Papers) -> set[str]:
    return {each.document for each in (*found.plan.papers, *found.plan.held)}


def test_a_paper_that_cannot_be_looked_at_is_told_and_not_tried_again(
    desk: Desk, who: Who, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []

    def failing(*_: object) -> tuple[Finding, ...]:
        tried.append(1)
        raise refusals[0]

    monkeypatch.setattr(papers.box, "run", failing)
    refusals = [Busy("Later.")]
    assert papers.kept_back(desk, who, ref).failed == "Later."
    refusals = [DocumentError("The twin is not there.")]
    told = [papers.kept_back(desk, who, ref).failed for _ in range(3)]
    assert told == ["The twin is not there."] * 3
    assert len(tried) == 2


def test_whatever_goes_wrong_while_a_file_is_read_is_told_beside_the_file(
    desk: Desk, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def failing(*_: object) -> File:
        raise DocumentError("This could not be made (SystemError); show the template to whoever made it.")

    monkeypatch.setattr(uploads.box, "run", failing)
    with pytest.raises(NotAdmitted, match="This file cannot be read"):
        attach(desk, ref, foreign.pdf())


def test_the_files_of_exhibits_do_not_travel_with_the_filing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Job] = []

    def run(job: Job, *_: object) -> tuple[Filed, ...]:
        sent.append(job)
        return ()

    monkeypatch.setattr(efiling.box, "run", run)
    file = File("1", "birth.pdf", b"%PDF", 1)
    efiling.of_review(Job(ROOT, "mo/wage_claim", EMPTY, NO_OFFICE, date(2026, 3, 2), files=(file,)), [])
    assert [job.files for job in sent] == [()]
