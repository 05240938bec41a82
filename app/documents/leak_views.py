"""What the bytes of a layer say once escapes in them are read; made only where such an escape stands."""

import html
import re
import zlib
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes

_ENTITIES = re.compile(
    rb"&#(?:0*(?:32|4[4-9]|5[0-7]|6[4-9]|[78]\d|9[05-9]|1[01]\d|12[0-2])"
    rb"|x0*(?:2[0c-f]|3\d|4[\da-f]|5[\daf]|6[1-9a-f]|7[\da]));",
    re.IGNORECASE,
)
"""A blank, a plain letter or a digit written as a number, as nobody writes it without need."""
_PERCENT = re.compile(rb"%[\da-fA-F]{2}.{0,6}%[\da-fA-F]{2}.{0,6}%[\da-fA-F]{2}", re.DOTALL)
_UNICODE = re.compile(rb"\\u[\da-fA-F]{4}(?:\\u[\da-fA-F]{4})*")
_DIGITS = bytes(
    ord("h" if sign in b"0123456789abcdefABCDEF" else " " if sign in b" \t\r\n:,-" else "x")
    for sign in range(256)
)
"""Every byte as `h` for a hexadecimal digit, a blank for what may part bytes, `x` for all else."""
_PARTED = b"hh hh hh hh hh hh hh"
_LINE_END = re.compile(
    rb"\n[A-Za-z\d+/]{4}(?:(?<=[A-Za-z\d+/]{20}\n[A-Za-z\d+/]{4})|(?<=[A-Za-z\d+/]{20}\r\n[A-Za-z\d+/]{4}))"
)
"""The end of a line of base64 or of hexadecimal digits that goes on in the next."""
_ZLIB = re.compile(rb"x(?<!stream\nx)(?<!stream\r\nx)[\x01\x5e\x9c\xda]")
_MOST = 1 << 24
"""No stream within other bytes is read beyond so many."""


def views(data: bytes) -> Iterator[bytes]:
    """The bytes with each kind of escape that stands in them read."""
    if _ENTITIES.search(data):
        yield html.unescape(data.decode("utf-8", "replace")).encode("utf-8", "surrogatepass")
    if _PERCENT.search(data):
        yield unquote_to_bytes(data)
    if _UNICODE.search(data):
        yield _UNICODE.sub(_unescaped, data)
    if _PARTED in data.translate(_DIGITS):
        yield data.translate(None, b" \t\r\n:,-")
    if _LINE_END.search(data):
        yield data.translate(None, b"\r\n")


def streams(data: bytes) -> Iterator[bytes]:
    """Packed streams that begin after the start of some bytes; those a PDF announces are read elsewhere."""
    for match in _ZLIB.finditer(data, 1):
        try:
            unpacked = zlib.decompressobj().decompress(data[match.start() :], _MOST)
        except zlib.error:
            continue
        if unpacked:
            yield unpacked


def _unescaped(match: re.Match[bytes]) -> bytes:
    pairs = bytes.fromhex(match[0].replace(b"\\u", b"").decode())
    return pairs.decode("utf-16-be", "replace").encode()
