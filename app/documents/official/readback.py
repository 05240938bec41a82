"""Reads a saved form back: what our face shows must be what was laid out, piece by piece, place by place."""

import io
from collections.abc import Sequence

import pikepdf

from app.documents import reading
from app.documents.layouts import DRAFT_MARK
from app.documents.official import words
from app.documents.official.addendum import Continued
from app.documents.official.drawing import NAME
from app.documents.official.fitting import Line

_OFF = 0.02


def difference(
    saved: bytes, lines: Sequence[Line], addendum: bytes, continued: Sequence[Continued]
) -> str | None:
    """The first way in which the saved file does not say what was laid out, as a sentence; or None."""
    with pikepdf.open(io.BytesIO(saved)) as pdf:
        seen = [piece for number, page in enumerate(pdf.pages, 1) for piece in words.pieces(page, number)
                if piece.font == f"/{NAME}" and piece.text != DRAFT_MARK]  # fmt: skip
        fields_left = "/AcroForm" in pdf.Root or any("/Annots" in page.obj for page in pdf.pages)
    wanted = sorted((line.page, line.text, line.x, line.y) for line in lines)
    found = sorted((piece.page, piece.text, piece.x, piece.y) for piece in seen)
    for expected, read in zip(wanted, found, strict=False):
        apart = max(abs(a - b) for a, b in zip(expected[2:], read[2:], strict=True))
        if expected[:2] != read[:2] or apart > _OFF:
            return (
                f"The saved form says something else than was laid out on page {expected[0]}; it is not used."
            )
    if len(wanted) != len(found) or fields_left:
        return "The saved form does not hold exactly what was laid out; it is not used."
    return _of_addendum(addendum, continued)


def _of_addendum(addendum: bytes, continued: Sequence[Continued]) -> str | None:
    if not continued:
        return None
    told = "".join(reading.words_of_pdf(addendum).split())
    for part in continued:
        for line in (part.head, *part.lines):
            if "".join(reading.normal(line).split()) not in told:
                return f"The addendum does not hold all words of item {part.item}; the form is not used."
    return None
