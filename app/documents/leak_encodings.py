"""The bytes a text may be kept as in a file: encodings, escapes, turned round, in capitals and small."""

import base64
import html
import json
from collections.abc import Iterator
from dataclasses import dataclass
from html.entities import codepoint2name
from typing import Literal
from urllib.parse import quote, quote_plus

SHORTEST = 6
"""Fewer bytes than these stand in any file by chance."""


Letter = Literal["byte", "two bytes", "four bytes", "two digits", "four digits", "part of several"]


@dataclass(frozen=True)
class Disguise:
    """Bytes in small letters, and what one letter of the text is among them: to look at its neighbours."""

    data: bytes
    letter: Letter = "byte"


def disguises(text: str) -> set[Disguise]:
    """Every way of keeping a text that the search knows and that is long enough to be no chance."""
    ways = {way for form in {text, text.upper(), text.lower()} for way in _ways(form)}
    return {way for way in ways if len(way.data) >= SHORTEST}


def _ways(text: str) -> Iterator[Disguise]:
    plain = text.encode()
    for turned in (text, text[::-1]):
        yield _small(turned.encode())
        yield from _wide(turned)
    for content in (plain, *(text.encode(order) for order in _ORDERS)):
        yield from (Disguise(piece.lower(), "part of several") for piece in _base64(content))
    yield Disguise(plain.hex().encode(), "two digits")
    for order in _ORDERS:
        yield Disguise(text.encode(order).hex().encode(), "four digits")
    yield from (_small(escaped.encode()) for escaped in _escaped(text))


def _escaped(text: str) -> Iterator[str]:
    """As web addresses, XML and JSON write what is no plain letter."""
    yield from (quote(text, safe=""), quote(text), quote_plus(text))
    named = "".join(
        f"&{codepoint2name[ord(sign)]};" if ord(sign) in codepoint2name else sign for sign in text
    )
    yield from (named, html.escape(text), html.escape(text, quote=False))
    yield "".join(sign if _plain(sign) else f"&#{ord(sign)};" for sign in text)
    yield "".join(sign if _plain(sign) else f"&#x{ord(sign):x};" for sign in text)
    yield json.dumps(text)[1:-1]
    yield json.dumps(text, ensure_ascii=False)[1:-1]


def _plain(sign: str) -> bool:
    return sign.isascii() and sign not in "&<>\"'"


def _small(data: bytes) -> Disguise:
    return Disguise(data.lower())


def _wide(text: str) -> Iterator[Disguise]:
    """UTF-16 and UTF-32 of both orders; without the nil at the ends they are the same for plain letters."""
    for orders, letter in _WIDE:
        for order in orders:
            data = text.encode(order)
            yield Disguise((data.strip(b"\0") if text.isascii() else data).lower(), letter)


def _base64(content: bytes) -> Iterator[bytes]:
    """The middle of the base64 of some bytes wherever they begin, in both alphabets."""
    for offset in range(3):
        whole = base64.b64encode(b"\0" * offset + content)
        first, last = -(-offset * 8 // 6), (offset + len(content)) * 8 // 6
        yield whole[first:last]
        yield whole[first:last].translate(_FOR_ADDRESSES)


_ORDERS = ("utf-16-le", "utf-16-be")
_WIDE: tuple[tuple[tuple[str, ...], Letter], ...] = (
    (_ORDERS, "two bytes"),
    (("utf-32-le", "utf-32-be"), "four bytes"),
)
_FOR_ADDRESSES = bytes.maketrans(b"+/", b"-_")
