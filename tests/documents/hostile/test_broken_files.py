"""UPL-1, UPL-2: files that are no Word templates, burst open or name strangers end in one sentence."""

import io
import resource
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents import package, template
from app.documents.package import MAIN
from tests.documents.hostile.placements import PARAGRAPH, in_body
from tests.properties.amounts import tries
from tests.properties.test_typed import Figure

Parts = Mapping[str, bytes]
PARTS = in_body("")
WHOLE = package.pack(PARTS)
RELATIONS = "word/_rels/document.xml.rels"
MEGABYTE = 1 << 20
PARSED = (*[name for name in PARTS if name.endswith((".xml", ".rels"))],)


def zipped(extra: Mapping[str, bytes], level: int = 9) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as archive:
        for name, data in (*PARTS.items(), *extra.items()):
            archive.writestr(name, data)
    return made.getvalue()


def with_main(data: bytes) -> bytes:
    return package.pack({**PARTS, MAIN: data})


def flagged(flag: int) -> bytes:
    """Every member of the directory with a flag it should not have."""
    data = bytearray(WHOLE)
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8 : at + 10] = struct.pack("<H", flag)
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def lying(size: int) -> bytes:
    """Every member says it unpacks to this many bytes."""
    data = bytearray(WHOLE)
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", size)
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def deep(depth: int) -> bytes:
    head, _, tail = PARTS[MAIN].partition(b"<w:body>")
    return with_main(head + b"<w:body>" + b"<w:p>" * depth + b"</w:p>" * depth + tail)


def many_tags(count: int) -> bytes:
    tags = "".join(PARAGRAPH.format("<w:r><w:t>{{ a }}{{ 9**9**9 }}</w:t></w:r>") for _ in range(count))
    return package.pack(in_body(tags))


FILES: Mapping[str, Callable[[], bytes]] = {
    "nothing": lambda: b"",
    "plain text": lambda: b"Dear Sir or Madam,",
    "a PDF": lambda: b"%PDF-1.7\n%%EOF",
    "an old Word file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(64),
    "RTF": lambda: rb"{\rtf1 hello}",
    "half a file": lambda: WHOLE[: len(WHOLE) // 2],
    "without its directory": lambda: WHOLE[: WHOLE.find(b"PK\1\2")],
    "a directory of nothing": lambda: b"PK\5\6" + bytes(18),
    "zeros": lambda: bytes(4096),
    "encrypted": lambda: flagged(1),
    "strongly encrypted": lambda: flagged(64 + 1),
    "sizes of nothing": lambda: lying(1),
    "sizes of gigabytes": lambda: lying(0xFFFFFFF0),
    "a part of 300 megabytes": lambda: zipped({"word/x.xml": bytes(300 * MEGABYTE)}),
    "the text of 40 megabytes": lambda: with_main(PARTS[MAIN].replace(b"Plain", b"A" * 40 * MEGABYTE)),
    "the text of 15 megabytes": lambda: with_main(PARTS[MAIN].replace(b"Plain", b"A" * 15 * MEGABYTE)),
    "5,000 parts": lambda: zipped({f"word/x{number}.xml": b"" for number in range(5_000)}, 0),
    "a file within the file": lambda: zipped({"word/inner.docx": WHOLE}),
    "a name that climbs": lambda: zipped({"../../../etc/passwd": b"x"}),
    "a name from the root": lambda: zipped({"/etc/passwd": b"x"}),
    "a name of Windows": lambda: zipped({"..\\..\\x.exe": b"x"}),
    "a name with a line feed": lambda: zipped({"word/a\nb.xml": b"x"}),
    "a very long name": lambda: zipped({"word/" + "a" * 5_000: b"x"}),
    "a text nested ten thousand deep": lambda: deep(10_000),
    "ten thousand tags": lambda: many_tags(10_000),
    "a text that is no XML": lambda: with_main(b"hello"),
    "a text in an unknown encoding": lambda: with_main(b'<?xml version="1.0" encoding="x-none"?><a/>'),
    "a text without a body": lambda: with_main(b"<a/>"),
    "a billion laughs": lambda: with_main(
        b"<!DOCTYPE a [" + b"".join(b'<!ENTITY e%d "%s">' % (n, b"&e%d;" % (n - 1) * 10) for n in range(1, 9))
        + b'<!ENTITY e0 "ha">]><a>&e8;</a>'
    ),
    "a quadratic entity": lambda: with_main(
        b'<!DOCTYPE a [<!ENTITY e "' + b"A" * 50_000 + b'">]><a>' + b"&e;" * 50_000 + b"</a>"
    ),
    "an entity of a parameter": lambda: with_main(b'<!DOCTYPE a [<!ENTITY % e SYSTEM "file:///x">%e;]><a/>'),
    "another file by XInclude": lambda: package.pack(in_body(
        '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd" parse="text"/>'
    )),
    **{f"without {name}": (lambda gone=name: package.pack({n: d for n, d in PARTS.items() if n != gone}))
       for name in ("[Content_Types].xml", "_rels/.rels", MAIN, RELATIONS, "word/styles.xml")},
    **{f"a document type in {name}": (lambda there=name: package.pack(
        {**PARTS, there: b'<!DOCTYPE a [<!ENTITY e "e">]>' + PARTS[there].partition(b"?>")[2]}
    )) for name in PARSED},
    **{f"{name} cut off": (lambda there=name: package.pack({**PARTS, there: PARTS[there][:-20]}))
       for name in PARSED},
    **{f"{name} of zeros": (lambda there=name: package.pack({**PARTS, there: bytes(100)}))
       for name in PARSED},
}  # fmt: skip
"""Files somebody may hand in as a template."""


def said(data: bytes, folder: Path) -> list[str]:
    path = folder / "paper.docx"
    path.write_bytes(data)
    return [str(mistake) for mistake in template.mistakes(path)]


def test_there_are_at_least_sixty_files() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", FILES)
def test_it_ends_in_a_sentence(name: str, tmp_path: Path) -> None:
    found = said(FILES[name](), tmp_path)
    assert found
    assert all("\n" not in sentence and len(sentence) < 400 for sentence in found)


def test_no_file_takes_much_memory(tmp_path: Path, figure: Figure) -> None:
    for name in (
        "a part of 300 megabytes",
        "the text of 40 megabytes",
        "a quadratic entity",
        "ten thousand tags",
    ):
        data = FILES[name]()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        assert said(data, tmp_path)
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 256 * 1024
    figure("Contained", "broken, bursting and lying files refused with a sentence", len(FILES))


def test_the_whole_file_is_a_template(tmp_path: Path) -> None:
    """The control."""
    assert said(WHOLE, tmp_path) == []


@tries(60, 5_000)
@given(st.integers(), st.sampled_from(sorted(PARTS)), st.integers(1, 40))
def test_random_damage_never_ends_in_anything_but_sentences(
    tmp_path_factory: pytest.TempPathFactory, seed: int, name: str, changes: int
) -> None:
    random, part = Random(seed), bytearray(PARTS[name])
    for _ in range(changes):
        at = random.randrange(len(part))
        part[at : at + random.choice((0, 1, 1, 6))] = random.choice(
            (b"", b"<", b">", b'"', b"x", b"{{", b"%}", b"\0")
        )
    said(package.pack({**PARTS, name: bytes(part)}), tmp_path_factory.getbasetemp())


@tries(40, 5_000)
@given(st.integers(), st.integers(1, 30))
def test_random_damage_to_the_archive_never_ends_in_anything_but_sentences(
    tmp_path_factory: pytest.TempPathFactory, seed: int, changes: int
) -> None:
    random, data = Random(seed), bytearray(WHOLE)
    for _ in range(changes):
        data[random.randrange(len(data))] = random.randrange(256)
    said(bytes(data), tmp_path_factory.getbasetemp())
