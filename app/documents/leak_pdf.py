"""The inside of a PDF for the search: streams inflated, the glyphs of each page as text, every string."""

import base64
import io
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence

import pikepdf

from app.documents.leak_texts import JOINT

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_SAYS = re.compile(
    rb"(?P<y>[-\d.]+) Tm\b|/(?P<font>\S+) [-\d.]+ Tf\b"
    rb"|\[(?P<row>[^\]()]*)\] ?TJ\b|<(?P<one>[\da-fA-F]*)> ?Tj\b"
)
_ID = re.compile(rb"/ID ?\[[^\]]*\]")
"""What identifies the file: a hash of its bytes, no words."""
_TAG = re.compile(rb"<[^>]*>")
_CODE = re.compile(rb"<([\da-fA-F]*)>")
_CMAP_ROW = re.compile(rb"<([0-9a-fA-F]+)> <([0-9a-fA-F]*)>")
_LITERAL = re.compile(rb"\(((?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)", re.DOTALL)
_HEX = re.compile(rb"<((?:[\da-fA-F]\s*){8,})>")
_ESCAPE = re.compile(rb"\\(\d{1,3}|\r?\n|.)", re.DOTALL)
_SIGNS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"", b"f": b""}
_ENDS_85 = (b"~>", b"~>\n", b"~>\r", b"~>\r\n")
_RARE = (b"/ASCIIHexDecode", b"/ASCII85Decode", b"/LZWDecode", b"/RunLengthDecode", b"/Crypt")
Glyphs = Mapping[int, str]


def streams(data: bytes) -> Iterator[bytes]:
    """Every stream of the file, inflated; one packed in a rarer way is read object by object."""
    for match in _STREAM.finditer(data):
        packed = data[match.end() : data.find(b"endstream", match.end())]
        if unpacked := _inflated(packed):
            yield unpacked
        elif packed.endswith(_ENDS_85):
            yield from filter(None, (_of_ascii85(packed), _inflated(_of_ascii85(packed))))
    if any(way in data for way in _RARE):
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from (_read(each) for each in pdf.objects if isinstance(each, pikepdf.Stream))


def _read(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:
        return b""


def _of_ascii85(packed: bytes) -> bytes:
    try:
        return base64.a85decode(packed.strip().removesuffix(b"~>").removeprefix(b"<~"))
    except ValueError:
        return b""


def _inflated(packed: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed)
    except zlib.error:
        return b""


def strings(data: bytes, inflated: Sequence[bytes]) -> Iterator[str]:
    """Every string of the file and its inflated streams: properties, bookmarks, tags, links, names."""
    bare = b"".join(each.rpartition(b"endstream")[2] for each in _STREAM.split(data))
    for packet in re.findall(rb"<\?xpacket.*?<\?xpacket end", data, re.DOTALL):
        yield _TAG.sub(b"\n", packet).decode("utf-8", "replace")
    for source in (_ID.sub(b"", bare), *(each for each in inflated if _has_strings(each))):
        yield from (_said(_literal(match)) for match in _LITERAL.findall(source))
        yield from (_said(_unhexed(match)) for match in _HEX.findall(source))


def _has_strings(stream: bytes) -> bool:
    """Neither a font nor its map, nor the drawing of a page that only shows glyphs."""
    if stream.startswith(b"/CIDInit") or b"\0" in stream[:64]:
        return False
    return b" Tm\n" not in stream or b"(" in stream or b"<feff" in stream.lower()


def _literal(raw: bytes) -> bytes:
    return _ESCAPE.sub(_unescaped, raw) if b"\\" in raw else raw


def _unescaped(match: re.Match[bytes]) -> bytes:
    sign = match[1]
    if sign.isdigit():
        return bytes([int(sign, 8) & 255]) if not set(sign) & set(b"89") else sign
    return b"" if sign.endswith(b"\n") else _SIGNS.get(sign, sign)


def _unhexed(digits: bytes) -> bytes:
    packed = b"".join(digits.split())
    return bytes.fromhex((packed + b"0" * (len(packed) % 2)).decode())


def _said(raw: bytes) -> str:
    if raw.startswith((b"\xfe\xff", b"\xff\xfe")):
        return raw.decode("utf-16", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        # In a PDF's own code some signs, like ł, have other numbers than in Latin 1.
        return f"{raw.decode('latin-1')}\n{raw.decode('pdfdoc', 'replace')}"


def pages(data: bytes) -> Iterator[str]:
    """What the glyphs of each page say, a line where the page has one, a joint where a box ends."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        known: dict[object, Glyphs] = {}
        for page in pdf.pages:
            fonts = {}
            for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items():
                if "/ToUnicode" in font:
                    key = font.ToUnicode.objgen
                    if key not in known:
                        known[key] = glyphs(font.ToUnicode.read_bytes())
                    fonts[name[1:].encode()] = known[key]
            yield _page(page, fonts)


def _page(page: pikepdf.Page, fonts: Mapping[bytes, Glyphs]) -> str:
    content = _content(page)
    return quickly(content, fonts) if b")" not in content else slowly(page, fonts)


def _content(page: pikepdf.Page) -> bytes:
    parts = page.obj.get("/Contents")
    streams = list(parts) if isinstance(parts, pikepdf.Array) else [parts]
    return b"\n".join(each.read_bytes() for each in streams if isinstance(each, pikepdf.Stream))


def quickly(content: bytes, fonts: Mapping[bytes, Glyphs]) -> str:
    """The text of a page whose glyphs all stand in hexadecimal digits, as WeasyPrint writes them."""
    made: list[str] = []
    font: Glyphs = {}
    height = b""
    for match in _SAYS.finditer(_texts(content)):
        kind = match.lastgroup
        if kind == "y":
            made.append(JOINT if match["y"] == height else "\n")
            height = match["y"]
        elif kind == "font":
            font = fonts.get(match["font"], {})
        else:
            made.append(_shown(_digits(match), font))
    return "".join(made)


def _texts(content: bytes) -> bytes:
    """The text objects of a page; all of it, if anything that shows a text stands outside of them."""
    texts = b"\n".join(part.partition(b"\nET")[0] for part in content.split(b"BT\n")[1:])
    whole = all(content.count(sign) == texts.count(sign) for sign in (b"Tm", b"Tf", b"TJ", b"Tj"))
    return texts if whole else content


def _digits(match: re.Match[bytes]) -> bytes:
    one: bytes | None = match["one"]
    return one if one is not None else b"".join(_CODE.findall(match["row"]))


def _shown(digits: bytes, font: Glyphs) -> str:
    codes = bytes.fromhex(digits.decode()).decode("utf-16-be", "surrogatepass")
    return codes.translate(font)


def slowly(page: pikepdf.Page, fonts: Mapping[bytes, Glyphs]) -> str:
    """The text of any page, operator by operator."""
    made: list[str] = []
    font: Glyphs = {}
    height = None
    for instruction in pikepdf.parse_content_stream(page):
        operands, sign = list(instruction.operands), str(instruction.operator)
        if sign == "Tm":
            made.append(JOINT if operands[5] == height else "\n")
            height = operands[5]
        elif sign == "Tf":
            font = fonts.get(str(operands[0])[1:].encode(), {})
        elif sign in ("TJ", "Tj"):
            shown = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[0]]
            codes = b"".join(bytes(part) for part in shown if isinstance(part, pikepdf.String))
            made.append(_shown(codes.hex().encode(), font) if font else _said(codes))
    return "".join(made)


def glyphs(cmap: bytes) -> Glyphs:
    """The text of each glyph by its number, as a ToUnicode map has it."""
    _, _, rows = cmap.partition(b"endcodespacerange")
    return {
        int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for code, text in _CMAP_ROW.findall(rows)
    }
