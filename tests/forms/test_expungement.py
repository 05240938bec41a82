"""What the form for closing criminal records promises beside what every form for a court does."""

from datetime import date
from pathlib import Path

import pytest

from app.core import answer_file
from app.core.answers import Given
from app.core.examples import example
from app.core.interview import read
from app.core.loader import Pairs, load
from app.core.reach import classes
from app.core.values import Gap, Value
from app.documents import template
from tests.forms.stories import ROOT, loaded

FORM = loaded("mo/expungement")
TEMPLATES = ROOT / "templates" / "docx" / "mo" / "expungement"
GOLDEN = ROOT / "tests" / "golden" / "mo" / "expungement"
PETITIONS = ("petition", "petition_arrest", "petition_minor", "petition_false_arrest")


def named(document: str) -> set[str]:
    """Every name a paper's template reads."""
    return {use.path[0] for use in template.uses(TEMPLATES / f"{document}.docx")}


def test_the_example_is_complete_and_raises_no_gate() -> None:
    today = date(2026, 12, 1)
    interview = read(FORM, example(FORM, today), today)
    assert interview.complete
    assert interview.gates == ()


@pytest.mark.parametrize("document", [each.name for each in FORM.documents if each.audience == "client"])
def test_no_paper_for_the_client_reads_a_charge_or_the_screening(document: str) -> None:
    kept = {name for name, keep in classes(FORM).items() if keep in ("counsel only", "vault")}
    assert {"charges", "routes", "pending_charges"} <= kept
    assert named(document) & (kept | {"papers"}) == set()


def test_what_was_done_to_the_client_stands_in_the_closed_declaration_alone() -> None:
    readers = {each.name for each in FORM.documents if "coercion_facts" in named(each.name)}
    assert readers == {"supporting_declaration"}
    spec = next(each for each in FORM.documents if each.name == "supporting_declaration")
    assert spec.filing == "confidential"


def test_only_the_vault_sheet_reads_the_home_address() -> None:
    readers = {each.name for each in FORM.documents if "home_address" in named(each.name)}
    assert readers == {"filing_sheet"}


@pytest.mark.parametrize("document", PETITIONS)
def test_every_petition_is_made_twice_and_redacted_in_public(document: str) -> None:
    spec = next(each for each in FORM.documents if each.name == document)
    assert spec.twins
    assert "birth_date" in named(document)


def test_a_charge_that_fails_keeps_the_petition_of_its_court_away_and_no_other() -> None:
    petitions = sorted(path.stem for path in (GOLDEN / "one_charge_sinks_its_court").glob("petition_*.txt"))
    assert petitions == ["petition_1", "petition_1_unredacted"]
    text = Path(GOLDEN / "one_charge_sinks_its_court" / "petition_1.txt").read_text("utf-8")
    assert "JACKSON COUNTY" in text
    assert "Identity theft" not in text


def test_a_client_who_files_alone_has_no_attorney_in_any_paper_for_the_court() -> None:
    folder = GOLDEN / "she_files_herself"
    court = [each.name for each in FORM.documents if each.audience == "court"]
    texts = [path.read_text("utf-8") for path in folder.glob("*.txt") if path.stem.split("_1")[0] in court]
    assert texts
    assert [text for text in texts if "Tessel" in text or "Prairie Lantern" in text] == []


def sheet(story: str) -> str:
    """The words of a story's sheet for the client."""
    return (GOLDEN / story / "next_steps.txt").read_text("utf-8")


ON_140, ON_131, ON_122 = "must close its file", "the law treats you as if", "must destroy the record"


@pytest.mark.parametrize(
    ("story", "words", "foreign"),
    [
        ("ana_brook", ON_140, (ON_131, ON_122)),
        ("dee_ellis", ON_140, (ON_131, ON_122)),
        ("bea_cole", "The law then treats you as if", (ON_140, ON_122, "six months", "To most bosses")),
        ("false_arrest", ON_122, (ON_140, ON_131, "six months", "To most bosses", "not torn up")),
    ],
)
def test_the_client_reads_what_the_law_of_her_own_paper_does_and_no_other(
    story: str, words: str, foreign: tuple[str, ...]
) -> None:
    assert words in sheet(story)
    assert [each for each in foreign if each in sheet(story)] == []


def test_a_client_for_whom_nothing_is_filed_is_told_of_no_hearing_and_no_oath() -> None:
    text = sheet("fines_still_owed")
    assert [each for each in ("oath", "hearing", "After a yes") if each in text] == []
    assert all(each in sheet("ana_brook") for each in ("oath", "hearing", "After a yes"))


HELD = ("charged_after_the_arrest",)


@pytest.mark.parametrize(("answer", "gates"), [(False, ()), (True, HELD), (Gap("not known"), HELD)])
def test_a_charge_after_the_arrest_holds_the_petition_that_swears_there_was_none(
    answer: Value, gates: tuple[str, ...]
) -> None:
    story = load(ROOT / "tests" / "situations" / "mo" / "expungement" / "dee_ellis.yaml")
    assert isinstance(story, Pairs)
    told = story.get("answers")
    assert told is not None
    answers = answer_file.read(FORM, told).answers.put("charged_since_arrest", Given(answer))
    interview = read(FORM, answers, date(2026, 12, 1))
    assert tuple(gate.name for gate in interview.gates) == gates


def test_the_number_of_a_case_that_is_closed_already_stands_in_the_unredacted_petition_alone() -> None:
    folder = GOLDEN / "doubtful_charge_left_out"
    public = [folder / f"{name}.txt" for name in ("petition_1", "judgment_1")]
    assert all("1516-CR00345" not in path.read_text("utf-8") for path in public)
    assert "1516-CR00345" in (folder / "petition_1_unredacted.txt").read_text("utf-8")


def test_nobody_promises_the_client_that_her_story_stays_closed() -> None:
    asked = [FORM.question(name) for name in ("coercion_facts", "consent_to_use_trafficking_facts")]
    words = " ".join(f"{each.read_by} {each.help}" for each in asked if each is not None)
    assert "We ask the judge to keep it closed" in words
    assert "the judge decides that" in words
    assert "filed closed" not in words
