"""Templates written on the spot with python-docx, and files compared part by part as canonical XML."""

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

Parts = dict[str, bytes]
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(document: Any) -> bytes:
    """The bytes of an open document."""
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def template(*paragraphs: str) -> bytes:
    """A template of these paragraphs."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def table(rows: Sequence[Sequence[str]], *, merged: Sequence[int] = ()) -> bytes:
    """A template of one table; in the rows named in `merged` the first two cells are one."""
    document = Document()
    made = document.add_table(len(rows), len(rows[0]))
    for number, texts in enumerate(rows):
        cells = made.rows[number].cells
        for cell, text in zip(cells, texts, strict=True):
            cell.text = text
        if number in merged:
            cells[0].merge(cells[1])
    return saved(document)


def page(header: str, footer: str, *paragraphs: str) -> bytes:
    """A template with a header and a footer."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = header
    document.sections[0].footer.paragraphs[0].text = footer
    for text in paragraphs:
        document.add_paragraph(text)
    return saved(document)


def noted(note: str, *, sections: int = 1) -> bytes:
    """A template with this footnote."""
    document = Document()
    document.add_paragraph("Body")
    for _ in range(sections - 1):
        document.add_section()
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:footnotes {_W}><w:footnote w:id="2">'
        f"<w:p><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    package = document.part.package
    part = Part(PackURI("/word/footnotes.xml"), _FOOTNOTES, xml.encode(), package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return saved(document)


def split_runs(text: str) -> bytes:
    """A template whose only paragraph Word has cut into a run for each character, half of them bold."""
    document = Document()
    paragraph = document.add_paragraph()
    for number, character in enumerate(text):
        paragraph.add_run(character).bold = number % 2 == 0
        paragraph._p.append(OxmlElement("w:proofErr"))
    return saved(document)


def by_docxtpl(
    data: bytes, context: Mapping[str, object], env: Environment | None = None, autoescape: bool = False
) -> bytes:
    """The filled file of docxtpl itself, used as its documentation says."""
    stock = DocxTemplate(io.BytesIO(data))
    stock.render(context, env, autoescape)
    return saved(stock)


def parts(data: bytes) -> Parts:
    """Every member of a Word file, XML in its canonical form."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        assert len(set(names)) == len(names)
        return {name: _canonical(name, archive.read(name)) for name in names}


def _canonical(name: str, data: bytes) -> bytes:
    if not name.endswith((".xml", ".rels")):
        return data
    try:
        return bytes(etree.tostring(etree.fromstring(data), method="c14n"))
    except etree.XMLSyntaxError:
        return data


def outcome(make: Callable[[], bytes]) -> Parts | str:
    """The parts of the file made, or the kind of mistake that was raised."""
    try:
        return parts(make())
    except Exception as fault:  # docxtpl, Jinja, lxml and python-docx each raise their own
        return f"{type(fault).__name__}: {fault}"
