"""An approval makes clean copies of just these answers, and any change of them takes the copies away."""

from pathlib import Path

import pytest

from app.casework import approved, approving, clean_copies, drafting, people
from app.casework.acts import Stamp
from app.casework.clean_copies import Lapsed
from app.casework.desk import Desk
from app.casework.papers import Desired
from app.core.kinds import Refused
from app.core.values import Gap
from app.documents import reading
from app.documents.clean import MustFix
from app.documents.errors import DocumentError, OpenGap
from app.documents.refusals import Unfinished
from app.store import approvals, journal, tables
from app.store.errors import NotFound
from app.store.who import Who
from tests.casework import kept
from tests.casework.changing_acts import CHANGES, ENDS, KEEPS, OTHERWISE, PREPARED, acts

ALL = Desired()
LETTER = Desired("letter", "docx")


@pytest.fixture(scope="session")
def kept_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kept.lay_out(tmp_path_factory.mktemp("kept"))


@pytest.fixture
def desk(desk: Desk, kept_root: Path) -> Desk:
    return Desk(desk.store, kept_root, desk.data, desk.clock)


@pytest.fixture
def ref(desk: Desk) -> str:
    return kept.approvable(desk)


def approve(desk: Desk, who: Who, ref: str, *ruled: str, stamp: Stamp | None = None) -> None:
    approving.approve(desk, who, ref, "Morgan Tessel", "99901", set(ruled), stamp or Stamp())


def listed(desk: Desk) -> None:
    """Put two attorneys into the office's profile."""
    names = {"Morgan A. Tessel": 99901, "Devon R. Quill": 99902}
    lines = [f"  - {{name: {name}, bar number: '{number}'}}" for name, number in names.items()]
    profile = desk.data / "office.yaml"
    before = profile.read_text("utf-8").splitlines() if profile.exists() else []
    profile.write_text("\n".join([*before, "attorneys:", *lines, ""]), "utf-8")


def letter(desk: Desk, who: Who, ref: str) -> str:
    """The words of the clean letter; raises Lapsed."""
    return reading.words_of_docx(clean_copies.download(desk, who, ref, LETTER).data)


def kept_files(desk: Desk) -> int:
    with desk.store.reading() as t:
        return len(t.connection.execute(tables.clean_file.select()).all())


def test_a_clean_copy_says_what_was_answered_and_bears_no_mark(desk: Desk, who: Who, ref: str) -> None:
    approve(desk, who, ref)
    assert "Ana was a cook under state law." in letter(desk, who, ref)
    assert b"DRAFT" not in clean_copies.download(desk, who, ref, LETTER).data
    found = approved.look(desk, who, ref).standing
    assert found is not None
    assert (found.name, found.bar_number, found.by) == ("Morgan Tessel", "99901", people.OWNER)
    assert {copy.document for copy in found.copies} == {"letter", "steps"}


def test_every_act_that_changes_a_draft_is_tried_here() -> None:
    assert acts() == CHANGES.keys() | KEEPS.keys() | ENDS.keys() | OTHERWISE


@pytest.mark.parametrize("act", CHANGES)
def test_whatever_changes_a_draft_voids_its_copies_in_the_same_transaction(
    desk: Desk, who: Who, ref: str, act: str
) -> None:
    for prepare in PREPARED.get(act, ()):
        prepare(desk, ref)
    approve(desk, who, ref)
    assert kept_files(desk) > 0
    CHANGES[act](desk, ref)
    # Read before anybody asks for a copy: it was the change itself that deleted them.
    assert kept_files(desk) == 0
    with desk.store.reading() as t:
        given = approvals.latest(t, who, ref)
        assert [line.act for line in journal.lines(t, ref)].count("approval.void") == 1
    assert given is not None
    assert given.ended_at is not None
    with pytest.raises(Lapsed):
        clean_copies.download(desk, who, ref, ALL)


@pytest.mark.parametrize("act", KEEPS)
def test_what_changes_no_paper_leaves_the_copies(desk: Desk, who: Who, ref: str, act: str) -> None:
    approve(desk, who, ref)
    KEEPS[act](desk, ref)
    assert letter(desk, who, ref)


@pytest.mark.parametrize("act", ENDS)
def test_a_copy_does_not_outlive_its_draft_or_its_approval(desk: Desk, who: Who, ref: str, act: str) -> None:
    approve(desk, who, ref)
    ENDS[act](desk, ref)
    assert kept_files(desk) == 0
    with pytest.raises((Lapsed, NotFound)):
        clean_copies.download(desk, who, ref, ALL)


def test_an_answer_shared_with_another_draft_voids_both(desk: Desk, who: Who, ref: str) -> None:
    matter = drafting.find(desk, who, ref).matter
    other = kept.approvable(desk, matter)
    approve(desk, who, ref)
    approve(desk, who, other)
    kept.answer(desk, other, "client", "Berta")
    assert kept_files(desk) == 0
    approve(desk, who, ref)
    kept.answer(desk, other, "job", "baker")
    assert "Berta" in letter(desk, who, ref), "an answer of the other draft alone is none of this one"


def test_a_default_changed_by_hand_is_noticed_before_a_copy_is_handed_out(
    desk: Desk, who: Who, ref: str
) -> None:
    approve(desk, who, ref)
    kept.profile(desk, kept.PROFILE.replace("state", "federal"))
    with pytest.raises(Lapsed):
        clean_copies.download(desk, who, ref, ALL)
    kept.profile(desk)
    with pytest.raises(Lapsed):
        clean_copies.download(desk, who, ref, ALL)
    assert kept_files(desk) == 0


def test_copies_bear_what_was_approved_even_when_the_letterhead_changes(
    desk: Desk, who: Who, ref: str
) -> None:
    approve(desk, who, ref)
    before = clean_copies.download(desk, who, ref, ALL).data
    kept.profile(desk, kept.PROFILE.replace("0100", "0199"))
    assert clean_copies.download(desk, who, ref, ALL).data == before


def test_open_questions_gaps_and_flags_each_say_what_to_do(desk: Desk, who: Who, ref: str) -> None:
    refused: list[tuple[str, object, type[DocumentError], str]] = [
        ("broken", "yes", MustFix, "It is broken. Mend it."),
        ("broken", "no", OpenGap, "“the job”"),
    ]
    kept.answer(desk, ref, "job", Gap("not known"))
    for path, said, error, words in refused:
        kept.answer(desk, ref, path, said)  # type: ignore[arg-type]
        with pytest.raises(error, match=words):
            approve(desk, who, ref)
    CHANGES["drafting.take_back"](desk, ref)
    with pytest.raises(Unfinished, match="“the job” is not answered"):
        approve(desk, who, ref)
    assert kept_files(desk) == 0


def test_a_gap_that_stands_in_no_paper_is_acknowledged_too(desk: Desk, who: Who, ref: str) -> None:
    kept.answer(desk, ref, "town", Gap("not safe"))
    with pytest.raises(OpenGap, match="“the town”"):
        approve(desk, who, ref)
    approve(desk, who, ref, "the town")
    assert letter(desk, who, ref)


def test_a_ruled_gap_prints_a_rule_and_is_remembered(desk: Desk, who: Who, ref: str) -> None:
    kept.answer(desk, ref, "job", Gap("not known"))
    approve(desk, who, ref, "the job")
    assert "Ana was a ____" in letter(desk, who, ref)
    given = approved.look(desk, who, ref).standing
    assert given is not None
    assert given.ruled == ("the job",)


def test_a_choice_that_is_undecided_must_be_made(desk: Desk, who: Who, ref: str) -> None:
    kept.answer(desk, ref, "track", Gap("undecided"))
    with pytest.raises(MustFix, match="Decide this first: “the law”"):
        approve(desk, who, ref)


def test_a_paper_that_a_gate_holds_back_is_in_no_clean_copy(desk: Desk, who: Who, ref: str) -> None:
    kept.answer(desk, ref, "risky", "yes")
    approve(desk, who, ref)
    with pytest.raises(NotFound):
        clean_copies.download(desk, who, ref, LETTER)
    assert clean_copies.download(desk, who, ref, Desired("steps", "pdf")).data.startswith(b"%PDF")


def test_a_draft_nobody_has_answered_is_not_approved(desk: Desk, who: Who) -> None:
    ref = drafting.start(desk, who, kept.NAME, "New", Stamp())
    with pytest.raises((Refused, Unfinished)):
        approve(desk, who, ref)


@pytest.mark.parametrize(
    ("name", "number"), [("Pat Nobody", "123456"), ("Morgan Tessel", "99902"), ("Pat Nobody", "99901")]
)
def test_with_attorneys_in_the_profile_only_one_of_them_approves(
    desk: Desk, who: Who, ref: str, name: str, number: str
) -> None:
    listed(desk)
    with pytest.raises(Refused, match=r"lists Morgan A. Tessel \(99901\) and Devon R. Quill \(99902\)"):
        approving.approve(desk, who, ref, name, number, set(), Stamp())
    assert approved.look(desk, who, ref).given is None


def test_an_attorney_of_the_profile_may_leave_the_middle_name_out(desk: Desk, who: Who, ref: str) -> None:
    listed(desk)
    approving.approve(desk, who, ref, "Morgan Tessel", "99901", {"the job"}, Stamp())
    assert approved.look(desk, who, ref).standing is not None


@pytest.mark.parametrize(("name", "number"), [("", "99901"), ("Morgan Tessel", "no"), ("\u202e", "1")])
def test_a_name_and_a_bar_number_are_needed(desk: Desk, who: Who, ref: str, name: str, number: str) -> None:
    with pytest.raises(Refused):
        approving.approve(desk, who, ref, name, number, set(), Stamp())
    assert approved.look(desk, who, ref).given is None


def test_a_page_from_before_a_change_approves_nothing(desk: Desk, who: Who, ref: str) -> None:
    then = drafting.open_draft(desk, who, ref).revision
    kept.answer(desk, ref, "job", "baker")
    with pytest.raises(Refused, match="Something was changed"):
        approve(desk, who, ref, stamp=Stamp(then))
    assert kept_files(desk) == 0


def test_a_change_while_the_papers_are_made_leaves_nothing(
    desk: Desk, who: Who, ref: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer is saved between the making of the copies and the transaction that would keep them."""
    make = approving.rendered

    def overtaken(*args: object) -> object:
        made = make(*args)  # type: ignore[arg-type]
        kept.answer(desk, ref, "job", "baker")
        return made

    monkeypatch.setattr(approving, "rendered", overtaken)
    with pytest.raises(Refused, match="Something was changed"):
        approve(desk, who, ref)
    assert kept_files(desk) == 0
    assert approved.look(desk, who, ref).given is None


def test_nobody_else_approves_sees_or_downloads(desk: Desk, who: Who, ref: str) -> None:
    approve(desk, who, ref)
    stranger = people.create_owner(desk, "Somebody Else").who
    for act in (
        lambda: approve(desk, stranger, ref),
        lambda: approved.look(desk, stranger, ref),
        lambda: clean_copies.download(desk, stranger, ref, ALL),
        lambda: approving.withdraw(desk, stranger, ref, Stamp()),
    ):
        with pytest.raises(NotFound):
            act()
    assert letter(desk, who, ref)


def test_approved_twice_is_told_and_the_first_stands(desk: Desk, who: Who, ref: str) -> None:
    approve(desk, who, ref)
    with pytest.raises(Refused, match="approved already"):
        approve(desk, who, ref)
    assert letter(desk, who, ref)
