"""What templates may name: shapes, gaps, blanks, and what is kept away from whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.forms import form_from
from app.core.kinds import KINDS, Settings
from app.core.places import Mistakes
from app.core.question_builder import RESERVED
from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import plain, template
from app.documents.context import Contexts
from app.documents.plain_values import emptied, mark, plain_of, shape_of
from app.law.catalogue import CALCULATIONS
from app.law.final_pay import FinalPayResult
from app.law.wages import WageResult
from tests.documents.packet import small
from tests.documents.packet.conftest import DraftOf


def context(drafted: DraftOf, document: str = "letter", **changed: str | None) -> dict[str, object]:
    draft = drafted(**changed)
    spec = draft.form.document(document)
    assert spec
    return draft.contexts.for_document(spec).data


def test_a_name_is_given_whole_and_by_its_parts(drafted: DraftOf) -> None:
    assert context(drafted)["client_name"] == {
        "full": "Ana Sample", "first": "Ana", "middle": "", "last": "Sample", "suffix": "",
    }  # fmt: skip


def test_a_gap_prints_its_mark_in_every_part_that_would_print(drafted: DraftOf) -> None:
    found = context(drafted, employer_address="{gap: not known}")["employer_address"]
    assert isinstance(found, dict)
    assert found["line"] == f"{GAP_OPEN}to be confirmed: employer's address{GAP_CLOSE}"
    assert found["unit"] == ""


def test_a_blank_prints_nothing_in_the_same_shape(drafted: DraftOf) -> None:
    found = context(drafted, story="''", job="''")
    assert found["story"] == []
    assert found["job"] == ""


def test_a_yes_or_no_that_is_a_gap_is_no(drafted: DraftOf) -> None:
    assert context(drafted, tipped="{gap: not known}")["tipped"] is False


def test_an_answer_off_the_path_is_absent(drafted: DraftOf) -> None:
    assert "court_name" not in context(drafted)
    assert context(drafted, asks_court="yes")["court_name"] == "Circuit Court of Nowhere"


def test_a_paper_gets_only_what_its_template_names(drafted: DraftOf) -> None:
    draft = drafted()
    spec = draft.form.document("exhibit")
    assert spec
    paper = draft.plan.paper("exhibit")
    assert paper
    uses = template.uses(draft.source(paper))
    narrowed = draft.contexts.for_document(spec).narrowed(uses)
    assert set(narrowed) == {"weeks", "office"}
    assert narrowed["office"] == {"name": "Prairie Lantern"}


def test_a_list_has_its_items_with_their_answers_and_facts(drafted: DraftOf) -> None:
    weeks = context(drafted)["weeks"]
    assert weeks == [
        {"hours": "44.00", "note": "", "long_week": True},
        {"hours": "30.00", "note": "", "long_week": False},
    ]


def test_a_calculation_that_is_a_gap_keeps_its_shape_with_marks(drafted: DraftOf) -> None:
    found = context(drafted, started="{gap: not known}")["pay_by"]
    assert isinstance(found, dict)
    assert found["day_text"] == f"{GAP_OPEN}to be confirmed: The day to pay by{GAP_CLOSE}"
    assert found["inexact"] is False


def test_a_letter_does_not_see_what_was_told_in_confidence(drafted: DraftOf) -> None:
    found = context(drafted)
    assert not {"chosen_name", "born_on", "danger", "home", "safe_phone"} & set(found)


def test_a_fact_is_kept_from_those_who_may_not_see_what_it_rests_on(drafted: DraftOf) -> None:
    assert "in_danger" not in context(drafted)
    assert context(drafted, "steps").keys() >= {"chosen_name", "has_story"}


@pytest.mark.parametrize("document", ["petition", "letter", "steps"])
def test_the_vault_is_in_no_context(drafted: DraftOf, document: str) -> None:
    assert not {"home", "safe_phone"} & set(context(drafted, document))


def test_a_paper_that_reveals_sees_everything_but_the_vault(drafted: DraftOf) -> None:
    draft = drafted()
    found = draft.contexts.for_document(_revealing(draft.form.documents[1])).data
    assert {"danger", "chosen_name", "in_danger"} <= set(found)
    assert not {"home", "safe_phone"} & set(found)


def test_the_attorney_is_the_one_the_choice_names(drafted: DraftOf) -> None:
    found = context(drafted)["attorney"]
    assert isinstance(found, dict)
    assert found["name"] == "Morgan Tessel"


def test_an_attorney_the_profile_does_not_have_is_a_gap(drafted: DraftOf) -> None:
    found = context(drafted, signing_attorney='"12345"')["attorney"]
    assert isinstance(found, dict)
    assert str(found["name"]).startswith(GAP_OPEN)


def test_an_office_that_said_nothing_is_all_gaps() -> None:
    from app.core.office import EMPTY
    from app.documents.office_context import office_context

    found = office_context(EMPTY)
    assert found["name"] == mark("name of the office")
    assert found["fax"] == ""


def test_which_papers_are_made_can_be_asked(drafted: DraftOf) -> None:
    assert context(drafted)["made"] == {"petition": False, "letter": True, "exhibit": True, "steps": True}


def test_a_preview_marks_what_is_not_answered_yet(drafted: DraftOf) -> None:
    draft = drafted(rate=None)
    spec = draft.form.document("letter")
    assert spec
    shown = Contexts(draft.interview, draft.office, preview=True).for_document(spec).data
    assert shown["rate"] == mark("hourly rate")
    assert "rate" not in draft.contexts.for_document(spec).data


@pytest.mark.parametrize("name", ["petition", "letter", "exhibit", "steps"])
def test_every_context_is_plain_data(drafted: DraftOf, name: str) -> None:
    plain.check(context(drafted, name))


@pytest.mark.parametrize("result", [WageResult, FinalPayResult])
def test_the_shape_of_an_absent_result_is_plain_and_has_every_field(result: type) -> None:
    made = shape_of(result, "")
    plain.check(made)
    assert set(made) == set(result.__dataclass_fields__)  # type: ignore[attr-defined]


@given(st.sampled_from(sorted(set(KINDS) - {"notice"})))
def test_an_emptied_answer_has_the_shape_of_a_given_one(kind: str) -> None:
    settings = Settings(choices={"one": "One"})
    given_one = KINDS[kind].plain(KINDS[kind].read(KINDS[kind].example(settings), settings), settings)
    empty = emptied(given_one)
    assert type(empty) is type(given_one)
    assert not any(empty.values()) if isinstance(empty, dict) else not empty


def test_a_gap_mark_pipes_nothing_from_other_answers() -> None:
    assert "{" not in mark("When did {employer} begin?")


def test_none_in_a_result_prints_nothing() -> None:
    assert plain_of(None) == ""


def _revealing(spec: object) -> object:
    from dataclasses import replace

    return replace(spec, reveals=("Rule 1: the court asked for it",))  # type: ignore[type-var]


@pytest.mark.parametrize("name", RESERVED)
@pytest.mark.parametrize("taken", ["    job: {ask", "  has_story: {means"])
def test_no_question_or_fact_may_take_a_name_that_papers_use(name: str, taken: str) -> None:
    word = taken.split(":")[0].strip()
    text = small.FORM.replace(taken, taken.replace(word, name))
    with pytest.raises(Mistakes, match=f"`{name}` means something else in every paper"):
        form_from({small.FILE: text.encode()}, small.NAME, CALCULATIONS)
