"""Draws lines on the pages of a PDF in one embedded face, and the mark of a draft above the form's area."""

from collections.abc import Iterable, Mapping, Sequence

import pikepdf

from app.documents.layouts import DRAFT_MARK
from app.documents.official import face
from app.documents.official.face import Embedded
from app.documents.official.fitting import Line

_BAND = 20.0
"""Points a review copy has above the form for its mark: outside of the form, so nothing is covered."""
_MARK_SIZE = 8.0
_MARK_COLOUR = b"0.608 0.11 0.11"
_OPEN_COLOUR = b"1 0.95 0.6"
NAME = "DraftwellFace"
"""What our face is called in a page's resources."""


def draw(
    pdf: pikepdf.Pdf,
    lines: Sequence[Line],
    marked: frozenset[str],
    edges: Mapping[int, bytes],
    *,
    review: bool,
    pages: int,
) -> None:
    """Put the lines on their pages; those in `marked` are open blanks and have a colour behind them.

    `edges` are drawings to be put below the words, by page. A review copy has the first `pages` pages made
    higher by a band that says it is a draft.
    """
    signs = {sign for line in lines for sign in line.text} | (set(DRAFT_MARK) if review else set())
    font = face.embedded(pdf, signs)
    for number, page in enumerate(pdf.pages, 1):
        if number > pages:
            break
        own = [line for line in lines if line.page == number]
        if review:
            own.append(_raised(page, number))
        if own or number in edges:
            _onto(page, font, own, marked, edges.get(number, b""))


def _raised(page: pikepdf.Page, number: int) -> Line:
    """The page made higher, and the mark in the new band."""
    left, bottom, right, top = map(float, page.cropbox)
    for key in ("/ArtBox", "/BleedBox", "/TrimBox"):
        if key in page.obj:
            del page.obj[key]
    page.mediabox = pikepdf.Array([left, bottom, right, top + _BAND])
    page.cropbox = page.mediabox
    middle = (left + right - face.width(DRAFT_MARK, _MARK_SIZE)) / 2
    return Line(number, middle, top + 7, _MARK_SIZE, DRAFT_MARK)


def _onto(
    page: pikepdf.Page, font: Embedded, lines: Iterable[Line], marked: frozenset[str], edges: bytes
) -> None:
    depth = _left_open(page)
    page.add_resource(font.font, pikepdf.Name.Font, pikepdf.Name(f"/{NAME}"))
    name = NAME.encode()
    page.contents_add(b"q\n", prepend=True)
    drawn = [_line(line, font, name, line.text in marked) for line in lines]
    page.contents_add(b"\n" + b"Q\n" * (depth + 1) + edges + b"".join(drawn))


def _line(line: Line, font: Embedded, name: bytes, marked: bool) -> bytes:
    made = b""
    if marked:
        wide, low = face.width(line.text, line.size), line.y - 0.22 * line.size
        made = b"q\n%s rg\n%.2f %.2f %.2f %.2f re\nf\nQ\n" % (
            _OPEN_COLOUR,
            line.x,
            low,
            wide,
            line.size * 1.1,
        )
    colour = _MARK_COLOUR if line.text == DRAFT_MARK else b"0 0 0"
    place = b"1 0 0 1 %.2f %.2f Tm" % (line.x, line.y)
    return made + b"q\n%s rg\nBT\n/%s %.2f Tf\n%s\n%s Tj\nET\nQ\n" % (
        colour, name, line.size, place, font.shown(line.text)
    )  # fmt: skip


def _left_open(page: pikepdf.Page) -> int:
    """How many graphics states the form's own drawing leaves open."""
    if "/Contents" not in page.obj:
        return 0
    signs = [str(each.operator) for each in pikepdf.parse_content_stream(page)]
    return max(0, signs.count("q") - signs.count("Q"))
