"""The tables of a filled Word body: whole rows and cells, widths by the template's grid, the style's look."""

from collections.abc import Mapping

from docx.oxml import OxmlElement
from lxml import etree

from app.documents import styles, wordkeep
from app.documents.layouts import Layout
from app.documents.package import w

_TWIPS = 1440


def settle(body: etree._Element, layout: Layout, ids: Mapping[str, str]) -> None:
    """Make every table one Word accepts: none without rows, no cell without a paragraph."""
    for table in list(body.iter(w("tbl"))):
        _settle_table(table, layout, ids)
    _keep_tables_apart(body, ids)


def _settle_table(table: etree._Element, layout: Layout, ids: Mapping[str, str]) -> None:
    rows = table.findall(w("tr"))
    if not rows:
        parent = table.getparent()
        if parent is not None:
            parent.remove(table)
        return
    for cell in table.iter(w("tc")):
        _end_with_paragraph(cell, ids)
    dress(table, layout)
    wordkeep.table(table, wordkeep.note(ids))


def dress(table: etree._Element, layout: Layout) -> None:
    """Rows that stay whole, the width of the text, the look of the style."""
    for row in table.findall(w("tr")):
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
    """The table as wide as the text, its columns in the proportion of the template's grid."""
    grid = list(table.iter(w("gridCol")))
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
    """Let the style draw first and last rows and columns; each defines only those it wants."""
    flags = {"val": "05E0", "firstRow": "1", "lastRow": "1", "firstColumn": "1", "lastColumn": "1"}
    _replace(_child(table, "tblPr", first=True), "tblLook", {**flags, "noHBand": "1", "noVBand": "1"})


# The order the schema wants inside these settings.
_ORDER = {
    "tblPr": (
        "tblStyle",
        "tblpPr",
        "tblOverlap",
        "bidiVisual",
        "tblStyleRowBandSize",
        "tblStyleColBandSize",
        "tblW",
        "jc",
        "tblCellSpacing",
        "tblInd",
        "tblBorders",
        "shd",
        "tblLayout",
        "tblCellMar",
        "tblLook",
        "tblCaption",
        "tblDescription",
    ),
    "tcPr": (
        "cnfStyle",
        "tcW",
        "gridSpan",
        "hMerge",
        "vMerge",
        "tcBorders",
        "shd",
        "noWrap",
        "tcMar",
        "textDirection",
        "tcFitText",
        "vAlign",
        "hideMark",
    ),
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
