"""What belongs to a draft and may stand in no clean copy, looked for in both finished files."""

import re
from collections.abc import Iterator, Mapping

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import leak_layers
from app.documents.leak_layers import Layer
from app.documents.plain_values import strings

_HIDDEN_SIGNS = re.compile(f"[{GAP_OPEN}{GAP_CLOSE}\ufdd2-\ufdef]")

_SAID: Mapping[str, re.Pattern[str]] = {
    "a tag of its template": re.compile(r"\{\{|\{%|\{#|%\}|\}\}"),
    "the mark of a blank": re.compile(r"\[to be confirmed\b|to be confirmed:"),
    "a sign that only the engine uses": _HIDDEN_SIGNS,
    "the mark of a draft": re.compile(r"\bDRAFT\b"),
    "a hash": re.compile(r"(?<![0-9A-Za-z])[0-9a-f]{64}(?![0-9A-Za-z])"),
    "the place of a template": re.compile(r"\b(?:templates|questionnaires)[/\\]\w|_base\.docx|\bfile://"),
}
"""What no text may say unless a value that is shown says the same."""

_KEPT: Mapping[str, re.Pattern[bytes]] = {
    "a comment": re.compile(rb"<w:comment(?:s|RangeStart|RangeEnd|Reference|Ex)?[ />]"),
    "a tracked change": re.compile(
        rb"<w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|(?:r|p|sect|tbl|tc|tr)PrChange|trackRevisions)[ />]"
    ),
    "hidden text": re.compile(rb"<w:(?:vanish|webHidden|specVanish)(?![^>]*w:val=\"(?:0|false|off)\")[ />]"),
    "a trace of editing": re.compile(rb" w:rsid\w*=|<w:rsids?[ />]|<w:attachedTemplate[ />]"),
}
"""What no part of the Word file may hold."""

_DRAWN: Mapping[str, re.Pattern[bytes]] = {
    "a margin note": re.compile(rb"/S ?/(?:Art|Note)\b"),
    "a note or a mark of a reader": re.compile(
        rb"/Subtype ?/(?:Text|FreeText|Popup|Highlight|Underline|StrikeOut|Stamp|Ink|Caret|Redact)\b"
    ),
    "hidden text": re.compile(rb"(?<![\d.])3 Tr\b|/OCProperties\b"),
    "another file": re.compile(rb"/EmbeddedFiles?\b|/Filespec\b"),
}
"""What no PDF may hold."""

_HASH = re.compile(rb"(?<![0-9A-Za-z<])[0-9a-f]{64}(?![0-9A-Za-z>])")
"""In angle brackets stand the numbers of a PDF's glyphs, which its pages' text is read from."""


def found(docx: bytes, pdf: bytes, shown: Mapping[str, object]) -> tuple[str, ...]:
    """One sentence for each thing left over; `shown` is the data the paper was made from.

    What an answer says itself is no leftover: it may well say “DRAFT”, or hold two braces.
    """
    told = "\n".join(strings(shown))
    left: dict[str, None] = {}
    for file, data, judge in (("the Word file", docx, _in_word), ("the PDF", pdf, _in_pdf)):
        for layer in leak_layers.layers(data, file) if data else ():
            left |= dict.fromkeys(judge(layer))
            left |= dict.fromkeys(_in_text(layer, told))
    return tuple(left)


def _in_text(layer: Layer, told: str) -> Iterator[str]:
    for what, pattern in _SAID.items():
        if any(match[0] not in told for match in pattern.finditer(layer.text)):
            yield _sentence(what, layer)
    if any(match[0].decode() not in told for match in _HASH.finditer(layer.data)):
        yield _sentence("a hash", layer)


def _in_word(layer: Layer) -> Iterator[str]:
    if any(part in layer.place for part in ("customXml/", "docProps/custom")) or (
        "the names of" in layer.place and re.search(r"customXml/|docProps/custom|comments", layer.text)
    ):
        yield _sentence("a part that no paper needs", layer)
    yield from _of(_KEPT, layer)


def _in_pdf(layer: Layer) -> Iterator[str]:
    yield from _of(_DRAWN, layer)


def _of(kinds: Mapping[str, re.Pattern[bytes]], layer: Layer) -> Iterator[str]:
    yield from (_sentence(what, layer) for what, pattern in kinds.items() if pattern.search(layer.data))


def _sentence(what: str, layer: Layer) -> str:
    return f"There is still {what} in {layer.place}."
