"""The memo tells the attorney which redactions were made by which list, and screens first."""

from dataclasses import replace

import pytest

from app.documents import assembly, memo_parts, reading
from app.documents.draft import Draft
from app.law.memo_outcomes import outcome_table
from app.law.outcome import Outcome
from tests.documents.filing import court_form


def memo(draft: Draft) -> str:
    made = next(each for each in assembly.packet(draft).papers if each.paper.document == "attorney_memo")
    return reading.words_of_docx(made.docx)


@pytest.fixture(scope="module")
def told(words: dict[str, str]) -> str:
    return words["attorney_memo"]


def test_it_says_which_list_was_used_by_whom_and_when(told: str) -> None:
    assert "List used: the office’s, entered by Morgan Tessel on 2026-11-20." in told


def test_it_says_what_was_redacted_in_which_paper_and_how_often(told: str) -> None:
    assert "Petition – Jackson County | date of birth: 2 account (account number): 1" in told


def test_it_says_what_was_marked_and_stands_in_full(told: str) -> None:
    assert "Marked for redaction, but in full, because the list does not name it." in told
    assert "Petition – Jackson County: witness (witness name)" in told


def test_it_says_that_the_rules_were_not_read(told: str) -> None:
    assert "Court Operating Rule 4.24(b), in force from 2026-07-01, NOT confirmed" in told
    assert "an attorney decides: name of a minor; protected person contact." in told


def test_without_a_list_it_says_must_fix(root) -> None:
    text = memo(court_form.draft(root, entered=court_form.profile(court_form.PROFILE)))
    assert "Must fix: The list of what public court papers leave out is not confirmed for this day." in text
    assert "No list was entered." in text
    assert "held back by: redaction list not entered" in text


def test_it_says_where_the_vault_is_printed(told: str) -> None:
    assert "home address: (kept in the vault; printed in the court’s closed sheet alone)" in told
    assert "1200 North Oak Street" not in told


def test_it_says_which_papers_a_narrow_gate_holds(told: str) -> None:
    assert "It holds back only: Letter" in told


def test_a_form_without_redacted_papers_has_no_such_part(root) -> None:
    draft = court_form.draft(root)
    documents = tuple(replace(each, twins=False) for each in draft.form.documents if each.name == "notice")
    assert replace(draft, form=replace(draft.form, documents=documents)).redaction is None


def test_outcomes_stand_in_the_screening(monkeypatch, draft: Draft) -> None:
    outcome = Outcome("The 2016 case", "not eligible", "It is too early.", "RSMo 1.010")
    table = outcome_table("What the record allows", (outcome,))
    assert table.part == "screening"
    monkeypatch.setattr("app.documents.memo.tables", lambda result: (table,) if result else ())
    text = memo(draft)
    places = [text.index(part) for part in ("Must fix", memo_parts.TITLES["screening"], "Gates\nEach of")]
    assert places == sorted(places)
    assert "The 2016 case | not eligible | It is too early. | RSMo 1.010" in text
