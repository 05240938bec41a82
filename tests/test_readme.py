"""The README explains every word of the language and every command, and names only tests that exist."""

import re
from pathlib import Path

import click
import pytest

from app.cli import main
from app.core.conditions import COMPARISONS
from app.core.kinds import KINDS
from app.core.shape import DocumentShape, FactShape, FlagShape, GateShape, QuestionShape, SectionShape, Shape

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def words(shape: type[Shape]) -> list[str]:
    return [field.alias or name for name, field in shape.model_fields.items()]


SHAPES = (QuestionShape, SectionShape, FactShape, FlagShape, GateShape, DocumentShape)


@pytest.mark.parametrize("word", sorted({word for shape in SHAPES for word in words(shape)}))
def test_every_word_of_the_language_is_explained(word: str) -> None:
    assert re.search(rf"`{re.escape(word)}\b", README)


@pytest.mark.parametrize("word", [*KINDS, *COMPARISONS])
def test_every_kind_and_comparison_is_named(word: str) -> None:
    assert f"{word}`" in README


@pytest.mark.parametrize("command", main.list_commands(click.Context(main)))
def test_every_command_is_named(command: str) -> None:
    assert f"draftwell {command}" in README or f"`{command}`" in README


def test_every_proof_the_readme_names_exists() -> None:
    for path in re.findall(r"tests/[a-z_/]+(?:\.py)?", README):
        assert (ROOT / path).exists(), path


def test_every_picture_the_readme_shows_exists() -> None:
    for path in re.findall(r"\]\((docs/[^)]+)\)", README):
        assert (ROOT / path).is_file(), path
