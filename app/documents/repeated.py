"""What may stand only once and stands in a loop: bookmarks, notes and comments of a Word template."""

import re
from collections.abc import Iterator

from lxml import etree

from app.documents import blocks
from app.documents.package import w
from app.documents.spots import Paragraph
from app.documents.syntax import Mistake

_EDGE = re.compile(r"\{%(?:p|tr)?\s*(?P<says>for|endfor)\b[^{}%]*%\}")
_NOTES = {
    w("footnoteReference"): "a footnote",
    w("endnoteReference"): "an endnote",
    w("commentReference"): "a comment",
}
_OWN = "_"
"""How the names of the bookmarks begin that Word sets for itself and never shows."""


def mistakes(body: etree._Element, paragraphs: list[Paragraph]) -> Iterator[Mistake]:
    """Each bookmark, note and comment between a `for` and its `endfor`."""
    text, marks = _read(body)
    places = {paragraph.element: paragraph.place for paragraph in paragraphs}
    for begin, end in _loops(text):
        for at, mark in marks:
            if begin <= at < end:
                sentence = f"{_called(mark)} stands in a loop, which would repeat it; take it out."
                yield Mistake(_place(mark, places), sentence, "in a loop")


def _read(body: etree._Element) -> tuple[str, list[tuple[int, etree._Element]]]:
    """The whole text, and every mark with how much text stands before it."""
    pieces: list[str] = []
    marks: list[tuple[int, etree._Element]] = []
    length = 0
    for element in body.iter(w("t"), w("bookmarkStart"), *_NOTES):
        if element.tag == w("t"):
            pieces.append(element.text or "")
            length += len(pieces[-1])
        elif not element.get(w("name"), "x").startswith((_OWN, blocks.PREFIX)):
            marks.append((length, element))
    return "".join(pieces), marks


def _loops(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each outermost loop reaches."""
    begun: list[int] = []
    for edge in _EDGE.finditer(text):
        if edge["says"] == "for":
            begun.append(edge.end())
        elif begun:
            begin = begun.pop()
            if not begun:
                yield begin, edge.start() + 1


def _called(mark: etree._Element) -> str:
    return _NOTES.get(str(mark.tag)) or f"the bookmark “{mark.get(w('name'), '')[:40]}”"


def _place(mark: etree._Element, places: dict[etree._Element, str]) -> str:
    """The place of the paragraph in which a mark stands, or before which it does."""
    near = (*mark.iterancestors(w("p")), *mark.itersiblings(w("p")))
    return next((places[each] for each in near if each in places), "the text")
