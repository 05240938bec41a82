"""What a Word body keeps on the page of what follows it: rows of a table, and the text before a signature."""

import re
from collections.abc import Iterator, Mapping

from docx.oxml import OxmlElement
from lxml import etree

from app.documents.package import style_of, w

SHORT = 7
"""Rows up to which a table stands whole on one page; `templates/html/_layout/styles.css` agrees."""
FIRST = 2
"""Rows of a longer table that stay with the next one: its heading, and the row below that."""
LAST = 3
"""Rows at the end of a longer table that stand together: a total is never below a single row."""
_NOTE = ("Table note", "TableNote")
_SIGNED = ("Closing", "Signature rule", "Signature block line", "Signature block rule")


def note(ids: Mapping[str, str]) -> str:
    """The id of the style whose paragraphs stay below the table before them."""
    return ids.get(*_NOTE)


def signed(ids: Mapping[str, str]) -> tuple[str, ...]:
    """The ids of the styles that begin a signature."""
    return tuple(ids[name] for name in _SIGNED if name in ids)


def table(made: etree._Element, noted: str) -> None:
    """Keep the rows that belong together; the last one only with a note below, so that no chain leaves it."""
    found = made.findall(w("tr"))
    after = made.getnext()
    has_note = after is not None and after.tag == w("p") and style_of(after) == noted
    keeping = set(_keeping(len(found)))
    for number, row in enumerate(found):
        if number in keeping or (has_note and number == len(found) - 1):
            keep(row)
        else:
            _let_go(row)


def _keeping(count: int) -> Iterator[int]:
    """Which of so many rows stay with the next one."""
    if count <= SHORT:
        yield from range(count - 1)
    else:
        yield from range(FIRST)
        yield from range(count - LAST, count - 1)


def keep(element: etree._Element) -> None:
    """Every paragraph in it, or it itself, stays on the page of the next."""
    for paragraph in element.iter(w("p")):
        look = paragraph.find(w("pPr"))
        if look is None:
            look = OxmlElement("w:pPr")
            paragraph.insert(0, look)
        if look.find(w("keepNext")) is None:
            style = look.find(w("pStyle"))
            look.insert(0 if style is None else 1, OxmlElement("w:keepNext"))


def _let_go(row: etree._Element) -> None:
    for mark in [mark for mark in row.iter(w("keepNext")) if not mark.attrib]:
        look = mark.getparent()
        if look is not None:
            look.remove(mark)


def signatures(body: etree._Element, styles: tuple[str, ...]) -> None:
    """The paragraph before a signature stays with it."""
    for paragraph in body.iter(w("p")):
        before = paragraph.getprevious() if style_of(paragraph) in styles else None
        if before is not None and before.tag == w("p") and style_of(before) not in styles:
            keep(before)


_KEPT = "<w:keepNext/>"
_START = re.compile(r'<w:p(?: [^>]*)?><w:pPr><w:pStyle w:val="([^"]*)"/>')
_ROW_END, _END = "</w:tr>", "</w:p>"


def rows_as_text(inside: str, mark: str, *, has_note: bool) -> str:
    """`table` for a table as text: `mark` stands wherever a paragraph may be kept."""
    count, place = 0, inside.find(_ROW_END)
    top = low = 0
    while place >= 0 and count <= SHORT:
        count += 1
        place += len(_ROW_END)
        top = place if count == FIRST else top
        place = inside.find(_ROW_END, place)
    if count == 0:
        return ""
    last = _start_of_last(inside, 1)
    if count > SHORT:
        low = _start_of_last(inside, LAST)
        inside = inside[:top] + inside[top:low].replace(mark, "") + inside[low:]
        last = _start_of_last(inside, 1)
    return inside[:last].replace(mark, _KEPT) + inside[last:].replace(mark, _KEPT if has_note else "")


def _start_of_last(inside: str, count: int) -> int:
    """Where the last so many rows begin; 0 where there is none before them."""
    place = len(inside)
    for _ in range(count + 1):
        place = inside.rfind(_ROW_END, 0, place)
        if place < 0:
            return 0
    return place + len(_ROW_END)


def note_begins(text: str, style: str) -> bool:
    """Whether a text begins with a paragraph of this style."""
    begun = _START.match(text)
    return begun is not None and begun[1] == style


def signatures_as_text(text: str, styles: tuple[str, ...]) -> str:
    """`signatures` for a body as text in which no paragraph stands within another."""
    for style in styles:
        named = f'<w:pPr><w:pStyle w:val="{style}"/>'
        place = text.find(named)
        while place >= 0:
            text = _with_text_before(text, text.rfind("<w:p", 0, place), styles)
            place = text.find(named, place + len(named))
    return text


def _with_text_before(text: str, start: int, styles: tuple[str, ...]) -> str:
    """The paragraph that ends where another starts stays with it, unless it is part of a signature itself."""
    if not text.endswith(_END, 0, start):
        return text
    begun = _START.search(text, text.rfind(_END, 0, start - len(_END)) + 1, start)
    if begun is None or begun[1] in styles or text.startswith("<w:keepNext", begun.end()):
        return text
    return text[: begun.end()] + _KEPT + text[begun.end() :]
