"""Which papers there are, for whom, in which order, under which names, and which are held back."""

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import packet
from app.documents.packet import Lifted, file_name
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf

LIFTED = Lifted("court_first", "Morgan Tessel", "99901", "No suit yet")


def titles(papers: tuple[packet.Planned, ...]) -> list[str]:
    return [paper.title for paper in papers]


def test_papers_stand_by_audience_and_then_in_the_order_of_the_form(drafted: DraftOf) -> None:
    plan = drafted(asks_court="no").plan
    assert titles(plan.papers) == ["Demand letter", "Exhibit A", "Next steps", "Attorney memo", "Safety note"]
    assert [paper.number for paper in plan.papers] == [1, 2, 3, 4, 5]


def test_a_gate_holds_every_paper_for_the_other_side_and_no_other(drafted: DraftOf) -> None:
    plan = drafted(asks_court="yes").plan
    assert titles(plan.held) == ["Demand letter", "Exhibit A"]
    assert titles(plan.papers) == ["Petition", "Next steps", "Attorney memo", "Safety note"]


def test_a_gate_that_may_apply_holds_too(drafted: DraftOf) -> None:
    assert titles(drafted(asks_court="{gap: not known}").plan.held) == ["Demand letter", "Exhibit A"]


def test_a_lifted_gate_holds_nothing(drafted: DraftOf) -> None:
    draft = drafted(asks_court="yes")
    plan = packet.plan(draft.interview, draft.office, [LIFTED])
    assert plan.held == ()


def test_lifting_another_gate_changes_nothing(drafted: DraftOf) -> None:
    draft = drafted(asks_court="yes")
    other = Lifted("another", "Morgan Tessel", "99901", "No suit yet")
    assert packet.plan(draft.interview, draft.office, [other], "2026-0143").held == draft.plan.held


def test_lifting_does_not_renumber_the_papers(drafted: DraftOf) -> None:
    draft = drafted(asks_court="yes")
    lifted = packet.plan(draft.interview, draft.office, [LIFTED], "2026-0143")
    before = {paper.name for paper in (*draft.plan.papers, *draft.plan.held)}
    assert before == {paper.name for paper in lifted.papers}


@pytest.mark.parametrize("court", ["yes", "no", "{gap: not known}"])
def test_memo_and_safety_note_are_always_and_only_for_the_office(drafted: DraftOf, court: str) -> None:
    plan = drafted(asks_court=court).plan
    folders = {paper.document: paper.folder for paper in plan.papers}
    assert folders["attorney_memo"] == folders["safety_note"] == "4-office-only"


def test_a_paper_left_out_by_a_gap_is_told(drafted: DraftOf) -> None:
    plan = drafted(rate="{gap: not known}").plan
    assert [each.what for each in plan.left_out] == ["Exhibit A"]
    assert "Exhibit A" not in titles(plan.papers)


def test_files_are_named_by_the_pattern_of_the_office(drafted: DraftOf) -> None:
    paper = drafted().plan.paper("letter")
    assert paper
    assert paper.path("docx") == "2-other-side/2026-0143 01 Demand letter.docx"


def test_without_a_matter_number_nothing_stands_in_its_place() -> None:
    assert file_name("{matter} - {number} {title}", 3, "Demand letter") == "03 Demand letter"


def test_a_neutral_name_says_nothing(drafted: DraftOf) -> None:
    paper = drafted().plan.paper("letter")
    assert paper
    assert paper.neutral("pdf") == "Paper 01.pdf"


@given(st.text(max_size=60), st.text(max_size=300))
def test_a_closed_paper_never_has_the_name_of_its_public_twin(matter: str, title: str) -> None:
    closed = file_name("{matter} {number} {title}", 7, f"{title}, unredacted (confidential)", matter)
    assert closed.endswith("unredacted (confidential)")


@given(st.text(max_size=60), st.text(max_size=300))
def test_no_matter_number_or_title_leads_out_of_its_folder(matter: str, title: str) -> None:
    name = file_name("{matter} {number} {title}", 7, title, matter)
    assert PurePosixPath(name).name == name
    assert not set(name) & set('/\\:*?"<>|\0\n')
    assert not name.startswith((".", "-", " "))
    assert 0 < len(name.encode()) < 200


@pytest.mark.parametrize("title", ["CON", "nul", "com1", "LPT9.txt"])
def test_a_name_windows_keeps_for_itself_is_not_used(title: str) -> None:
    assert file_name("{title}", 1, title).startswith("_")


def test_the_pattern_of_an_office_may_leave_the_matter_out() -> None:
    office = small.profile(small.PROFILE + 'file names: "{number} {title}"\n')
    assert file_name(office.file_names, 2, "Exhibit A", "2026-1") == "02 Exhibit A"
