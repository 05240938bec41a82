"""The finished words of a Word file, piece by piece, each with its place."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from app.documents import package, styles
from app.documents.package import w


@dataclass(frozen=True)
class Piece:
    """The text of one paragraph, and where it stands: `paragraph 12` or `table 1, row 3, cell 2`."""

    place: str
    text: str


_PLACES = {
    "word/header": "the page header", "word/footer": "the page footer", "word/comments": "a comment",
    "docProps/": "the file's properties",
}  # fmt: skip
"""The parts besides the body that hold words, and what they are called; no other is read here."""


def pieces(docx: bytes) -> list[Piece]:
    """Every paragraph with words: the body's in order, then those of headers, footers and other parts."""
    parts = package.unpack(docx)
    found = list(_body(package.parse(parts[package.MAIN])))
    for name in sorted(parts):
        place = next((said for start, said in _PLACES.items() if name.startswith(start)), "")
        if place and name.endswith(".xml"):
            found += _elsewhere(place, package.parse(parts[name]))
    return found


def typed(paragraph: etree._Element) -> str:
    """The words of a paragraph with its line breaks."""
    texts = {w("t"): None, w("br"): "\n", w("tab"): " ", w("cr"): "\n"}
    return "".join((texts[each.tag] or each.text or "") for each in paragraph.iter(*texts))


def _body(root: etree._Element) -> Iterator[Piece]:
    paragraphs = tables = 0
    body = root.find(w("body"))
    for child in body if body is not None else ():
        if child.tag == w("p"):
            paragraphs += 1
            yield from _piece(f"paragraph {paragraphs}", child)
        elif child.tag == w("tbl"):
            tables += 1
            yield from _table(child, tables)


def _table(table: etree._Element, number: int) -> Iterator[Piece]:
    for row_number, row in enumerate(table.iter(w("tr")), 1):
        for cell_number, cell in enumerate(row.findall(w("tc")), 1):
            for paragraph in cell.iter(w("p")):
                yield from _piece(f"table {number}, row {row_number}, cell {cell_number}", paragraph)


def _piece(place: str, paragraph: etree._Element) -> Iterator[Piece]:
    text = typed(paragraph)
    if text.strip():
        yield Piece(place, text)


def _elsewhere(place: str, root: etree._Element) -> Iterator[Piece]:
    paragraphs = list(root.iter(w("p"))) or [root]
    for paragraph in paragraphs:
        text = (
            typed(paragraph)
            if paragraph.tag == w("p")
            else " ".join(str(text) for text in paragraph.itertext())
        )
        if text.strip():
            yield Piece(place, text)


def marks(docx: bytes) -> tuple[str, ...]:
    """The label of each marked blank that is printed, once, in order."""
    parts = package.unpack(docx)
    gap = {identity for identity, name in package.style_names(parts).items() if name == styles.GAP}
    runs = package.parse(parts[package.MAIN]).iter(w("r"))
    texts = [package.text_of(run) for run in runs if package.style_of(run, "r") in gap]
    return tuple(dict.fromkeys(text.strip("[]").removeprefix("to be confirmed: ") for text in texts))
