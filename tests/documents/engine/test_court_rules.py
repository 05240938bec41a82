"""Missouri Rule 55.02(b), measured on the PDF of a petition: margins, size, spacing, page numbers."""

import io
import re
import subprocess
from itertools import pairwise

import pikepdf
import pytest

from app.documents import pdf

Word = tuple[float, float, float, float, str]
PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module")
def pages(pleading_pdf: pdf.Pdf) -> list[list[Word]]:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pleading_pdf.data, capture_output=True, check=True
    ).stdout.decode()
    return [
        [(*map(float, found[:4]), found[4]) for found in WORD.findall(page)] for page in PAGE.findall(boxes)
    ]  # type: ignore[misc]


def sizes(data: bytes) -> set[float]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return {
            float(instruction.operands[1]) * 0.75
            for page in opened.pages
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "Tf"
        }


def test_every_word_is_of_thirteen_points_or_more(pleading_pdf: pdf.Pdf) -> None:
    assert min(sizes(pleading_pdf.data)) >= 13 - 1e-6


def test_a_letter_would_not_pass(letter_pdf: pdf.Pdf) -> None:
    assert min(sizes(letter_pdf.data)) < 13


def test_the_margins_are_an_inch_and_only_the_number_stands_below(pages: list[list[Word]]) -> None:
    for number, words in enumerate(pages, start=1):
        below = [word for word in words if word[3] > 792 - 72 + 3]
        assert [word[4] for word in below] == [str(number)]
        assert min(word[0] for word in words) >= 72 - 0.1
        assert max(word[2] for word in words) <= 612 - 72 + 0.1
        assert min(word[1] for word in words) >= 72 - 0.1


def test_the_body_is_set_at_one_and_a_half_lines(pages: list[list[Word]]) -> None:
    body = [word for words in pages for word in words if word[4] in ("petition,", "length.", "told")]
    lines = sorted({round(word[1], 2) for word in body[:40]})
    closest = min(below - above for above, below in pairwise(lines) if below - above > 1)
    assert closest >= 1.5 * 13


def test_a_signature_block_stays_on_one_page(pages: list[list[Word]]) -> None:
    holding = [{word[4] for word in words} for words in pages]
    assert any({"Respectfully", "Quist", "Telephone"} <= words for words in holding)
