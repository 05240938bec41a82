"""What a changed template is compared by: the stories of the checkout, or the form’s own examples."""

from datetime import date
from pathlib import Path

import pytest

from app.casework import forms, situations
from app.casework.situations import EXAMPLE, Situations
from app.core.office import EMPTY
from tests.casework import proposed

TODAY = date(2026, 11, 2)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return proposed.lay_out(tmp_path)


def found(root: Path) -> Situations:
    return situations.of(root, forms.current(root, proposed.NAME), EMPTY, TODAY)


def test_every_story_is_told_with_its_answers_and_its_day(root: Path) -> None:
    told = found(root).told
    assert [each.name for each in told] == ["baker", "cook"]
    assert [each.today for each in told] == [TODAY, TODAY]
    given = told[0].answers.get("job")
    assert given is not None
    assert given.value == "baker"


def test_a_form_without_stories_is_compared_by_its_examples(root: Path) -> None:
    for path in (root / situations.FOLDER / proposed.NAME).iterdir():
        path.unlink()
    (only,) = found(root).told
    assert only.name == EXAMPLE
    assert only.answers.get("town") is not None


@pytest.mark.parametrize(
    "text", ["a: b", "today: never\nanswers: {}", "answers: {jab: cook}\ntoday: 2026-11-02", "["]
)
def test_a_story_that_cannot_be_told_is_named_with_why(root: Path, text: str) -> None:
    (root / situations.FOLDER / proposed.NAME / "cook.yaml").write_text(text, "utf-8")
    ((name, sentence),) = found(root).untold
    assert name == "cook"
    assert sentence
    assert [each.name for each in found(root).told] == ["baker"]
