"""Puts the notes of laid-out pages beside their paragraphs, clear of the text, the edge and each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from weasyprint.document import Document

from app.documents.layouts import Layout
from app.documents.notes_html import AT, HOLDER, MORE, NOTE

_INCH = 96
_EDGE = 0.3 * _INCH
"""What printers cannot print on, above and below."""
_APART = 4.0
_FAR = _INCH
"""A note that stands further from its paragraph says which it is."""
_WEIGHT = {"note": 0, "check": 1, "blank": 2, "must-fix": 2, MORE: 3}
"""The kinds of notes; where there is no room, those that weigh least go first."""


@dataclass(eq=False)
class _Note:
    box: Any
    holder: Any
    wanted: float
    """The height of the line it belongs to."""

    @property
    def tall(self) -> float:
        return float(self.box.margin_height())

    @property
    def kind(self) -> str:
        return str(self.box.element.get("class"))

    def move(self, dx: float, top: float) -> None:
        self.box.translate(dx, top - self.box.position_y)

    def without_place(self) -> Any:
        """Take off the words that say which paragraph it belongs to, if it has them, and give them back."""
        place = self.box.children[-1] if self.box.children else None
        if place is None or place.element_tag != AT:
            return None
        self.box.children = self.box.children[:-1]
        self.box.height -= place.margin_height()
        return place

    def with_place(self, place: Any) -> None:
        """Put them back."""
        self.box.children = [*self.box.children, place]
        self.box.height += place.margin_height()

    def drop(self) -> None:
        self.holder.children = [child for child in self.holder.children if child is not self.box]


def settle(document: Document, layout: Layout) -> None:
    """Move every note of a document to its place; WeasyPrint has laid them out at the top of their page."""
    seen: set[Any] = set()
    for page in document.pages:
        notes, more = list[_Note](), list[_Note]()
        for note in _notes(page._page_box):
            if note.kind == MORE:
                more.append(note)
            elif note.box.element in seen:
                # A head that is repeated on the next page of its table brings its notes with it.
                note.drop()
            else:
                seen.add(note.box.element)
                notes.append(note)
        _place(sorted(notes, key=lambda note: note.wanted), more, layout)


def _notes(box: Any) -> Iterator[_Note]:
    for child in list(getattr(box, "children", ())):
        if box.element_tag == HOLDER and child.element_tag == NOTE:
            yield _Note(child, box, box.position_y)
        else:
            yield from _notes(child)


def _place(notes: Sequence[_Note], more: list[_Note], layout: Layout) -> None:
    room = layout.height * _INCH - 2 * _EDGE
    last: list[_Note] = []
    places = {note: place for note in notes if (place := note.without_place()) is not None}
    if _height(notes) <= room:
        _stack(notes, 0, layout, places)
    else:
        # Too many for one margin: some stand in the left margin, as far from the text.
        box = notes[0].box
        gutter = box.position_x - (layout.width - layout.margin) * _INCH
        across = layout.margin * _INCH - gutter - box.margin_width() - box.position_x
        right, left = _halves(notes, room)
        if len(right) + len(left) < len(notes):
            last = more[-1:]
            right, left = _halves(notes, room - _height(last))
        for note in [each for each in notes if each not in right and each not in left]:
            note.drop()
        _stack(left, across, layout, places)
        _stack([*right, *(replace(each, wanted=right[-1].wanted) for each in last)], 0, layout, places)
    for note in more[: len(more) - len(last)]:
        note.drop()


def _halves(notes: Sequence[_Note], room: float) -> tuple[list[_Note], list[_Note]]:
    """As many notes as two margins have room for, the least left out first, from the end."""
    kept = list(notes)
    while True:
        right, left = list[_Note](), list[_Note]()
        for note in kept:
            (right if _height(right) <= _height(left) else left).append(note)
        if max(_height(right), _height(left)) <= room or len(kept) == 1:
            return right, left
        least = min(reversed(kept), key=lambda note: _WEIGHT[note.kind])
        kept = [note for note in kept if note is not least]


def _height(notes: Sequence[_Note]) -> float:
    return sum(note.tall + _APART for note in notes)


def _stack(notes: Sequence[_Note], dx: float, layout: Layout, places: Mapping[_Note, Any]) -> None:
    """Each note at its line or below the one before it; one that is far from it names its paragraph."""
    tops = _tops(notes, layout)
    spare = layout.height * _INCH - 2 * _EDGE - _height(notes)
    for note, top in zip(notes, tops, strict=True):
        place = places.get(note)
        if place is not None and abs(top - note.wanted) > _FAR and place.margin_height() <= spare:
            spare -= place.margin_height()
            note.with_place(place)
    for note, top in zip(notes, _tops(notes, layout), strict=True):
        note.move(dx, top)


def _tops(notes: Sequence[_Note], layout: Layout) -> list[float]:
    """How high each note stands; where the page ends, all above move up."""
    tops: list[float] = []
    free = _EDGE
    for note in notes:
        tops.append(max(note.wanted, free))
        free = tops[-1] + note.tall + _APART
    limit = layout.height * _INCH - _EDGE
    for place in reversed(range(len(notes))):
        tops[place] = min(tops[place], limit - notes[place].tall)
        limit = tops[place] - _APART
    return tops
