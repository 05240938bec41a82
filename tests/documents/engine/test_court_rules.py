"""Missouri Rule 55.02(b), measured on the PDF of a petition: margins, size, spacing, page numbers."""

import io
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from app.documents import pdf
from app.documents.layouts import LAYOUTS
from bench import contexts

Word = tuple[float, float, float, float, str]
PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


@pytest.fixture(scope="module", params=["the engine's petition", "the bench's petition"])
def court_paper(request: pytest.FixtureRequest) -> pdf.Pdf:
    """A petition as it would be filed; the second is the one that speed is measured on."""
    if request.param == "the engine's petition":
        engine: pdf.Pdf = request.getfixturevalue("pleading_pdf")
        return engine
    twin = Path(__file__).parents[3] / "bench" / "papers" / "pleading.html"
    return pdf.render(twin, contexts.pleading_context(1), title="Petition", copy="clean")


@pytest.fixture(scope="module")
def pages(court_paper: pdf.Pdf) -> list[list[Word]]:
    boxes = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=court_paper.data, capture_output=True, check=True
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


def test_every_word_is_of_thirteen_points_or_more(court_paper: pdf.Pdf) -> None:
    assert min(sizes(court_paper.data)) >= 13 - 1e-6


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


def ink(data: bytes) -> list[tuple[float, float, float, float]]:
    """How far what is drawn on each page stays from its left, top, right and bottom edge, in points."""
    shot = subprocess.run(["pdftoppm", "-r", "72", "-gray", "-"], input=data, capture_output=True, check=True)
    found = []
    rest = io.BytesIO(shot.stdout)
    while rest.readline().strip() == b"P5":
        width, height = map(int, rest.readline().split())
        rest.readline()
        box = Image.frombytes("L", (width, height), rest.read(width * height)).point(lambda grey: grey < 200)
        left, top, right, bottom = box.getbbox() or (0, 0, 0, 0)
        found.append((left, top, width - right, height - bottom))
    return found


def test_the_ink_keeps_an_inch_from_every_edge_but_for_the_number(court_paper: pdf.Pdf) -> None:
    drawn = ink(court_paper.data)
    assert len(drawn) == court_paper.pages
    for left, top, right, bottom in drawn:
        assert min(left, top, right) >= 72 - 1
        assert bottom >= 36 - 1, "the number stands half an inch above the edge"


def test_ink_in_a_margin_would_be_measured() -> None:
    page = '<html lang=en><title>T</title><p style="margin-left: -20pt">x'
    ((left, *_),) = ink(pdf.laid_out(page, LAYOUTS["pleading"], "clean").data)
    assert left < 72 - 1


def test_every_page_is_letter_size_and_can_be_searched(court_paper: pdf.Pdf) -> None:
    with pikepdf.open(io.BytesIO(court_paper.data)) as opened:
        assert {tuple(map(float, page.MediaBox)) for page in opened.pages} == {(0, 0, 612, 792)}
        assert not any("/XObject" in page.resources and page.resources.XObject for page in opened.pages)
    text = subprocess.run(["pdftotext", "-", "-"], input=court_paper.data, capture_output=True, check=True)
    assert all(len(page.split()) > 20 for page in text.stdout.decode().split("\f")[:-1])


def test_a_page_set_in_twelve_points_would_be_measured() -> None:
    page = '<html lang=en><title>T</title><p class="pleading-text" style="font-size: 12pt">too small'
    assert min(sizes(pdf.laid_out(page, LAYOUTS["pleading"], "clean").data)) < 13 - 1e-6


def test_a_signature_block_stays_on_one_page(pages: list[list[Word]]) -> None:
    holding = [{word[4] for word in words} for words in pages]
    assert any({"Respectfully", "Quist", "Telephone"} <= words for words in holding)
