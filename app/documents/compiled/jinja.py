"""Parts of a Word file as Jinja templates, each compiled once for every environment it meets."""

import io
import re
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from jinja2 import (
    ChainableUndefined,
    Environment,
    StrictUndefined,
    Template,
    TemplateError,
    Undefined,
    nodes,
)
from jinja2.filters import FILTERS

from app.documents.compiled import shape
from app.documents.compiled.calm import FILTER_NAMES, METHOD
from app.documents.compiled.listing import resolved
from app.documents.emitter import OF_EVERY_DICT, Emitter

_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKED = re.compile(r"\n<w:p([ >])")
_WRITTEN_OUT = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_MOST = 6
_BY_DEFAULT = vars(Environment())
_FREE = ("autoescape", "cache", "filters", "globals", "loader", "auto_reload", "undefined")


class Quick(Environment):
    """Jinja's own environment; a key of a dict is found without asking the dict for an attribute first."""

    code_generator_class = Emitter

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `Environment.getattr` answers."""
        if type(obj) is dict and attribute not in OF_EVERY_DICT:
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


class Sources:
    """Sources compiled for the environments they are rendered in; safe to share among threads and forks."""

    def __init__(self) -> None:
        self._kept: OrderedDict[int, Bound] = OrderedDict()

    def bound(self, environment: Environment) -> "Bound":
        """What is compiled for this environment, for as long as it stays as it is."""
        kept, now = self._kept.get(id(environment)), _settings(environment)
        if kept is None or kept.environment is not environment or kept.settings != now:
            self._kept[id(environment)] = kept = Bound(environment, now)
            while len(self._kept) > _MOST:
                self._kept.popitem(last=False)
        return kept


class Bound:
    """Sources compiled for one environment, each once."""

    def __init__(self, environment: Environment, settings: tuple[object, ...]) -> None:
        self.environment, self.settings = environment, settings
        self.is_ordinary = _is_ordinary(environment)
        self._templates: dict[str, Template] = {}
        self._straight: dict[str, Template | None] = {}

    def straight(self, source: str) -> Template | None:
        """The source for plain data that are escaped, or need not be; None where more may come out of it.

        It has not the lines that docxtpl puts before paragraphs, and is proven to be well-formed.
        """
        if source not in self._straight:
            self._straight[source] = _straight(self.environment, source) if self.is_ordinary else None
        return self._straight[source]

    def template(self, source: str) -> Template:
        """The source compiled."""
        if source not in self._templates:
            self._templates[source] = self.environment.from_string(source)
        return self._templates[source]


def _straight(environment: Environment, source: str) -> Template | None:
    try:
        tree = environment.parse(source)
        for data in tree.find_all(nodes.TemplateData):
            data.data = data.data.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
            if any(mark in data.data for mark in "\n\t\a\f"):
                return None
        names = frozenset(environment.globals)
        whole = shape.is_whole(tree, names, escaping=bool(environment.autoescape))
        return _quickly(environment, tree) if whole else None
    except TemplateError:
        return None


def _quickly(environment: Environment, tree: nodes.Template) -> Template:
    """What `environment.from_string` gives, with the short cuts of the emitter."""
    written = io.StringIO()
    Emitter(environment, None, None, stream=written, optimized=environment.optimized).visit(tree)
    code = compile(written.getvalue(), "<template>", "exec")
    return Template.from_code(environment, code, environment.make_globals(None))


def _is_ordinary(environment: Environment) -> bool:
    """Whether it fills as Jinja's own does: the caller has added names and filters at most."""
    if not isinstance(environment.autoescape, bool):
        return False
    if type(environment) is Quick:
        return True
    now, filters = vars(environment), environment.filters
    return (
        type(environment) is Environment
        and now.keys() == _BY_DEFAULT.keys()
        and all(now[name] == value for name, value in _BY_DEFAULT.items() if name not in _FREE)
        and environment.undefined in (Undefined, ChainableUndefined, StrictUndefined)
        and all(filters.get(name) is FILTERS.get(name) for name in FILTER_NAMES)
    )


def _settings(environment: Environment) -> tuple[object, ...]:
    """All of an environment that can change what a source compiles to."""
    if type(environment) is Quick:
        return ()
    plain = {name: value for name, value in vars(environment).items() if name not in ("cache", "globals")}
    kept = ((name, dict(value) if isinstance(value, dict) else value) for name, value in plain.items())
    return (*kept, ("names", frozenset(environment.globals)))


def prepared(patched: str) -> str:
    """A cleaned part as docxtpl hands it to Jinja: each paragraph begins on a line of its own."""
    return _PARAGRAPH.sub(r"\n<w:p\1", patched)


def filled(bound: Bound, source: str, context: Mapping[str, object]) -> str:
    """What `DocxTemplate.render_xml_part` makes of a prepared part."""
    with _lines_added(source):
        text = bound.template(source).render(context)
    return _finished(text.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>"))


def filled_straight(template: Template, source: str, context: Mapping[str, object]) -> str | None:
    """The same by `Bound.straight`; None where a method was printed."""
    with _lines_added(source):
        text = template.render(context)
    if not template.environment.autoescape and METHOD in text:
        return None
    return _finished(text)


def _finished(text: str) -> str:
    if ("}" in text or "{" in text) and _has_written_out(text):
        for written, meant in _WRITTEN_OUT:
            text = text.replace(written, meant)
    return resolved(text)


def _has_written_out(text: str) -> bool:
    """Whether a mark may stand in the text; looking for the `_` alone is many times faster."""
    place = text.find("_")
    while place >= 0:
        if text[place - 1 : place] in ("{", "}", "%"):
            return True
        place = text.find("_", place + 1)
    return False


@contextmanager
def _lines_added(source: str) -> Iterator[None]:
    """The lines around a mistake, where docxtpl puts them."""
    try:
        yield
    except TemplateError as fault:
        number = getattr(fault, "lineno", None)
        if number is not None:
            first = max(number - 4, 0)
            lines = source.splitlines()[first : first + 7]
            fault.docx_context = [re.sub(r"<[^>]+>", "", line) for line in lines]  # type: ignore[attr-defined]
        raise
