"""What the pages of any PDF say, with the place of each piece: to know a form, and to read it back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pikepdf

_PAIR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")
_RANGE = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*(?:<([0-9a-fA-F]+)>|\[([^\]]*)\])")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_DEEPEST = 5
_GAP = -180
"""A move of the pen, in thousandths of the size, that is read as a blank."""


@dataclass(frozen=True)
class Piece:
    """Some text of a page: the name of its font there and where it begins, in the page's points."""

    page: int
    font: str
    x: float
    y: float
    text: str


def of_page(page: pikepdf.Page) -> str:
    """All a page says, in the order it is drawn; a font without a map of its letters is read as Latin."""
    return " ".join(piece.text for piece in pieces(page, 0))


def pieces(page: pikepdf.Page, number: int) -> Iterator[Piece]:
    """The texts of a page one by one, those in forms drawn on it too."""
    yield from _drawn(page, page.get_resources() or pikepdf.Dictionary(), number, 0)


def _drawn(
    source: pikepdf.Page | pikepdf.Object, resources: pikepdf.Object, number: int, depth: int
) -> Iterator[Piece]:
    if isinstance(source, pikepdf.Page) and "/Contents" not in source.obj:
        return
    fonts = resources.get("/Font", pikepdf.Dictionary())
    maps: dict[str, _Letters] = {}
    name, x, y = "", 0.0, 0.0
    for instruction in pikepdf.parse_content_stream(source):
        operands, sign = list(instruction.operands), str(instruction.operator)
        if sign == "Tf":
            name = str(operands[0])
            if name not in maps:
                maps[name] = _Letters.of(fonts.get(name))
        elif sign == "Tm":
            x, y = float(operands[4]), float(operands[5])
        elif sign in ("Tj", "TJ", "'", '"'):
            yield Piece(number, name, x, y, _said(operands[-1], maps.get(name, _LATIN)))
        elif sign == "Do" and depth < _DEEPEST:
            yield from _inside(resources, str(operands[0]), number, depth)


def _inside(resources: pikepdf.Object, name: str, number: int, depth: int) -> Iterator[Piece]:
    drawn = resources.get("/XObject", pikepdf.Dictionary()).get(name)
    if drawn is not None and drawn.get("/Subtype") == "/Form":
        yield from _drawn(drawn, drawn.get("/Resources", resources), number, depth + 1)


@dataclass(frozen=True)
class _Letters:
    """How the codes of a font are read: bytes to a code, and the text of each code that is told."""

    width: int
    told: Mapping[int, str]

    @classmethod
    def of(cls, font: pikepdf.Object | None) -> "_Letters":
        if font is None:
            return _LATIN
        width = 2 if font.get("/Subtype") == "/Type0" else 1
        return cls(width, _to_unicode(font.ToUnicode.read_bytes()) if "/ToUnicode" in font else {})

    def read(self, codes: bytes) -> str:
        each = range(0, len(codes), self.width)
        return "".join(self._letter(int.from_bytes(codes[at : at + self.width], "big")) for at in each)

    def _letter(self, code: int) -> str:
        if code in self.told:
            return self.told[code]
        return bytes([code]).decode("cp1252", "replace") if code < 256 else "\ufffd"


_LATIN = _Letters(1, {})


def _said(shown: pikepdf.Object, letters: _Letters) -> str:
    made = ""
    for part in shown if isinstance(shown, pikepdf.Array) else [shown]:
        if isinstance(part, pikepdf.String):
            made += letters.read(bytes(part))
        elif float(part) < _GAP:
            made += " "
    return made


def _to_unicode(cmap: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"bfchar":
            found |= {int(code, 16): _text(text) for code, text in _PAIR.findall(block)}
            continue
        for first, last, start, each in _RANGE.findall(block):
            codes = range(int(first, 16), min(int(last, 16), int(first, 16) + 0xFFFF) + 1)
            texts = re.findall(rb"<([0-9a-fA-F]*)>", each)
            for step, code in enumerate(codes):
                found[code] = (
                    _text(b"%0*x" % (len(start), int(start, 16) + step)) if start else _at(texts, step)
                )
    return found


def _at(texts: list[bytes], step: int) -> str:
    return _text(texts[step]) if step < len(texts) else ""


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
