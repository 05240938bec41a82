"""Corner cases are complete answers at the ends of what a form allows."""

from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from app.core import corners, interview
from app.core.forms import load_form, names
from app.core.interview import Interview
from app.core.values import Blank, Gap
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 12, 1)
FORMS = names(ROOT)


@lru_cache
def reading(form: str, corner: str) -> Interview:
    loaded = load_form(ROOT, form, CALCULATIONS)
    return interview.read(loaded, corners.answers(loaded, corner, TODAY), TODAY)


@pytest.mark.parametrize("corner", corners.CORNERS)
@pytest.mark.parametrize("form", FORMS)
def test_a_corner_case_is_complete(form: str, corner: str) -> None:
    found = reading(form, corner)
    assert (found.missing, found.broken) == ((), ())


@pytest.mark.parametrize("form", FORMS)
def test_the_shortest_asks_less_than_the_longest(form: str) -> None:
    asked = {corner: len(reading(form, corner).asked) for corner in ("shortest", "gaps", "longest")}
    assert asked["shortest"] < asked["longest"]
    assert asked["gaps"] < asked["longest"]


def sizes(found: Interview) -> dict[str, int]:
    """How many items each list that is asked has, of those that may have any number."""
    lists = (asked.question for asked in found.asked if asked.question.is_list)
    return {each.name: len(found.answers.items(each.name)) for each in lists if not each.least}


@pytest.mark.parametrize("form", FORMS)
def test_lists_are_empty_single_or_long_as_the_corner_says(form: str) -> None:
    assert set(sizes(reading(form, "empty-lists")).values()) <= {0}
    assert set(sizes(reading(form, "one-item")).values()) == {1}
    assert max(sizes(reading(form, "many-items")).values()) > 1


@pytest.mark.parametrize("form", FORMS)
def test_whatever_may_be_open_is_open_in_the_corners_that_say_so(form: str) -> None:
    blanks, gaps = reading(form, "blanks"), reading(form, "gaps")
    assert any(isinstance(asked.value, Blank) for asked in blanks.asked)
    assert all(isinstance(each.value, Gap) for each in gaps.asked if each.question.unsure)


@pytest.mark.parametrize("form", FORMS)
def test_hostile_words_stand_in_the_answers_as_they_are(form: str) -> None:
    texts = [asked.value for asked in reading(form, "hostile-words").asked]
    assert "O'Brien & Daughter <LLC>" in texts


def test_no_corner_names_the_file_of_an_exhibit_that_nobody_brings() -> None:
    files = [
        each for each in reading("mo/name_change", "longest").asked if each.question.path == corners.FILE
    ]
    assert files
    assert all(isinstance(each.value, Blank) for each in files)


def test_a_case_that_cannot_be_found_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "questionnaires" / "mo"
    folder.mkdir(parents=True)
    (folder / "never.yaml").write_text(
        "form: mo/never\ntitle: Never\nauthority: RSMo 408.020\nsections:\n  - section: One\n    keep: open\n"
        "    word:\n      ask: Which word?\n      kind: text\n      example: house\n      must:\n"
        "        - {that: word is tree, say: Write tree.}\n"
    )
    form = load_form(tmp_path, "mo/never", CALCULATIONS)
    with pytest.raises(corners.NoCorner, match=r"Write tree\."):
        corners.answers(form, "shortest", TODAY)
