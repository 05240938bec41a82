"""What the wage claim promises as a form: plain words, kept classes, an example without gates."""

import re
from datetime import date
from functools import cache
from pathlib import Path

from app.core.checker import check
from app.core.examples import example
from app.core.forms import load_form
from app.core.interview import read
from app.core.questionnaire import Form, Question
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
GOLDEN = ROOT / "tests" / "golden" / "mo" / "wage_claim"


@cache
def form() -> Form:
    return load_form(ROOT, "mo/wage_claim", CALCULATIONS)


def asked_of_clients() -> list[Question]:
    return [question for question in form().questions() if not question.by_attorney]


def grade(text: str) -> float:
    """The Flesch-Kincaid school grade, with syllables counted by groups of vowels."""
    sentences = [part for part in re.split(r"[.?!:]+(?:\s|$)", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z’']+", text)
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    spoken = word if word.endswith("le") or len(word) <= 3 else word.removesuffix("e")
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def test_the_form_has_no_mistakes() -> None:
    assert [str(mistake) for mistake in check(form())] == []


def test_the_example_answers_every_question_and_raises_no_gate() -> None:
    interview = read(form(), example(form(), TODAY), TODAY)
    assert interview.complete
    assert interview.gates == ()
    assert {document.name for document in interview.documents} == {
        document.name for document in form().documents
    }


def test_a_court_opinion_would_fail_the_reading_test() -> None:
    opinion = (
        "Notwithstanding the aforementioned considerations, petitioner's constitutional allegations"
        " necessitate reversal."
    )
    assert grade(opinion) > 12


def test_every_question_reads_at_grade_nine_and_all_together_at_grade_six() -> None:
    texts = {question.path: f"{question.ask} {question.help}" for question in asked_of_clients()}
    assert {path: round(grade(text), 1) for path, text in texts.items() if grade(text) > 9} == {}
    assert grade(" ".join(texts.values())) <= 6


def test_every_next_steps_sheet_reads_at_grade_six() -> None:
    sheets = sorted(GOLDEN.glob("*/next_steps.txt"))
    assert sheets
    for sheet in sheets:
        lines = [line.rstrip(".") for line in sheet.read_text(encoding="utf-8").splitlines()]
        assert grade(". ".join(line for line in lines if not re.search(r"\d{3}-\d{4}", line))) <= 6, sheet


def test_where_the_client_lives_and_can_be_reached_is_kept_in_the_vault() -> None:
    kept = {question.name: question.keep for question in form().questions()}
    for name in ("home_address", "safe_phone", "safe_email", "safe_mail", "safe_helper"):
        assert kept[name] == "vault", name


def test_every_safety_answer_is_for_counsel_only_and_may_be_skipped() -> None:
    section = next(each for each in form().sections if each.title == "Your safety")
    assert {question.keep for question in section.questions} == {"counsel only"}
    assert all(question.unsure for question in section.questions)


def test_every_gate_and_flag_rests_on_a_source() -> None:
    assert [each.name for each in (*form().gates, *form().flags) if not each.law] == []
