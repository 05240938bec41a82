"""Everything a finished file may tell beside its words, on one list; whatever else it tells is named."""

import io
import zipfile
from collections.abc import Iterator, Mapping

import pikepdf
from lxml import etree

from app.documents import package
from app.documents.metadata import PRODUCER
from app.documents.package import w

PDF_INFO = frozenset({"/Title", "/Producer"})
"""The entries of a PDF's information dictionary."""

_DC, _PDF = "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/"
_STANDARDS = "http://www.aiim.org"
_NAMES = {
    _DC: "title",
    _PDF: "Producer",
    f"{_STANDARDS}/pdfa/ns/id/": "part conformance",
    f"{_STANDARDS}/pdfua/ns/id/": "part",
    f"{_STANDARDS}/pdfa/ns/extension/": "schemas",
    f"{_STANDARDS}/pdfa/ns/schema#": "schema namespaceURI prefix property",
    f"{_STANDARDS}/pdfa/ns/property#": "name valueType category description",
}
PDF_XMP = frozenset(f"{{{space}}}{name}" for space, names in _NAMES.items() for name in names.split())
"""The properties of a PDF's XMP packet: title, maker, the two standards, and the schema PDF/A asks for."""

_FRAME = (
    "adobe:ns:meta/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://www.w3.org/XML/1998/namespace",
)
"""The namespaces XMP wraps its properties in."""

_TELLING = ("/PieceInfo", "/LastModified", "/CreationDate", "/ModDate", "/M", "/NM", "/Author", "/Creator")
"""Keys that tell who worked on a part of a PDF, with what or when, wherever in the file they stand."""

DOCX_CORE = frozenset({f"{{{_DC}}}title", f"{{{_DC}}}language"})
"""The core properties of a Word file."""

DOCX_PARTS = frozenset(
    {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/numbering.xml", "word/fontTable.xml",
        "word/theme/theme1.xml", "word/settings.xml", "word/footer1.xml", "word/header1.xml",
        "word/comments.xml",
    }
)  # fmt: skip
"""The parts of a Word file: no app.xml with company and template, no custom properties, no thumbnail."""

_EDITING = ("rsid", "nsid", "tmpl", "attachedTemplate", "proofErr", "ins", "del", "moveFrom", "moveTo")
"""Names that tell of editing sessions, of the template's place, or of changes somebody made."""

_PERSONAL = ("author", "initials", "date", "TargetMode")
_OURS = {w("author"): PRODUCER, w("initials"): "DW"}
"""Who a comment of a review copy is by; never when, never a person."""

_NO_TIME = (1980, 1, 1, 0, 0, 0)


def foreign(data: bytes) -> tuple[str, ...]:
    """What a PDF or Word file tells that is not on the list, each as one sentence without its value."""
    return tuple(_of_pdf(data) if data.startswith(b"%PDF") else _of_docx(data))


def _of_pdf(data: bytes) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for key, value in pdf.docinfo.items():
            if key not in PDF_INFO or (key == "/Producer" and str(value) != PRODUCER):
                yield f"The PDF's properties tell {key[1:]}."
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                yield from (f"A part of the PDF tells {key[1:]}." for key in _TELLING if key in thing)
                if thing.get("/Type") == "/Metadata":
                    yield from _of_xmp(thing.read_bytes())


def _of_xmp(packet: bytes) -> Iterator[str]:
    for element in package.parse(packet).iter(etree.Element):
        for name in map(etree.QName, (str(element.tag), *map(str, element.attrib))):
            is_ours = name.text != f"{{{_PDF}}}Producer" or element.text == PRODUCER
            if name.namespace not in _FRAME and not (is_ours and name.text in PDF_XMP):
                yield f"The PDF's XMP packet tells {name.localname}."


def _of_docx(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if any(member.date_time != _NO_TIME for member in archive.infolist()):
            yield "A part of the Word file tells a time."
        if archive.comment or any(member.comment or member.extra for member in archive.infolist()):
            yield "The zip of the Word file holds a comment."
    parts = package.unpack(data)
    yield from (f"The Word file holds {name}." for name in sorted(parts.keys() - DOCX_PARTS))
    yield from _of_core(parts)
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            yield from _of_part(name, package.parse(part))


def _of_core(parts: Mapping[str, bytes]) -> Iterator[str]:
    for element in package.parse(parts.get("docProps/core.xml", b"<none/>")):
        if element.tag not in DOCX_CORE:
            yield f"The Word file's properties tell {etree.QName(element).localname}."


def _of_part(name: str, root: etree._Element) -> Iterator[str]:
    for element in root.iter(etree.Element):
        local = etree.QName(element).localname
        if local.startswith(_EDITING[:1]) or local in _EDITING:
            yield f"{name} tells {local}."
        for key, value in element.attrib.items():
            told = etree.QName(key).localname
            if told.startswith("rsid") or (told in _PERSONAL and _OURS.get(str(key)) != value):
                yield f"{name} tells {told}."
