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

AT = "cite"
"""The last element of a note about a flag: which paragraph it is about, for a note that had to move away."""
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

_FIRST = 4
"""So many words name a paragraph."""

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
        own = _words(bare[begin:end])
        told = "".join(_note(note, own) for note in here)
        pieces += (_opened(bare[done:begin], own), f"<{HOLDER}>{told}{more}</{HOLDER}>")
        done = begin
    return "".join((*pieces, bare[done:])), bool(places)


def _opened(before: str, own: str) -> str:
    """The text up to the inside of a paragraph; a heading gets its own words for its bookmark."""
    if not before.startswith("<h", before.rindex("<")):
        return before
    return f'{before[:-1]} {OWN}="{own}">'


def _words(inside: str) -> str:
    """The words of a paragraph, as an attribute may hold them."""
    flat = " ".join(_TAG.sub("", inside.replace("<br", " <br")).split())
    return flat.replace(GAP_OPEN, "[").replace(GAP_CLOSE, "]").replace('"', "&quot;")


def _note(note: Note, own: str) -> str:
    kind = "blank" if note.kind == "gap" else note.level.replace(" ", "-")
    law = f" <i>{escape(_flat(note.law))}</i>" if note.law else ""
    first = " ".join(own.split()[:_FIRST])
    at = "" if note.kind == "gap" else f"<{AT}>at “{first}{' …' * (first != own)}”</{AT}>"
    return f'<{NOTE} class="{kind}"><b>{note.head}.</b> {escape(_flat(note.text))}{law}{at}</{NOTE}>'


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
