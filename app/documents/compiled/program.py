"""A Word template opened once: the sources of what is filled, and everything else ready to be copied."""

import io
import re
from dataclasses import dataclass, field
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from lxml import etree

from app.documents.compiled import archive, grids, jinja, proof

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_PLACE = "draftwell stands here"
_LAST_SECTION = re.compile(r"<w:sectPr[ />](?:(?!\{[{%#]).)*\Z", re.DOTALL)
PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
"""The core properties docxtpl fills, in its order."""


@dataclass(frozen=True)
class Part:
    """A part that is filled: its name in the zip and its source for Jinja."""

    name: str
    source: str

    @property
    def is_fixed(self) -> bool:
        """Whether no tag stands in it (as Jinja writes tags by default)."""
        return not _has_tags(self.source)


@dataclass(frozen=True)
class Program:
    """A template cleaned by docxtpl, with everything about it that no context changes."""

    body: Part
    head: bytes
    tail: bytes
    drawings: bool
    """Whether drawings can be numbered in the text."""
    static: bool
    """Whether no plain value can change the columns of a table."""
    named: bool
    """Whether no namespace has two names in the body."""
    has_section: bool
    """Whether a section stands in the body whatever the context."""
    pages: tuple[Part, ...]
    """Headers, then footers."""
    core_name: str
    core: bytes | None
    """The core properties; None where the template has none and python-docx makes some up, with the time."""
    properties: tuple[tuple[str, str], ...]
    notes: tuple[Part, ...]
    """Footnotes."""
    members: dict[str, archive.Member]
    sources: jinja.Sources = field(default_factory=jinja.Sources)
    fixed: dict[tuple[str, bool], archive.Member] = field(default_factory=dict)
    """Parts without a tag, as Jinja's own environment leaves them, escaping or not."""

    @property
    def properties_are_fixed(self) -> bool:
        """Whether no tag stands in the core properties."""
        return not any(_has_tags(source) for _, source in self.properties)


def _has_tags(source: str) -> bool:
    return any(mark in source for mark in ("{{", "{%", "{#"))


def opened(data: bytes) -> Program | None:
    """The program of a template; None where only docxtpl itself can tell what becomes of it."""
    document: Any = Document(io.BytesIO(data))
    package, main = document.part.package, document.part
    had_core = any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in package.rels.values())
    core_part: Any = package._core_properties_part
    names = [part.partname.membername for part in package.parts]
    pages = [*_pages(main, DocxTemplate.HEADER_URI), *_pages(main, DocxTemplate.FOOTER_URI)]
    if len(set(names)) < len(names) or len({page.partname for page in pages}) < len(pages):
        return None
    saved = io.BytesIO()
    document.save(saved)
    source = jinja.prepared(_cleaned(_text(main.element.body)))
    drawings = grids.drawings_are_plain(source, main.element.body.nsmap)
    return Program(
        Part(main.partname.membername, source),
        *_around(main.element),
        drawings,
        proof.tables_are_static(source),
        grids.named_once(source),
        _LAST_SECTION.search(source) is not None,
        tuple(_page(page) for page in pages),
        core_part.partname.membername,
        core_part.blob if had_core else None,
        tuple((name, getattr(core_part.core_properties, name)) for name in PROPERTIES),
        tuple(_note(part) for part in package.parts if part.content_type == _FOOTNOTES),
        {name: archive.member(name, part) for name, part in archive.members(saved.getvalue()).items()},
    )


def _pages(main: Any, kind: str) -> list[Any]:
    found = [each.target_part for each in main.rels.values() if each.reltype == kind]
    return [part for part in found if part.blob]


def _text(element: etree._Element) -> str:
    return etree.tostring(element, encoding="unicode")


def _cleaned(xml: str) -> str:
    return str(DocxTemplate("").patch_xml(xml))


def _page(part: Any) -> Part:
    return Part(part.partname.membername, jinja.prepared(_cleaned(_text(parse_xml(part.blob)))))


def _note(part: Any) -> Part:
    return Part(part.partname.membername, jinja.prepared(_cleaned(part.blob.decode("utf-8"))))


def _around(root: Any) -> tuple[bytes, bytes]:
    """The bytes of the main part before and after its body."""
    root.replace(root.body, etree.Comment(_PLACE))
    head, _, tail = serialize_part_xml(root).partition(f"<!--{_PLACE}-->".encode())
    return head, tail


def around(program: Program, body: etree._Element) -> bytes:
    """The main part with this body in it, put there as docxtpl does."""
    root: Any = parse_xml(program.head + f"<!--{_PLACE}-->".encode() + program.tail)
    root.replace(next(each for each in root if each.text == _PLACE), body)
    return serialize_part_xml(root)


def core_with(program: Program, texts: list[tuple[str, str]]) -> bytes:
    """The core properties with these texts set, in this order."""
    element: Any = (
        CorePropertiesPart.default(None).element  # type: ignore[arg-type]
        if program.core is None
        else parse_xml(program.core)
    )
    properties = CoreProperties(element)
    for name, text in texts:
        setattr(properties, name, text)
    return serialize_part_xml(element)
