"""How much the packed streams of a PDF unpack to, counted in pieces before any of it is read as a PDF."""

import re
import zlib

from app.documents.exhibits.limits import MOST_UNPACKED
from app.documents.exhibits.refusals import BOMB, NotAdmitted

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PIECE = 1 << 20
_DEEPEST = 4
"""How often a stream may be packed once more."""


def check(data: bytes) -> None:
    """Raise NotAdmitted when all streams together unpack to more than a PDF may hold."""
    left = MOST_UNPACKED
    for match in _STREAM.finditer(data):
        end = data.find(b"endstream", match.end())
        left -= _unpacked(data[match.end() : end if end >= 0 else len(data)], left, _DEEPEST)


def _unpacked(packed: bytes, left: int, depth: int) -> int:
    """The bytes a stream unpacks to, and what those unpack to; raises as soon as there are too many."""
    unpacker, count, again = zlib.decompressobj(), 0, bytearray()
    piece, rest = b"", packed
    while rest:
        try:
            piece = unpacker.decompress(rest, _PIECE)
        except zlib.error:
            break
        count += len(piece)
        if count > left:
            raise NotAdmitted(BOMB)
        if depth and (again or piece[:1] == b"\x78") and len(again) < _PIECE * 8:
            again += piece
        rest = unpacker.unconsumed_tail
        if not piece or unpacker.eof:
            break
    return count + (_unpacked(bytes(again), left - count, depth - 1) if again else 0)
