"""Word files as other programs write them: compiled, they give whatever docxtpl makes of them."""

import io
import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from app.documents.word import compile
from tests.documents.compiled import made

PLAIN = made.page(
    "H {{ a }}",
    "F {{ b }}",
    "B {{ a }} {% if b %}{{ b }}{% endif %}",
    "{%p for i in c %}",
    "{{ i.d }}",
    "{%p endfor %}",
)
with zipfile.ZipFile(io.BytesIO(PLAIN)) as _archive:
    PARTS = {name: _archive.read(name) for name in _archive.namelist()}
MAIN, HEADER, CORE = "word/document.xml", "word/header1.xml", "docProps/core.xml"
TYPES, LINKS, START = "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels"
DECLARED = rb"<\?xml[^>]*\?>\s*"
WORD_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ODD_LINK = b'<Relationship Id="rIdX" Type="urn:y" Target="%s"/></Relationships>'
CONTEXTS: list[dict[str, Any]] = [
    {"a": "A & <b>", "b": "x", "c": [{"d": 1}, {"d": "two\nlines"}]},
    {"a": "plain", "b": "", "c": [{"d": "é"}]},
]


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED, **odd: Any) -> bytes:
    """A zip file of these parts, its members with what `odd` says."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, (2020, 1, 2, 3, 4, 6))
            member.compress_type = method
            for key, value in odd.items():
                setattr(member, key, value)
            archive.writestr(member, data)
    return kept.getvalue()


def changed(name: str, pattern: bytes, other: bytes, count: int = 0) -> bytes:
    """The plain file with one part changed."""
    return packed({**PARTS, name: re.sub(pattern, other, PARTS[name], count=count)})


def in_utf16(name: str) -> bytes:
    text = re.sub(r"<\?xml[^>]*\?>", '<?xml version="1.0" encoding="UTF-16"?>', PARTS[name].decode())
    return packed({**PARTS, name: text.encode("utf-16")})


def renamed() -> bytes:
    """A file whose main part is called document2.xml, as some programs have it."""
    parts = {name.replace("document.xml", "document2.xml"): data for name, data in PARTS.items()}
    for name in (TYPES, START):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    return packed(parts)


def without_properties() -> bytes:
    parts = {name: data for name, data in PARTS.items() if name != CORE}
    for name in (START, TYPES):
        parts[name] = re.sub(rb"<(?:Relationship|Override)[^>]*core[^>]*/>", b"", parts[name])
    return packed(parts)


def with_descriptors(*, large: bool) -> bytes:
    """Members whose sizes stand behind them (a stream), or in the fields for large files."""

    class Stream(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            kept.write(data)
            return len(data)

    kept = io.BytesIO()
    with zipfile.ZipFile(Stream(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in PARTS.items():
            with archive.open(name, "w", force_zip64=large) as member:
                member.write(data)
    return kept.getvalue()


def doubled() -> bytes:
    kept = io.BytesIO(PLAIN)
    with warnings.catch_warnings(), zipfile.ZipFile(kept, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr(MAIN, PARTS[MAIN].replace(b"B ", b"C "))
    return kept.getvalue()


NAMED = {"main": MAIN, "header": HEADER, "core": CORE, "types": TYPES, "links": LINKS, "start": START}
FILES: dict[str, bytes] = {
    "absolute links": changed(LINKS, rb'Target="(?!http)([^/"][^"]*)"', rb'Target="/word/\1"'),
    "absolute start": changed(START, rb'Target="(?!http)([^/"][^"]*)"', rb'Target="/\1"'),
    "another main part": renamed(),
    "no core properties": without_properties(),
    "types in capitals": changed(TYPES, rb'Extension="xml"', b'Extension="XML"'),
    "a type twice": changed(
        TYPES, b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default '
    ),
    "a macro file": changed(
        TYPES, re.escape(WORD_TYPE), b"application/vnd.ms-word.document.macroEnabled.main+xml"
    ),
    "a Word template": changed(
        TYPES, re.escape(WORD_TYPE), WORD_TYPE.replace(b"document.main", b"template.main")
    ),
    "stored members": packed(PARTS, zipfile.ZIP_STORED),
    "bzip2 members": packed(PARTS, zipfile.ZIP_BZIP2),
    "extra fields": packed(PARTS, extra=b"\x99\x99\x04\x00abcd", comment=b"hello"),
    "folders": packed({"word/": b"", "docProps/": b"", **PARTS}),
    "words in front": b"junk before" + PLAIN,
    "members backwards": packed(dict(reversed(PARTS.items()))),
    "data descriptors": with_descriptors(large=False),
    "zip64": with_descriptors(large=True),
    "a member twice": doubled(),
    "members nobody names": packed({**PARTS, "customXml/item9.xml": b"<x>{{ a }}</x>", "word/é.bin": b"\0"}),
    "a link to nothing": changed(LINKS, b"</Relationships>", ODD_LINK % b"nothere.xml"),
    "a link to NULL": changed(LINKS, b"</Relationships>", ODD_LINK % b"NULL"),
    "another prefix": changed(MAIN, rb"(</?| |xmlns:)w([:=])", rb"\1ns0\2"),
    "a document type": changed(MAIN, rb"(\?>\s*)", rb'\1<!DOCTYPE x [<!ENTITY e "z">]>', 1),
    "lines between tags": changed(MAIN, b"><", b">\n  <"),
    "lines between tags of the header": changed(HEADER, b"><", b">\n  <"),
    "tags in the title": changed(
        CORE, rb"<dc:title>.*?</dc:title>|<dc:title/>", b"<dc:title>{{ a }}</dc:title>"
    ),
    "a tag of a missing name in the title": changed(
        CORE, rb"<dc:title>.*?</dc:title>|<dc:title/>", b"<dc:title>{{ zz.y }}</dc:title>"
    ),
    "a title too long": changed(
        CORE, rb"<dc:title>.*?</dc:title>|<dc:title/>", b"<dc:title>%s</dc:title>" % (b"{{ a }}" * 60)
    ),
    "no zip": b"words",
    "nothing": b"",
    **{f"{key} in UTF-16": in_utf16(name) for key, name in NAMED.items()},
    **{
        f"{key} with a byte order mark": changed(name, rb"\A", b"\xef\xbb\xbf", 1)
        for key, name in NAMED.items()
    },
    **{f"{key} undeclared": changed(name, DECLARED, b"") for key, name in NAMED.items()},
    **{
        f"{key} in Latin-1": changed(name, DECLARED, b'<?xml version="1.0" encoding="ISO-8859-1"?>')
        for key, name in NAMED.items()
    },
    **{
        f"{key} with a comment": changed(name, rb"(\?>\s*)", rb"\1<!-- x -->", 1)
        for key, name in NAMED.items()
    },
    **{f"{key} broken": packed({**PARTS, name: b"<broken"}) for key, name in NAMED.items()},
    **{
        f"{key} missing": packed({k: v for k, v in PARTS.items() if k != name}) for key, name in NAMED.items()
    },
}


def settled(made_now: object) -> object:
    """What was made without what differs from one moment to the next: places in memory, a time."""
    if isinstance(made_now, str):
        return re.sub(r"0x[0-9a-f]+", "", made_now)
    assert isinstance(made_now, dict)
    return {name: re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"", data) for name, data in made_now.items()}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_another_program_gives_what_docxtpl_gives(name: str) -> None:
    data = FILES[name]
    for context, autoescape in ((CONTEXTS[0], True), (CONTEXTS[1], False)):

        def ours(given: Mapping[str, Any] = context, escape: bool = autoescape) -> bytes:
            return compile(data).render(dict(given), None, escape)

        def stock(given: Mapping[str, Any] = context, escape: bool = autoescape) -> bytes:
            return made.by_docxtpl(data, dict(given), None, escape)

        both: list[Callable[[], bytes]] = [ours, stock]
        first, second = (settled(made.outcome(each)) for each in both)
        assert first == second
