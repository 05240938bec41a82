"""Proposed judgments and orders, once released, are the court's own: no mark, no office, empty lines."""

import re
from pathlib import Path

import pytest

from app.core.forms import load_form, names
from app.documents import reading
from app.law.catalogue import CALCULATIONS
from tests.documents.finished.conftest import Finished
from tests.documents.finished.stories import ROOT

OFFICE = re.compile(r"DRAFT|Prairie Lantern|Missouri Bar No|Respectfully submitted", re.IGNORECASE)
JUDGE = re.compile(r"^Judge\b", re.MULTILINE)
FILLED = re.compile(r"(?:Dated?|So ordered on):? *[A-Z][a-z]+ \d")


@pytest.fixture(scope="module")
def proposed(both: Finished) -> dict[str, str]:
    """The words of the clean copies of every paper that a judge would sign."""
    wanted = {
        f"{name}/{document.name}"
        for name in names(Path(ROOT))
        for document in load_form(ROOT, name, CALCULATIONS).documents
        if document.audience == "court" and re.match(r"Proposed (?:judgment|order)", document.title)
    }
    clean = {
        name: reading.words_of_docx(data)
        for name, data in both.words.items()
        if name.endswith(", clean") and name.rpartition(": ")[2].partition(",")[0] in wanted
    }
    assert {name.rpartition(": ")[2].partition(",")[0] for name in clean} == wanted
    return clean


def test_none_bears_a_mark_of_a_draft_or_of_the_office(proposed: dict[str, str]) -> None:
    assert {name: OFFICE.findall(text) for name, text in proposed.items() if OFFICE.search(text)} == {}


def test_each_has_a_line_for_the_judge_and_no_day(proposed: dict[str, str]) -> None:
    assert [name for name, text in proposed.items() if not JUDGE.search(text)] == []
    assert [name for name, text in proposed.items() if FILLED.search(text)] == []


def test_an_office_s_line_would_be_noticed(both: Finished) -> None:
    petitions = [data for name, data in both.words.items() if "/petition, clean" in name]
    assert petitions
    assert all(OFFICE.search(reading.words_of_docx(data)) for data in petitions)
