"""Values that belong to a DocxTemplate (pictures, subdocuments), and docxtpl's own render for them."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment

from app.documents.compiled import archive

_PLAIN = frozenset(
    {str, int, float, bool, type(None), Decimal, date, datetime, bytes, RichText, RichTextParagraph, Listing}
)
_LISTS = (list, tuple, set, frozenset)
_CLOSED = (type, ModuleType, BuiltinFunctionType)
_MOST_OBJECTS = 20_000
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_REPLACEMENTS = ("crc_to_new_media", "crc_to_new_embedded", "zipname_to_replace", "pics_to_replace")


@dataclass
class Bound:
    """The DocxTemplates that values belong to, and whether a subdocument has put parts into one of them."""

    templates: list[Any] = field(default_factory=list)
    subdocuments: bool = False


def find(context: object, environment: Environment | None) -> Bound:
    """What the values of the context, and the filters and globals of the environment, are bound to."""
    waiting: list[object] = [context]
    if environment is not None:
        waiting += (environment.filters, environment.globals, environment.tests)
    found = Bound()
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_OBJECTS:
        value = waiting.pop()
        if type(value) in _PLAIN or id(value) in seen:
            continue
        seen.add(id(value))
        if isinstance(value, DocxTemplate):
            found.templates.append(value)
        elif not isinstance(value, _CLOSED):
            found.subdocuments |= type(value).__name__ == "Subdoc"
            waiting.extend(_inside(value))
    return found


def _inside(value: object) -> Iterable[object]:
    """What a value holds, found without running any code of its own."""
    if isinstance(value, FunctionType):
        if value.__module__.startswith("jinja2."):
            return
        yield from (value.__defaults__ or ())
        yield from _enclosed(value)
        return
    if isinstance(value, MethodType):
        yield value.__self__
        return
    if isinstance(value, dict):
        yield from dict.values(value)
    elif isinstance(value, _LISTS):
        yield from value
    if not type(value).__module__.startswith(("docx.", "lxml.", "jinja2.")):
        yield from _attributes(value)


def _enclosed(function: FunctionType) -> Iterable[object]:
    for cell in function.__closure__ or ():
        try:
            yield cell.cell_contents
        except ValueError:
            continue


def _attributes(value: object) -> Iterable[object]:
    try:
        held = object.__getattribute__(value, "__dict__")
    except AttributeError:
        held = {}
    if isinstance(held, dict):
        yield from list(held.values())
    for kind in type(value).__mro__:
        slots = vars(kind).get("__slots__", ())
        for name in (slots,) if isinstance(slots, str) else slots:
            member = vars(kind).get(name)
            if member is not None and type(member).__name__ == "member_descriptor":
                yield from _slot(member, value)


def _slot(member: Any, value: object) -> Iterable[object]:
    try:
        yield member.__get__(value, type(value))
    except AttributeError:
        return


class _Stock(DocxTemplate):  # type: ignore[misc]
    """docxtpl itself, except that footnotes are filled once, whatever the number of sections."""

    def __init__(self, file: Any, bound: Iterable[Any]) -> None:
        super().__init__(file)
        self._bound = tuple(bound)

    @property
    def current_rendering_part(self) -> Any:
        """The part being filled, into which a picture goes."""
        return self.__dict__.get("_filling")

    @current_rendering_part.setter
    def current_rendering_part(self, part: Any) -> None:
        self.__dict__["_filling"] = part
        for each in self._bound:
            each.__dict__["current_rendering_part"] = part

    def render_footnotes(self, context: Mapping[str, object], jinja_env: Environment | None = None) -> None:
        """Fill the footnotes once; docxtpl would fill them, answers and all, again for each section."""
        if len(self.docx.sections) == 0:
            return
        for part in self.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                xml = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(xml, part, context, jinja_env or Environment()).encode()


def rendered(
    data: bytes,
    context: Mapping[str, object],
    environment: Environment | None,
    autoescape: Any,
    bound: Bound,
) -> bytes:
    """The filled Word file by docxtpl itself; templates that values are bound to stay as they were."""
    known = bound.templates
    before = [each.__dict__.get("current_rendering_part") for each in known]
    stock = _Stock(io.BytesIO(_beginning(data, bound)), known)
    for each in known:
        for name in _REPLACEMENTS:
            getattr(stock, name).update(getattr(each, name))
        stock.allow_missing_pics = stock.allow_missing_pics or each.allow_missing_pics
    made = io.BytesIO()
    try:
        stock.render(context, environment, autoescape)
        stock.save(made)
    finally:
        for each, part in zip(known, before, strict=True):
            each.__dict__["current_rendering_part"] = part
    return archive.rewritten(made.getvalue())


def _beginning(data: bytes, bound: Bound) -> bytes:
    """The template with all that subdocuments and links have put into it already."""
    for each in bound.templates:
        if each.docx is not None and not (each.is_rendered and not bound.subdocuments):
            saved = io.BytesIO()
            each.docx.save(saved)
            return _emptied(saved.getvalue(), data) if each.is_rendered else saved.getvalue()
    return data


def _emptied(saved: bytes, data: bytes) -> bytes:
    """A rendered file with the template's own words back in it."""
    parts = archive.members(saved)
    parts.update((name, part) for name, part in archive.members(data).items() if _is_filled(name, parts))
    return archive.written(archive.member(name, part) for name, part in parts.items())


def _is_filled(name: str, parts: Mapping[str, bytes]) -> bool:
    filled = ("word/document", "word/header", "word/footer", "word/footnotes", "docProps/core")
    return name in parts and name.startswith(filled) and name.endswith(".xml")
