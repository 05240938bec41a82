"""Which parts a Word template may consist of: text and styles, nothing active, linked or beside the text."""

import posixpath
from collections.abc import Iterator
from pathlib import PurePosixPath

from lxml import etree

from app.documents import package
from app.documents.errors import BrokenDocument
from app.documents.package import text_of, w

# fmt: off
_KNOWN = (
    "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml",
    "docProps/thumbnail.jpeg", "docProps/thumbnail.emf", "word/document.xml", "word/_rels/document.xml.rels",
    "word/styles.xml", "word/stylesWithEffects.xml", "word/numbering.xml", "word/settings.xml",
    "word/webSettings.xml", "word/fontTable.xml", "word/theme/theme1.xml", "word/_rels/settings.xml.rels",
)
_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml")
_BESIDE = ("word/header", "word/footer", "word/footnotes", "word/endnotes")
_DRAWN = ("drawing", "pict", "object", "fldSimple", "fldChar")
_DROPPED = ("customXml/",)
_NAMED = (
    ("vbaProject", "a macro"), ("media/", "a picture"), ("embeddings/", "an embedded file"),
    ("comments", "comments"),
    ("activeX", "an ActiveX control"), ("fonts/", "an embedded font"), ("afchunk", "another file"),
)
# fmt: on
_IN_MARGIN = "its {kind} holds something; take it out, because the engine writes headers and footers."
_IN_NOTES = "it has footnotes or endnotes; put their words into the text, and delete the notes."
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}category"
_MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def faults(parts: dict[str, bytes]) -> Iterator[str]:
    """One sentence for every part a template may not have."""
    yield from _package(parts)
    for name, data in parts.items():
        if name.startswith(_BESIDE):
            yield from _beside_the_text(name, data)
        elif name not in _KNOWN and not name.startswith(_DROPPED):
            yield f"it holds {_called(name)}, which a template may not."
        if name.endswith(".rels"):
            yield from _relations(name, data, parts)
    if _MAIN_TYPE not in parts.get("[Content_Types].xml", b""):
        yield "it is not a plain Word document (.docx)."


def _package(parts: dict[str, bytes]) -> Iterator[str]:
    """Parts that are missing, and parts that are no XML or declare a document type."""
    for name in _NEEDED:
        if name not in parts:
            yield f"it has no part “{name}”; save it anew from Word."
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                package.parse(data)
            except BrokenDocument as fault:
                yield f"its part “{_short(name)}” cannot be read: {fault}"


def _relations(name: str, data: bytes, parts: dict[str, bytes]) -> Iterator[str]:
    """What a part may not lead to: anything outside the file, or a part that is not there."""
    folder = PurePosixPath(name).parent.parent
    for relation in _parsed(data):
        target = relation.get("Target", "")
        if relation.get("TargetMode", "Internal") != "Internal":
            yield "it links to something outside itself; remove the link (or the attached template)."
        elif posixpath.normpath(f"/{folder}/{target}" if target[:1] != "/" else target)[1:] not in parts:
            yield f"it names the part “{_short(target)}”, which is not in it; save it anew from Word."


def category(parts: dict[str, bytes]) -> str:
    """The Word property “Category”, which names the layout."""
    core = parts.get("docProps/core.xml")
    found = None if core is None else _parsed(core).find(_CORE)
    return "" if found is None else (found.text or "").strip()


def _beside_the_text(name: str, data: bytes) -> Iterator[str]:
    if not name.endswith(".xml"):
        if "/_rels/" not in name:
            yield f"it holds {_called(name)}, which a template may not."
        return
    root = _parsed(data)
    drawn = any(True for _ in root.iter(*map(w, _DRAWN)))
    if text_of(root).strip() or drawn:
        kind = name.removeprefix("word/").removesuffix(".xml").rstrip("0123456789")
        yield _IN_NOTES if kind.endswith("notes") else _IN_MARGIN.format(kind=kind)


def _parsed(data: bytes) -> etree._Element:
    """A part as a tree, or an empty one where `_package` has named it already."""
    try:
        return package.parse(data)
    except BrokenDocument:
        return etree.Element("none")


def _called(name: str) -> str:
    return next((said for part, said in _NAMED if part in name), f"the part “{_short(name)}”")


def _short(name: str) -> str:
    return "".join(each if each.isprintable() else "?" for each in name[:80])
