"""A Word template and plain data become a Word file: escaped, strictly parsed, the same bytes each time."""

from collections.abc import Mapping
from pathlib import Path

from docxtpl import DocxTemplate
from lxml import etree

from app.documents import furniture, package, plain, template, wordfix
from app.documents.compiled.renderer import Compiled, compile
from app.documents.environment import fill
from app.documents.errors import BrokenDocument, OpenGap
from app.documents.layouts import Copy
from app.documents.package import w

__all__ = ["Compiled", "compile", "render"]


def render(source: Path, context: Mapping[str, object], *, title: str, copy: Copy = "review") -> bytes:
    """The filled Word file; a clean copy is refused while a marked blank is open, broken XML always."""
    plain.check({**context, "title": title})
    made = template.read(source)
    body = _body(fill(made.jinja, context))
    if copy == "clean" and (open_gaps := wordfix.gaps(body)):
        raise OpenGap(
            f"{source.stem}: a clean copy waits for {len(open_gaps)} open blank(s): {'; '.join(open_gaps)}."
        )
    names = package.style_names(made.parts)
    wordfix.mend(body, made.layout, names)
    return package.pack(furniture.clothed(made.parts, body, made.layout, title, copy))


def _body(filled: str) -> etree._Element:
    # The strict parse comes first: docxtpl's own repair of tables drops whatever it cannot read.
    package.parse(filled)
    body: etree._Element = DocxTemplate("").fix_tables(filled)
    if body.tag != w("body"):
        raise BrokenDocument("The filled text is no longer the body of a Word file.")
    return body
