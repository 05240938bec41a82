"""A Word file as its parts: opened with limits, parsed strictly, written to the same bytes each time."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

from app.documents.errors import BrokenDocument

MAIN = "word/document.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MOST_PARTS = 200
MOST_BYTES = 30_000_000
"""Bytes of a Word file, and of what it unpacks to."""
_NO_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)
_KNOWN_STARTS = {
    b"\xd0\xcf\x11\xe0": "it is locked with a password, or of the old kind (.doc)",
    b"%PDF": "it is a PDF",
    b"{\\rtf": "it is rich text (.rtf)",
}
# The earliest time a zip can hold: no member tells when it was made.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return f"{{{_NAMESPACE}}}{name}"


def parse(xml: str | bytes) -> etree._Element:
    """Strictly parsed XML; broken XML or a document type raises BrokenDocument, nothing is mended."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(xml.encode() if isinstance(xml, str) else xml, parser)
    except etree.XMLSyntaxError as fault:
        raise BrokenDocument(f"This is not well-formed XML: {fault.msg}.") from fault
    except UnicodeEncodeError as fault:
        raise BrokenDocument("Half of a character stands alone in the text; it cannot be written.") from fault
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise BrokenDocument("The XML declares a document type, which no Word file needs.")
    return root


def unpack(data: bytes) -> dict[str, bytes]:
    """The parts of a Word file by name; raises BrokenDocument if it is none or unpacks beyond the limits."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _MOST_PARTS or sum(member.file_size for member in members) > MOST_BYTES:
                raise BrokenDocument(
                    "The file unpacks to more than a Word template may hold, which is "
                    f"{_MOST_PARTS} parts and {MOST_BYTES // 1_000_000} MB."
                )
            parts = {member.filename: archive.read(member) for member in members if not member.is_dir()}
    except _NO_ZIP as fault:
        raise BrokenDocument(_no_word_file(data)) from fault
    if MAIN not in parts:
        raise BrokenDocument("This is not a Word file (.docx): it has no text.")
    return parts


def _no_word_file(data: bytes) -> str:
    """The sentence about bytes that are no package, with what they seem to be."""
    said = next((said for start, said in _KNOWN_STARTS.items() if data.startswith(start)), "")
    if not data:
        said = "it is empty"
    return f"This is not a Word file (.docx){f': {said}' if said else ''}; save it as Word Document (*.docx)."


def opened(path: Path) -> dict[str, bytes]:
    """The parts of the Word file at this place."""
    try:
        return unpack(path.read_bytes())
    except BrokenDocument as fault:
        raise BrokenDocument(f"{path.name}: {fault}") from fault


def pack(parts: Mapping[str, bytes]) -> bytes:
    """A Word file of these parts, in this order, without any time: the same parts give the same bytes."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, data in parts.items():
            member = zipfile.ZipInfo(name, _NO_TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 0
            archive.writestr(member, data, compresslevel=6)
    return made.getvalue()


def written(root: etree._Element) -> bytes:
    """An XML part as bytes, with the declaration Word writes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def text_of(element: etree._Element) -> str:
    """The typed text of a paragraph, row or run, run together."""
    return "".join(text.text or "" for text in element.iter(w("t")))


def style_of(element: etree._Element, kind: str = "p") -> str | None:
    """The style id of a paragraph (`p`), table (`tbl`) or run (`r`)."""
    found = element.find(f"{w(f'{kind}Pr')}/{w(f'{kind}Style' if kind != 'tbl' else 'tblStyle')}")
    return None if found is None else found.get(w("val"))


def style_names(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The name of every style of a Word file by its id."""
    if "word/styles.xml" not in parts:
        return {}
    named = {}
    for style in parse(parts["word/styles.xml"]).iter(w("style")):
        name = style.find(w("name"))
        if name is not None:
            named[style.get(w("styleId"), "")] = name.get(w("val"), "")
    return named
