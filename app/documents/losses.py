"""What a Word template may not hold, because in its HTML twin it would look different or vanish."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from lxml import etree

from app.documents import styles
from app.documents.loss_words import NAMED, advice
from app.documents.package import style_of, text_of, w

Loss = tuple[Literal["lost in the PDF", "style"], str]
"""The rule of `app.core.faults` that is broken, and a sentence without its full stop."""

_MARKS = {"bookmarkStart", "bookmarkEnd", "proofErr"}
_IN_BODY = {"p", "tbl", "sectPr"} | _MARKS
_IN_PARAGRAPH = {"pPr", "r"} | _MARKS
_IN_RUN = {"rPr", "t", "br", "lastRenderedPageBreak", "noBreakHyphen"}
_RUN_LOOK = {"rStyle", "b", "bCs", "i", "iCs", "lang", "noProof"}
_PARAGRAPH_LOOK = {"pStyle", "rPr"}
_TABLE_LOOK = {"tblStyle", "tblW", "tblLook", "tblLayout", "tblInd", "tblCaption", "tblDescription"}
_ROW_LOOK = {"tblHeader", "cantSplit", "cnfStyle"}
_CELL_LOOK = {"tcW", "gridSpan", "cnfStyle", "hideMark"}
_IN_TABLE = {"tblPr", "tblGrid", "tr"} | _MARKS
_IN_ROW = {"trPr", "tc"} | _MARKS
_IN_CELL = {"tcPr", "p", "tbl"} | _MARKS
_AT_THE_END = {"ins", "del", "moveFrom", "moveTo", "vanish", "specVanish", "webHidden", "rPrChange"}
"""What may be hidden in the sign that ends a paragraph and changes what is printed."""


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def in_body(body: Iterable[etree._Element]) -> Iterator[Loss]:
    """Things that stand between paragraphs and tables and are neither."""
    yield from _others(body, _IN_BODY)


def in_paragraph(paragraph: etree._Element, names: Mapping[str, str]) -> Iterator[Loss]:
    """Everything in a paragraph that its twin would lose."""
    yield from _style_faults(paragraph, names)
    yield from _others(paragraph.find(w("pPr")), _PARAGRAPH_LOOK, by_hand=True)
    for sign in paragraph.findall(f"{w('pPr')}/{w('rPr')}/*"):
        if local(sign) in _AT_THE_END:
            yield _lost(_named(sign), "stands at the end of the paragraph")
    yield from _others(paragraph, _IN_PARAGRAPH)
    if any(blank in text_of(paragraph) for blank in "\t\n"):
        yield _lost("a tab or line feed", "stands in the words")
    for run in paragraph.iter(w("r")):
        yield from _others(run, _IN_RUN)
        yield from _run_look(run, names)
        if any(mark.get(w("type")) not in (None, "textWrapping") for mark in run.iter(w("br"))):
            yield _lost("a page or column break", "stands here", " that starts a new page")


def in_table(table: etree._Element, names: Mapping[str, str]) -> Iterator[Loss]:
    """Everything in a table's own settings that its twin would lose."""
    name = names.get(style_of(table, "tbl") or "")
    if name not in styles.TABLES:
        yield "style", f"the table has {_called(name)}; use one of: {', '.join(styles.TABLES)}"
    yield from _others(table, _IN_TABLE)
    yield from _others(table.find(w("tblPr")), _TABLE_LOOK, by_hand=True)
    for row in table.findall(w("tr")):
        yield from _others(row, _IN_ROW)
        yield from _others(row.find(w("trPr")), _ROW_LOOK, by_hand=True)
        for cell in row.findall(w("tc")):
            yield from _others(cell, _IN_CELL)
            yield from _others(cell.find(w("tcPr")), _CELL_LOOK, by_hand=True)
            if cell.find(f".//{w('tbl')}") is not None:
                yield "lost in the PDF", "a table stands inside a table; put it after the table"


def is_empty_spacing(paragraph: etree._Element, names: Mapping[str, str]) -> bool:
    """Whether a paragraph is there only to make room."""
    may_be = (styles.SPACER, "Signature rule", "Signature block rule")
    return not text_of(paragraph).strip() and names.get(style_of(paragraph) or "") not in may_be


def _style_faults(paragraph: etree._Element, names: Mapping[str, str]) -> Iterator[Loss]:
    name = names.get(style_of(paragraph) or "")
    if name not in styles.PARAGRAPHS:
        yield "style", f"the paragraph has {_called(name)}; use a style of the base document"


def _run_look(run: etree._Element, names: Mapping[str, str]) -> Iterator[Loss]:
    look = run.find(w("rPr"))
    for part in () if look is None else look:
        hint_only = local(part) == "rFonts" and list(part.attrib) == [w("hint")]
        if local(part) not in _RUN_LOOK and not hint_only:
            yield _by_hand(part)
    style = style_of(run, "r")
    if style is not None and names.get(style) not in styles.CHARACTERS:
        yield "style", f"the words have {_called(names.get(style))}; use {' or '.join(styles.CHARACTERS)}"


def _others(
    parent: Iterable[etree._Element] | None, known: set[str], *, by_hand: bool = False
) -> Iterator[Loss]:
    for child in parent if parent is not None else ():
        if local(child) not in known:
            yield _by_hand(child) if by_hand else _lost(_named(child), "stands here")


def _by_hand(setting: etree._Element) -> Loss:
    what = _named(setting)
    return _lost(what, "stands here" if what == "a tracked change" else "is set by hand")


def _lost(what: str, how: str, more: str = "") -> Loss:
    return "lost in the PDF", f"{what} {how}; {advice(what)}{more}"


def _named(element: etree._Element) -> str:
    name = local(element)
    return NAMED.get(name, f"“{name}”")


def _called(name: str | None) -> str:
    return f"the style “{name}”" if name and name != "Normal" else "no style of its own"
