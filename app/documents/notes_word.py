"""Notes as comments of a Word file: a range around the paragraph, a reference, and the part they are in."""

import re
from collections.abc import Mapping, Sequence

from markupsafe import escape

from app.documents.notes import Anchor, Note
from app.documents.notes_places import Face, placed

PART = "word/comments.xml"
"""The part that holds the comments."""

_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FACE = Face(
    re.compile(r"<w:p(?: [^>]*)?(?<!/)>"),
    ("</w:p>",),
    re.compile(r"<w:t(?: [^>]*)?>[^<]|<w:br"),
    lambda label: str(escape(label)),
)
_LOOK = re.compile(r"<w:pPr>.*?</w:pPr>|<w:pPr/>", re.DOTALL)
_SMALL = '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
_BOLD = '<w:rPr><w:b/><w:bCs/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'


def commented(text: str, notes: Sequence[Note], anchors: Mapping[int, Anchor]) -> tuple[str, list[Note]]:
    """A filled body without its tokens but with a range for each note, and the notes by their ids."""
    bare, places = placed(text, notes, anchors, _FACE)
    pieces: list[str] = []
    numbered: list[Note] = []
    done = 0
    for (begin, end), here in places.items():
        look = _LOOK.match(bare, begin, end)
        start = look.end() if look else begin
        ids = range(len(numbered), len(numbered) + len(here))
        pieces += (bare[done:start], *map(_begin, ids), bare[start:end], *map(_end, ids))
        numbered += here
        done = end
    return "".join((*pieces, bare[done:])), numbered


def _begin(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def _end(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def part(notes: Sequence[Note]) -> str:
    """The part with these comments: by the engine, at no time."""
    inside = "".join(_comment(number, note) for number, note in enumerate(notes))
    declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{declared}<w:comments xmlns:w="{_WORD}">{inside}</w:comments>'


def _comment(number: int, note: Note) -> str:
    lines = [f"<w:r>{_BOLD}{_text(f'{note.head}.')}</w:r><w:r>{_SMALL}{_text(f' {_flat(note.text)}')}</w:r>"]
    if note.law:
        lines.append(f"<w:r>{_SMALL}{_text(_flat(note.law))}</w:r>")
    lines[0] = f"<w:r><w:annotationRef/></w:r>{lines[0]}"
    paragraphs = "".join(f"<w:p>{line}</w:p>" for line in lines)
    return f'<w:comment w:id="{number}" w:author="Draftwell" w:initials="DW">{paragraphs}</w:comment>'


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{escape(words)}</w:t>'


def _flat(words: str) -> str:
    return " ".join(words.split())
