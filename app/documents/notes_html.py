"""Notes as margin notes of a PDF: each in the paragraph it belongs to, taken out of the flow of the text."""

import re
from collections.abc import Mapping, Sequence

from markupsafe import escape

from app.documents.filters import in_html
from app.documents.notes import Anchor, Note
from app.documents.notes_places import Face, placed

HOLDER, NOTE = "object", "article"
"""The elements around all notes of a paragraph and around one: HTML lets `object` hold blocks in a paragraph,
and no twin has either of them."""

MORE = "more"
"""The class of the note that says that a page has more notes than it can show."""
_MORE = f'<{NOTE} class="{MORE}">More notes to this page stand in the Word file and in the memo.</{NOTE}>'
_ROOM = 1000
"""So many characters of notes have room in the margins of any page."""
_HEAD = 40
"""What the head of a note and the blank below it take of that room."""
_LONGEST = 600
"""Characters of a note that a margin can hold; the Word file has the whole."""

_FACE = Face(
    re.compile(r"<(?:p|h[1-6])(?: [^>]*)?>"),
    ("</p>", "</h1>", "</h2>", "</h3>"),
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
    for (begin, _), here in places.items():
        pieces += (bare[done:begin], f"<{HOLDER}>{''.join(map(_note, here))}{more}</{HOLDER}>")
        done = begin
    return "".join((*pieces, bare[done:])), bool(places)


def _note(note: Note) -> str:
    kind = "blank" if note.kind == "gap" else note.level.replace(" ", "-")
    law = f" <i>{escape(_flat(note.law))}</i>" if note.law else ""
    return f'<{NOTE} class="{kind}"><b>{note.head}.</b> {escape(_flat(note.text))}{law}</{NOTE}>'


def _flat(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1]}…"
