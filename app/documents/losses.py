"""What a Word template may not hold, because in its HTML twin it would look different or vanish."""

from collections.abc import Iterator, Mapping

from lxml import etree

from app.documents import styles
from app.documents.package import style_of, text_of, w

_IN_BODY = {"p", "tbl", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr"}
_IN_PARAGRAPH = {"pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr"}
_IN_RUN = {"rPr", "t", "br", "lastRenderedPageBreak", "noBreakHyphen"}
_RUN_LOOK = {"rStyle", "b", "bCs", "i", "iCs", "lang", "noProof"}
_PARAGRAPH_LOOK = {"pStyle", "rPr"}
_TABLE_LOOK = {"tblStyle", "tblW", "tblLook", "tblLayout", "tblInd", "tblCaption", "tblDescription"}
_ROW_LOOK = {"tblHeader", "cantSplit", "cnfStyle"}
_CELL_LOOK = {"tcW", "gridSpan", "cnfStyle", "hideMark"}
# fmt: off
_NAMED = {
    "hyperlink": "a link", "ins": "a tracked change", "del": "a tracked change",
    "moveFrom": "a tracked change", "moveTo": "a tracked change", "fldSimple": "a field",
    "fldChar": "a field", "instrText": "a field", "commentRangeStart": "a comment",
    "commentRangeEnd": "a comment", "commentReference": "a comment", "footnoteReference": "a footnote",
    "endnoteReference": "an endnote", "drawing": "a picture", "pict": "a picture",
    "object": "an embedded object", "sdt": "a content control", "tab": "a tab", "sym": "a symbol by font",
    "AlternateContent": "a text box or shape", "smartTag": "a smart tag", "oMath": "a formula",
    "ptab": "a tab", "softHyphen": "a soft hyphen", "sectPr": "a section break", "altChunk": "another file",
    "jc": "alignment", "ind": "an indent", "spacing": "spacing", "numPr": "a list", "tabs": "tab stops",
    "keepNext": "keep with next", "pageBreakBefore": "a page break", "pBdr": "a border", "shd": "shading",
    "rFonts": "a font", "sz": "a font size", "color": "a colour", "u": "underlining",
    "highlight": "highlighting", "caps": "capitals", "smallCaps": "small capitals",
    "vertAlign": "raised or lowered text", "strike": "a strike", "vanish": "hidden text",
    "vMerge": "a cell merged downwards", "tcBorders": "a border", "vAlign": "alignment",
    "trHeight": "a row height", "tblBorders": "a border", "tblpPr": "a floating table",
    "tblCellMar": "cell margins",
}
# fmt: on
_HINT = "the PDF could not show it; use a style"


def local(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def in_body(body: etree._Element) -> Iterator[str]:
    """Things that stand between paragraphs and tables and are neither."""
    for child in body:
        if local(child) not in _IN_BODY:
            yield f"{_named(child)} stands here; {_HINT} or plain paragraphs"


def in_paragraph(paragraph: etree._Element, names: Mapping[str, str]) -> Iterator[str]:
    """Everything in a paragraph that its twin would lose."""
    yield from _style_faults(paragraph, names)
    yield from _others(paragraph.find(w("pPr")), _PARAGRAPH_LOOK, "set by hand")
    yield from _others(paragraph, _IN_PARAGRAPH)
    if any(blank in text_of(paragraph) for blank in "\t\n"):
        yield f"a tab or line feed stands in the words; {_HINT}"
    for run in paragraph.iter(w("r")):
        yield from _others(run, _IN_RUN)
        yield from _run_look(run, names)
        if any(mark.get(w("type")) not in (None, "textWrapping") for mark in run.iter(w("br"))):
            yield f"a page or column break stands here; {_HINT} that starts a new page"


def in_table(table: etree._Element, names: Mapping[str, str]) -> Iterator[str]:
    """Everything in a table's own settings that its twin would lose."""
    name = names.get(style_of(table, "tbl") or "")
    if name not in styles.TABLES:
        yield f"the table has {_called(name)}; use one of: {', '.join(styles.TABLES)}"
    yield from _others(table.find(w("tblPr")), _TABLE_LOOK, "set by hand")
    for row in table.findall(w("tr")):
        yield from _others(row.find(w("trPr")), _ROW_LOOK, "set by hand")
        for cell in row.findall(w("tc")):
            yield from _others(cell.find(w("tcPr")), _CELL_LOOK, "set by hand")
            if cell.find(f".//{w('tbl')}") is not None:
                yield "a table stands inside a table; put it after the table"


def is_empty_spacing(paragraph: etree._Element, names: Mapping[str, str]) -> bool:
    """Whether a paragraph is there only to make room."""
    may_be = (styles.SPACER, "Signature rule", "Signature block rule")
    return not text_of(paragraph).strip() and names.get(style_of(paragraph) or "") not in may_be


def _style_faults(paragraph: etree._Element, names: Mapping[str, str]) -> Iterator[str]:
    name = names.get(style_of(paragraph) or "")
    if name not in styles.PARAGRAPHS:
        yield f"the paragraph has {_called(name)}; use a style of the base document"


def _run_look(run: etree._Element, names: Mapping[str, str]) -> Iterator[str]:
    look = run.find(w("rPr"))
    for part in () if look is None else look:
        hint_only = local(part) == "rFonts" and list(part.attrib) == [w("hint")]
        if local(part) not in _RUN_LOOK and not hint_only:
            yield f"{_named(part)} is set by hand; {_HINT}"
    style = style_of(run, "r")
    if style is not None and names.get(style) not in styles.CHARACTERS:
        yield f"the words have {_called(names.get(style))}; use {' or '.join(styles.CHARACTERS)}"


def _others(parent: etree._Element | None, known: set[str], how: str = "stands here") -> Iterator[str]:
    for child in () if parent is None else parent:
        if local(child) not in known:
            yield f"{_named(child)} {'is ' if how == 'set by hand' else ''}{how}; {_HINT}"


def _named(element: etree._Element) -> str:
    name = local(element)
    return _NAMED.get(name, f"“{name}”")


def _called(name: str | None) -> str:
    return f"the style “{name}”" if name and name != "Normal" else "no style of its own"
