"""Ways of keeping a text as bytes, written without the product's own code."""

import base64
import html
import json
import urllib.parse
import zlib
from collections.abc import Callable, Mapping

_BEFORE, _AFTER = "Look: ", " – there."


def _named(text: str) -> str:
    names = html.entities.codepoint2name
    return "".join(f"&{names[ord(sign)]};" if ord(sign) in names else sign for sign in text)


def _each(shape: Callable[[str], str]) -> Callable[[str], bytes]:
    return lambda text: "".join(map(shape, text)).encode()


def _in_utf_16(order: str, offset: int) -> Callable[[str], bytes]:
    return lambda text: base64.b64encode(b"-" * offset + text.encode(order) + b"--")


def _escaped(sign: str) -> str:
    return "".join(f"%{byte:02x}" for byte in sign.encode())


def _in_unicode(text: str) -> bytes:
    pairs = text.encode("utf-16-be").hex()
    return "".join(f"\\u{pairs[at : at + 4]}" for at in range(0, len(pairs), 4)).encode()


def _in_base64(offset: int) -> Callable[[str], bytes]:
    return lambda text: base64.b64encode(b"-" * (3 + offset) + text.encode() + b"-" * (5 - offset))


ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "UTF-8": lambda text: f"{_BEFORE}{text}{_AFTER}".encode(),
    "capitals": lambda text: f"{_BEFORE}{text.upper()}{_AFTER}".encode(),
    "small letters": lambda text: f"{_BEFORE}{text.lower()}{_AFTER}".encode(),
    "reversed": lambda text: f"{_BEFORE}{text}{_AFTER}"[::-1].encode(),
    "UTF-16 LE": lambda text: f"{_BEFORE}{text}{_AFTER}".encode("utf-16-le"),
    "UTF-16 BE": lambda text: f"{_BEFORE}{text}{_AFTER}".encode("utf-16-be"),
    "base64": _in_base64(0),
    "base64 one on": _in_base64(1),
    "base64 two on": _in_base64(2),
    "base64 for addresses": lambda text: base64.urlsafe_b64encode(text.encode()),
    "base64 of capitals": lambda text: base64.b64encode(text.upper().encode()),
    "hexadecimal": lambda text: f"{_BEFORE}{text}{_AFTER}".encode().hex().encode(),
    "hexadecimal capitals": lambda text: text.encode().hex().upper().encode(),
    "hexadecimal UTF-16": lambda text: b"<" + text.encode("utf-16").hex().encode() + b">",
    "an address": lambda text: urllib.parse.quote(f"{_BEFORE}{text}{_AFTER}").encode(),
    "a form field": lambda text: urllib.parse.urlencode({"q": f"{_BEFORE}{text}{_AFTER}"}).encode(),
    "HTML": lambda text: html.escape(f"{_BEFORE}{text}{_AFTER}").encode(),
    "HTML names": lambda text: _named(f"{_BEFORE}{text}").encode(),
    "XML numbers": lambda text: f"{_BEFORE}{text}".encode("ascii", "xmlcharrefreplace"),
    "XML hexadecimal": lambda text: "".join(
        sign if sign.isascii() else f"&#x{ord(sign):X};" for sign in text
    ).encode(),
    "base64 in lines": lambda text: base64.encodebytes(b"-" * 50 + text.encode() + b"-" * 50),
    "base64 in lines of mail": lambda text: base64.encodebytes(b"-" * 49 + text.encode() + b"-" * 50).replace(
        b"\n", b"\r\n"
    ),
    "base64 of UTF-16 LE": _in_utf_16("utf-16-le", 0),
    "base64 of UTF-16 LE one on": _in_utf_16("utf-16-le", 1),
    "base64 of UTF-16 BE two on": _in_utf_16("utf-16-be", 2),
    "UTF-32 LE": lambda text: f"{_BEFORE}{text}{_AFTER}".encode("utf-32-le"),
    "UTF-32 BE": lambda text: f"{_BEFORE}{text}{_AFTER}".encode("utf-32-be"),
    "hexadecimal with blanks": lambda text: f"{_BEFORE}{text}{_AFTER}".encode().hex(" ").encode(),
    "hexadecimal with colons": lambda text: text.encode().hex(":").upper().encode(),
    "an address of escapes alone": _each(_escaped),
    "JSON of escapes alone": _in_unicode,
    "XML of numbers alone": _each(lambda sign: f"&#{ord(sign)};"),
    "XML of hexadecimal numbers alone": _each(lambda sign: f"&#x{ord(sign):X};"),
    "a packed stream": lambda text: b"head" + zlib.compress(f"{_BEFORE}{text}{_AFTER}".encode()),
    "JSON": lambda text: json.dumps({"q": f"\n{text}\n"}).encode(),
    "JSON in Unicode": lambda text: json.dumps([text], ensure_ascii=False).encode(),
}
"""The list of the rules for tests, and some more."""
