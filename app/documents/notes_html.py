"""Notes as margin notes of a PDF: each in the paragraph it belongs to, taken out of the flow of the text."""

import re
from collections.abc import Mapping, Sequence

from markupsafe import escape

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.filters import in_html
from app.documents.notes import Anchor, Note
from app.documents.notes_places import Face, placed

HOLDER, NOTE = "object", "article"
"""The elements around all notes of a paragraph and around one: HTML lets `object` hold blocks in a paragraph,
and no twin has either of them."""

MORE = "more"
"""The class of the note that says that a page has more notes than it can show."""
_MORE = f'<{NOTE} class="{MORE}">More notes to this page stand in the Word file and in the memo.</{NOTE}>'
_ROOM = 500
"""So many characters of notes have room in the margins of any page."""
_HEAD = 40
"""What the head of a note and the blank below it take of that room."""
_LONGEST = 400
"""Characters of a note that a margin can hold; the Word file has the whole."""

OWN = "data-own"
"""What a heading with notes says of itself: the words its bookmark has."""
BOOKMARKS = (
    f"[{OWN}] {{ bookmark-label: attr({OWN}) }} "
    f'.count-heading[{OWN}] {{ bookmark-label: content(before) " " attr({OWN}) }}'
)
"""Keeps notes out of bookmarks, whatever style sheets an edition brings: an outline goes with the file."""
_TAG = re.compile(r"<[^>]*>")

_FACE = Face(
    re.compile(r"<(?:(?:p|h[1-6])(?: [^>]*)?|t[dh] [^>]*class=[^>]*)>"),
    ("</p>", "</h1>", "</h2>", "</h3>", "</td>", "</th>"),
    re.compile(r"(?:(?<=>)|\A)[^<]|<br"),
    lambda label: str(in_html(label)),
)


def noted(filled: str, notes: Sequence[Note], anchors: Mapping[int, Anchor]) -> tuple[str, bool]:
    """A filled twin with its tokens out and its notes in, and whether there is any."""
    bare, places = placed(filled, notes, anchors, _FACE)
    pieces: list[str] = []
    done = 0
    shown = (note for here in places.values() for note in here)
    more = _MORE if sum(_HEAD + len(note.text) + len(note.law) for note in shown) > _ROOM else ""
    for (begin, end), here in places.items():
        pieces += (_opened(bare, done, begin, end), f"<{HOLDER}>{''.join(map(_note, here))}{more}</{HOLDER}>")
        done = begin
    return "".join((*pieces, bare[done:])), bool(places)


def _opened(bare: str, done: int, begin: int, end: int) -> str:
    """The text up to the inside of a paragraph; a heading gets its own words for its bookmark."""
    if not bare.startswith("<h", bare.rindex("<", 0, begin)):
        return bare[done:begin]
    own = " ".join(_TAG.sub("", bare[begin:end].replace("<br", " <br")).split())
    own = own.replace(GAP_OPEN, "[").replace(GAP_CLOSE, "]").replace('"', "&quot;")
    return f'{bare[done : begin - 1]} {OWN}="{own}">'


def _note(note: Note) -> str:
    kind = "blank" if note.kind == "gap" else note.level.replace(" ", "-")
    law = f" <i>{escape(_flat(note.law))}</i>" if note.law else ""
    return f'<{NOTE} class="{kind}"><b>{note.head}.</b> {escape(_flat(note.text))}{law}</{NOTE}>'


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
