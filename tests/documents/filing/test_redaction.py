"""Public twins black out what the list in force names, all of it and nothing else, or are not handed out."""

from dataclasses import replace
from datetime import date

import pytest

from app.documents import assembly, reading, redaction
from app.documents.blacked import Blacked
from app.documents.draft import Draft
from app.documents.packet import Lifted
from app.documents.paper import Made
from tests.documents.filing import court_form

PUBLIC, WHOLE = "petition_1", "petition_1_unredacted"
BEFORE = date(2026, 6, 30)


def said(draft: Draft, paper: str = PUBLIC) -> str:
    planned = draft.plan.paper(paper)
    assert planned is not None
    return reading.words_of_docx(draft.make(planned).docx)


def test_every_listed_answer_is_blacked_out_and_nothing_else(words: dict[str, str]) -> None:
    # Birth date and case number stand once as answers and once in the result; the account once.
    assert words[PUBLIC].count("[REDACTED: ") == 4
    assert words[PUBLIC].count("[REDACTED: date of birth]") == 2


def test_a_minor_is_named_by_initials(words: dict[str, str]) -> None:
    assert "The child is L.M.S.;" in words[PUBLIC]


def test_the_public_twin_says_none_of_the_listed_answers(words: dict[str, str]) -> None:
    for value in ("1990", "4417-220953", "16CR-00731", "Lia", "Mae Sample"):
        assert value not in words[PUBLIC]
        assert value in words[WHOLE]


def test_the_whole_twin_blacks_out_nothing(words: dict[str, str]) -> None:
    assert "[REDACTED" not in words[WHOLE]


def test_what_the_list_does_not_name_stands_in_full(words: dict[str, str]) -> None:
    assert "Kit Lanternson saw it." in words[PUBLIC]


def test_the_older_list_blacks_out_a_witness(root) -> None:
    text = said(court_form.draft(root, today=BEFORE))
    assert "[REDACTED: witness] saw it." in text


def test_the_older_list_was_read_in_its_source_and_holds_nothing(root) -> None:
    entered = court_form.profile(court_form.PROFILE)
    names = {paper.document for paper in court_form.draft(root, entered=entered, today=BEFORE).plan.papers}
    assert {PUBLIC, WHOLE} <= names


def test_without_a_list_public_twins_are_held_and_nothing_else(root) -> None:
    held = court_form.draft(root, entered=court_form.profile(court_form.PROFILE)).plan.held
    by_list = [paper.document for paper in held if any(g.name == redaction.UNLISTED for g in paper.gates)]
    assert by_list == ["petition_1", "petition_2"]


def test_nobody_lifts_the_missing_list(root) -> None:
    draft = court_form.draft(root, entered=court_form.profile(court_form.PROFILE))
    lifted = replace(draft, lifted=(Lifted(redaction.UNLISTED, "Morgan Tessel", "99901", "Go."),))
    assert {"petition_1", "petition_2"} <= {paper.document for paper in lifted.plan.held}


@pytest.mark.parametrize("day", ["2026-12-02", "2026-06-30"])
def test_a_list_for_other_days_does_not_count(root, day: str) -> None:
    entered = court_form.profile(court_form.PROFILE + court_form.LISTED.replace("2026-11-20", day))
    gates = court_form.draft(root, entered=entered).plan.held[0].gates
    assert f"The list of {day} does not count" in gates[-1].say


def test_a_minor_left_out_of_the_office_list_stands_in_full(root) -> None:
    text = court_form.PROFILE + court_form.LISTED.replace(", name of a minor", "")
    assert "The child is Lia Mae Sample;" in said(court_form.draft(root, entered=court_form.profile(text)))


def test_a_listed_answer_that_another_answer_repeats_is_a_leak(root) -> None:
    draft = court_form.draft(root, story="She was born on 03/05/1990 there.")
    planned = draft.plan.paper(PUBLIC)
    assert planned is not None
    made = draft.make(planned)
    assert made.withheld
    assert {finding.kind for finding in made.findings} == {"leak"}


def test_the_same_answer_leaks_nothing_where_the_list_does_not_name_it(root) -> None:
    text = court_form.PROFILE + court_form.LISTED.replace("date of birth, ", "")
    draft = court_form.draft(
        root, entered=court_form.profile(text), story="She was born on 03/05/1990 there."
    )
    planned = draft.plan.paper(PUBLIC)
    assert planned is not None
    assert not draft.make(planned).withheld


def leaks(made: Made) -> set[str]:
    """The labels of the answers that were found in a paper whose reader may not see them."""
    return {finding.words for finding in made.findings if finding.kind == "leak"}


def label(draft: Draft, path: str) -> str:
    """What a finding calls the answer to a question."""
    question = draft.form.question(path)
    assert question is not None
    return f"({question.short})"


@pytest.mark.parametrize("value", ["born", "account", "child"])
def test_the_guard_finds_what_was_not_blacked_out(root, monkeypatch, value: str) -> None:
    """The control: with the blacking out of answers switched off, each one withholds the paper."""
    draft = court_form.draft(root)
    whole = Blacked.answer

    def answer(self: Blacked, question, given):
        return question.kind.plain(given, question.settings) if question.name == value else whole(
            self, question, given
        )  # fmt: skip

    monkeypatch.setattr(Blacked, "answer", answer)
    planned = draft.plan.paper(PUBLIC)
    assert planned is not None
    made = draft.make(planned)
    assert leaks(made) == {label(draft, value)}


def test_the_guard_finds_what_a_result_repeats(root, monkeypatch) -> None:
    monkeypatch.setattr(Blacked, "result", lambda self, value: value)
    draft = court_form.draft(root)
    planned = draft.plan.paper(PUBLIC)
    assert planned is not None
    assert leaks(draft.make(planned)) == {label(draft, "born"), label(draft, "cases.number")}


def test_a_blank_is_no_redaction(root) -> None:
    assert "[REDACTED: account]" not in said(court_form.draft(root, account="''"))


def test_a_flag_that_tells_a_listed_answer_is_no_note_in_the_public_twin(root) -> None:
    draft = court_form.draft(root)
    assert all(not made.withheld for made in assembly.packet(draft).papers)
