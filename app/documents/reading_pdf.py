"""The text of a tagged PDF by its structure: what a screen reader would say, and nothing of the margins."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

import pikepdf

from app.documents.errors import BrokenDocument

JOINT = "\u2028"
"""Stands where a line, paragraph or page of the PDF ends."""

_BLOCKS = {"/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/LI", "/TR"}
NOTE = "/Note"
"""A margin note: beside the words of a paper, and none of them."""
_CMAP_ROW = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]*)>")


@dataclass(frozen=True)
class _Piece:
    text: str
    line: float
    """The height of its base line on the page."""


Marked = Mapping[tuple[int, int], list[_Piece]]
"""The pieces of text under each mark, by page and number."""


def lines(data: bytes, *, cells: str) -> list[str]:
    """The paragraphs and table rows of a tagged PDF; `cells` stands between the cells of a row."""
    with pikepdf.open(BytesIO(data)) as pdf:
        if "/StructTreeRoot" not in pdf.Root:
            raise BrokenDocument("The PDF has no tags, so its words have no order.")
        return list(_Reader(pdf, cells).lines())


class _Reader:
    def __init__(self, pdf: pikepdf.Pdf, cells: str) -> None:
        self._cells = cells
        self._pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._marked: Marked = _marked(pdf)
        self._roots = _kids(pdf.Root.StructTreeRoot)
        self._head: tuple[str, ...] = ()

    def lines(self) -> Iterator[str]:
        for root in self._roots:
            yield from self._blocks(root)

    def _blocks(self, element: pikepdf.Object) -> Iterator[str]:
        previous = None
        for child in _kids(element):
            kind = _kind(child)
            if kind == NOTE:
                continue
            if kind == "/Table":
                yield from self._table(child, continues=previous == "/Table")
            elif kind in _BLOCKS:
                yield self._text(child)
            else:
                yield from self._blocks(child)
            previous = kind

    def _table(self, table: pikepdf.Object, *, continues: bool) -> Iterator[str]:
        """The rows; a head that is only repeated, because the table goes on over a page, is read once."""
        for part in _kids(table):
            rows = [part] if _kind(part) == "/TR" else _kids(part)
            made = [self._row(row) for row in rows]
            if _kind(part) == "/THead":
                repeated = continues and tuple(made) == self._head
                self._head = tuple(made)
                if repeated:
                    continue
            yield from made

    def _row(self, row: pikepdf.Object) -> str:
        return self._cells.join(self._text(cell) for cell in _kids(row))

    def _text(self, element: pikepdf.Object) -> str:
        made, line = "", None
        for piece in self._pieces(element):
            made += piece.text if line in (None, piece.line) else JOINT + piece.text
            line = piece.line
        return made

    def _pieces(self, element: pikepdf.Object) -> Iterator[_Piece]:
        page = self._pages.get(element["/Pg"].objgen, 0) if "/Pg" in element else 0
        for kid in _list(element.get("/K")):
            if isinstance(kid, pikepdf.Dictionary):
                if _kind(kid) != NOTE:
                    yield from self._pieces(kid)
            elif isinstance(kid, int):
                yield from self._marked.get((page, kid), [])


def _marked(pdf: pikepdf.Pdf) -> Marked:
    maps: dict[str, dict[int, str]] = {}
    found: dict[tuple[int, int], list[_Piece]] = {}
    for number, page in enumerate(pdf.pages):
        for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
            if name not in maps and "/ToUnicode" in font:
                maps[name] = _to_unicode(font.ToUnicode.read_bytes())
        for mark, piece in _shown(page, maps):
            found.setdefault((number, mark), []).append(piece)
    return found


def _shown(page: pikepdf.Page, maps: Mapping[str, Mapping[int, str]]) -> Iterator[tuple[int, _Piece]]:
    """Each text drawn under a mark that has a number; what is an artifact has none."""
    marks: list[int | None] = []
    font: Mapping[int, str] = {}
    height = 0.0
    for instruction in pikepdf.parse_content_stream(page):
        operands, sign = list(instruction.operands), str(instruction.operator)
        if sign in ("BDC", "BMC"):
            marks.append(_number(operands))
        elif sign == "EMC":
            marks.pop()
        elif sign == "Tm":
            height = float(operands[5])
        elif sign == "Tf":
            font = maps.get(str(operands[0]), {})
        elif sign in ("TJ", "Tj") and marks and marks[-1] is not None:
            yield marks[-1], _Piece(_decoded(operands[0], font), height)


def _number(operands: list[pikepdf.Object]) -> int | None:
    settings = operands[1] if len(operands) > 1 else None
    if isinstance(settings, pikepdf.Dictionary) and "/MCID" in settings:
        return int(settings["/MCID"])
    return None


def _decoded(shown: pikepdf.Object, font: Mapping[int, str]) -> str:
    made = ""
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            codes = bytes(part)
            made += "".join(
                font.get(int.from_bytes(codes[at : at + 2], "big"), "\ufffd")
                for at in range(0, len(codes), 2)
            )
    return made


def _to_unicode(cmap: bytes) -> dict[int, str]:
    _, _, rows = cmap.partition(b"endcodespacerange")
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for code, text in _CMAP_ROW.findall(rows)
    }


def _kids(element: pikepdf.Object) -> list[pikepdf.Object]:
    return [kid for kid in _list(element.get("/K")) if isinstance(kid, pikepdf.Dictionary)]


def _list(kids: object) -> list[pikepdf.Object]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]  # type: ignore[list-item]


def _kind(element: pikepdf.Object) -> str:
    return str(element.get("/S"))
