"""A Word template, read: its layout, its tags, and every mistake in it before anything is rendered."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from io import BytesIO
from itertools import islice
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from app.documents import (
    carried,
    contents,
    hollow,
    notes_anchors,
    package,
    spots,
    syntax,
    tag_hints,
)
from app.documents.errors import BrokenDocument, DocumentError
from app.documents.layouts import LAYOUTS, Layout
from app.documents.notes import Anchor
from app.documents.package import text_of, w
from app.documents.spots import LINE_TAG, Paragraph
from app.documents.syntax import Mistake, Tag, Use

MOST_TAGS = 5_000
"""Tags of one template, over five times as many as the largest of ours has."""
_TOO_MANY = f"it holds more than {MOST_TAGS:,} tags, the most for a template; make several of it."


class TemplateMistakes(DocumentError):
    """A Word template holds what it may not; carries every mistake with its place."""

    def __init__(self, name: str, mistakes: list[Mistake]) -> None:
        self.mistakes = mistakes
        super().__init__("\n".join(f"{name}: {mistake}" for mistake in mistakes))


@dataclass(frozen=True)
class Template:
    """A Word template without a mistake, ready to be filled."""

    digest: str
    """SHA-256 of the file, in hex."""
    parts: dict[str, bytes]
    layout: Layout
    jinja: str
    """The body as docxtpl's own clean-up leaves it: XML with Jinja tags."""
    uses: tuple[Use, ...]


def read(path: Path) -> Template:
    """The template at this place; raises TemplateMistakes with every mistake, or BrokenDocument naming it."""
    try:
        return _read(_data(path), path.name)
    except BrokenDocument as fault:
        raise BrokenDocument(f"{path.name}: {fault}") from fault


def mistakes(path: Path) -> list[Mistake]:
    """Every mistake of a Word template, with its place; none means it can be rendered and have a twin."""
    try:
        _read(_data(path), path.name)
    except TemplateMistakes as found:
        return found.mistakes
    except BrokenDocument as fault:
        return [Mistake("the file", str(fault), "missing file")]
    return []


def _data(path: Path) -> bytes:
    """The bytes of a file that is small enough to be one; a file that is not there raises as it would."""
    try:
        if path.stat().st_size > package.MOST_BYTES:
            raise BrokenDocument(
                f"The file is larger than {package.MOST_BYTES // 1_000_000} MB, the most for a template."
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as fault:
        what = "It is a folder" if path.is_dir() else f"It cannot be read ({type(fault).__name__})"
        raise BrokenDocument(f"{what}, not a Word file (.docx).") from fault


def uses(path: Path) -> list[Use]:
    """Every name the template reads, with its place."""
    return list(read(path).uses)


def pieces(read_before: Template) -> list[tuple[str, str]]:
    """The text of every paragraph with its place, tags of whole paragraphs and rows as plain tags."""
    return _pieces(spots.paragraphs(_body(read_before.parts), package.style_names(read_before.parts)))


def anchors(path: Path) -> frozenset[Anchor]:
    """What the template prints, and what it asks of which the yes opens a passage."""
    return notes_anchors.anchored(read(path).jinja).used


@lru_cache(maxsize=128)
def _read(data: bytes, name: str) -> Template:
    parts = package.unpack(data)
    found = [Mistake("the file", sentence, "lost in the PDF") for sentence in contents.faults(parts)]
    body = _body(parts)
    names = package.style_names(parts)
    paragraphs = list(spots.paragraphs(body, names))
    tags, tag_mistakes = _tags(paragraphs)
    layout = LAYOUTS.get(contents.category(parts))
    court = layout is not None and layout.court
    found += [*carried.mistakes(body, names, paragraphs, court=court), *tag_mistakes]
    if layout is None:
        found.append(
            Mistake(
                "the file", f"its property “Category” must name its layout: {', '.join(LAYOUTS)}.", "layout"
            )
        )
    if not found:
        found += hollow.mistakes(_pieces(paragraphs))
    patched = _patched(data) if not found else ""
    if not found:
        found += _agreement(tags, patched)
    if found or layout is None:
        raise TemplateMistakes(name, found)
    return Template(hashlib.sha256(data).hexdigest(), parts, layout, patched, tuple(syntax.resolved(tags)))


def _pieces(paragraphs: Iterable[Paragraph]) -> list[tuple[str, str]]:
    return [(paragraph.place, LINE_TAG.sub("{% ", text_of(paragraph.element))) for paragraph in paragraphs]


def _body(parts: dict[str, bytes]) -> etree._Element:
    body = package.parse(parts[package.MAIN]).find(w("body"))
    if body is None:
        raise BrokenDocument("The Word file has no body.")
    return body


def _patched(data: bytes) -> str:
    """The body as docxtpl cleans it; whatever python-docx cannot open is no template, whyever."""
    try:
        opened = DocxTemplate(BytesIO(data))
        opened.init_docx()
        return str(opened.patch_xml(opened.get_xml()))
    except Exception as fault:
        raise BrokenDocument(
            f"It cannot be opened as a Word file ({type(fault).__name__}); save it anew from Word."
        ) from fault


def _tags(paragraphs: Iterable[Paragraph]) -> tuple[list[Tag], list[Mistake]]:
    tags: list[Tag] = []
    found: list[Mistake] = []
    levels: dict[object, list[Tag]] = {}
    for paragraph in paragraphs:
        level, text, alone = _level(paragraph)
        left = MOST_TAGS - len(tags) - len(found)
        here = list(islice(syntax.scan([(paragraph.place, text)]), max(0, left) + 1))
        if len(here) > left:
            return [], [Mistake("the file", _TOO_MANY)]
        alone += [Mistake(paragraph.place, s) for s in tag_hints.lookalikes(syntax.words(text))]
        found += [tag for tag in here if isinstance(tag, Mistake)] + alone
        understood = [tag for tag in here if isinstance(tag, Tag)]
        tags += understood
        levels.setdefault(level, []).extend(understood)
    # An `if` closes where it opened: in its paragraph, among its cell's paragraphs, among its table's rows.
    for at_one_level in levels.values():
        found += syntax.structure(at_one_level)
    return tags, found


def _level(paragraph: Paragraph) -> tuple[object, str, list[Mistake]]:
    text = text_of(paragraph.element)
    kind = LINE_TAG.search(text)
    if kind is None:
        return paragraph.place, text, []
    whole = text if kind[1] == "p" or paragraph.row is None else text_of(paragraph.row)
    alone = re.fullmatch(r"\s*\{%(?:p|tr)\s[^{}%]*%\}\s*", whole)
    fault = [] if alone else [Mistake(paragraph.place, _SWALLOWS[kind[1]])]
    if kind[1] == "tr" and paragraph.row is None:
        fault = [Mistake(paragraph.place, "“{%tr” stands outside a table; use “{%p”.")]
    level = (paragraph.container,) if kind[1] == "p" else (paragraph.container // 1_000_000, "rows")
    return level, LINE_TAG.sub("{% ", text), fault


_SWALLOWS = {
    "p": "a “{%p” tag swallows its whole paragraph, so nothing else may stand there.",
    "tr": "a “{%tr” tag swallows its whole row, so nothing else may stand in any of its cells.",
}


def _agreement(tags: list[Tag], patched: str) -> list[Mistake]:
    """Nothing is compiled but what was checked: docxtpl must read exactly the tags seen in the paragraphs."""
    compiled = list(syntax.scan([("the file", patched)]))
    if compiled != [replace(tag, place="the file") for tag in tags]:
        return [
            Mistake("the file", "docxtpl reads other tags than stand in the paragraphs; retype them plainly.")
        ]
    return []
