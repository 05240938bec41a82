"""Where the notes of a filled paper stand: its tokens taken out, one paragraph found for each note."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.notes import Anchor, Note
from app.documents.notes_anchors import GONE, TOKEN


@dataclass(frozen=True)
class Face:
    """How one of the two formats writes a paragraph, its words and a label."""

    paragraph: re.Pattern[str]
    """Its beginning (`begin`) and its end (`end`); one without content is neither."""
    words: re.Pattern[str]
    """Found in a paragraph that has words."""
    escaped: Callable[[str], str]


@dataclass
class _Paragraph:
    begin: int
    """Where its inside begins in the text without tokens."""
    seen: set[Anchor]
    labels: set[str] = field(default_factory=set)
    end: int = 0


def placed(
    text: str, notes: Sequence[Note], anchors: Mapping[int, Anchor], face: Face
) -> tuple[str, dict[tuple[int, int], list[Note]]]:
    """The text without tokens, and the notes by the beginning and end of the inside of their paragraph."""
    bare, paragraphs = _read(text, anchors, face)
    speaking = [each for each in paragraphs if face.words.search(bare, each.begin, each.end)]
    found: dict[tuple[int, int], list[Note]] = {}
    for note in notes:
        place = _place(note, speaking, face)
        if place is not None:
            found.setdefault((place.begin, place.end), []).append(note)
    return bare, dict(sorted(found.items()))


def _place(note: Note, paragraphs: Sequence[_Paragraph], face: Face) -> _Paragraph | None:
    if note.kind == "gap":
        label = face.escaped(note.label)
        return next((each for each in paragraphs if label in each.labels), None)
    for tier in note.anchors:
        for each in paragraphs:
            if tier & each.seen:
                return each
    return None


_GAP = f"{GAP_OPEN}to be confirmed: (?P<label>[^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}"


def _read(text: str, anchors: Mapping[int, Anchor], face: Face) -> tuple[str, list[_Paragraph]]:
    """The text without its tokens, and its paragraphs with what was printed in each."""
    sign = re.compile(f"(?P<token>{TOKEN.pattern})|(?P<gap>{_GAP})|{face.paragraph.pattern}")
    pieces: list[str] = []
    found: list[_Paragraph] = []
    around: set[Anchor] = set()
    inside: _Paragraph | None = None
    done = length = 0
    for match in sign.finditer(text):
        piece = text[done : match.start()] if match["token"] else text[done : match.end()]
        pieces.append(piece)
        done, length = match.end(), length + len(piece)
        if match["begin"]:
            inside = _Paragraph(length, set(around))
        elif match["end"] and inside is not None:
            inside.end = length - len(match["end"])
            found.append(inside)
            inside = None
        elif match["gap"] and inside is not None:
            inside.labels.add(match["label"])
        elif match["token"]:
            _note(match["token"], anchors, around, inside)
    return "".join((*pieces, text[done:])), found


def _note(token: str, anchors: Mapping[int, Anchor], around: set[Anchor], inside: _Paragraph | None) -> None:
    says, path = anchors[int(token[1:-1])]
    if token[0] == GONE:
        around.discard(("around", path))
    elif inside is not None:
        inside.seen.add((says, path))
    else:
        around.add(("around", path))
