"""Where a paragraph of a Word template stands, as people find it: counted, quoted, and by its heading."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from app.documents import styles
from app.documents.package import style_of, text_of, w

_SPOT = re.compile(r"paragraph \d+|table \d+(?:, row \d+, cell \d+)?")
LONGEST = 40
"""Characters of a passage that a sentence quotes."""
LINE_TAG = re.compile(r"\{%(p|tr)\s")
"""How a tag begins that stands for its whole paragraph or row."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the text or of a table's cell."""

    element: etree._Element
    place: str
    """`paragraph 12 (“We ask…”), under “Facts”`, or `table 2, row 1, cell 3 (…)`."""
    container: int
    """Paragraphs of one number stand in the same cell, or all in the body."""
    row: etree._Element | None


def paragraphs(body: etree._Element, names: Mapping[str, str]) -> Iterator[Paragraph]:
    """Every paragraph in the order of the page; `names` are the styles of the file by their ids."""
    counted = tables = 0
    heading = ""
    for child in body:
        if child.tag == w("p"):
            counted += 1
            yield Paragraph(child, f"paragraph {counted}{_beginning(child)}{heading}", 0, None)
            heading = _heading(child, names) or heading
        elif child.tag == w("tbl"):
            tables += 1
            yield from _in_table(child, tables, heading)


def table_place(number: int) -> str:
    """The place of a whole table."""
    return f"table {number}"


def spot(place: str) -> str:
    """A place without its quotation and its heading (`paragraph 12`), or nothing if it is the whole file."""
    found = _SPOT.match(place)
    return found[0] if found else ""


def quoted(words: str) -> str:
    """How a passage begins, on one line and cut to what a sentence can bear."""
    text = " ".join(words.split())
    return f"{text[:LONGEST]}…" if len(text) > LONGEST else text


def _in_table(table: etree._Element, number: int, heading: str) -> Iterator[Paragraph]:
    for row_number, row in enumerate(table.findall(w("tr")), start=1):
        for cell_number, cell in enumerate(row.findall(w("tc")), start=1):
            container = number * 1_000_000 + row_number * 1_000 + cell_number
            spot_of_it = f"{table_place(number)}, row {row_number}, cell {cell_number}"
            for paragraph in cell.findall(w("p")):
                place = f"{spot_of_it}{_beginning(paragraph)}{heading}"
                yield Paragraph(paragraph, place, container, row)


def _beginning(paragraph: etree._Element) -> str:
    text = quoted(text_of(paragraph))
    return f" (“{text}”)" if text else ""


def _heading(paragraph: etree._Element, names: Mapping[str, str]) -> str:
    """How a place below this paragraph names it, if it is a heading that prints words."""
    text = text_of(paragraph)
    is_heading = styles.element(names.get(style_of(paragraph) or "", "")) != "p"
    return f", under “{quoted(text)}”" if is_heading and text.strip() and not LINE_TAG.search(text) else ""
