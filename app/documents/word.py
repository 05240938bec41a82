"""A Word template and plain data become a Word file: escaped, strictly parsed, the same bytes each time."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from app.documents import furniture, package, plain, template, wordfix
from app.documents.compiled import paper
from app.documents.compiled.marks import Complicated
from app.documents.compiled.renderer import Compiled, compile
from app.documents.environment import fill
from app.documents.errors import BrokenDocument, OpenGap
from app.documents.layouts import Copy
from app.documents.package import w
from app.documents.template import Template

__all__ = ["Compiled", "compile", "render"]


def render(source: Path, context: Mapping[str, object], *, title: str, copy: Copy = "review") -> bytes:
    """The filled Word file; a clean copy is refused while a marked blank is open, broken XML always."""
    plain.check({**context, "title": title})
    made = template.read(source)
    ready = paper.ready(made, copy)
    if ready is not None:
        with suppress(Complicated):
            return ready.filled(context, title)
    return _thoroughly(made, source.stem, context, title, copy)


def _thoroughly(made: Template, name: str, context: Mapping[str, object], title: str, copy: Copy) -> bytes:
    """The same file made from a tree, for what takes more than work on text; `paper` must agree with it."""
    body = _body(fill(made.jinja, context))
    if copy == "clean" and (open_gaps := wordfix.gaps(body)):
        raise OpenGap(
            f"{name}: a clean copy waits for {len(open_gaps)} open blank(s): {'; '.join(open_gaps)}."
        )
    wordfix.mend(body, made.layout, package.style_names(made.parts))
    return package.pack(furniture.clothed(made.parts, body, made.layout, title, copy))


def _body(filled: str) -> etree._Element:
    # The strict parse comes first: docxtpl's own repair of tables drops whatever it cannot read.
    package.parse(filled)
    body: etree._Element = DocxTemplate("").fix_tables(filled)
    if body.tag != w("body"):
        raise BrokenDocument("The filled text is no longer the body of a Word file.")
    return body
