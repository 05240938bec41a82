"""A finished file is read back word for word, and the smallest difference between the two faces is found."""

from pathlib import Path

import pytest

from app.documents import numbering, package, pdf, reading, word
from app.documents.errors import BrokenDocument
from tests.documents.engine.conftest import Template
from tests.documents.engine.papers import LETTER, PLEADING, with_twin


def both(docx: Path, context: dict[str, object]) -> tuple[bytes, bytes]:
    return word.render(docx, context, title="T"), pdf.render(with_twin(docx), context, title="T").data


def test_the_letter_says_the_same_in_both(letter: Path) -> None:
    docx, made = both(letter, LETTER)
    assert reading.difference(docx, made) is None
    assert reading.words_of_docx(docx) == reading.words_of_pdf(made)


def test_the_petition_says_the_same_in_both_over_several_pages(pleading: Path) -> None:
    docx, made = both(pleading, PLEADING)
    assert reading.difference(docx, made) is None
    assert "7. Fact 7 of the petition" in reading.words_of_docx(docx)


@pytest.mark.parametrize(
    "change",
    [
        ("Keep every", "Keep evry"),
        ("$185.18.", "$185.81."),
        ("1 First Street", "1  First  Street x"),
        ("Read on.", "Read on"),
    ],
)
def test_a_difference_is_found_and_placed(
    letter_docx: bytes, letter_pdf: pdf.Pdf, change: tuple[str, str]
) -> None:
    parts = package.unpack(letter_docx)
    changed = parts[package.MAIN].replace(change[0].encode(), change[1].encode())
    assert changed != parts[package.MAIN]
    found = reading.difference(package.pack({**parts, package.MAIN: changed}), letter_pdf.data)
    assert found is not None
    assert "the Word file says" in found


def test_a_paragraph_that_is_missing_is_found(letter_pdf: pdf.Pdf, letter: Path) -> None:
    shorter = word.render(letter, {**LETTER, "story": []}, title="T")
    assert "First paragraph" in (reading.difference(shorter, letter_pdf.data) or "")


def test_numbers_of_lists_are_part_of_the_words(template: Template) -> None:
    rows = [
        ("a", "List intro"),
        ("b", "Numbered point"),
        ("c", "Lettered point"),
        ("d", "Lettered point"),
        ("e", "Numbered point"),
        ("f", "Lettered point"),
        ("g", "List intro"),
        ("h", "Numbered point"),
        ("i", "Bullet item"),
    ]
    docx, made = both(template(*rows), {})
    words = "a\n1. b\n(a) c\n(b) d\n2. e\n(a) f\ng\n1. h\n• i"
    assert reading.words_of_docx(docx) == reading.words_of_pdf(made) == words


def test_numbers_of_a_petition_run_on_where_they_should(template: Template) -> None:
    rows = [
        ("A", "Count heading"),
        ("b", "Numbered paragraph"),
        ("c", "Prayer intro"),
        ("d", "Prayer item"),
        ("e", "Prayer item"),
        ("F", "Count heading"),
        ("g", "Numbered paragraph"),
        ("h", "Prayer intro"),
        ("i", "Prayer item"),
    ]
    docx, made = both(template(*rows, layout="pleading"), {})
    words = "COUNT I: A\n1. b\nc\nA. d\nB. e\nCOUNT II: F\n2. g\nh\nA. i"
    assert reading.words_of_docx(docx) == reading.words_of_pdf(made) == words


def test_steps_of_a_sheet_begin_anew_under_each_heading(template: Template) -> None:
    rows = [
        ("a", "Sheet heading"),
        ("b", "Sheet step"),
        ("c", "Sheet step"),
        ("d", "Sheet heading"),
        ("e", "Sheet step"),
    ]
    docx, made = both(template(*rows, layout="sheet"), {})
    assert reading.words_of_docx(docx) == reading.words_of_pdf(made) == "a\n1. b\n2. c\nd\n1. e"


@pytest.mark.parametrize(
    ("number", "format", "text"),
    [
        (1, "decimal", "1"),
        (27, "lowerLetter", "aa"),
        (3, "upperLetter", "C"),
        (1994, "upperRoman", "MCMXCIV"),
        (4, "lowerRoman", "iv"),
        (1, "none", ""),
    ],
)
def test_numbers_are_written_as_word_writes_them(number: int, format: str, text: str) -> None:
    assert numbering.written(number, format) == text


def test_a_head_that_is_repeated_on_the_next_page_is_read_once(letter: Path) -> None:
    rows = [{"label": f"Week {n}", "sum": n} for n in range(80)]
    docx, made = both(letter, {**LETTER, "rows": rows})
    assert reading.difference(docx, made) is None
    assert reading.words_of_pdf(made).count("Week | Sum") == 1


def test_headers_footers_and_page_numbers_are_not_words_of_the_paper(
    letter_docx: bytes, letter_pdf: pdf.Pdf
) -> None:
    for text in (reading.words_of_docx(letter_docx), reading.words_of_pdf(letter_pdf.data)):
        assert "DRAFT" not in text
        assert "Page 1" not in text


def test_a_pdf_without_tags_is_refused() -> None:
    import weasyprint

    with pytest.raises(BrokenDocument, match="no tags"):
        reading.words_of_pdf(weasyprint.HTML(string="<p>x").write_pdf())
