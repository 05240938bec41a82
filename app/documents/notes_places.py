"""Where the notes of a filled paper stand: its tokens taken out, one paragraph found for each note."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents.notes import Anchor, Note
from app.documents.notes_anchors import GONE, TOKEN

Span = tuple[int, int]
"""The inside of a paragraph, from where to where."""


@dataclass(frozen=True)
class Face:
    """How one of the two formats writes a paragraph, its words and a label."""

    begin: re.Pattern[str]
    """The beginning of a paragraph that has an end."""
    ends: tuple[str, ...]
    words: re.Pattern[str]
    """Found in a paragraph that has words."""
    escaped: Callable[[str], str]


@dataclass(frozen=True)
class _Token:
    place: int
    """Where it stood, in the text without tokens."""
    says: str
    path: tuple[str, ...]
    gone: bool


def placed(
    text: str, notes: Sequence[Note], anchors: Mapping[int, Anchor], face: Face
) -> tuple[str, dict[Span, list[Note]]]:
    """The text without tokens, and the notes by the paragraph they stand in, in the order of the text."""
    pieces = TOKEN.split(text)
    bare = "".join(pieces[::2])
    wanted = {path for note in notes for tier in note.anchors for _, path in tier}
    tokens = [
        _Token(place, *anchors[int(token[1:])], gone=token[0] == GONE)
        for place, token in zip(accumulate(map(len, pieces[::2])), pieces[1::2], strict=False)
        if anchors[int(token[1:])][1] in wanted
    ]
    found: dict[Span, list[Note]] = {}
    for note in notes:
        if span := next(_spans(note, bare, tokens, face), None):
            found.setdefault(span, []).append(note)
    return bare, dict(sorted(found.items()))


def _spans(note: Note, bare: str, tokens: Sequence[_Token], face: Face) -> Iterator[Span]:
    """The paragraphs a note may stand in, nearest first."""
    if note.kind == "gap":
        place = bare.find(f"{GAP_OPEN}to be confirmed: {face.escaped(note.label)}{GAP_CLOSE}")
        yield from _around(bare, place, face) if place >= 0 else ()
    for tier in note.anchors:
        for number, token in enumerate(tokens):
            if token.gone:
                continue
            if (token.says, token.path) in tier:
                yield from _around(bare, token.place, face)
            elif token.says == "if" and ("around", token.path) in tier:
                yield from _within(bare, token.place, _gone(tokens[number:]), face)


def _gone(tokens: Sequence[_Token]) -> int:
    """Where the branch ends that the first of these tokens opens."""
    return next(each.place for each in tokens if each.gone and each.path == tokens[0].path)


def _around(bare: str, place: int, face: Face) -> Iterator[Span]:
    """The paragraph in which this place lies, if it has words."""
    begin = face.begin.search(bare, _last_end(bare, place, face), place)
    if begin:
        yield from _speaking(bare, begin.end(), face)


def _within(bare: str, place: int, end: int, face: Face) -> Iterator[Span]:
    """The paragraphs with words from one place to another, if the first does not lie in a paragraph."""
    if face.begin.search(bare, _last_end(bare, place, face), place) is None:
        for begin in face.begin.finditer(bare, place, end):
            yield from _speaking(bare, begin.end(), face)


def _last_end(bare: str, place: int, face: Face) -> int:
    return max(0, *(bare.rfind(end, 0, place) for end in face.ends))


def _speaking(bare: str, begin: int, face: Face) -> Iterator[Span]:
    end = min(place for each in face.ends if (place := bare.find(each, begin)) >= 0)
    if face.words.search(bare, begin, end):
        yield begin, end
