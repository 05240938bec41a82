"""Hebrew, read back from a PDF, says what the Word file says, and a real difference is still seen."""

from pathlib import Path

import pytest

from app.documents import pdf, reading, twin, word
from app.documents.rightward import turned
from tests.documents.packet import small

SAYINGS = (
    "\u05e9\u05dc\u05d5\u05dd",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
    "\u05e8\u05d7\u05d5\u05d1 12 \u05ea\u05dc \u05d0\u05d1\u05d9\u05d1",
    "\u05e9\u05dc\u05d5\u05dd (\u05d1\u05d9\u05ea) abc \u05e2\u05d5\u05dc\u05dd",
    "\u05d1\u05b0\u05bc\u05e8\u05b5\u05d0\u05e9\u05b4\u05c1\u05d9\u05ea",
    "\u05d0\u05d1\u05d0 $12.50, \u05d5\u05e2\u05d5\u05d3",
    "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd " * 60,
    "\u0645\u0631\u062d\u0628\u0627 12 \u0628\u0643",
    "k\u0361p and e\u0361",
    "a\u034fb",
)
"""Words from the right, with figures, brackets, points, over several lines; and marks over two letters."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = small.lay_out(tmp_path_factory.mktemp("rightward") / "root")
    return small.template(root, "letter", "letter", ["To {{ said }} here.", "{{ said }}"])


@pytest.mark.parametrize("said", SAYINGS)
def test_both_files_say_the_same(template: Path, said: str) -> None:
    docx = word.render(template, {"said": said}, title="T")
    made = pdf.render(twin.twin_path(template), {"said": said}, title="T")
    assert reading.difference(docx, made.data) is None


def test_a_pdf_with_another_word_is_told_apart(template: Path) -> None:
    docx = word.render(template, {"said": SAYINGS[0]}, title="T")
    made = pdf.render(twin.twin_path(template), {"said": SAYINGS[0][:-1] + "\u05de"}, title="T")
    assert reading.difference(docx, made.data)


@pytest.mark.parametrize(
    ("expected", "found"),
    [("abc", "cba"), ("\u05d0\u05d1\u05d2", "\u05d1\u05d0\u05d2"), ("\u05d0\u05d1 12", "21 \u05d1\u05d0")],
)
def test_only_whole_words_from_the_right_are_turned(expected: str, found: str) -> None:
    assert turned(expected, 0, found, 0) == 0


def test_a_word_with_the_same_letter_at_both_ends_is_turned() -> None:
    assert turned("\u05d0\u05d1\u05d2\u05d0", 1, "\u05d0\u05d2\u05d1\u05d0", 1) == 3


def test_words_are_not_turned_over_the_end_of_a_line_or_paragraph() -> None:
    assert turned("\u05d0\n\u05d1", 0, "\u05d1\n\u05d0", 0) == 0
    assert turned("\u05d0 \u05d1", 0, "\u05d1\u2028\u05d0", 0) == 0
