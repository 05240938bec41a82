"""A JPEG without what cameras and programs write into it, its picture untouched: ITU-T T.81, annex B."""

from app.documents.exhibits.refusals import DAMAGED, NotAdmitted

_START, _SCAN, _END = 0xD8, 0xDA, 0xD9
_COMMENT = 0xFE
_TELLING = frozenset({*range(0xE0, 0xF0), _COMMENT})
"""Segments of applications, and comments: EXIF, places, thumbnails, XMP, colour profiles."""
_ADOBE = 0xEE
"""The one that says how the colours are to be read; the picture would be another without it."""
_ADOBE_LENGTH = 14
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


def bare(data: bytes) -> bytes:
    """The same picture without any telling segment, and without whatever follows its end."""
    if data[:2] != bytes((0xFF, _START)):
        raise NotAdmitted(DAMAGED)
    kept, at = bytearray(data[:2]), 2
    while True:
        at = _marker(data, at)
        kind = data[at]
        if kind == _END:
            return bytes(kept + bytes((0xFF, _END)))
        if kind in _ALONE:
            kept += bytes((0xFF, kind))
            at += 1
            continue
        end = at + 1 + int.from_bytes(data[at + 1 : at + 3], "big")
        if end > len(data) or end < at + 3:
            raise NotAdmitted(DAMAGED)
        segment = data[at + 1 : end]
        if kind not in _TELLING or (kind == _ADOBE and segment[2:7] == b"Adobe"):
            kept += bytes((0xFF, kind)) + (_adobe(segment) if kind == _ADOBE else segment)
        at = end
        if kind == _SCAN:
            start, at = at, _scan_end(data, at)
            kept += data[start:at]


def _adobe(segment: bytes) -> bytes:
    """The segment without anything behind what it has to say."""
    return _ADOBE_LENGTH.to_bytes(2, "big") + segment[2:_ADOBE_LENGTH]


def _marker(data: bytes, at: int) -> int:
    """The place of the next marker's kind."""
    if at >= len(data) or data[at] != 0xFF:
        raise NotAdmitted(DAMAGED)
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at >= len(data):
        raise NotAdmitted(DAMAGED)
    return at


def _scan_end(data: bytes, at: int) -> int:
    """Where the coded picture ends: at a marker that is neither a stuffed byte nor a restart."""
    while (at := data.find(b"\xff", at)) >= 0:
        if at + 1 < len(data) and data[at + 1] not in (0x00, *range(0xD0, 0xD8)):
            return at
        at += 2
    raise NotAdmitted(DAMAGED)
