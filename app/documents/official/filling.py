"""Fills an official form: compared with its map first, every value laid out, drawn, saved and read back."""

import io
from collections.abc import Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf

from app.core.places import Mistake
from app.documents import metadata
from app.documents.layouts import Copy
from app.documents.official import (
    addendum,
    comparing,
    drawing,
    edges,
    fields,
    opening,
    readback,
    values,
)
from app.documents.official.errors import NotFilled
from app.documents.official.laying import Laid
from app.documents.official.maps import Map

Data = Mapping[str, object]


@dataclass(frozen=True)
class Filled:
    """A filled form: its bytes and pages, the words written in each field, the labels of its open blanks."""

    data: bytes
    pages: int
    written: Mapping[str, str] = field(repr=False)
    marks: tuple[str, ...] = ()


def mistakes(plan: Map, data: bytes) -> list[Mistake]:
    """Every way in which a PDF is not the form its map was written for."""
    try:
        with opening.opened(data) as pdf, opening.reading():
            return sorted(set(comparing.mistakes(plan, data, pdf, fields.of(pdf))))
    except opening.Unfit as fault:
        return [Mistake(plan.place, str(fault))]


def fill(
    plan: Map,
    form: bytes,
    data: Data,
    copy: Copy = "review",
    *,
    ruled: Set[str] = frozenset(),
    layouts: Path | None = None,
) -> Filled:
    """The form with the values of `data`; raises NotFilled, or OpenGap for a clean copy with a blank.

    Fields become part of the printed page, so that every viewer shows and prints the same.
    """
    try:
        with opening.opened(form) as pdf:
            with opening.reading():
                found = fields.of(pdf)
                wrong = next(comparing.mistakes(plan, form, pdf, found), None)
            if wrong:
                raise NotFilled(wrong.place, wrong.sentence)
            work = Laid(plan, found, data, copy, ruled)
            work.lay()
            return _made(plan, pdf, work, layouts)
    except opening.Unfit as fault:
        raise NotFilled(plan.place, str(fault)) from fault


def _made(plan: Map, pdf: pikepdf.Pdf, work: Laid, layouts: Path | None) -> Filled:
    own = len(pdf.pages)
    opening.strip(pdf)
    frames = edges.by_page(work.found.values())
    drawing.draw(pdf, work.lines, work.marked, frames, review=work.copy == "review", pages=own)
    if work.continued:
        more = addendum.pages(plan.title, values.heading(plan, work.data), work.continued, work.copy, layouts)
        with pikepdf.open(io.BytesIO(more)) as pages:
            pdf.pages.extend(pages.pages)
            saved = _saved(pdf, plan.title)
    else:
        more, saved = b"", _saved(pdf, plan.title)
    count = len(pdf.pages)
    if sentence := readback.difference(saved, work.lines, more, work.continued):
        raise NotFilled(plan.place, sentence)
    return Filled(saved, count, work.written, tuple(dict.fromkeys(work.labels)))


def _saved(pdf: pikepdf.Pdf, title: str) -> bytes:
    pdf.docinfo["/Title"] = title
    pdf.docinfo["/Producer"] = metadata.PRODUCER
    pdf.Root["/Lang"] = pikepdf.String("en-US")
    pdf.remove_unreferenced_resources()
    out = io.BytesIO()
    pdf.save(
        out, deterministic_id=True, encryption=False, object_stream_mode=pikepdf.ObjectStreamMode.disable,
        fix_metadata_version=False,
    )  # fmt: skip
    return out.getvalue()
