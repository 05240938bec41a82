"""What a filled Word body needs before Word may see it: line breaks, marked blanks, whole cells, no traces of editing."""

import re
from collections.abc import Mapping

from docx.oxml import OxmlElement
from lxml import etree

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import styles
from app.documents.layouts import Layout
from app.documents.package import style_of, text_of, w

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_GAP = re.compile(f"{GAP_OPEN}([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_TRACES = ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "noProof", "lang")
_TWIPS = 1440
# A paragraph of these styles is drawn (a rule, a gap) even if it holds no word.
_DRAWN_EMPTY = frozenset({styles.SPACER, "Signature rule", "Signature block rule"})


def mend(body: etree._Element, layout: Layout, names: Mapping[str, str]) -> None:
    """Bring a filled body into the shape Word expects; nothing that was typed is added, moved or taken away."""
    ids = {name: identity for identity, name in names.items()}
    _drop_traces(body)
    for text in list(body.iter(w("t"))):
        _split_gaps(text, ids.get(styles.GAP, styles.GAP))
    for text in list(body.iter(w("t"))):
        _split_breaks(text)
    _drop_emptied(body, names)
    for table in list(body.iter(w("tbl"))):
        _settle_table(table, layout, ids)
    _keep_tables_apart(body, ids)


def gaps(body: etree._Element) -> list[str]:
    """The words of every marked blank in a filled body."""
    return [found for text in body.iter(w("t")) for found in _GAP.findall(text.text or "")]


def _drop_traces(body: etree._Element) -> None:
    for element in list(body.iter()):
        for name in [name for name in element.attrib if etree.QName(name).localname.startswith("rsid")]:
            del element.attrib[name]
    for name in _TRACES:
        for element in list(body.iter(w(name))):
            parent = element.getparent()
            if parent is not None:
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
    text.set(_SPACE, "preserve")
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
            made.set(_SPACE, "preserve")
        place.addnext(made)
        place = made


def _drop_emptied(body: etree._Element, names: Mapping[str, str]) -> None:
    """A paragraph whose words all fell away prints nothing; in a cell the last one stays, as Word demands."""
    for paragraph in list(body.iter(w("p"))):
        parent = paragraph.getparent()
        empty = not text_of(paragraph) and paragraph.find(f".//{w('br')}") is None
        if parent is None or not empty or names.get(style_of(paragraph) or "") in _DRAWN_EMPTY:
            continue
        if parent.tag != w("tc") or len(parent.findall(w("p"))) > 1:
            parent.remove(paragraph)


def _settle_table(table: etree._Element, layout: Layout, ids: Mapping[str, str]) -> None:
    rows = table.findall(w("tr"))
    if not rows:
        parent = table.getparent()
        if parent is not None:
            parent.remove(table)
        return
    for cell in table.iter(w("tc")):
        _end_with_paragraph(cell, ids)
    for row in rows:
        _keep_row_whole(row)
    _set_widths(table, round(layout.text_width * _TWIPS))
    _set_look(table)


def _end_with_paragraph(cell: etree._Element, ids: Mapping[str, str]) -> None:
    if len(cell) == 0 or cell[-1].tag != w("p"):
        cell.append(_paragraph(ids.get("Table text", "TableText")))


def _paragraph(style: str) -> etree._Element:
    made: etree._Element = OxmlElement("w:p")
    look, named = OxmlElement("w:pPr"), OxmlElement("w:pStyle")
    named.set(w("val"), style)
    look.append(named)
    made.append(look)
    return made


def _keep_row_whole(row: etree._Element) -> None:
    """A row may not break across pages."""
    settings = _child(row, "trPr", first=True)
    if settings.find(w("cantSplit")) is None:
        settings.insert(0, OxmlElement("w:cantSplit"))


def _set_widths(table: etree._Element, width: int) -> None:
    """The table as wide as the text, its columns in the proportion of the template's grid, whatever is in the cells."""
    grid = [column for column in table.iter(w("gridCol"))]
    drawn = [int(column.get(w("w")) or 0) for column in grid]
    total = sum(drawn) or 1
    widths = [round(width * part / total) for part in drawn]
    for column, part in zip(grid, widths, strict=True):
        column.set(w("w"), str(part))
    settings = _child(table, "tblPr", first=True)
    _replace(settings, "tblW", {"w": str(sum(widths)), "type": "dxa"})
    _replace(settings, "tblLayout", {"type": "fixed"})
    for row in table.findall(w("tr")):
        _set_cell_widths(row, widths)


def _set_cell_widths(row: etree._Element, widths: list[int]) -> None:
    place = 0
    for cell in row.findall(w("tc")):
        settings = _child(cell, "tcPr", first=True)
        span_mark = settings.find(w("gridSpan"))
        span = 1 if span_mark is None else int(span_mark.get(w("val")) or 1)
        _replace(settings, "tcW", {"w": str(sum(widths[place : place + span])), "type": "dxa"})
        place += span


def _set_look(table: etree._Element) -> None:
    """Let the table style draw its first and last rows and columns; each style defines only those it wants."""
    flags = {"val": "05E0", "firstRow": "1", "lastRow": "1", "firstColumn": "1", "lastColumn": "1"}
    _replace(_child(table, "tblPr", first=True), "tblLook", {**flags, "noHBand": "1", "noVBand": "1"})


# The order the schema wants inside these settings.
_ORDER = {
    "tblPr": ("tblStyle", "tblpPr", "tblOverlap", "bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW",
              "jc", "tblCellSpacing", "tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook",
              "tblCaption", "tblDescription"),
    "tcPr": ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar",
             "textDirection", "tcFitText", "vAlign", "hideMark"),
}


def _replace(settings: etree._Element, name: str, values: Mapping[str, str]) -> None:
    for old in settings.findall(w(name)):
        settings.remove(old)
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(w(key), value)
    order = _ORDER[etree.QName(settings).localname]
    later = {w(other) for other in order[order.index(name) + 1 :]}
    place = next((number for number, child in enumerate(settings) if child.tag in later), len(settings))
    settings.insert(place, made)


def _child(parent: etree._Element, name: str, *, first: bool) -> etree._Element:
    found = parent.find(w(name))
    if found is None:
        found = OxmlElement(f"w:{name}")
        parent.insert(0 if first else len(parent), found)
    return found


def _keep_tables_apart(body: etree._Element, ids: Mapping[str, str]) -> None:
    """Word joins tables that touch, and wants a paragraph after the last one."""
    for table in list(body.findall(w("tbl"))):
        after = table.getnext()
        if after is None or after.tag != w("p"):
            table.addnext(_paragraph(ids.get(styles.SPACER, "TableSpacer")))


