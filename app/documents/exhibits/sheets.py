"""Letter pages that show the pages or the picture of somebody's file, and nothing else of it."""

import io

import pikepdf
from pikepdf import Dictionary, Name, Rectangle

from app.documents.exhibits.limits import LARGEST_PAGE, LETTER, MARGIN
from app.documents.exhibits.refusals import DAMAGED, NotAdmitted
from app.documents.metadata import PRODUCER

_WIDTH, _HEIGHT = LETTER
_STRIP = 30
"""Points at the foot of each page for its number: nothing that was brought is ever written over."""
_ROOM = Rectangle(0, _STRIP, _WIDTH, _HEIGHT)
_SIZE = 13
"""Points of the number: Rule 55.02(b)(3)."""
_NAME = Name.X0


def of_pages(source: pikepdf.Pdf) -> bytes:
    """Each page upright on a letter page of its own, made smaller where it does not fit above its number."""
    with pikepdf.new() as made:
        for page in source.pages:
            _sized(page)
            shown = made.copy_foreign(source.make_indirect(page.as_form_xobject()))
            sheet = _sheet(made, shown)
            drawn = sheet.calc_form_xobject_placement(shown, _NAME, _ROOM, allow_expand=False)
            sheet.obj.Contents = made.make_stream(drawn)
        return saved(made)


def of_picture(data: bytes, size: tuple[int, int], *, colours: int, dpi: float, packed: str) -> bytes:
    """One page with a picture inside its margins; `packed` is the name of the filter its bytes stand in."""
    width, height = (side * 72 / dpi for side in size)
    fits = min(1.0, (_WIDTH - 2 * MARGIN) / width, (_HEIGHT - 2 * MARGIN) / height)
    width, height = width * fits, height * fits
    left, bottom = (_WIDTH - width) / 2, _HEIGHT - MARGIN - height
    with pikepdf.new() as made:
        picture = made.make_stream(
            data,
            Type=Name.XObject, Subtype=Name.Image, Width=size[0], Height=size[1], BitsPerComponent=8,
            ColorSpace=Name.DeviceGray if colours == 1 else Name.DeviceRGB, Filter=Name(packed),
        )  # fmt: skip
        sheet = _sheet(made, picture)
        drawn = f"q {width:.3f} 0 0 {height:.3f} {left:.3f} {bottom:.3f} cm {_NAME} Do Q"
        sheet.obj.Contents = made.make_stream(drawn.encode())
        return saved(made)


def saved(made: pikepdf.Pdf) -> bytes:
    """The bytes of a PDF: the same ones each time, and nothing about when, where or by whom."""
    into = io.BytesIO()
    made.save(into, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return into.getvalue()


def _sheet(made: pikepdf.Pdf, shown: pikepdf.Object) -> pikepdf.Page:
    page = made.add_blank_page(page_size=LETTER)
    page.obj.Resources = Dictionary(XObject=Dictionary({str(_NAME): shown}))
    return page


def _sized(page: pikepdf.Page) -> None:
    left, bottom, right, top = (float(each) for each in page.trimbox)
    if not (0 < right - left <= LARGEST_PAGE and 0 < top - bottom <= LARGEST_PAGE):
        raise NotAdmitted(DAMAGED)


def behind(cover: bytes, pages: bytes, title: str) -> bytes:
    """The pages behind a cover as one PDF of this title, numbered on from it: Rule 55.02(b)(1).

    The file no longer says which standards the cover met, for the pages may meet none.
    """
    with pikepdf.open(io.BytesIO(cover)) as made, pikepdf.open(io.BytesIO(pages)) as brought:
        for key in ("/Metadata", "/PageLabels"):
            if key in made.Root:
                del made.Root[key]
        first = len(made.pages)
        made.pages.extend(brought.pages)
        font = made.make_indirect(
            Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name("/Times-Roman"))
        )
        for number, page in enumerate(made.pages[first:], first + 1):
            page.obj.Resources.Font = Dictionary(N=font)
            page.contents_add(_numbered(number))
        made.docinfo["/Title"], made.docinfo["/Producer"] = title, PRODUCER
        return saved(made)


def _numbered(number: int) -> bytes:
    """The number in the middle of the strip; a digit of Times is half as wide as its size."""
    left = _WIDTH / 2 - len(str(number)) * _SIZE / 4
    return b"q BT /N %d Tf %.2f %d Td (%d) Tj ET Q" % (_SIZE, left, (_STRIP - _SIZE) // 2, number)
