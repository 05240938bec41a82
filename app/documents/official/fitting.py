"""Lays the words of a value into the box of a field: lines, their size and place, and what is left over."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.official import face
from app.documents.official.fields import FormField
from app.documents.official.maps import Box

MARK = "(see addendum)"
"""What stands at the end of a field whose value goes on elsewhere."""
CROSS = "X"
_LARGEST, _USUAL, _SMALLEST = 12.0, 10.0, 8.0
"""Points: of a line whose form leaves the size open, of several lines, and the least that may be read."""
ROW = 16.0
"""Points: a place without a field that is higher than two of these takes several lines."""
_EDGE = 2.0
_LEADING = 1.15
_ASCENT, _MIDDLE = 0.905, 0.36
"""Parts of the size: above the base line, and the base line below the middle of a capital."""


@dataclass(frozen=True)
class Line:
    """One run of text on a page: where its base line begins, its size in points."""

    page: int
    x: float
    y: float
    size: float
    text: str


@dataclass(frozen=True)
class Fitted:
    """The lines of a field, and the words that found no room; None in `lines` when not even the mark did."""

    lines: tuple[Line, ...]
    rest: str


def fitted(text: str, box: Box, field: FormField, most: int | None, *, goes_on: bool) -> Fitted:
    """The text in the box; with `goes_on` what has no room is cut at a word and MARK is put behind it.

    Without room `rest` holds all words that did not fit, and nothing is to be drawn.
    """
    text = text if field.several_lines else " ".join(text.split())
    limit = min((each for each in (most, field.most) if each is not None), default=None)
    if (limit is None or len(text) <= limit) and (lines := _whole(text, box, field)) is not None:
        return Fitted(lines, "")
    return _cut(text, box, field, limit) if goes_on and not field.comb else Fitted((), text)


def _whole(text: str, box: Box, field: FormField) -> tuple[Line, ...] | None:
    if field.comb and field.most:
        return _comb(text, box, field.most)
    start = _first_size(box, field)
    size = start
    while size >= min(_SMALLEST, start):
        wrapped = _wrapped(text, box, size) if field.several_lines else [text]
        if _has_room(wrapped, box, size, field.several_lines):
            return tuple(_placed(wrapped, box, size, field))
        size -= 0.5
    return None


def _first_size(box: Box, field: FormField) -> float:
    high = box.top - box.bottom
    if field.several_lines:
        return field.size or _USUAL
    return min(field.size or _LARGEST, max(4.0, high * 0.8))


def _has_room(lines: Sequence[str], box: Box, size: float, several: bool) -> bool:
    broad = all(face.width(line, size) <= box.right - box.left - 2 * _EDGE for line in lines)
    high = len(lines) * size * _LEADING + _EDGE if several else size
    return broad and high <= box.top - box.bottom + 0.01


def _wrapped(text: str, box: Box, size: float) -> list[str]:
    room = box.right - box.left - 2 * _EDGE
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split():
            longer = f"{line} {word}" if line else word
            if line and face.width(longer, size) > room:
                lines.append(line)
                line = word
            else:
                line = longer
        lines.append(line)
    return lines


def _placed(lines: Sequence[str], box: Box, size: float, field: FormField) -> list[Line]:
    if field.several_lines:
        first = box.top - _EDGE - _ASCENT * size
    else:
        first = (box.bottom + box.top) / 2 - _MIDDLE * size
    found = []
    for number, line in enumerate(lines):
        spare = box.right - box.left - face.width(line, size)
        x = box.left + (_EDGE, spare / 2, spare - _EDGE)[field.aligned if field.aligned in (1, 2) else 0]
        if line:
            found.append(Line(box.page, x, first - number * size * _LEADING, size, line))
    return found


def _comb(text: str, box: Box, cells: int) -> tuple[Line, ...] | None:
    """One character in the middle of each of the cells the box is divided into."""
    if len(text) > cells:
        return None
    wide = (box.right - box.left) / cells
    size = min(_LARGEST, (box.top - box.bottom) * 0.8, wide * 1.2)
    y = (box.bottom + box.top) / 2 - _MIDDLE * size
    return tuple(
        Line(box.page, box.left + (number + 0.5) * wide - face.width(sign, size) / 2, y, size, sign)
        for number, sign in enumerate(text)
        if sign != " "
    )


def _cut(text: str, box: Box, field: FormField, limit: int | None) -> Fitted:
    """As many words as leave room for the mark, and the others; all of them when there is none for it."""
    ends = [at for at, sign in enumerate(text) if sign in " \n" and at]
    low, high, best = 0, len(ends), None
    ends = [0, *ends]
    while low <= high:
        middle = (low + high) // 2
        kept = text[: ends[middle]].rstrip()
        shown = f"{kept} {MARK}" if kept else MARK
        lines = _whole(shown, box, field) if limit is None or len(shown) <= limit else None
        if lines is None:
            high = middle - 1
        else:
            best, low = Fitted(lines, text[ends[middle] :].strip()), middle + 1
    return best or Fitted((), text)


def cross(box: Box) -> Line:
    """The cross in a box that is ticked, as large as the box and in its middle."""
    size = max(5.0, min(box.right - box.left, box.top - box.bottom) * 1.1)
    x = (box.left + box.right - face.width(CROSS, size)) / 2
    return Line(box.page, x, (box.bottom + box.top) / 2 - _MIDDLE * size, size, CROSS)
