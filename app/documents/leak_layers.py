"""A finished file as its layers: its bytes, whatever they unpack to, and the words each part says."""

import html
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from app.documents import leak_pdf, leak_views

_NOT_WHOLE = (
    zipfile.BadZipFile, zlib.error, pikepdf.PdfError, NotImplementedError, RuntimeError, EOFError, ValueError,
    KeyError, OSError,
)  # fmt: skip
_DEEPEST = 3
"""How many wrappings are opened, one in another."""

_PLACES = {
    "word/document.xml": "the text of the Word file", "word/header": "a page header of the Word file",
    "word/footer": "a page footer of the Word file", "word/comments": "a comment of the Word file",
    "docProps/": "the properties of the Word file",
}  # fmt: skip
_ENDS = tuple(f"</w:{name}>".encode() for name in ("p", "tc", "tr"))
_BREAKS = (b"<w:br/>", b"<w:cr/>", b"<w:tab/>")
_TAGS = re.compile(rb"<[^>]*>")


@dataclass(frozen=True)
class Layer:
    """One layer: where it is, its bytes to be searched in every encoding, and the words it says."""

    place: str
    data: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)


def of_both(docx: bytes, pdf: bytes) -> Iterator[Layer]:
    """The layers of the two files of a paper."""
    yield from layers(docx, "the Word file")
    yield from layers(pdf, "the PDF")


def layers(data: bytes, place: str, depth: int = 0) -> Iterator[Layer]:
    """The bytes of a file, and of everything packed in it, with what each says."""
    yield Layer(place, data)
    yield from (Layer(place, view) for view in leak_views.views(data))
    if depth <= _DEEPEST:
        try:
            yield from _unwrapped(data, place, depth)
            for stream in leak_views.streams(data):
                yield from layers(stream, place, depth + 1)
        except _NOT_WHOLE:
            # Bytes inside a file may begin like a zip or a PDF; a file that is none cannot be searched.
            if depth == 0:
                raise


def _unwrapped(data: bytes, place: str, depth: int) -> Iterator[Layer]:
    if data.startswith(b"PK\x03\x04"):
        yield from _of_zip(data, place, depth)
    elif data.startswith(b"%PDF"):
        yield from _of_pdf(data, place, depth)
    elif data.startswith((b"\x1f\x8b", b"\x78\x01", b"\x78\x5e", b"\x78\x9c", b"\x78\xda")):
        yield from layers(_inflated(data), place, depth + 1)


def _of_zip(data: bytes, place: str, depth: int) -> Iterator[Layer]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        yield Layer(f"the names of the parts of {place}", b"", "\n".join(archive.namelist()))
        for member in archive.infolist():
            part = archive.read(member)
            where = _place(member.filename, place)
            yield from layers(part, where, depth + 1)
            if part.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<"):
                yield Layer(where, b"", words_of_xml(part))


def _place(name: str, place: str) -> str:
    known = next((said for start, said in _PLACES.items() if name.startswith(start)), "")
    return known or f"{name} in {place}"


def _of_pdf(data: bytes, place: str, depth: int) -> Iterator[Layer]:
    inflated = list(leak_pdf.streams(data))
    for stream in inflated:
        yield from layers(stream, f"a stream of {place}", depth + 1)
    for number, text in enumerate(leak_pdf.pages(data), 1):
        yield Layer(f"page {number} of {place}", b"", text)
    strings = "\n".join(leak_pdf.strings(data, inflated))
    yield Layer(f"the properties, bookmarks and tags of {place}", b"", strings)


def words_of_xml(part: bytes) -> str:
    """What an XML part says: runs joined, paragraphs and cells apart, entities read."""
    if b"</w:" not in part:
        return html.unescape(_TAGS.sub(b"\n", part).decode("utf-8", "replace"))
    for sign in (*_ENDS, *_BREAKS):
        part = part.replace(sign, b"\n")
    return html.unescape(_TAGS.sub(b"", part).decode("utf-8", "replace"))


def _inflated(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(data)
    except zlib.error:
        return b""
