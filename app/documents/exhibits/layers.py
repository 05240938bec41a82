"""What the search for kept answers reads of an exhibit: its words and drawings, not dots of pictures."""

import io
from collections.abc import Iterator, Sequence

import pikepdf

from app.documents.leak_layers import Layer
from app.documents.places import Piece

_LONGEST = 2_000_000
"""Bytes of one drawing that are searched; longer ones are pictures drawn line by line."""
_NO_WORDS = ("/Image", "/Type1C", "/CIDFontType0C", "/OpenType")
_FONT = ("/Length1", "/Length2", "/Length3", "/N")
"""Keys that only font programs and colour profiles have."""


def of(pdf: bytes, told: Sequence[Piece]) -> Iterator[Layer]:
    """The text of each page, and the bytes of every drawing on it."""
    for piece in told:
        yield Layer(piece.place, b"", piece.text)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream) and _may_hold_words(thing):
                yield Layer("a drawing of the exhibit", thing.read_bytes()[:_LONGEST])


def _may_hold_words(stream: pikepdf.Stream) -> bool:
    return str(stream.get("/Subtype")) not in _NO_WORDS and not any(key in stream for key in _FONT)
