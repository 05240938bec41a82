"""The memo tells what to decide: must fix first, sums, papers, answers with their source, hashes."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.memo_table import MemoTable
from app.documents import reading
from app.documents.assembly import Packet, packet
from app.documents.memo_parts import table
from app.documents.packet import Lifted
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf

LIFTED = Lifted("court_first", "Morgan Tessel", "99901", "The suit is off", "2026-11-30T10:00:00+00:00")


RICH = {
    "employer_address": "{gap: not known}", "born_on": "{gap: not known}", "tipped": "yes",
    "started": "about 2026-03-15", "signing_attorney": '"12345"', "asks_court": "yes",
    "danger": "He knows that I live at 1200 N Oak",
}  # fmt: skip
"""Answers with something of everything for the attorney to see."""
POOR = {
    "rate": "{gap: not known}", "started": "{gap: not known}",
    "story": "If he does not pay I go to the police.",
}  # fmt: skip
"""Answers that leave papers out or withheld."""


def words(made: Packet, document: str = "attorney_memo") -> str:
    paper = next(each for each in made.papers if each.paper.document == document)
    return reading.words_of_docx(paper.docx)


@pytest.fixture(scope="module")
def clean(root: Path) -> Packet:
    """The packet of an ordinary draft."""
    return packet(small.draft(root))


@pytest.fixture(scope="module")
def rich(root: Path) -> Packet:
    """The packet of a draft with much to see."""
    return packet(small.draft(root, **RICH))


@pytest.fixture(scope="module")
def poor(root: Path) -> Packet:
    """The packet of a draft with much left out."""
    return packet(small.draft(root, **POOR))


def memo(drafted: DraftOf, **changed: str | None) -> str:
    return words(packet(drafted(**changed)))


def test_the_memo_says_that_it_is_privileged(clean: Packet) -> None:
    assert words(clean).startswith("PRIVILEGED AND CONFIDENTIAL: ATTORNEY WORK PRODUCT")


def test_a_clean_draft_has_nothing_that_must_be_fixed(clean: Packet) -> None:
    assert "Nothing: no blank is open" in words(clean)


def test_a_gap_that_prints_must_be_fixed_and_its_paper_is_named(rich: Packet) -> None:
    told = words(rich)
    assert "marked blanks are printed." in told
    assert "\nDemand letter: employer's address; " in told


def test_a_gap_that_prints_nowhere_is_a_check(rich: Packet) -> None:
    assert "Check: Not known yet: 1 answer prints in no paper of this packet.\nClient: birth date" in words(
        rich
    )


def test_an_open_choice_that_changes_no_paper_is_a_check(drafted: DraftOf) -> None:
    draft = replace(drafted(), office=replace(drafted().office, defaults={"signing_attorney": "99901"}))
    assert "Check: Decide: law." in words(packet(draft))
    assert "Alternatives: State law; Federal law.\nNo paper of this packet changes with it." in words(
        packet(draft)
    )


def test_an_office_default_is_told_as_such_with_its_alternatives(clean: Packet) -> None:
    assert "law | State law | Federal law | office default" in words(clean)


def test_an_attorney_the_profile_lacks_must_be_fixed(rich: Packet) -> None:
    assert "The office profile has no attorney “12345”" in words(rich)


def test_must_fix_stands_before_check_and_note(rich: Packet) -> None:
    told = words(rich)
    assert told.index("Must fix: ") < told.index("Check: Ask Ana Sample about the tips.")


def test_an_inexact_date_is_told_with_both_readings(rich: Packet) -> None:
    told = words(rich)
    assert "read as March 1, 2026 at the earliest and March 29, 2026 at the latest" in told


def test_a_paper_left_out_by_a_gap_is_told_with_the_reason(poor: Packet) -> None:
    assert "Left out: Exhibit A, because “hourly rate” is not known." in words(poor)


def test_a_result_that_could_not_be_worked_out_is_told(poor: Packet) -> None:
    assert "Not worked out: The day to pay by." in words(poor)


def test_a_raised_gate_is_told_with_what_it_holds(rich: Packet) -> None:
    told = words(rich)
    assert "Gate: A court paper is planned." in told
    assert "held back by: court first" in told


def test_a_lifted_gate_is_told_with_who_lifted_it_and_why(drafted: DraftOf) -> None:
    draft = replace(drafted(asks_court="yes"), lifted=[LIFTED])
    told = words(packet(draft))
    assert "Lifted by Morgan Tessel, Missouri Bar No. 99901 on 2026-11-30: The suit is off" in told


def test_a_withheld_paper_is_told_with_its_words(poor: Packet) -> None:
    told = words(poor)
    assert "Must fix: Demand letter: This threatens" in told
    assert "withheld for its words" in told


def test_every_answer_is_told_with_its_source(clean: Packet) -> None:
    told = words(clean)
    assert "hourly rate: $14.00" in told
    assert "Week 1: hours: 44.00" in told
    assert "Where nothing else is said, the source of an answer is: answer file." in told


def test_an_answer_off_the_path_stands_in_no_paper(clean: Packet) -> None:
    assert not any("Nowhere" in words(clean, each.paper.document) for each in clean.papers)


def test_the_memo_holds_nothing_of_the_vault(rich: Packet) -> None:
    told = words(rich)
    assert "Oak" not in told
    assert "0142" not in told
    assert (
        "home address, safe phone, safe e-mail, helper, friend: (kept in the vault; printed in no paper)"
        in told
    )


def test_the_control_without_the_mask_the_memo_would_show_it(
    drafted: DraftOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.documents.memo.masked", lambda text, known: text)
    monkeypatch.setattr("app.documents.memo_answers.masked", lambda text, known: text)
    from app.documents.refusals import Withheld

    with pytest.raises(Withheld):
        memo(drafted, danger="He knows that I live at 1200 N Oak")


def test_the_hash_of_every_other_file_stands_in_the_memo(clean: Packet) -> None:
    made = clean
    told = words(made)
    for each in made.papers:
        if each.paper.document != "attorney_memo":
            assert hashlib.sha256(each.pdf).hexdigest() in told


def test_the_memo_says_where_the_hash_of_a_folders_papers_as_one_is(clean: Packet) -> None:
    joined = [hashlib.sha256(whole.pdf).hexdigest() for whole in clean.together]
    assert joined
    listed = json.dumps(clean.manifest)
    assert all(value in listed for value in joined)
    assert "its hash is in manifest.json" in words(clean)


def test_the_edition_and_its_files_stand_in_the_memo(clean: Packet, root: Path) -> None:
    told = words(clean)
    assert str(clean.manifest["edition"]) in told
    name = "templates/docx/mo/small/letter.docx"
    assert "templates/docx/mo/small |" in told
    assert f"letter.docx | {_hash(root / name)}" in told


def test_word_and_pdf_of_the_office_s_papers_say_the_same(rich: Packet) -> None:
    made = rich
    assert [reading.difference(each.docx, each.pdf) for each in made.papers] == [None] * len(made.papers)


@pytest.mark.parametrize("width", range(2, 8))
def test_a_table_of_any_width_knows_its_drawing(width: int) -> None:
    made = table(MemoTable("more", "T", tuple("abcdefg"[:width]), (tuple("1234567"[:width]),)))
    assert sum(value is True for value in made.values()) == 1


def test_the_safety_note_tells_what_to_settle_first(rich: Packet) -> None:
    told = words(rich, "safety_note")
    assert "A court paper is planned." in told
    assert "home address" in told
    assert "Oak" not in told


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
