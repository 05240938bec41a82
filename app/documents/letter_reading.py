"""An attorney's ordinary Word letter, read: each paragraph with a style of ours, and what was left out."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from app.documents import losses, package
from app.documents.package import style_of, text_of, w

Look = str
"""How a character looks: "", "Strong" or "Emphasis"."""


@dataclass(frozen=True)
class Line:
    """One paragraph: the style it gets, and its characters, each with its look."""

    style: str
    words: tuple[tuple[str, Look], ...]

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(character for character, _ in self.words)


@dataclass
class Letter:
    """A letter as it was read, and how often each thing was found that a template cannot hold."""

    lines: list[Line] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)


HEADINGS = {
    "title": "heading 1",
    "heading 1": "heading 1",
    "heading 2": "heading 2",
    "heading 3": "heading 3",
}
OPENINGS = (
    (r"(re|subject|regarding)\s*:", "Re line"),
    (r"(dear\b|to whom it may concern)", "Salutation"),
    (r"(sincerely|very truly yours|respectfully|yours truly|best regards|kind regards)\b.{0,20}$", "Closing"),
    (r"(enclosures?|encl?\.?|attachments?)\b.{0,3}(:|$)", "Enclosure line"),
    (r"(cc|copy)\s*:", "Copy line"),
    (r"(by|via|sent by)\s+(certified|first|regular|hand|u\.?s\.?|e-?mail|fax|overnight)", "Delivery line"),
)
"""How the paragraphs begin that a letter has a style for."""
_GONE = {
    "drawing": "a picture or shape", "pict": "a picture or shape", "object": "an embedded object",
    "AlternateContent": "a picture or shape", "del": "words struck out by a tracked change",
    "moveFrom": "words struck out by a tracked change", "footnoteReference": "a footnote",
    "endnoteReference": "an endnote", "commentReference": "a comment", "oMath": "a formula",
    "sym": "a symbol by font", "instrText": "a field (the words it showed stay)",
    "hyperlink": "the target of a link (its words stay)", "tab": "a tab (a blank stands there)",
}  # fmt: skip
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WHOLE = {"drawing", "pict", "object", "AlternateContent", "del", "moveFrom", "oMath", "pPr", "rPr", "sdtPr"}


def read(data: bytes) -> Letter:
    """The paragraphs of a Word file in order; raises BrokenDocument when it is none."""
    parts = package.unpack(data)
    letter = Letter()
    body = package.parse(parts[package.MAIN]).find(w("body")) if package.MAIN in parts else None
    names, bullets = package.style_names(parts), _bullets(parts)
    for element in _paragraphs(body, letter) if body is not None else ():
        letter.lines += _lines(element, names, bullets, letter)
    for name, data in parts.items():
        if name.startswith(("word/header", "word/footer")) and text_of(package.parse(data)).strip():
            letter.dropped["a page header or footer"] += 1
    letter.lines = _as_letter(letter.lines)
    return letter


def _paragraphs(parent: etree._Element, letter: Letter) -> Iterator[etree._Element]:
    """Every paragraph, those of tables and content controls in their order."""
    for child in parent:
        name = losses.local(child)
        if name == "p":
            yield child
        elif name == "tbl":
            letter.dropped["the lines and columns of a table (each cell is a paragraph now)"] += 1
            for cell in child.iter(w("tc")):
                yield from cell.findall(w("p"))
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "smartTag", "customXml"):
            yield from _paragraphs(child, letter)


def _lines(
    element: etree._Element, names: Mapping[str, str], bullets: frozenset[str], letter: Letter
) -> Iterator[Line]:
    """One line for each line of a paragraph; empty ones only made room."""
    style = _style(element, names, bullets)
    words = list(_words(element, "", letter))
    rows: list[list[tuple[str, Look]]] = [[]]
    for character, look in words:
        if character == "\n":
            rows.append([])
        else:
            rows[-1].append((character, look))
    kept = [trimmed for row in rows if (trimmed := _trimmed(row))]
    if not kept:
        letter.dropped["an empty paragraph"] += 1
    for row in kept:
        yield Line("Address line" if len(kept) > 1 and style == "Body Text" else style, tuple(row))


def _words(element: etree._Element, look: Look, letter: Letter) -> Iterator[tuple[str, Look]]:
    for child in element:
        name = losses.local(child)
        if _GONE.get(name):
            letter.dropped[_GONE[name]] += 1
        if name == "t":
            yield from ((character, look) for character in _plain(child.text or ""))
        elif name in _SIGNS:
            yield _SIGNS[name], look
        elif name not in _WHOLE and name != "instrText":
            yield from _words(child, _look(child) if name == "r" else look, letter)


def _plain(text: str) -> str:
    """Typed text without control characters and tabs."""
    return "".join(" " if sign in "\t\n\r" else sign for sign in text if sign >= " " or sign in "\t\n\r")


def _look(run: etree._Element) -> Look:
    look = run.find(w("rPr"))
    for tag, style in (("b", "Strong"), ("i", "Emphasis")):
        found = None if look is None else look.find(w(tag))
        if found is not None and found.get(w("val"), "1") not in ("0", "false", "off"):
            return style
    return ""


def _trimmed(row: list[tuple[str, Look]]) -> list[tuple[str, Look]]:
    """The line without blanks around it, and one blank where there were several."""
    kept: list[tuple[str, Look]] = []
    for character, look in row:
        if character != " " or (kept and kept[-1][0] != " "):
            kept.append((character, look))
    while kept and kept[-1][0] == " ":
        kept.pop()
    return kept


def _style(element: etree._Element, names: Mapping[str, str], bullets: frozenset[str]) -> str:
    name = names.get(style_of(element) or "", "").casefold()
    if name in HEADINGS:
        return HEADINGS[name]
    number = element.find(f"{w('pPr')}/{w('numPr')}/{w('numId')}")
    if number is not None and number.get(w("val")) != "0":
        return "Bullet item" if number.get(w("val")) in bullets else "Numbered point"
    if name.startswith("list bullet"):
        return "Bullet item"
    if name.startswith("list number"):
        return "Numbered point"
    return "Block quote" if "quote" in name else "Body Text"


def _bullets(parts: Mapping[str, bytes]) -> frozenset[str]:
    """The numbers of the lists whose first level is a bullet."""
    if "word/numbering.xml" not in parts:
        return frozenset()
    root = package.parse(parts["word/numbering.xml"])
    abstract = {
        each.get(w("abstractNumId"))
        for each in root.iter(w("abstractNum"))
        if (first := each.find(f"{w('lvl')}/{w('numFmt')}")) is not None and first.get(w("val")) == "bullet"
    }
    found = set()
    for number in root.iter(w("num")):
        points = number.find(w("abstractNumId"))
        if points is not None and points.get(w("val")) in abstract:
            found.add(number.get(w("numId"), ""))
    return frozenset(found)


def _as_letter(lines: list[Line]) -> list[Line]:
    """The same lines with the styles a letter has for its parts: who it is to, what about, the end."""
    styled: list[Line] = []
    closed = False
    for line in lines:
        if line.style in ("Body Text", "Address line"):
            line = Line(_part(line, closed), line.words)
        closed = closed or line.style == "Closing"
        styled.append(line)
    return styled


def _part(line: Line, closed: bool) -> str:
    if re.fullmatch(r"[_\s]{3,}", line.text):
        return "Signature rule"
    for opening, style in OPENINGS:
        if re.match(opening, line.text, re.IGNORECASE):
            return style
    return "Signature line" if closed and len(line.text) < 80 else line.style
