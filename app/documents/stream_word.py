"""The stream of a Word template, from its own body or from the body docxtpl fills."""

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from app.documents import spots, styles
from app.documents.package import style_of, text_of, w
from app.documents.stream import Token, edge, tokens

_LINE = re.compile(r"\s*\{%(?:p|tr)(\s[^{}%]*%\})\s*")
_TYPED = {"noBreakHyphen": "\u2011"}
_SILENT = frozenset("pPr rPr tblPr tblGrid trPr tcPr sectPr bookmarkStart bookmarkEnd proofErr".split())
_UNSAID = _SILENT | {"lastRenderedPageBreak"}


def stream(body: etree._Element, names: Mapping[str, str]) -> Iterator[Token]:
    """The tokens of a body; `names` are the styles of its file by their ids."""
    places = {paragraph.element: paragraph.place for paragraph in spots.paragraphs(body, names)}
    yield from _Walk(names, places).inside(body)


class _Walk:
    def __init__(self, names: Mapping[str, str], places: Mapping[etree._Element, str]) -> None:
        self.names, self.places = names, places
        self.place = ""

    def inside(self, holder: etree._Element) -> Iterator[Token]:
        """What stands in a body or a cell: paragraphs, tables and, once cleaned, tags between them."""
        yield from self._between(holder.text)
        for child in holder:
            self.place = self.places.get(child, self.place)
            if child.tag == w("p"):
                yield from self._paragraph(child)
            elif child.tag == w("tbl"):
                yield from self._table(child)
            elif _local(child) not in _SILENT:
                yield edge(f"<{_local(child)}>", self.place)
            yield from self._between(child.tail)

    def _between(self, text: str | None) -> Iterator[Token]:
        yield from (token for token in tokens(text or "", self.place) if token.said.strip())

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Token]:
        if line := _LINE.fullmatch(text_of(paragraph)):
            yield from tokens(f"{{%{line[1]}", self.place)
            return
        style = self.names.get(style_of(paragraph) or "", "")
        yield edge(f"{styles.element(style)}.{styles.slug(style)}", self.place)
        yield from tokens("".join(_typed(paragraph)), self.place)
        yield edge("end of paragraph", self.place)

    def _table(self, table: etree._Element) -> Iterator[Token]:
        yield edge(f"table.{styles.slug(self.names.get(style_of(table, 'tbl') or '', ''))}", self.place)
        yield from self._between(table.text)
        for child in table:
            if child.tag == w("tr"):
                yield from self._row(child)
            yield from self._between(child.tail)
        yield edge("end of table", self.place)

    def _row(self, row: etree._Element) -> Iterator[Token]:
        line = _LINE.fullmatch(text_of(row))
        if line and "{%tr" in line[0]:
            yield from tokens(f"{{%{line[1]}", self.place)
            return
        yield edge("row", self.place)
        for cell in row.findall(w("tc")):
            span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
            yield edge(f"cell {1 if span is None else span.get(w('val'))}", self.place)
            yield from self.inside(cell)
        yield edge("end of row", self.place)


def _typed(paragraph: etree._Element) -> Iterator[str]:
    """The words of a paragraph; what is neither words nor known to print none is named."""
    for child in paragraph:
        if child.tag != w("r"):
            yield "" if _local(child) in _UNSAID else f"<{_local(child)}>"
            continue
        for part in child:
            if part.tag == w("t"):
                yield part.text or ""
            elif part.tag == w("br"):
                yield "\n"
            else:
                yield "" if _local(part) in _UNSAID else _TYPED.get(_local(part), f"<{_local(part)}>")


def _local(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
