"""An HTML twin and plain data become a tagged PDF (PDF/UA-1, PDF/A-2a) in our faces; nothing is fetched."""

import logging
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup
from pydyf import PDF
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.logger import LOGGER

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import (
    fonts,
    headings,
    joining,
    metadata,
    notes_anchors,
    notes_html,
    notes_margin,
    notes_tags,
    plain,
    rules,
    swift,
    syntax,
)
from app.documents.environment import Finalize, fill
from app.documents.errors import FetchRefused, OpenGap, TwinMissing
from app.documents.fetcher import ADDRESS, Bundle, Refused
from app.documents.filters import in_html
from app.documents.layouts import LAYOUTS, Copy, Layout, folder_of
from app.documents.notes import Note
from app.documents.swift.turns import one_at_a_time

_HEAD = re.compile(
    r"<!-- Made from (?P<name>.*?) by “draftwell twin”; never edited by hand\. "
    r"sha256 (?P<sha256>[0-9a-f]{64}), layout (?P<layout>[a-z]+) -->\n"
)


# WeasyPrint names characters without a glyph in its log; those are a person's words and belong in no log.
LOGGER.propagate = False
LOGGER.setLevel(logging.CRITICAL)


@dataclass(frozen=True)
class Pdf:
    """A finished PDF and the number of its pages."""

    data: bytes
    pages: int
    document: Document | None = field(default=None, repr=False, compare=False)
    """The pages as they were laid out, to be joined with others; a large thing, and no part of a pickle."""

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "document": None}


@dataclass(frozen=True)
class Twin:
    """An HTML twin, read: the Word file it was made from, its layout and its Jinja source."""

    sha256: str
    layout: Layout
    jinja: str


def render(
    twin: Path,
    context: Mapping[str, object],
    *,
    title: str,
    copy: Copy = "review",
    language: str = "en-US",
    notes: Sequence[Note] = (),
    ruled: Set[str] = frozenset(),
) -> Pdf:
    """The PDF of a twin; a clean copy is refused while a marked blank is open, a page that fetches always.

    A review copy has the notes in its margin; a clean copy has none, and a rule for each blank in `ruled`.
    """
    plain.check({**context, "title": title})
    made, folder = read(twin), folder_of(twin)
    shown = notes if copy == "review" and (folder / _NOTES).is_file() else ()
    filled, noted = _filled(made, context, shown)
    if copy == "clean" and GAP_OPEN in (filled := rules.drawn(filled, ruled)):
        raise OpenGap(f"{twin.stem}: a clean copy waits for open blanks.")
    skeleton = _text(folder / "page.html", "put the layouts of this version back")
    page = fill(skeleton, {"language": language, "title": title, "body": _marked(filled)})
    return laid_out(page, made.layout, copy, folder, noted=noted)


def _filled(made: Twin, context: Mapping[str, object], notes: Sequence[Note]) -> tuple[str, bool]:
    """The filled twin with its notes, and whether it has any."""
    if not notes:
        return fill(made.jinja, context, in_html), False
    source = notes_anchors.anchored(made.jinja)
    return notes_html.noted(fill(source.source, context, in_html), notes, source.anchors)


def body(twin: Path, context: Mapping[str, object], *, finalize: Finalize = in_html) -> Markup:
    """The filled twin alone, for a preview in another page; `finalize` may wrap `filters.in_html`."""
    plain.check(dict(context))
    return _marked(fill(read(twin).jinja, context, finalize))


@one_at_a_time
def laid_out(
    page: str, layout: Layout, copy: Copy, folder: Path | None = None, *, noted: bool = False
) -> Pdf:
    """A whole HTML page as a PDF; raises FetchRefused if it asks for anything but our style sheets.

    `folder` holds them; without one they are those of this version. `noted` says that it has margin notes.
    """
    swift.engaged()
    served = Bundle(folder or folder_of())
    try:
        document = HTML(string=page, base_url=ADDRESS, url_fetcher=served).render(
            font_config=fonts.configuration(),
            stylesheets=_sheets(served, layout, copy, noted),
            **metadata.drawn_in(),
        )
        if noted:
            notes_margin.settle(document, layout)
        made = Pdf(_written(document), len(document.pages), document=document)
    except Refused as refused:
        raise FetchRefused(str(refused)) from refused
    if served.refused:
        raise FetchRefused(f"A page asked for {served.refused[0]}; only its own style sheets are served.")
    return made


@one_at_a_time
def joined(parts: Sequence[tuple[str, Pdf]], *, title: str) -> bytes:
    """Papers by title as one PDF with a bookmark for each; ValueError for one whose pages are let go."""
    laid = [(name, part.document) for name, part in parts if part.document is not None]
    if len(laid) < len(parts):
        raise ValueError("A paper that was pickled or let go of cannot be joined with others.")
    return joining.joined(laid, title)


def _written(document: Document) -> bytes:
    data: bytes = document.write_pdf(finisher=_finish, **metadata.options())
    return metadata.identified(data)


def _finish(document: Document, file: PDF) -> None:
    metadata.finish(document, file)
    headings.level(file)
    notes_tags.name(file)


def read(twin: Path) -> Twin:
    """The twin at this place; raises TwinMissing if it is none, or says what a template may not say."""
    return _read(_text(twin, "run “draftwell twin” on its Word file"), twin.name)


def _text(path: Path, mend: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise TwinMissing(f"{path.name} cannot be read ({type(fault).__name__}); {mend}.") from fault


@lru_cache(maxsize=64)
def _read(source: str, name: str) -> Twin:
    head = _HEAD.match(source)
    if head is None or head["layout"] not in LAYOUTS:
        raise TwinMissing(f"{name} is not a twin; run “draftwell twin” on its Word file.")
    jinja = source[head.end() :]
    if found := syntax.mistakes(jinja):
        raise TwinMissing(f"{name}: {found[0]} Run “draftwell twin” on its Word file.")
    if re.search(r"<[^>]*\{[{%]", jinja):
        raise TwinMissing(f"{name} has a tag inside an HTML element; run “draftwell twin” on its Word file.")
    return Twin(head["sha256"], LAYOUTS[head["layout"]], jinja)


# WeasyPrint draws no text that is nothing but blanks: between two such elements it must stand in one of them.
_BLANK_BETWEEN = re.compile(r"</(span|strong|em)>( +)(?=<(?:span|strong|em)\b)")


def _marked(filled: str) -> Markup:
    marked = filled.replace(GAP_OPEN, '<span class="gap">[').replace(GAP_CLOSE, "]</span>")
    return Markup(_BLANK_BETWEEN.sub(r"\2</\1>", marked))


_NOTES = "notes.css"
_read_sheets: dict[tuple[tuple[bytes, ...], str, Copy, bool], list[CSS]] = {}
"""Style sheets read before, by their own bytes: an edition renders with those it was kept with."""
_MOST_SHEETS = 24


def _sheets(served: Bundle, layout: Layout, copy: Copy, noted: bool) -> list[CSS]:
    key = (served.sheets, layout.name, copy, noted)
    if key not in _read_sheets:
        if len(_read_sheets) >= _MOST_SHEETS:
            _read_sheets.clear()
        _read_sheets[key] = _read_from(served, layout, copy, noted)
    return _read_sheets[key]


def _read_from(served: Bundle, layout: Layout, copy: Copy, noted: bool) -> list[CSS]:
    draft = "memo_draft.css" if layout.running_head else "draft.css"
    names = [f"{layout.name}.css"] + ([draft] if copy == "review" else [])
    if noted:
        names.append("notes_landscape.css" if layout.name == "landscape" else _NOTES)
    asked = [{"url": f"{ADDRESS}{name}"} for name in names] + [{"string": notes_html.BOOKMARKS}] * noted
    return [CSS(**each, url_fetcher=served, font_config=fonts.configuration()) for each in asked]
