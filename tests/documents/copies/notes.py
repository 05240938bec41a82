"""What a review copy says beside its text, read from the finished files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from app.documents import package
from app.documents.layouts import Layout
from app.documents.notes_html import AT, HOLDER, NOTE
from app.documents.package import text_of, w
from app.documents.pdf import Pdf


@dataclass(frozen=True)
class Comment:
    """A comment of a Word file, and the words of the paragraph it stands on."""

    id: str
    said: str
    on: str


def comments(docx: bytes) -> list[Comment]:
    """Every comment of a Word file, in the order of its text."""
    parts = package.unpack(docx)
    if "word/comments.xml" not in parts:
        return []
    made = package.parse(parts["word/comments.xml"])
    said = {each.get(w("id")): " ".join(text_of(p) for p in each.iter(w("p"))) for each in made}
    starts = package.parse(parts[package.MAIN]).iter(w("commentRangeStart"))
    return [_comment(start, said) for start in starts]


def _comment(start: etree._Element, said: dict[str | None, str]) -> Comment:
    number, paragraph = start.get(w("id")) or "", start.getparent()
    assert paragraph is not None
    own = (w("commentRangeEnd"), w("commentReference"))
    assert [each.get(w("id")) for each in paragraph.iter(*own)].count(number) == 2
    return Comment(number, said[number], text_of(paragraph))


@dataclass(frozen=True)
class Box:
    """Where a margin note stands, in CSS pixels, and what it says."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    said: str
    points: float = 0
    color: tuple[float, ...] = ()
    lines: tuple[str, ...] = ()
    at: str = ""

    def meets(self, other: "Box") -> bool:
        """Whether the two share a place."""
        beside = self.right <= other.left or other.right <= self.left
        return self.page == other.page and not beside and self.top < other.bottom and other.top < self.bottom


def boxes(made: Pdf) -> list[Box]:
    """Every margin note of a PDF, as it was laid out."""
    assert made.document is not None
    return [box for n, page in enumerate(made.document.pages) for box in _boxes(page._page_box, n)]


def _boxes(box: Any, page: int) -> Iterator[Box]:
    for child in getattr(box, "children", ()):
        if box.element_tag == HOLDER and child.element_tag == NOTE:
            x, y = child.position_x, child.position_y
            ends = [each for each in child.children if each.element_tag == AT]
            at = " ".join("".join(_texts(line)) for each in ends for line in _lines(each))
            place = child.element.find(AT)
            told = "".join(child.element.itertext())
            said = told if place is None else told.removesuffix("".join(place.itertext()))
            look = child.style["font_size"] * 0.75, tuple(child.style["color"].coordinates)
            lines = tuple("".join(_texts(line)) for line in _lines(child))
            yield Box(page, x, y, x + child.margin_width(), y + child.margin_height(), said, *look, lines, at)
        else:
            yield from _boxes(child, page)


def _lines(box: Any) -> Iterator[Any]:
    for child in getattr(box, "children", ()):
        if type(child).__name__ == "LineBox":
            yield child
        else:
            yield from _lines(child)


def _texts(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        yield from [child.text] if hasattr(child, "text") else _texts(child)


def faults(found: list[Box], layout: Layout) -> list[str]:
    """What is wrong with where margin notes stand: over text, over each other, or cut by the page."""
    edge, inch = 24.0, 96
    text = (layout.margin * inch, (layout.width - layout.margin) * inch)
    wrong = []
    for number, each in enumerate(found):
        if each.left < edge or each.right > layout.width * inch - edge:
            wrong.append(f"over the side: {each}")
        if each.top < edge or each.bottom > layout.height * inch - edge:
            wrong.append(f"over the end: {each}")
        if each.right > text[0] and each.left < text[1]:
            wrong.append(f"over the text: {each}")
        wrong += [f"over another: {each} {other}" for other in found[:number] if each.meets(other)]
    return wrong
