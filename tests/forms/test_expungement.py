"""What the form for closing criminal records promises beside what every form for a court does."""

from datetime import date
from pathlib import Path

import pytest

from app.core.examples import example
from app.core.interview import read
from app.core.reach import classes
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
