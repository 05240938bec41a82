"""Word files of whole packets are valid and whole, and another word processor reads the same words there."""

import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from app.documents import package, reading
from app.documents.package import w
from app.documents.paper import Made
from tests.properties.amounts import amount
from tests.properties.packets import generated
from tests.properties.test_typed import Figure

PACKETS = range(amount(3, 30))
WORDPROCESSING_2010 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def papers() -> Iterator[Made]:
    """Every paper of the generated packets."""
    for seed in PACKETS:
        yield from generated(seed).papers


def faults(docx: bytes) -> list[str]:
    """What Word would stumble over or repair, beyond what the schema says."""
    found = []
    for name, part in package.unpack(docx).items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = package.parse(part)
            found += [f"{name}: {fault}" for fault in (*_cells(root), *_tables(root), *_twice(root))]
    return found


def _cells(root: etree._Element) -> Iterator[str]:
    for cell in root.iter(w("tc")):
        if len(cell) == 0 or cell[-1].tag != w("p"):
            yield "a cell does not end in a paragraph"


def _tables(root: etree._Element) -> Iterator[str]:
    for table in root.iter(w("tbl")):
        if table.find(f"{w('tr')}/{w('tc')}") is None:
            yield "a table has no cell"
        follower = table.getnext()
        if table.getparent().tag == w("tc") and follower is None:
            yield "a cell ends in a table"


def _twice(root: etree._Element) -> Iterator[str]:
    ids: Counter[tuple[str, str]] = Counter()
    for element in root.iter():
        if element.tag in (w("bookmarkStart"), w("comment"), w("commentRangeStart"), f"{DRAWING}docPr"):
            ids[str(element.tag), element.get(w("id")) or element.get("id") or ""] += 1
        if element.tag == w("bookmarkStart"):
            ids["bookmark", element.get(w("name")) or ""] += 1
        if paragraph := element.get(f"{WORDPROCESSING_2010}paraId"):
            ids["paraId", paragraph] += 1
    yield from (f"{kind} {value} stands {times} times" for (kind, value), times in ids.items() if times > 1)


def test_every_word_file_of_whole_packets_is_valid(tmp_path: Path, figure: Figure) -> None:
    checked = 0
    for made in papers():
        path = tmp_path / "paper.docx"
        path.write_bytes(made.docx)
        assert OpenXmlValidator().validate(path).errors == []
        assert faults(made.docx) == []
        checked += 1
    figure("Same words", "Word files of generated packets valid, 0 findings over an empty baseline", checked)


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ("<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", "a cell does not end in a paragraph"),
        ("<w:tbl><w:tblPr/></w:tbl>", "a table has no cell"),
        ('<w:bookmarkStart w:id="1" w:name="a"/>' * 2, "bookmark a stands 2 times"),
    ],
)
def test_a_fault_is_seen(broken: str, fault: str) -> None:
    """The control: each of the faults, planted."""
    made = package.unpack(next(papers()).docx)
    planted = made[package.MAIN].replace(b"<w:body>", f"<w:body>{broken}".encode(), 1)
    assert any(fault in each for each in faults(package.pack({**made, package.MAIN: planted})))


def test_libreoffice_opens_every_file_and_reads_the_same_words_and_numbers(
    tmp_path: Path, figure: Figure
) -> None:
    files = {f"{place:04}": made.docx for place, made in enumerate(papers())}
    for name, docx in files.items():
        (tmp_path / f"{name}.docx").write_bytes(docx)
    opened(tmp_path)
    for name, docx in files.items():
        read = (tmp_path / f"{name}.txt").read_text(encoding="utf-8-sig")
        assert letters(read) == letters(reading.words_of_docx(docx))
    figure("Same words", "Word files LibreOffice opens with the same words and list numbers", len(files))


def opened(folder: Path) -> None:
    """Let LibreOffice write each Word file of a folder as text."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "txt:Text", "--outdir", str(folder), *map(str, sorted(folder.glob("*.docx")))]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def letters(words: str) -> str:
    """The words without blanks and without the marks between cells."""
    return "".join(words.replace("|", "").split())
