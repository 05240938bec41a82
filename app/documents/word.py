"""A Word template and plain data become a Word file: escaped, strictly parsed, the same bytes each time."""

from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from app.documents import furniture, notes_anchors, notes_word, package, plain, rules, template, wordfix
from app.documents.compiled import paper
from app.documents.compiled.marks import Complicated
from app.documents.compiled.renderer import Compiled, compile
from app.documents.environment import fill
from app.documents.errors import BrokenDocument, OpenGap
from app.documents.layouts import Copy
from app.documents.notes import Note
from app.documents.package import w
from app.documents.template import Template

__all__ = ["Compiled", "compile", "render"]


def render(
    source: Path,
    context: Mapping[str, object],
    *,
    title: str,
    copy: Copy = "review",
    notes: Sequence[Note] = (),
    ruled: Set[str] = frozenset(),
) -> bytes:
    """The filled Word file; a clean copy is refused while a marked blank is open, broken XML always.

    A review copy has the notes as comments; a clean copy has none, and a rule for each blank in `ruled`.
    """
    plain.check({**context, "title": title})
    made = template.read(source)
    ready = paper.ready(made, copy)
    shown = tuple(notes) if copy == "review" else ()
    if ready is not None:
        with suppress(Complicated):
            return ready.filled(context, title, shown, ruled)
    return _thoroughly(made, source.stem, context, title, copy, shown, ruled)


def _thoroughly(
    made: Template,
    name: str,
    context: Mapping[str, object],
    title: str,
    copy: Copy,
    notes: Sequence[Note] = (),
    ruled: Set[str] = frozenset(),
) -> bytes:
    """The same file made from a tree, for what takes more than work on text; `paper` must agree with it."""
    source = notes_anchors.anchored(made.jinja)
    filled, placed = fill(source.source if notes else made.jinja, context), list[Note]()
    if notes:
        filled, placed = notes_word.commented(filled, notes, source.anchors)
    body = _body(rules.drawn(filled, ruled) if copy == "clean" else filled)
    if copy == "clean" and (open_gaps := wordfix.gaps(body)):
        raise OpenGap(
            f"{name}: a clean copy waits for {len(open_gaps)} open blank(s): {'; '.join(open_gaps)}."
        )
    wordfix.mend(body, made.layout, package.style_names(made.parts))
    parts = furniture.clothed(made.parts, body, made.layout, title, copy)
    if placed:
        comments = notes_word.part(placed)
        package.parse(comments)
        parts = furniture.with_comments(parts, comments.encode())
    return package.pack(parts)


def _body(filled: str) -> etree._Element:
    # The strict parse comes first: docxtpl's own repair of tables drops whatever it cannot read.
    package.parse(filled)
    body: etree._Element = DocxTemplate("").fix_tables(filled)
    if body.tag != w("body"):
        raise BrokenDocument("The filled text is no longer the body of a Word file.")
    return body
