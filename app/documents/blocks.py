"""Shared blocks: pieces many papers have alike, kept once, copied in between bookmarks."""

from copy import deepcopy
from io import BytesIO
from pathlib import Path

from docx.document import Document
from docx.oxml import OxmlElement
from lxml import etree

from app.documents import package
from app.documents.errors import DocumentError
from app.documents.package import w

PREFIX = "block_"
"""What the name of a bookmark around a shared block begins with; the rest is the block's file name."""

# What every template has from the base document, so that a style means the same in all of them.
_SHARED_PARTS = ("word/styles.xml", "word/numbering.xml", "word/fontTable.xml", "word/theme/theme1.xml")


class NoSuchBlock(DocumentError):
    """A template names a shared block that is not there, or marks one only half."""


def is_current(docx: Path, blocks_dir: Path) -> bool:
    """Whether the template's shared blocks and styles are those of `_blocks/` and of the base document."""
    parts = package.opened(docx)
    return _brought_up(docx, parts, blocks_dir) == parts


def bring_up_to_date(docx: Path, blocks_dir: Path) -> bool:
    """Copy the shared blocks and styles into the template; whether that changed the file."""
    if is_current(docx, blocks_dir):
        return False
    part = docx.with_suffix(".part")
    part.write_bytes(up_to_date(docx, blocks_dir))
    part.replace(docx)
    return True


def up_to_date(docx: Path, blocks_dir: Path) -> bytes:
    """The template with its shared blocks and styles as they are now; its own bytes when they are already."""
    parts = package.opened(docx)
    fresh = _brought_up(docx, parts, blocks_dir)
    return docx.read_bytes() if fresh == parts else package.pack(fresh)


def place(document: Document, name: str, blocks_dir: Path) -> None:
    """Add a shared block, with its bookmarks, at the end of a template that is being written."""
    body = document.element.body
    number = sum(1 for _ in body.iter(w("bookmarkStart"))) + 1
    for element in (
        _edge("w:bookmarkStart", number, name),
        *_content(blocks_dir, name),
        _edge("w:bookmarkEnd", number),
    ):
        body.sectPr.addprevious(element) if body.sectPr is not None else body.append(element)


def names_in(docx: Path) -> list[str]:
    """The shared blocks a template holds, in the order of the page."""
    root = package.parse(package.opened(docx)[package.MAIN])
    return [_block_name(start) for start in root.iter(w("bookmarkStart")) if _block_name(start)]


def _brought_up(docx: Path, parts: dict[str, bytes], blocks_dir: Path) -> dict[str, bytes]:
    base = package.opened(blocks_dir.parent / "_base.docx")
    fresh = {name: base.get(name, data) if name in _SHARED_PARTS else data for name, data in parts.items()}
    root = package.parse(parts[package.MAIN])
    changed = [
        _refresh(start, blocks_dir, docx.name)
        for start in list(root.iter(w("bookmarkStart")))
        if _block_name(start)
    ]
    if any(changed):
        fresh[package.MAIN] = package.written(root)
    return fresh


def _refresh(start: etree._Element, blocks_dir: Path, file: str) -> bool:
    """Put the block's own paragraphs between its bookmarks; whether they were others before."""
    name = _block_name(start)
    body = next(start.iterancestors(w("body")))
    end = next((e for e in body.iter(w("bookmarkEnd")) if e.get(w("id")) == start.get(w("id"))), None)
    if end is None:
        raise NoSuchBlock(f"{file}: the bookmark {PREFIX}{name} has no end.")
    # Word likes to move bookmarks into the paragraphs beside them: bring both back between paragraphs.
    first, last = _lift(start, body), _lift(end, body)
    held = list(body)[body.index(first) + 1 : body.index(last)]
    fresh = _content(blocks_dir, name)
    if [_plain(element) for element in held] == [_plain(element) for element in fresh]:
        return False
    for element in held:
        body.remove(element)
    for element in fresh:
        last.addprevious(element)
    return True


def _lift(mark: etree._Element, body: etree._Element) -> etree._Element:
    """The bookmark as a child of the body: a start before its paragraph, an end after it if words precede."""
    holder = mark.getparent()
    if holder is None or holder is body:
        return mark
    outer = next(element for element in (holder, *holder.iterancestors()) if element.getparent() is body)
    before = any(run.tag == w("r") for run in mark.itersiblings(preceding=True))
    holder.remove(mark)
    if mark.tag == w("bookmarkStart") or not before:
        outer.addprevious(mark)
    else:
        outer.addnext(mark)
    return mark


def _content(blocks_dir: Path, name: str) -> list[etree._Element]:
    file = blocks_dir / f"{name}.docx"
    if not file.is_file():
        raise NoSuchBlock(f"There is no shared block “{name}”: {file.name} is not in {blocks_dir.name}/.")
    body = package.parse(package.opened(file)[package.MAIN]).find(w("body"))
    return (
        [] if body is None else [deepcopy(element) for element in body if element.tag in (w("p"), w("tbl"))]
    )


def _plain(element: etree._Element) -> bytes:
    """A paragraph or table without the traces of editing, to compare by."""
    bare = deepcopy(element)
    for found in list(bare.iter()):
        for key in [str(key) for key in found.attrib]:
            if "rsid" not in key and not key.endswith(("paraId", "textId")):
                continue
            del found.attrib[key]
    for trace in ("proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak"):
        for found in list(bare.iter(w(trace))):
            parent = found.getparent()
            if parent is not None:
                parent.remove(found)
    etree.cleanup_namespaces(bare)
    made = BytesIO()
    etree.ElementTree(bare).write_c14n(made)
    return made.getvalue()


def _block_name(start: etree._Element) -> str:
    name = start.get(w("name"), "")
    return name.removeprefix(PREFIX) if name.startswith(PREFIX) else ""


def _edge(tag: str, number: int, name: str = "") -> etree._Element:
    made: etree._Element = OxmlElement(tag)
    made.set(w("id"), str(number))
    if name:
        made.set(w("name"), f"{PREFIX}{name}")
    return made
