"""The embedded face that an official form is filled in, so that every viewer and printer shows the same."""

import io
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import pikepdf
from fontTools import subset
from fontTools.ttLib import TTFont

from app.documents import fonts

_RIGHTWARD = frozenset(("R", "AL", "AN"))


def width(text: str, size: float) -> float:
    """How wide a text stands, in points."""
    face = _face()
    return sum(face.advances.get(ord(sign), face.advances[32]) for sign in text) * size / face.units


def undrawable(text: str) -> list[str]:
    """The characters of a text that cannot be drawn one after another from left to right."""
    return sorted({sign for sign in text if sign != "\n" and not _drawable(sign)})


def _drawable(sign: str) -> bool:
    plain = not unicodedata.combining(sign) and unicodedata.bidirectional(sign) not in _RIGHTWARD
    return plain and ord(sign) in _face().advances


@dataclass(frozen=True)
class _Face:
    data: bytes
    units: int
    advances: dict[int, int]
    """The width of each character, in parts of the size."""


@lru_cache(maxsize=1)
def _face() -> _Face:
    path = next(each for each in fonts.files() if each.name == "LiberationSans-Regular.ttf")
    data = path.read_bytes()
    with TTFont(io.BytesIO(data), lazy=True) as font:
        glyphs, measures = font.getBestCmap(), font["hmtx"]
        return _Face(
            data, font["head"].unitsPerEm, {code: measures[name][0] for code, name in glyphs.items()}
        )


@dataclass(frozen=True)
class Embedded:
    """The face in one PDF: what a page's resources hold, and the code of each character."""

    font: pikepdf.Object
    codes: dict[str, int]

    def shown(self, text: str) -> bytes:
        """The text as the digits of a `Tj`."""
        return b"<%s>" % "".join(f"{self.codes[sign]:04x}" for sign in text).encode()


def embedded(pdf: pikepdf.Pdf, signs: Iterable[str]) -> Embedded:
    """The face with just these characters in it, put into a PDF: ISO 32000-1, 9.7."""
    wanted = sorted(set(signs) | {" "})
    font = TTFont(io.BytesIO(_face().data), recalcTimestamp=False)
    chosen = subset.Subsetter(
        subset.Options(
            hinting=False,
            layout_features=[],
            name_IDs=[],
            notdef_outline=True,
            drop_tables=["FFTM", "GSUB", "GPOS"],
        )
    )
    chosen.populate(unicodes=[ord(sign) for sign in wanted])
    chosen.subset(font)
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    # Two characters may share a glyph, so each has a code of its own and reads back as itself.
    codes = {sign: number for number, sign in enumerate(wanted, 1)}
    return Embedded(_dictionary(pdf, font, file.getvalue(), codes), codes)


def _dictionary(pdf: pikepdf.Pdf, font: TTFont, file: bytes, codes: dict[str, int]) -> pikepdf.Object:
    head, scale = font["head"], 1000 / font["head"].unitsPerEm
    name = pikepdf.Name("/DRAFTW+LiberationSans")
    descriptor = pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.FontDescriptor, FontName=name, Flags=32, ItalicAngle=0, StemV=80, CapHeight=729,
        FontBBox=[round(each * scale) for each in (head.xMin, head.yMin, head.xMax, head.yMax)],
        Ascent=round(font["hhea"].ascent * scale), Descent=round(font["hhea"].descent * scale),
        FontFile2=pdf.make_stream(file, Length1=len(file)),
    ))  # fmt: skip
    widths = [round(_face().advances[ord(sign)] * scale) for sign in codes]
    cmap = font.getBestCmap()
    glyphs = [0, *(font.getGlyphID(cmap[ord(sign)]) for sign in codes)]
    below = pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.CIDFontType2, BaseFont=name, FontDescriptor=descriptor,
        CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        CIDToGIDMap=pdf.make_stream(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs)),
        DW=500, W=[1, widths],
    ))  # fmt: skip
    return pdf.make_indirect(pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type0, BaseFont=name,
        Encoding=pikepdf.Name("/Identity-H"), DescendantFonts=[below],
        ToUnicode=pdf.make_stream(_to_unicode(codes)),
    ))  # fmt: skip


def _to_unicode(codes: dict[str, int]) -> bytes:
    rows = [f"<{code:04x}> <{sign.encode('utf-16-be').hex()}>" for sign, code in codes.items()]
    blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
    told = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Adobe-Identity-UCS def\n"
        "/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{told}\nendcmap\nend\nend\n"
    ).encode()
