"""Values that belong to a DocxTemplate (pictures, subdocuments), and docxtpl's own render for them."""

import gc
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from types import BuiltinFunctionType, CodeType, FrameType, FunctionType, MethodType, ModuleType
from typing import Any

from docxtpl import DocxTemplate, Listing, RichText, RichTextParagraph
from jinja2 import Environment
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from app.documents.compiled import archive

_PLAIN = frozenset(
    {str, int, float, bool, type(None), Decimal, date, datetime, bytes, RichText, RichTextParagraph, Listing}
)
_CLOSED = (ModuleType, CodeType, FrameType)
_OPEN_NAMES = (
    DocxTemplate,
    FunctionType,
    MethodType,
    BuiltinFunctionType,
    property,
    staticmethod,
    classmethod,
)
_OTHERS = ("docx.", "lxml.", "jinja2.", "markupsafe")
_OF_JINJA = frozenset(map(id, (*FILTERS.values(), *TESTS.values(), *DEFAULT_NAMESPACE.values())))
# A context of more than that takes docxtpl seconds, too.
_MOST_OBJECTS = 1_000_000
_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_REPLACEMENTS = ("crc_to_new_media", "crc_to_new_embedded", "zipname_to_replace", "pics_to_replace")
_OF_A_RENDER = ("current_rendering_part", "docx", "is_rendered")


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
    seen: set[int] = set(_OF_JINJA)
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
    """What a value holds, found without running any code of its own: an iterator stays where it is."""
    if isinstance(value, FunctionType):
        return _of_function(value)
    if isinstance(value, type):
        return () if _is_foreign(value) else filter(_may_open, vars(value).values())
    return () if _is_foreign(type(value)) else gc.get_referents(value)


def _is_foreign(kind: type) -> bool:
    return str(kind.__module__).startswith(_OTHERS)


def _of_function(function: FunctionType) -> Iterable[object]:
    """Its defaults, what it encloses, and those names of its module that may lead to a DocxTemplate."""
    if (function.__module__ or "").startswith(_OTHERS):
        return
    yield function.__defaults__
    yield function.__kwdefaults__
    yield function.__closure__
    for name in _names(function.__code__):
        if _may_open(function.__globals__.get(name)):
            yield function.__globals__[name]


def _names(code: CodeType) -> Iterable[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names(constant)


def _may_open(value: object) -> bool:
    """Whether a name leads on: a module holds much that no value of a template will ever ask for."""
    return isinstance(value, _OPEN_NAMES) or type(value).__module__.startswith("docxtpl")


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
            # A link made while a part is filled goes into the document being filled.
            each.__dict__.update(current_rendering_part=part, docx=self.docx, is_rendered=False)

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
    known = [each for each in bound.templates if _is_of(each, data)]
    before = [{name: each.__dict__.get(name) for name in _OF_A_RENDER} for each in known]
    stock = _Stock(io.BytesIO(_beginning(data, known, bound.subdocuments)), known)
    for each in known:
        for name in _REPLACEMENTS:
            getattr(stock, name).update(getattr(each, name))
        stock.allow_missing_pics = stock.allow_missing_pics or each.allow_missing_pics
    made = io.BytesIO()
    try:
        stock.render(context, environment, autoescape)
        stock.save(made)
    finally:
        for each, kept in zip(known, before, strict=True):
            each.__dict__.update(kept)
    return archive.rewritten(made.getvalue())


def _is_of(template: Any, data: bytes) -> bool:
    """Whether it is a template of these bytes: another that a value happens to lead to stays as it is."""
    file = template.template_file
    try:
        if not hasattr(file, "read"):
            return Path(file).read_bytes() == data
        place = file.tell()
        file.seek(0)
        try:
            return bool(file.read() == data)
        finally:
            file.seek(place)
    except (OSError, ValueError):
        # Its file is gone or closed: it can only be what the values came with.
        return True


def _beginning(data: bytes, known: Iterable[Any], subdocuments: bool) -> bytes:
    """The template with all that subdocuments and links have put into it already."""
    for each in known:
        if each.docx is not None and not (each.is_rendered and not subdocuments):
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
