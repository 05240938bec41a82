"""Takes out of a PDF's objects whatever acts, tells or hides, and refuses what it cannot take out safely."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream

from app.documents.exhibits import jpeg
from app.documents.exhibits.limits import MOST_OBJECTS, MOST_PIXELS
from app.documents.exhibits.refusals import BOMB, LAYERED, MARKED, STRANGE, NotAdmitted

# Names that also are letters of a font, like /A, stay: what hangs from them is no part of a page's drawing.
_ACTS = ("/AA", "/JS", "/URI", "/OpenAction")
_TELLS = (
    "/Metadata", "/PieceInfo", "/LastModified", "/CreationDate", "/ModDate", "/Author", "/Creator", "/Thumb",
    "/StructParents", "/StructParent", "/AF", "/Measure", "/PtData",
)  # fmt: skip
_OUTSIDE = ("/F", "/FFilter", "/FDecodeParms", "/Alternates", "/OPI", "/Ref", "/PS", "/EF", "/RF")
"""Keys of a stream by which it is read from, or shown as, something outside of it."""
_RARE = ("/JBIG2Decode", "/JPXDecode", "/Crypt")
"""Ways to pack a picture that readers have been attacked with, or that hide what cameras write."""
_SEEN = ("/Link", "/Popup")
"""Notes on a page that show nothing by themselves; all others may."""


def marks(page: pikepdf.Page) -> None:
    """Raise NotAdmitted for a page with comments, stamps, fields, sounds or films."""
    for note in _each(page.obj.get("/Annots")):
        if str(note.get("/Subtype")) not in _SEEN:
            raise NotAdmitted(MARKED)


def clean(pdf: pikepdf.Pdf) -> None:
    """Take out of every object what acts or tells; raises NotAdmitted for what cannot be taken out."""
    for number, thing in enumerate(pdf.objects):
        if number > MOST_OBJECTS:
            raise NotAdmitted(BOMB)
        for each in _inside(thing):
            _cleaned(each)


def _inside(thing: Object) -> Iterator[Object]:
    """An object with the dictionaries that stand directly in it, however deep."""
    waiting = [thing]
    while waiting:
        each = waiting.pop()
        if isinstance(each, Stream | Dictionary):
            yield each
            waiting += [value for _, value in each.items() if _is_direct(value)]
        elif isinstance(each, Array):
            waiting += [value for value in each if _is_direct(value)]


def _is_direct(value: object) -> bool:
    return isinstance(value, Object) and not value.is_indirect


def _cleaned(thing: Object) -> None:
    if "/OC" in thing:
        raise NotAdmitted(LAYERED)
    for key in (*_ACTS, *_TELLS):
        if key in thing:
            del thing[key]
    if isinstance(thing, Stream):
        _stream(thing)


def _stream(stream: Stream) -> None:
    filters = [str(each) for each in _names(stream.get("/Filter"))]
    if any(each in _RARE for each in filters) or any(key in stream for key in _OUTSIDE):
        raise NotAdmitted(STRANGE)
    if stream.get("/Subtype") == Name.PS:
        raise NotAdmitted(STRANGE)
    if stream.get("/Subtype") == Name.Image:
        if int(stream.get("/Width", 0)) * int(stream.get("/Height", 0)) > MOST_PIXELS:
            raise NotAdmitted(BOMB)
        if filters == ["/DCTDecode"]:
            _rewrite(stream)
        elif "/DCTDecode" in filters:
            raise NotAdmitted(STRANGE)


def _rewrite(picture: Stream) -> None:
    parameters = picture.get("/DecodeParms")
    kept = parameters if isinstance(parameters, Dictionary | Array) else None
    picture.write(jpeg.bare(picture.read_raw_bytes()), filter=Name.DCTDecode, decode_parms=kept)


def _names(found: Object | None) -> list[Object]:
    return [] if found is None else list(found) if isinstance(found, Array) else [found]


def _each(found: Object | None) -> Iterator[Dictionary]:
    if isinstance(found, Array):
        yield from (each for each in found if isinstance(each, Dictionary))
