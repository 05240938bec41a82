"""The order of protection as a form: its screening reaches no client, and no place stands unasked."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.core import answer_file, office
from app.core.answers import Given
from app.core.examples import example
from app.core.forms import load_form
from app.core.interview import read
from app.core.kinds import LIST
from app.core.loader import Pairs, load
from app.core.questionnaire import Form, Question
from app.core.reach import classes
from app.core.shape import plain
from app.core.values import Gap
from app.documents import reading, template
from app.documents.draft import Draft
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
SCREENINGS = ("screening", "relief", "days")


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(ROOT, "mo/protection_order", CALCULATIONS)


def test_what_is_from_memory_is_the_condition_of_no_gate_alone(form: Form) -> None:
    for gate in form.gates:
        assert not any("not confirmed" in law for law in gate.law), gate.name


def _named(document: str) -> set[str]:
    path = ROOT / "templates/docx/mo/protection_order" / f"{document}.docx"
    return {use.path[0] for use in template.uses(path)}


def test_no_paper_but_those_for_the_office_names_a_screening(form: Form) -> None:
    for document in form.documents:
        if document.audience != "office only":
            assert not _named(document.name) & set(SCREENINGS), document.name


def test_the_screening_is_for_attorneys_alone(form: Form) -> None:
    assert classes(form)["screening"] == "counsel only"
    assert classes(form)["days"] == "counsel only"


PRIVATE = {"home_address", "safe_phone", "safe_email", "stay_name", "advocate_name",
           "work_private", "school_private", "children.child_school", "phones.phone_private"}  # fmt: skip


def test_what_identifies_the_petitioner_lies_in_the_vault(form: Form) -> None:
    assert {path for path, keep in classes(form).items() if keep == "vault"} >= PRIVATE


def test_only_the_courts_own_sheets_open_the_vault(form: Form) -> None:
    opened = {each.name for each in form.documents if each.filing == "vault"}
    assert opened == {"information_sheet", "phone_schedule"}


COMPANIONS = {
    "work_place": "work_known", "school_place": "school_known", "acts.act_place": "act_place_known",
    "phones.phone_number": "phone_known", "property_items.property_item": "property_known",
    "cases.case_where": "case_known", "respondent_home": "lives_with_now",
}  # fmt: skip


@pytest.mark.parametrize("path", COMPANIONS)
def test_each_place_is_asked_only_after_its_companion(form: Form, path: str) -> None:
    question, companion = form.question(path), _companion(form, path)
    assert question is not None
    assert question.keep == "open"
    assert companion.number < question.number
    assert COMPANIONS[path] in str(question.when)


def _companion(form: Form, path: str) -> Question:
    name = COMPANIONS[path]
    inside = f"{path.split('.')[0]}.{name}"
    found = form.question(inside) if "." in path else form.question(name)
    assert found is not None
    return found


def _asked(form: Form) -> Iterator[Question]:
    yield from (each for each in form.questions() if not each.shared and each.kind_name != "notice")


def test_every_question_cites_its_law_and_every_closed_one_says_why(form: Form) -> None:
    assert [each.path for each in _asked(form) if not each.law] == []
    closed = (each for each in _asked(form) if each.keep != "open" and each.kind_name != LIST)
    assert [each.path for each in closed if not each.why] == []


LABELS = ("ran away", "prostitut", "victim", "abuser", "batter", "runaway")


def test_no_question_accuses_or_labels(form: Form) -> None:
    said = {
        each.path: f"{each.ask} {each.help} {each.why} {' '.join(each.choices.values())}"
        for each in _asked(form)
    }
    assert [path for path, words in said.items() if any(label in words.casefold() for label in LABELS)] == []


def test_the_copy_over_sheet_names_only_what_the_respondent_may_read(form: Form) -> None:
    """It lies with the office, and what is copied from it is served."""
    known = classes(form)
    names = _named("petition_sheet") - {"office", "attorney"}
    assert {name for name in names if known[name] != "open"} == set()


def test_no_copy_over_sheet_holds_what_must_not_be_public() -> None:
    stories = sorted((ROOT / "tests/situations/mo/protection_order").glob("*.yaml"))
    found = [(path.stem, words) for path in stories for words in _never_public(path) if words in _sheet(path)]
    assert stories
    assert found == []


def _never_public(path: Path) -> list[str]:
    expected = plain(load(path))["expect"]
    return [*expected.get("never public", []), *expected.get("never printed", [])]


def _sheet(path: Path) -> str:
    golden = ROOT / "tests/golden/mo/protection_order" / path.stem / "petition_sheet.txt"
    return golden.read_text("utf-8") if golden.exists() else ""


def test_there_is_no_petition_of_our_own_and_no_fee_paper(form: Form) -> None:
    names = {document.name for document in form.documents}
    assert "petition" not in names
    assert not {name for name in names if "fee" in name}


def _drafted(form: Form, story: str, **changed: object) -> Draft:
    """A story's draft with some of its answers changed."""
    node = load(ROOT / f"tests/situations/mo/protection_order/{story}.yaml")
    assert isinstance(node, Pairs)
    answers = node.get("answers")
    assert answers is not None
    given = answer_file.read(form, answers).answers
    for name, value in changed.items():
        given = given.put(name, Given(value, "answer file"))
    profile = office.load_office(ROOT / "office.example.yaml")
    return Draft(form, ROOT, given, profile, date(2026, 11, 24))


def _said(draft: Draft, document: str) -> str:
    paper = next(each for each in (*draft.plan.papers, *draft.plan.held) if each.document == document)
    return reading.words_of_docx(draft.make(paper).docx)


def test_a_motion_to_continue_speaks_of_an_ex_parte_order_only_if_there_is_one(form: Form) -> None:
    assert "issued an ex parte order" in _said(_drafted(form, "continuance_and_change"), "continuance_motion")
    without = _drafted(form, "continuance_and_change", ex_parte_issued=False)
    assert "ex parte" not in _said(without, "continuance_motion")


def test_one_draft_cannot_both_modify_and_end_the_order(form: Form) -> None:
    both = _drafted(form, "continuance_and_change", later_papers=("modification", "termination"))
    assert {paper.document for paper in both.plan.held} == {"change_motion", "end_motion"}
    assert not _drafted(form, "continuance_and_change").plan.held


def test_an_ordinary_renewal_asks_for_the_ordinary_term(form: Form) -> None:
    said = _said(_drafted(form, "renewal", order_on_danger=False), "renewal_motion")
    assert "with all its terms, for one year" in said
    assert "lifetime" not in said


def test_the_renewal_for_a_child_says_nothing_of_findings_of_serious_danger(form: Form) -> None:
    said = _said(_drafted(form, "renewal", order_for="child"), "renewal_motion")
    assert "section 455.516" in said
    assert "serious danger" not in said
    assert "no new act" not in said


def test_the_number_of_a_client_with_an_attorney_stands_not_on_the_courts_sheet(form: Form) -> None:
    represented = _said(_drafted(form, "dana_quill_married"), "information_sheet")
    alone = _said(_drafted(form, "files_without_an_attorney"), "information_sheet")
    assert "555-0142" not in represented
    assert "555-0142" in alone


def test_the_provider_gets_no_date_of_birth(form: Form) -> None:
    draft = _drafted(form, "wireless_numbers")
    assert "555-0188" in _said(draft, "phone_schedule")
    assert "1997" not in _said(draft, "phone_schedule")
    assert "1997" in _said(draft, "information_sheet")


SLIP = "Respondent was seen in Clay County, and Pat Example told him where Ana Quill is"
PRINTS_IT = {"narrative", "proposed_terms", "danger_motion", "petition_sheet"}


def test_open_words_that_tell_the_secret_county_hold_the_papers_that_print_them(form: Form) -> None:
    draft = _drafted(form, "dana_quill_married", danger_now=SLIP)
    assert "slips_in_open_words" in {gate.name for gate in draft.interview.gates}
    assert {paper.document for paper in draft.plan.held} == PRINTS_IT
    flag = next(each for each in draft.interview.flags if each.name == "slips_in_words")
    assert not any(secret in flag.say for secret in ("Clay", "Pat", "Ana"))


def test_words_without_a_secret_hold_nothing(form: Form) -> None:
    """The control: the same paper with the words that the story has."""
    draft = _drafted(form, "dana_quill_married")
    assert not draft.plan.held
    assert "slips_in_words" not in {flag.name for flag in draft.interview.flags}


def test_a_home_that_becomes_known_is_named_with_its_basis(form: Form) -> None:
    secret = _said(_drafted(form, "files_without_an_attorney", home_known=False), "narrative")
    known = _said(_drafted(form, "files_without_an_attorney", home_known=True), "narrative")
    assert "wherever it is located." in secret
    assert "alone owns" not in secret
    assert "alone owns" in known


def test_a_custody_case_without_the_respondent_is_named_in_no_public_paper(form: Form) -> None:
    draft = _drafted(form, "child_beaten")
    said = "".join(_said(draft, name) for name in ("narrative", "child_requests", "proposed_terms"))
    assert "ase on custody" not in said
    assert "No custody order involving respondent and T.M. is pending or has been made" in said


@pytest.mark.parametrize(("filed", "said"), [(False, True), (True, False)])
def test_other_cases_are_denied_only_if_there_is_none(form: Form, filed: bool, said: bool) -> None:
    words = _said(_drafted(form, "dana_quill_married", respondent_filed=filed), "narrative")
    assert ("knows of no other court case" in words) is said


@pytest.fixture(scope="module")
def typed(form: Form) -> Draft:
    """Dana Quill's draft in which she wrote where she lives into an act."""
    node = load(ROOT / "tests/situations/mo/protection_order/dana_quill_married.yaml")
    assert isinstance(node, Pairs)
    answers = node.get("answers")
    assert answers is not None
    given = answer_file.read(form, answers).answers
    first = given.items("acts")[0]
    slip = Given("Respondent came to 418 Hidden Lane and struck petitioner", "answer file")
    profile = office.load_office(ROOT / "office.example.yaml")
    return Draft(form, ROOT, given.put("acts.act_what", slip, first), profile, date(2026, 11, 24))


def test_an_address_typed_into_an_act_is_found_in_the_attachment(typed: Draft) -> None:
    paper = next(each for each in typed.plan.papers if each.document == "narrative")
    found = typed.make(paper).findings
    assert [each.kind for each in found if each.question == "acts.act_what"] != []
    assert any(each.final or each.level == "must fix" for each in found)


def test_the_attachment_without_the_slip_has_no_such_finding(form: Form, typed: Draft) -> None:
    slip = typed.answers.items("acts")[0]
    right = Given("Respondent struck petitioner", "answer file")
    draft = replace(typed, answers=typed.answers.put("acts.act_what", right, slip))
    paper = next(each for each in draft.plan.papers if each.document == "narrative")
    assert [each for each in draft.make(paper).findings if each.level == "must fix"] == []


def test_every_open_text_that_the_respondent_reads_is_searched_for_slips(form: Form) -> None:
    """But for the number and division of the court case and the names on a telephone bill."""
    given = set(form.facts["slips"].inputs)
    read: set[str] = set()
    for document in form.documents:
        if document.audience in ("court", "other side") and document.filing == "public":
            path = ROOT / "templates/docx/mo/protection_order" / f"{document.name}.docx"
            for use in template.uses(path):
                steps = [step for step in use.path if step != "[]"]
                question = form.question(".".join(steps[:2])) or form.question(steps[0])
                if question and question.kind_name in ("text", "story") and not question.in_list:
                    read.add(question.name)
    assert "temporary_custody_facts" in read
    assert read - given == {"case_number", "division", "school_place", "work_place"}


@pytest.mark.parametrize("whose", ["petitioner_age", "respondent_age"])
def test_an_age_that_is_not_known_is_told_to_the_attorney(form: Form, whose: str) -> None:
    answers = example(form, date(2026, 11, 24)).put(whose, Given(Gap("not known"), "test"))
    raised = {each.name for each in read(form, answers, date(2026, 11, 24)).flags}
    assert "age_unknown" in raised
    known = read(form, example(form, date(2026, 11, 24)), date(2026, 11, 24))
    assert "age_unknown" not in {each.name for each in known.flags}
