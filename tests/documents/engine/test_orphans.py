"""Nothing that belongs together is torn: headings, signature blocks and what stands before them."""

import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from docx import Document

from app.documents import package, pdf
from app.documents.layouts import LAYOUTS, bundle
from app.documents.package import w
from tests.documents.engine.papers import BASE

PAGE = re.compile(r"<page .*?</page>", re.DOTALL)
LINE = re.compile(r"<line .*?</line>", re.DOTALL)
WORD = re.compile(r"<word [^>]*>(.*?)</word>")
HEIGHT = re.compile(r'<line xMin="[\d.]+" yMin="([\d.]+)"')

LONG = "It was told at such length that the line ends and another one is begun below it. " * 3
SHORT = "Costs."
"""Paragraphs that may stand before a signature: of some lines, and of one."""


def document(filler: int, *blocks: tuple[str, str], layout: str) -> list[list[str]]:
    """The lines of each page of a paper with a block of `filler` points above its paragraphs."""
    space = f'<div style="height: {filler}pt"></div>'
    body = "".join(f'<p class="{style}">{text}</p>' for style, text in blocks)
    return printed(space + body, layout)


def printed(body: str, layout: str = "letter") -> list[list[str]]:
    """The lines of each page of a clean paper with this body."""
    page = f'<!DOCTYPE html><html lang="en-US"><head><title>T</title></head><body>{body}</body></html>'
    data = pdf.laid_out(page, LAYOUTS[layout], "clean").data
    boxes = subprocess.run(
        ["pdftotext", "-bbox-layout", "-", "-"], input=data, capture_output=True, check=True
    ).stdout.decode()
    return [_lines(page) for page in PAGE.findall(boxes)]


def _lines(page: str) -> list[str]:
    """The lines from top to bottom, without the page number below."""
    placed = [(float(HEIGHT.findall(line)[0]), " ".join(WORD.findall(line))) for line in LINE.findall(page)]
    return [text for height, text in sorted(placed) if height < 792 - 72]


SIGNATURES = {
    "pleading": ["signature-block-line", "signature-block-rule", *["signature-block-line"] * 4],
    "letter": ["closing", *["signature-line"] * 3],
}
TEXTS = {"pleading": "prayer-item", "letter": "body-text"}
HEADINGS = {
    "pleading": ("section-heading", "count-heading", "pleading-title", "certificate-heading"),
    "letter": ("heading-1", "heading-2", "heading-3"),
    "sheet": ("sheet-heading", "sheet-title"),
}


def torn(layout: str, styles: list[str], before: str) -> set[int]:
    """The heights at which a block of these styles is split, or stands below less than two lines of text."""
    block = [(style, f"signed {number}") for number, style in enumerate(styles)]
    found = set()
    for filler in range(400, 660, 20):
        for lines in document(filler, (TEXTS[layout], LONG), (TEXTS[layout], before), *block, layout=layout):
            signed = [at for at, text in enumerate(lines) if text.startswith("signed")]
            if signed and (len(signed) != len(styles) or signed[0] < 2):
                found.add(filler)
    return found


@pytest.mark.parametrize("before", [LONG, SHORT], ids=["after a long paragraph", "after a line"])
@pytest.mark.parametrize("layout", SIGNATURES)
def test_a_signature_block_is_whole_and_never_without_two_lines_before_it(layout: str, before: str) -> None:
    assert torn(layout, SIGNATURES[layout], before) == set()


def test_lines_of_another_style_would_be_torn() -> None:
    assert torn("letter", ["plain-item"] * 4, LONG)


@pytest.mark.parametrize(("layout", "style"), [(at, style) for at in HEADINGS for style in HEADINGS[at]])
def test_a_heading_is_never_the_last_line_of_a_page(layout: str, style: str) -> None:
    text = {"pleading": "numbered-paragraph", "letter": "body-text", "sheet": "sheet-text"}[layout]
    for filler in range(530, 640, 16):
        pages = document(filler, (text, LONG), (style, "heading"), (text, LONG), layout=layout)
        assert not [lines for lines in pages if lines and lines[-1].endswith("heading")]
        (at,) = (lines for lines in pages if any(line.endswith("heading") for line in lines))
        heading = next(number for number, line in enumerate(at) if line.endswith("heading"))
        assert len(at) - heading > 2, filler


@pytest.mark.parametrize("style", ["body-text", "numbered-paragraph", "block-quote", "sheet-text"])
def test_no_line_of_a_paragraph_stands_alone(style: str) -> None:
    for filler in range(580, 650, 10):
        pages = document(filler, (style, LONG), layout="letter")
        assert min(len(lines) for lines in pages if lines) >= 2


def keeping(path: Path) -> dict[str, set[str]]:
    """What each paragraph style of a Word file keeps together, by its name."""
    styles = package.parse(package.opened(path)["word/styles.xml"]).iter(w("style"))
    return {
        style.find(w("name")).get(w("val")): {  # type: ignore[union-attr]
            kept
            for kept in ("keepNext", "keepLines", "widowControl")
            if style.find(f"{w('pPr')}/{w(kept)}") is not None
        }
        for style in styles
        if style.get(w("type")) == "paragraph"
    }


def test_word_keeps_headings_and_signature_blocks_as_the_pdf_does() -> None:
    kept = keeping(BASE)
    for style, together in kept.items():
        if style.lower().startswith("heading ") or style.endswith(("heading", "title")):
            assert "keepNext" in together, style
    for style in ("Signature block line", "Signature block rule", "Signature line"):
        assert {"keepNext", "keepLines"} <= kept[style]
    assert "keepNext" in kept["Closing"]
    assert all("widowControl" in together for style, together in kept.items() if style != "Normal")


@pytest.mark.parametrize("path", sorted((bundle() / "docx").glob("mo/*/*.docx")), ids=lambda path: path.stem)
def test_what_stands_before_a_signature_is_kept_with_it_in_word(path: Path) -> None:
    styles = [paragraph.style.name for paragraph in Document(str(path)).paragraphs if paragraph.style]
    kept = keeping(path)
    for before, style in pairwise(name for name in styles if name != "Table spacer"):
        if style in ("Closing", "Signature rule") and before != style:
            assert "keepNext" in kept[before], before
