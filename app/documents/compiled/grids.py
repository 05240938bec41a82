"""Filled bodies: whether docxtpl would leave their tables as they are, and its own work where not."""

import re
from typing import Any
from xml.parsers import expat

from docx.oxml.ns import nsmap
from docxtpl import DocxTemplate

_TOKEN = re.compile(
    r'<(?:w:(tbl|tr|tc|gridCol)(?=[ />])|w:gridSpan w:val="(\d+)"/>'
    r"|w:(gridSpan|sdt|customXml|ins|del|tblGridChange|tcPrChange)[ />]|/w:(tbl)>)"
)
_DRAWING = re.compile(r"<wp:docPr\b[^>]*>")
_IDENTITY = re.compile(r'\sid="[^"]*"')
_NAMED = re.compile(r"""xmlns(?::[^\s=]+)?\s*=\s*(?:"[^"]*"|'[^']*')""")
_FIRST_DRAWING = 1001
# libxml2 cuts a text that is longer.
_MOST_TEXT = 10_000_000


def body(text: str, *, drawings: bool, settled: bool, named: bool, whole: bool = False) -> bytes | Any:
    """The filled body as docxtpl leaves it: its bytes, or the tree where docxtpl itself had to read it.

    That is where columns are mended, drawings numbered, and broken XML is repaired docxtpl's way. With
    `drawings` the numbers of drawings may be set in the text; with `settled` the tables need no look; with
    `named` no namespace of the template has two names; with `whole` the text is known to be well-formed.
    """
    try:
        data = text.encode()
        if not whole:
            _well_formed(data)
    except (UnicodeEncodeError, expat.ExpatError):
        return _by_docxtpl(text)
    sure = len(text) <= _MOST_TEXT and named and (whole or named_once(text))
    if not sure or not (settled or tables_settled(text)):
        return _by_docxtpl(text)
    if "docPr" not in text:
        return data
    numbered = _numbered(text) if drawings else None
    return _by_docxtpl(text) if numbered is None else numbered.encode()


def named_once(text: str) -> bool:
    """Whether no namespace is declared under two names: lxml would keep the outer name only."""
    declared = {"".join(each.split()).replace("'", '"') for each in set(_NAMED.findall(text))}
    return len({each.partition("=")[2] for each in declared}) == len(declared)


def _well_formed(data: bytes) -> None:
    expat.ParserCreate("UTF-8").Parse(data, True)


def tables_settled(text: str) -> bool:
    """Whether no table of this well-formed text has more or fewer cells in its widest row than columns."""
    if "<w:tbl" not in text:
        return ":tbl" not in text
    if "<!--" in text or "<![CDATA[" in text:
        return False
    table: _Table | None = None
    for token in _TOKEN.finditer(text):
        name, span, strange, closed = token.groups()
        if table is None:
            table = _Table() if name == "tbl" else None
        elif closed:
            if not table.keeps_its_columns():
                return False
            table = None
        elif name == "tbl" or strange or not table.takes(name, span):
            return False
    return table is None


class _Table:
    """A table counted from its tags: its columns, and the cells and widths of its rows."""

    def __init__(self) -> None:
        self.columns = self.cells = self.width = self.most_cells = self.most_width = 0
        self.spanned = False

    def takes(self, name: str | None, span: str | None) -> bool:
        """Count one tag; False where two spans stand in one cell."""
        if name == "tc":
            self.cells, self.width, self.spanned = self.cells + 1, self.width + 1, False
        elif name == "tr":
            self._end_row()
        elif name == "gridCol":
            self.columns += 1
        elif self.spanned:
            return False
        else:
            self.width, self.spanned = self.width + int(span or 1) - 1, True
        return True

    def keeps_its_columns(self) -> bool:
        """Whether docxtpl would neither add nor take a column."""
        self._end_row()
        return self.columns > 0 and self.most_cells <= self.columns <= self.most_width

    def _end_row(self) -> None:
        self.most_cells = max(self.most_cells, self.cells)
        self.most_width = max(self.most_width, self.width)
        self.cells = self.width = 0


def _numbered(text: str) -> str | None:
    """The drawings numbered in their order; None where the text does not say plainly where the number is."""
    number = _FIRST_DRAWING - 1

    def named(found: re.Match[str]) -> str:
        nonlocal number
        number += 1
        made, count = _IDENTITY.subn(f' id="{number}"', found[0])
        if count != 1 or "'" in found[0]:
            raise LookupError
        return made

    try:
        return _DRAWING.sub(named, text)
    except LookupError:
        return None


def _by_docxtpl(text: str) -> Any:
    stock = DocxTemplate("")
    stock.docx_ids_index = _FIRST_DRAWING - 1
    tree = stock.fix_tables(text)
    stock.fix_docpr_ids(tree)
    return tree


def drawings_are_plain(source: str, prefixes: dict[str | None, str]) -> bool:
    """Whether `wp:` is the only name of Word's drawings in a part, so that they can be told from its text."""
    uri = nsmap["wp"]
    return prefixes.get("wp") == uri and source.count(f'"{uri}"') == 1
