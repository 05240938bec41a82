"""What a Word template holds that its twin could not carry, or would show otherwise, with each place."""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from app.documents import losses, repeated, spots, styles
from app.documents.losses import Loss
from app.documents.package import style_of, text_of, w
from app.documents.spots import LINE_TAG, Paragraph
from app.documents.syntax import Mistake

_TOO_SMALL = (
    "a court paper may use the styles for pleadings only; others are smaller than the 13 points of Rule 55.02"
)
_MAKES_ROOM = "an empty paragraph makes room; use a style that has the room"


def mistakes(
    body: etree._Element, names: Mapping[str, str], paragraphs: list[Paragraph], *, court: bool
) -> Iterator[Mistake]:
    """Each of them; `names` are the styles of the file by their ids."""
    yield from _between(body, {paragraph.element: paragraph.place for paragraph in paragraphs})
    yield from repeated.mistakes(body, paragraphs)
    for paragraph in paragraphs:
        row_text = "" if paragraph.row is None else text_of(paragraph.row)
        # Of a paragraph or a row that is a tag nothing is left.
        if not LINE_TAG.search(text_of(paragraph.element)) and "{%tr" not in row_text:
            yield from _said(paragraph.place, _in_paragraph(paragraph, names, court=court))
    for number, table in enumerate(body.findall(w("tbl")), start=1):
        yield from _said(spots.table_place(number), losses.in_table(table, names))


def _between(body: etree._Element, places: Mapping[etree._Element, str]) -> Iterator[Mistake]:
    """What stands between paragraphs, at the place of the next one, or else of the last."""
    place = next(reversed([*places.values()]), "the text")
    for child in reversed(body):
        place = places.get(child, place)
        yield from _said(place, losses.in_body([child]))


def _in_paragraph(paragraph: Paragraph, names: Mapping[str, str], *, court: bool) -> Iterator[Loss]:
    yield from losses.in_paragraph(paragraph.element, names)
    if court and names.get(style_of(paragraph.element) or "") not in styles.COURT:
        yield "style", _TOO_SMALL
    if paragraph.row is None and losses.is_empty_spacing(paragraph.element, names):
        yield "style", _MAKES_ROOM


def _said(place: str, lost: Iterable[Loss]) -> Iterator[Mistake]:
    return (Mistake(place, f"{sentence}.", rule) for rule, sentence in lost)
