"""What a filled Word body needs before Word may see it: line breaks, marked blanks, no traces of editing."""

import re
from collections.abc import Mapping

from docx.oxml import OxmlElement
from lxml import etree

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import styles, wordkeep, wordtables
from app.documents.layouts import Layout
from app.documents.package import style_of, text_of, w

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The attribute that says whether blanks count."""
_GAP = re.compile(f"{GAP_OPEN}([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_TRACES = ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "noProof", "lang")
DRAWN_EMPTY = frozenset({styles.SPACER, "Signature rule", "Signature block rule"})
"""The styles whose paragraphs stay when they hold no word."""


def mend(body: etree._Element, layout: Layout, names: Mapping[str, str]) -> None:
    """Bring a filled body into the shape Word expects; no typed word is added, moved or taken away."""
    ids = {name: identity for identity, name in names.items()}
    drop_traces(body)
    for text in list(body.iter(w("t"))):
        _split_gaps(text, ids.get(styles.GAP, styles.GAP))
    for text in list(body.iter(w("t"))):
        _split_breaks(text)
    _drop_emptied(body, names)
    wordtables.settle(body, layout, ids)
    wordkeep.signatures(body, wordkeep.signed(ids))


def gaps(body: etree._Element) -> list[str]:
    """The words of every marked blank in a filled body."""
    return [found for text in body.iter(w("t")) for found in _GAP.findall(text.text or "")]


def drop_traces(body: etree._Element) -> None:
    """Take out what Word keeps of editing and of looking at a text; the text around it stays."""
    for element in list(body.iter()):
        for name in [name for name in element.attrib if etree.QName(name).localname.startswith("rsid")]:
            del element.attrib[name]
    for name in _TRACES:
        for element in list(body.iter(w(name))):
            _take_out(element)


def _take_out(element: etree._Element) -> None:
    previous, parent = element.getprevious(), element.getparent()
    if parent is None:
        return
    if element.tail and previous is not None:
        previous.tail = (previous.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _split_gaps(text: etree._Element, style: str) -> None:
    """Cut a run at its marked blanks, so that each becomes a run of its own in the style of a gap."""
    typed, run = text.text or "", text.getparent()
    if GAP_OPEN not in typed or run is None:
        return
    place = run
    before, after = _around(run, text)
    pieces = _GAP.split(typed)
    for number, piece in enumerate(pieces):
        words = f"[{piece}]" if number % 2 else piece
        made = _run_like(run, words, style if number % 2 else None)
        _insert(made, before if number == 0 else [], after if number == len(pieces) - 1 else [])
        place.addnext(made)
        place = made
    parent = run.getparent()
    if parent is not None:
        parent.remove(run)


def _around(run: etree._Element, text: etree._Element) -> tuple[list[etree._Element], list[etree._Element]]:
    children = [child for child in run if child.tag != w("rPr")]
    place = children.index(text)
    return children[:place], children[place + 1 :]


def _insert(run: etree._Element, before: list[etree._Element], after: list[etree._Element]) -> None:
    text = run.find(w("t"))
    for child in before:
        if text is not None:
            text.addprevious(child)
    run.extend(after)


def _run_like(run: etree._Element, words: str, style: str | None) -> etree._Element:
    made: etree._Element = OxmlElement("w:r")
    look = run.find(w("rPr"))
    if look is not None:
        made.append(_copy(look))
    if style is not None:
        _set_run_style(made, style)
    text = OxmlElement("w:t")
    text.text = words
    made.append(text)
    return made


def _set_run_style(run: etree._Element, style: str) -> None:
    look = run.find(w("rPr"))
    if look is None:
        look = OxmlElement("w:rPr")
        run.insert(0, look)
    for old in look.findall(w("rStyle")):
        look.remove(old)
    named = OxmlElement("w:rStyle")
    named.set(w("val"), style)
    look.insert(0, named)


def _copy(element: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(element))


def _split_breaks(text: etree._Element) -> None:
    """A line feed becomes a line break, a tab a tab, and every blank is kept."""
    text.set(SPACE, "preserve")
    typed = text.text or ""
    if "\n" not in typed and "\t" not in typed:
        return
    place, first = text, True
    for piece in re.split(r"([\n\t])", typed):
        if first:
            text.text, first = piece, False
            continue
        made = OxmlElement({"\n": "w:br", "\t": "w:tab"}.get(piece, "w:t"))
        if piece not in "\n\t" or not piece:
            made.text = piece
            made.set(SPACE, "preserve")
        place.addnext(made)
        place = made


def _drop_emptied(body: etree._Element, names: Mapping[str, str]) -> None:
    """A paragraph whose words all fell away prints nothing; in a cell the last one stays, as Word demands."""
    for paragraph in list(body.iter(w("p"))):
        parent = paragraph.getparent()
        empty = not text_of(paragraph) and paragraph.find(f".//{w('br')}") is None
        if parent is None or not empty or names.get(style_of(paragraph) or "") in DRAWN_EMPTY:
            continue
        if parent.tag != w("tc") or len(parent.findall(w("p"))) > 1:
            parent.remove(paragraph)
