"""Alike flags stand together, an open choice says what the papers print meanwhile."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.core.values import Gap
from app.documents import cited, meanwhile, memo_gaps
from app.documents.assembly import Draft, packet
from app.documents.memo_flag import MemoFlag, unknown
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf
from tests.documents.packet.test_memo import words

FLAGS = """
  tips_first: {level: check, when: tipped is yes, say: Ask first., law: RSMo 290.512}
  tips_again: {level: check, when: tipped is yes, say: Ask again., law: RSMo 290.527}
"""
OPEN = {"tipped": "{gap: not known}", "rate": "{gap: not known}", "started": "{gap: not known}"}


@pytest.fixture
def flagged(own_root: Path) -> Path:
    """The small form with three flags that rest on one answer."""
    text = small.FORM.replace("flags:\n", f"flags:{FLAGS}")
    (own_root / small.FILE).write_text(text, "utf-8")
    return own_root


def lettered(root: Path, *lines: str) -> Path:
    small.template(root, "letter", "letter", list(lines))
    return root


def open_law(root: Path) -> Draft:
    draft = small.draft(root)
    return replace(draft, office=replace(draft.office, defaults={"signing_attorney": "99901"}))


def test_flags_that_rest_on_one_unknown_answer_are_one_flag(flagged: Path) -> None:
    told = words(packet(small.draft(flagged, tipped="{gap: not known}")))
    assert told.count("each of these may apply") == 1
    assert "– Ask first. [RSMo 290.512]\n– Ask again. [RSMo 290.527]\n– Ask Ana Sample about" in told


def test_flags_that_are_certain_stand_alone(flagged: Path) -> None:
    told = words(packet(small.draft(flagged, tipped="yes")))
    assert "Check: Ask first.\nRSMo 290.512\nCheck: Ask again." in told
    assert "may apply" not in told


def test_all_that_one_gap_leaves_out_stands_together(drafted: DraftOf) -> None:
    found = list(memo_gaps.of_form(drafted(**OPEN).interview))
    assert MemoFlag("check", "Left out: Exhibit A, because “hourly rate” is not known.") in found


def test_two_unknown_names_are_not_known(drafted: DraftOf) -> None:
    form = drafted().form
    assert unknown(form, ["rate"]) == "“hourly rate” is not known"
    assert unknown(form, ["rate", "started", "rate"]) == "“hourly rate” and “first day” are not known"


def test_blanks_of_the_same_papers_stand_in_one_line(drafted: DraftOf) -> None:
    marks = {"hourly rate": ["Demand letter"], "first day": ["Demand letter"], "home": ["Exhibit A"]}
    (found,) = memo_gaps.blanks(drafted().interview, marks)
    assert found.text == "3 marked blanks are printed."
    assert found.sources == ("Demand letter: hourly rate; first day", "Exhibit A: home")


def test_a_result_nobody_prints_need_not_be_fixed(drafted: DraftOf) -> None:
    interview = drafted(**OPEN).interview
    assert [flag.level for flag in memo_gaps.not_worked_out(interview, {})] == ["check"]
    printed = memo_gaps.not_worked_out(interview, {"The day to pay by": ["Demand letter"]})
    assert [flag.level for flag in printed] == ["must fix"]


def test_answers_that_print_nowhere_stand_by_section(drafted: DraftOf) -> None:
    (found,) = memo_gaps.unprinted(drafted(**OPEN, born_on="{gap: not known}").interview, {})
    assert found.text.startswith("Not known yet: 4 answers print in no paper")
    assert found.sources == ("Client: birth date", "Job: first day; hourly rate; Did you get tips")


def test_an_open_choice_says_which_alternative_the_papers_read_as(own_root: Path) -> None:
    (own_root / small.FILE).write_text(
        small.FORM.replace("facts:\n", "facts:\n  federal: {means: x, when: track is federal}\n"), "utf-8"
    )
    lettered(own_root, "{% if federal %}Federal law.{% else %}Our law.{% endif %}")
    told = words(packet(open_law(own_root)))
    assert "Must fix: Decide: law." in told
    assert "Meanwhile the papers read as with “State law”. It changes: Demand letter." in told


def test_an_open_choice_that_prints_its_blank_says_where(own_root: Path) -> None:
    told = words(packet(open_law(lettered(own_root, "Under {{ track }}."))))
    assert "Must fix: Decide: law." in told
    assert "Meanwhile a marked blank stands in: Demand letter." in told


def test_a_decided_draft_tries_nothing(drafted: DraftOf) -> None:
    assert meanwhile.found(drafted()) == {}
    assert drafted().interview.at(drafted().form.question("track")).value != Gap("undecided")  # type: ignore[arg-type,union-attr]


@pytest.mark.parametrize(
    ("cite", "said", "printed"),
    [
        ("RSMo 290.527", "under RSMo 290.527.", True),
        ("RSMo 290.527", "RSMo 290.502 and 290.527, too", True),
        ("29 USC 206", "29 U.S.C. 206(a)", True),
        ("29 USC 206", "the sum of $206", False),
        ("29 USC 206", "206.50 hours", False),
        ("RSMo 290.52", "RSMo 290.527", False),
    ],
)
def test_law_stands_in_the_memo_where_a_paper_prints_it(
    own_root: Path, cite: str, said: str, printed: bool
) -> None:
    text = small.FORM.replace("for: other side}", f"for: other side, cites: {cite}}}", 1)
    (own_root / small.FILE).write_text(text, "utf-8")
    draft = small.draft(lettered(own_root, said))
    paper = draft.plan.paper("letter")
    assert paper
    assert cited.in_paper(draft.make(paper)) == ((cite,) if printed else ())


def test_a_paper_that_is_held_back_cites_nothing(drafted: DraftOf) -> None:
    told = words(packet(drafted(asks_court="yes")))
    assert "02 Demand letter | 2-other-side | | | held back by: court first" in told


def test_the_memo_names_its_own_characters_that_the_pdf_cannot_show(drafted: DraftOf) -> None:
    made = packet(drafted(chosen_name="Ana \u4e2d", danger="\u6587"))
    told = words(made)
    assert "Must fix: Next steps, Attorney memo: The answer to “What should we call you” holds U+4E2D" in told
    assert "Attorney memo: The answer to “What are you afraid of” holds U+6587" in told
    assert {"no glyph"} == {finding.kind for finding in made.findings}
