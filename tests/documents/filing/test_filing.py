"""Public, confidential and vault papers of the court: what each may show, and what is never joined."""

import pytest

from app.documents import assembly, reading
from app.documents.assembly import Packet
from app.documents.draft import Draft
from app.documents.errors import DocumentError
from app.documents.packet import Lifted
from tests.documents.filing import court_form

STREET = "1200 North Oak Street"


def test_a_confidential_paper_shows_what_is_confidential(words: dict[str, str]) -> None:
    assert "March 5, 1990" in words["order"]


def test_only_the_sheet_shows_the_vault(words: dict[str, str]) -> None:
    assert [name for name, text in words.items() if STREET in text] == ["sheet"]


def test_closed_papers_say_so_in_their_title(draft: Draft) -> None:
    closed = {spec.template for spec in draft.interview.documents if spec.title.endswith(" (confidential)")}
    assert closed == {"petition", "order", "sheet"}


@pytest.mark.parametrize("paper", ["order", "notice", "letter"])
def test_a_template_that_names_the_vault_elsewhere_is_refused(own_root, paper: str) -> None:
    layout = court_form.PAPERS[paper][0]
    court_form.template(own_root, paper, layout, ["{{ home.line }}"])
    with pytest.raises(DocumentError, match="is vault and may not reach"):
        assembly.packet(court_form.draft(own_root))


def test_a_template_of_a_public_paper_names_nothing_confidential(own_root) -> None:
    court_form.template(own_root, "notice", "pleading", ["{{ born.text }}"])
    with pytest.raises(DocumentError, match="is confidential and may not reach the court"):
        assembly.packet(court_form.draft(own_root))


@pytest.mark.parametrize(("paper", "withheld"), [("sheet", False), ("order", True), ("notice", True)])
def test_the_guard_lets_the_vault_stand_in_the_sheet_alone(own_root, paper: str, withheld: bool) -> None:
    lines = [*court_form.PAPERS[paper][1], "{{ story }}"]
    court_form.template(own_root, paper, "pleading", lines)
    made = assembly.packet(court_form.draft(own_root, story=f"It was at {STREET}."))
    kept = {each.paper.document for each in made.withheld}
    assert (paper in kept) == withheld


def test_public_and_closed_papers_are_joined_apart_and_the_sheet_with_none(packet: Packet) -> None:
    court = {each.paper.title: each.documents for each in packet.together if each.paper.audience == "court"}
    assert court == {
        "All papers, court": ("petition_1", "petition_2", "notice"),
        "All papers, court (confidential)": ("petition_1_unredacted", "petition_2_unredacted", "order"),
    }


def test_the_joined_public_papers_hold_nothing_confidential(packet: Packet) -> None:
    said = {each.paper.title: reading.words_of_pdf(each.pdf) for each in packet.together}
    assert "March 5, 1990" not in said["All papers, court"]
    assert "March 5, 1990" in said["All papers, court (confidential)"]


def test_neutral_names_of_the_two_joined_files_differ(packet: Packet) -> None:
    names = [each.paper.neutral("pdf") for each in packet.together if each.paper.audience == "court"]
    assert len(set(names)) == 2


def test_a_gate_holds_court_papers_and_those_of_the_other_side(root) -> None:
    held = court_form.draft(root, ready="no").plan.held
    assert {paper.audience for paper in held} == {"court", "other side"}
    assert len(held) == 8


def test_a_gate_that_names_papers_holds_those_alone(draft: Draft) -> None:
    assert [paper.document for paper in draft.plan.held] == ["letter"]


def test_a_gate_that_names_a_document_holds_every_paper_made_of_it(own_root) -> None:
    file = own_root / f"questionnaires/{court_form.NAME}.yaml"
    file.write_text(file.read_text("utf-8").replace("holds: letter", "holds: petition"), "utf-8")
    held = court_form.draft(own_root).plan.held
    assert [paper.document for paper in held] == [
        "petition_1", "petition_1_unredacted", "petition_2", "petition_2_unredacted"
    ]  # fmt: skip


def test_a_lifted_gate_holds_nothing(draft: Draft) -> None:
    from dataclasses import replace

    lifted = (Lifted("letter_waits", "Morgan Tessel", "99901", "It may go."),)
    assert replace(draft, lifted=lifted).plan.held == ()
