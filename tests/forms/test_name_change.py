"""What the change of name promises as a form: no same name, nothing told to all, screening for attorneys."""

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
from app.core.interview import read
from app.core.loader import load
from app.core.questionnaire import Form
from app.core.reach import classes
from app.core.reading import Interview
from tests.forms.stories import ROOT, loaded

TODAY = date(2026, 11, 24)
GOLDEN = ROOT / "tests" / "golden" / "mo" / "name_change"
GAP = {"gap": "not known"}


@cache
def form() -> Form:
    return loaded("mo/name_change")


def told(folder: Path, **changed: Any) -> Interview:
    """The example read with some of its answers changed."""
    answers = as_file(form(), example(form(), TODAY)) | changed
    path = folder / "answers.yaml"
    path.write_text(json.dumps(answers), encoding="utf-8")
    file = answer_file.read(form(), load(path), "person")
    assert not file.mistakes
    return read(form(), file.answers, TODAY)


def refusals(interview: Interview) -> list[str]:
    return [broken.sentence for broken in interview.broken]


def test_the_form_has_no_mistakes() -> None:
    assert [str(mistake) for mistake in check(form())] == []


def test_the_example_is_complete_and_raises_no_gate() -> None:
    interview = read(form(), example(form(), TODAY), TODAY)
    assert interview.complete
    assert interview.gates == ()


def test_the_name_one_has_is_no_new_name(tmp_path: Path) -> None:
    same = {"first": "dana", "middle": "Lee", "last": "MARSH"}
    found = refusals(told(tmp_path, new_name=same))
    assert found == ["This is the name you have now. Write the name you want, or leave this form."]


@pytest.mark.parametrize("last", ["F13ld", "Field!", "F@eld"])
def test_a_new_name_takes_no_numbers_and_signs(tmp_path: Path, last: str) -> None:
    found = refusals(told(tmp_path, new_name={"first": "Dana", "last": last}))
    assert [sentence[:44] for sentence in found] == ["A new name takes letters, hyphens, periods a"]


def test_a_name_whose_letters_were_not_checked_goes_no_further(tmp_path: Path) -> None:
    assert refusals(told(tmp_path, new_name_checked="no")) == [
        "Go back to the question before and correct the name first."
    ]


@pytest.mark.parametrize("fact", ["screening", "days", "someone_did_harm", "consent_form_due"])
def test_what_the_screening_says_is_for_the_attorney_alone(fact: str) -> None:
    assert classes(form())[fact] == "counsel only"


def test_what_closed_papers_need_stays_closed() -> None:
    kept = {question.name: question.keep for question in form().questions()}
    assert kept["id_number"] == kept["home_address"] == "vault"
    assert kept["social_security"] == "confidential"
    told_once = (
        "birth_date",
        "child_name",
        "minor_name",
        "what_happened",
        "harm_by",
        "protection_order_case",
    )
    assert {kept[name] for name in told_once} == {"confidential"}


def test_a_sentence_on_convictions_that_may_be_false_must_be_fixed(tmp_path: Path) -> None:
    for record in (["felony"], GAP):
        raised = {
            each.name
            for each in told(
                tmp_path, say_no_convictions="yes", record_kinds=record, record_from_harm="no"
            ).flags
        }
        assert "convictions_sentence" in raised


@pytest.mark.parametrize("said", ["no", GAP])
def test_who_would_not_go_on_or_did_not_say_stops_every_filing(tmp_path: Path, said: Any) -> None:
    changed = {"harm_kinds": ["hurt"], "harm_by": ["partner"], "if_published": said}
    assert "would_not_go_on_if_published" in {each.name for each in told(tmp_path, **changed).gates}


@pytest.mark.parametrize("name", ["safe_now", "no_harm", "no_fraud"])
def test_what_is_not_known_raises_its_gate(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, **{name: GAP}).gates


FEARED = {"harm_kinds": ["hurt"], "harm_by": ["co_parent"]}


def flags(interview: Interview) -> set[str]:
    return {each.name for each in interview.flags}


def test_the_other_parent_as_the_person_feared_stops_filing_without_another_question(tmp_path: Path) -> None:
    interview = told(tmp_path, **FEARED)
    assert "child_with_the_person_feared" in {each.name for each in interview.gates}
    assert "shares_child" not in {each.question.name for each in interview.asked}


def test_no_children_and_a_co_parent_cannot_both_be_sworn(tmp_path: Path) -> None:
    assert "no_child_and_co_parent" in flags(told(tmp_path, **FEARED, has_children="no"))
    assert "no_child_and_co_parent" not in flags(told(tmp_path, **FEARED))


CHILD = {
    "minor_name": {"first": "Sam", "last": "Marsh"}, "minor_new_name": {"first": "Sam", "last": "Field"},
    "minor_age": "8", "minor_role": "guardian",
}  # fmt: skip


def family(folder: Path, **changed: Any) -> Interview:
    answers = {"petition_for": "family", "minors": [CHILD], "harm_kinds": ["hurt"], "harm_by": ["spouse"]}
    return told(folder, **answers, **changed)


@pytest.mark.parametrize(("exempt", "raised"), [("no", True), ("yes", False)])
def test_a_childs_notice_never_prints_the_name_that_the_parents_papers_keep(
    tmp_path: Path, exempt: str, raised: bool
) -> None:
    interview = family(tmp_path, plead_classes=["class_3"], minor_exemption=exempt)
    assert ("minor_publication_tells" in flags(interview)) is raised


def test_a_guardian_is_told_of_both_parents(tmp_path: Path) -> None:
    assert "minor_guardian" in flags(family(tmp_path))


def test_harm_to_a_child_by_a_stranger_is_put_to_the_attorney(tmp_path: Path) -> None:
    answers = {"harm_kinds": ["hurt"], "harm_by": ["none"], "harm_under_18": "yes"}
    assert "class_2_by_whom" in flags(told(tmp_path, **answers, harm_by_carer="no"))
    assert "class_2_by_whom" not in flags(told(tmp_path, **answers, harm_by_carer="yes"))


def test_another_name_at_birth_and_no_change_is_put_to_the_attorney(tmp_path: Path) -> None:
    assert "birth_name_and_no_change" in flags(told(tmp_path, same_birth_name="no", had_changes="no"))


def test_the_client_is_asked_for_safety_before_anything_else() -> None:
    first = next(each for each in form().questions() if each.kind_name != "notice")
    assert first.name == "safe_now"


def public(name: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(GOLDEN.glob(f"*/{name}.txt"))]


@pytest.mark.parametrize("name", ["petition", "judgment", "redaction_certificate", "publication_request"])
def test_no_word_of_what_was_done_stands_where_all_can_read_it(name: str) -> None:
    papers = public(name)
    assert papers
    told_of = re.compile(r"\b(abuse\w*|beat|stalk\w*|traffick\w*|violen\w*|convict\w*|hurt)\b", re.IGNORECASE)
    assert [told_of.findall(text) for text in papers if told_of.search(text)] == []


def test_the_confidential_affidavit_would_fail_that_test() -> None:
    assert any("beat" in text for text in public("affidavit"))


def test_a_request_for_publication_holds_no_address() -> None:
    notices = [re.search(r"Notice of change of name\..*", text) for text in public("publication_request")]
    assert notices
    assert [notice[0] for notice in notices if notice and re.search(r"\b\d{5}\b|Box|Street", notice[0])] == []


GUILT = re.compile(r"convict|found guilty|pleaded guilty", re.IGNORECASE)


def test_no_petition_speaks_of_convictions_unless_the_attorney_chose_it() -> None:
    petitions = sorted((ROOT / "tests" / "golden" / "mo" / "name_change").glob("*/petition*.txt"))
    assert petitions
    assert [path.parent.name for path in petitions if GUILT.search(path.read_text("utf-8"))] == []


def test_the_template_has_the_sentence_for_the_attorney_s_yes_alone() -> None:
    """The control: the words are there, right behind the choice."""
    twin = (ROOT / "templates" / "html" / "mo" / "name_change" / "petition.html").read_text("utf-8")
    before, _, after = twin.partition("{% if say_no_convictions %}")
    assert GUILT.search(after.partition("{% endif %}")[0])
    assert not GUILT.search(before + after.partition("{% endif %}")[2])
