"""Invented facts in five scripts, and a search for them in every disguise a file might keep them in."""

import base64
import html
import json
import urllib.parse
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

_SAYINGS = {
    "latin": "Marigold Quenby locked the pantry on Thornwick Lane, day {}",
    "spanish": "Ñandú Peñaloza guardó el pasaporte número {} en Ávila",
    "arabic": "أخفى الكفيل جواز السفر رقم {} في الخزانة",
    "chinese": "雇主把第{}本护照锁在柜子里不还给她",
    "emoji": "🔒 the room 🚪 number {} was shut 🌙🔑",
}


def facts(count: int) -> list[str]:
    """Return this many different facts, the scripts taking turns."""
    sayings = list(_SAYINGS.values())
    return [sayings[i % len(sayings)].format(7_000 + i) for i in range(count)]


def disguises(fact: str) -> Iterator[bytes]:
    """Yield the bytes a fact might be kept as."""
    for text in (fact, fact[::-1], fact.upper(), fact.lower(), html.escape(fact), repr(fact)[1:-1]):
        yield text.encode()
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le"):
        yield fact.encode(encoding)
    yield json.dumps(fact)[1:-1].encode()
    yield fact.encode("ascii", "xmlcharrefreplace")
    yield urllib.parse.quote(fact).encode()
    yield urllib.parse.quote_plus(fact).encode()
    yield fact.encode().hex().encode()
    yield fact.encode().hex().upper().encode()
    yield from _base64(fact.encode())


def _base64(content: bytes) -> Iterator[bytes]:
    """Yield the middle of the base64 of some bytes at each of the three offsets, in both alphabets."""
    for offset in range(3):
        encoded = base64.b64encode(b"\0" * offset + content)[4 : -(4 + offset)]
        yield encoded
        yield encoded.translate(bytes.maketrans(b"+/", b"-_"))


def found(facts: Iterable[str], folder: Path) -> set[str]:
    """Return the facts that can be read in any file below a folder, deflated streams included."""
    contents = [file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()]
    everything = b"\0".join([content for whole in contents for content in (whole, *_inflated(whole))])
    return {fact for fact in facts if any(disguise in everything for disguise in disguises(fact))}


def _inflated(content: bytes) -> Iterator[bytes]:
    """Yield what unpacks anywhere in a file, as zlib, gzip or zip keep it."""
    for start in range(len(content)):
        if content[start] == 0x78 and start + 1 < len(content) and (0x7800 + content[start + 1]) % 31 == 0:
            yield _unpacked(content[start:], zlib.MAX_WBITS)
        elif content.startswith(b"\x1f\x8b\x08", start):
            yield _unpacked(content[start:], zlib.MAX_WBITS | 16)
        elif content.startswith(b"PK\x03\x04", start):
            names = content[start + 26 : start + 30]
            skip = 30 + int.from_bytes(names[:2], "little") + int.from_bytes(names[2:], "little")
            yield _unpacked(content[start + skip :], -zlib.MAX_WBITS)


def _unpacked(content: bytes, bits: int) -> bytes:
    try:
        return zlib.decompressobj(bits).decompress(content, 10_000_000)
    except zlib.error:
        return b""
