"""The body of a page as our templates write it is read by one pattern instead of the whole HTML parser.

Stock (tinyhtml5) reads letter by letter, because HTML may leave out, misplace and mend nearly everything. A
body whose every element is closed where it was opened and stands where HTML puts it anyway gives the same
tree however it is read. Anything else on a page, a comment, another element, a sign we do not know, sends
the whole page to stock. What stands around the body is always read by stock.
"""

import re
from io import StringIO
from itertools import islice
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from weasyprint import tinyhtml5

_BODY = re.compile(r"(?s)(.*?<body>)(.*)(</body>.*)")
_MARK = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [a-z][a-z-]*="[^"<>]*")*)>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_REFERENCE = re.compile("&(#39|#34|amp|lt|gt|quot);")
_SIGNS = {"#39": "'", "#34": '"', "amp": "&", "lt": "<", "gt": ">", "quot": '"'}
_STRANGE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that stock replaces or complains of."""

_PHRASES = frozenset({"span", "strong", "em", "u", "br"})
_FLOW = _PHRASES | {"p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table"}
_ROWS = frozenset({"tr"})
_INSIDE = {
    **dict.fromkeys(("body", "div", "td", "th", "li"), _FLOW),
    **dict.fromkeys(("p", "h1", "h2", "h3", "h4", "span", "strong", "em", "u"), _PHRASES),
    **dict.fromkeys(("ul", "ol"), frozenset({"li"})),
    **dict.fromkeys(("thead", "tbody"), _ROWS),
    "table": frozenset({"colgroup", "thead", "tbody"}), "colgroup": frozenset({"col"}),
    "tr": frozenset({"td", "th"}), "br": frozenset(), "col": frozenset(),
}  # fmt: skip
"""What may stand in what without moving anything."""
_NO_WORDS = {"table", "colgroup", "thead", "tbody", "tr"}
"""Where words would be moved in front of the table."""
_ALONE = {"br", "col"}
"""Elements that are never closed."""

_parse = tinyhtml5.parse


def parse(document: Any, **given: Any) -> Any:
    """The body of `tinyhtml5.parse`."""
    plain = type(document) is StringIO and given == {"namespace_html_elements": False}
    page = _BODY.fullmatch(document.getvalue()) if plain else None
    read = None if page is None else body(page[2])
    if page is None or read is None:
        return _parse(document, **given)
    root = _parse(f"{page[1]}<br>{page[3]}", **given)
    place = root.find("body")
    place.text, tail = read.text, place[0].tail
    place[:] = read[:]
    if tail and len(place):
        place[-1].tail = (place[-1].tail or "") + tail
    elif tail:
        place.text = (place.text or "") + tail
    return root


def body(source: str) -> Element | None:
    """The element of what stands within a body; None if stock has to read it."""
    if _STRANGE.search(source) or "<body" in source:
        return None
    tree = _Tree()
    pieces = iter(_MARK.split(source))
    sure = tree.say(next(pieces))
    while sure and (mark := list(islice(pieces, 4))):
        close, name, attributes, words = mark
        sure = (tree.close(name) if close else tree.open(name, attributes)) and tree.say(words)
    return tree.root if sure and not tree.above else None


class _Tree:
    """What has been read; each method answers whether HTML would read it so."""

    def __init__(self) -> None:
        self.root = self.here = Element("body")
        self.above: list[Element] = []
        self.last: Element | None = None
        """The element that ended last in the one that is open."""

    def open(self, name: str, attributes: str) -> bool:
        known = _known(attributes)
        if known is None or name not in _INSIDE[self.here.tag]:
            return False
        self.last = SubElement(self.here, name, known)
        if name not in _ALONE:
            self.above.append(self.here)
            self.here, self.last = self.last, None
        return True

    def close(self, name: str) -> bool:
        if name != self.here.tag or not self.above:
            return False
        self.here, self.last = self.above.pop(), self.here
        return True

    def say(self, text: str) -> bool:
        words = _words(text)
        if words and self.last is None:
            self.here.text = words
        elif words and self.last is not None:
            self.last.tail = words
        return words is not None and not (self.here.tag in _NO_WORDS and words.strip(" \n\t"))


def _words(text: str) -> str | None:
    """A text between two marks with its references read; None if it is more than that."""
    if "<" in text:
        return None
    if "&" in text:
        if text.count("&") != len(_REFERENCE.findall(text)):
            return None
        text = _REFERENCE.sub(lambda match: _SIGNS[match[1]], text)
    return text


def _known(attributes: str) -> dict[str, str] | None:
    if not attributes:
        return {}
    found = _ATTRIBUTE.findall(attributes)
    known = dict(found)
    return known if len(known) == len(found) and "&" not in attributes else None


SWAPS = ((tinyhtml5, "parse", parse),)
