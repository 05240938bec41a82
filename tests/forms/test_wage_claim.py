"""What the wage claim promises as a form: plain words, kept classes, an example without gates."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from app.core import answer_file
from app.core.checker import check
from app.core.examples import as_file, example
from app.core.forms import load_form
from app.core.interview import read
from app.core.linting.measure import grade
from app.core.loader import load
from app.core.questionnaire import Form, Question
from app.core.reading import Interview
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 24)
GOLDEN = ROOT / "tests" / "golden" / "mo" / "wage_claim"


@cache
def form() -> Form:
    return load_form(ROOT, "mo/wage_claim", CALCULATIONS)


def asked_of_clients() -> list[Question]:
    return [question for question in form().questions() if not question.by_attorney]


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


GAP = {"gap": "not known"}
RAISE = {"from_day": "2026-04-05", "rate": "17.00"}
RAISED = {"rate_changed": "yes", "rate_changes": [RAISE]}


def told(folder: Path, **changed: Any) -> Interview:
    """The example read with some of its answers changed."""
    answers = as_file(form(), example(form(), TODAY)) | changed
    path = folder / "answers.yaml"
    path.write_text(json.dumps(answers), encoding="utf-8")
    file = answer_file.read(form(), load(path), "person")
    assert not file.mistakes
    return read(form(), file.answers, TODAY)


def week(starts: str, **more: str) -> dict[str, list[dict[str, str]]]:
    return {"weeks": [{"starts": starts, "hours": "44", "paid": "560.00", "basis": "memory"} | more]}


def cut(rate: str) -> dict[str, Any]:
    changes = [{"from_day": "2026-04-05", "rate": rate}]
    return {"rate_changed": "yes", "rate_changes": changes, "rate_was_cut": "yes", "cut_notice": "no"}


@pytest.mark.parametrize(
    ("flag", "raising", "fitting"),
    [
        ("week_before_the_start", week("2026-01-04"), week("2026-01-11")),
        ("week_after_the_end", week("2026-05-03"), week("2026-04-26")),
        ("two_last_rates", {"final_rate": "12.00"}, {"final_rate": "16.00"}),
        ("two_last_rates", RAISED | {"final_rate": "16.00"}, RAISED | {"final_rate": "17.00"}),
        ("cut_not_listed", cut("17.00"), cut("15.00")),
        ("safe_phone_open", {"safe_phone": GAP}, {"safe_phone": "816-555-0142"}),
        ("contact_check_due", {"contact_checked_on": GAP}, {"contact_checked_on": "2026-11-20"}),
    ],
)
def test_answers_that_do_not_fit_raise_a_flag(
    tmp_path: Path, flag: str, raising: dict[str, Any], fitting: dict[str, Any]
) -> None:
    assert flag in {each.name for each in told(tmp_path, **raising).flags}
    assert flag not in {each.name for each in told(tmp_path, **fitting).flags}


@pytest.mark.parametrize(
    ("changed", "sentences"),
    [
        ({"payday_days_after": "6.5"}, ["Write whole days, like 6."]),
        ({"payday_days_after": "60"}, []),
        (week("2026-03-01", overtime_premium=""), []),
    ],
)
def test_only_whole_days_and_an_empty_or_fitting_extra_half_are_taken(
    tmp_path: Path, changed: dict[str, Any], sentences: list[str]
) -> None:
    assert [broken.sentence for broken in told(tmp_path, **changed).broken] == sentences


def test_daily_pay_has_no_payday_after_the_week(tmp_path: Path) -> None:
    asked = {each.question.name for each in told(tmp_path, pay_frequency="daily").asked}
    assert "payday_days_after" not in asked
    assert "paid_how" in asked


def test_the_employer_may_be_the_one_who_controlled_a_client_who_chose_nothing(tmp_path: Path) -> None:
    gates = {each.name for each in told(tmp_path, coercion=["none"], payer_trafficker=GAP).gates}
    assert "payer_may_be_the_trafficker" in gates
