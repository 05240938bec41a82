"""`draftwell reference` names every word of the language, each with its sentence, from the code itself."""

from pathlib import Path

import pytest

from app.commands.reference_parts import SHAPES
from app.core import form_words, shape
from app.core.conditions import COMPARISONS, MEANINGS
from app.core.faults import RULES
from app.core.kinds import KINDS, LIST
from app.core.shape import Shape
from app.documents import styles
from app.documents.environment import LOOP_PARTS
from app.documents.filters import FILTERS
from app.documents.layouts import LAYOUTS
from app.law.catalogue import CALCULATIONS
from tests.cli.checkouts import REPOSITORY, Run


@pytest.fixture
def printed(run: Run) -> str:
    return run("reference").stdout


def test_the_committed_reference_is_what_the_command_prints(printed: str) -> None:
    kept = (REPOSITORY / "docs/language.md").read_text("utf-8")
    assert kept == printed, "run: draftwell reference --out docs/language.md"


def test_out_writes_the_same_words_to_a_file(run: Run, printed: str, tmp_path: Path) -> None:
    assert run("reference", "--out", tmp_path / "l.md").exit_code == 0
    assert (tmp_path / "l.md").read_text("utf-8") == printed


@pytest.mark.parametrize("part", SHAPES, ids=lambda part: part.__name__)
def test_every_word_of_a_form_file_has_one_sentence(part: type[Shape]) -> None:
    said = {name: field.description or "" for name, field in part.model_fields.items()}
    assert {name: sentence for name, sentence in said.items() if not sentence.endswith(".")} == {}


def test_every_shape_of_a_form_file_is_in_the_reference() -> None:
    known = {each for each in Shape.__subclasses__() if each.__module__ == form_words.__name__}
    assert known == set(SHAPES)
    assert shape.QuestionShape in known


def test_every_comparison_has_its_meaning() -> None:
    assert list(MEANINGS) == list(COMPARISONS)


def test_everything_an_author_can_write_is_named(printed: str) -> None:
    paragraphs = [*styles.PARAGRAPHS, *styles.TABLES, *styles.CHARACTERS]
    names = [*KINDS, LIST, *COMPARISONS, *LAYOUTS, *paragraphs, *(f"loop.{part}" for part in LOOP_PARTS)]
    filters = [f"{{{{ name \\| {name} }}}}" for name in FILTERS]
    assert [name for name in (*names, *filters) if f"`{name}`" not in printed] == []


def test_every_rule_of_the_check_is_named(printed: str) -> None:
    assert [name for name in RULES if f"| {name} | {RULES[name]} |" not in printed] == []


def test_every_calculation_is_named_with_its_inputs_and_fields(printed: str) -> None:
    chapters = {part.split("\n")[0]: part for part in printed.split("\n### ")}
    assert set(CALCULATIONS) <= set(chapters)
    for name, calculation in CALCULATIONS.items():
        assert [each for each in calculation.inputs if f"`{each}`" not in chapters[name]] == []
        fields = calculation.result.__dataclass_fields__  # type: ignore[attr-defined]
        assert [each for each in fields if f"`.{each}`" not in chapters[name]] == []
