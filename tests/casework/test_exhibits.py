"""Bringing the files of exhibits: one journal line each, nothing kept on refusal, approvals end."""

from pathlib import Path

import pytest

from app.casework import approved, approving, clean_copies, drafting, exhibits, papers
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.papers import Desired
from app.documents.exhibits import words
from app.documents.exhibits.refusals import NotAdmitted
from app.store import journal
from app.store.errors import NotFound
from app.store.who import Who
from tests.casework import with_exhibits
from tests.casework.with_exhibits import CLOSED, PUBLIC, attach
from tests.documents.exhibits import foreign


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
