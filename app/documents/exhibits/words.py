"""The text of any PDF, page by page; pictures of words say nothing here."""

import io
import zlib

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from app.documents.places import Piece

_UNREADABLE = (
    PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError,
    NotImplementedError, zlib.error,
)  # fmt: skip
"""What reading a page raises whose parts are not what they say they are, or are packed in a rare way."""


def pages(data: bytes) -> list[str]:
    """What the text layer of each page says; nothing for a page that cannot be read."""
    reader = PdfReader(io.BytesIO(data))
    try:
        return [_page(reader, number) for number in range(len(reader.pages))]
    finally:
        # What was read refers to itself in circles, and a child of the box collects no circles in between.
        reader.resolved_objects.clear()
        reader.close()


def pieces(data: bytes) -> list[Piece]:
    """The same as pieces with their places."""
    return [Piece(f"page {number}", text) for number, text in enumerate(pages(data), 1) if text.strip()]


def _page(reader: PdfReader, number: int) -> str:
    try:
        return reader.pages[number].extract_text()
    except _UNREADABLE:
        return ""
