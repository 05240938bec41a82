"""Parts of a Word file as Jinja templates, each compiled once for every environment it meets."""

import re
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any

from jinja2 import Environment, Template, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from app.documents.compiled.listing import resolved

_PARAGRAPH = re.compile(r"<w:p([ >])")
_MARKED = re.compile(r"\n<w:p([ >])")
_WRITTEN_OUT = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
# A dict has these attributes whatever it holds; docxtpl's users see them before its keys.
_OF_EVERY_DICT = frozenset(dir(dict))
_PLAIN_CLASSES = (Environment, SandboxedEnvironment, ImmutableSandboxedEnvironment)
_MOST = 6


class Quick(Environment):
    """Jinja's own environment; a key of a dict is found without asking the dict for an attribute first."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """What `Environment.getattr` answers."""
        if type(obj) is dict and attribute not in _OF_EVERY_DICT:
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
        self._templates: dict[str, Template] = {}

    def template(self, source: str) -> Template:
        """The source compiled."""
        if source not in self._templates:
            self._templates[source] = self.environment.from_string(source)
        return self._templates[source]


def _settings(environment: Environment) -> tuple[object, ...]:
    """All of an environment that can change what a source compiles to."""
    if type(environment) is Quick:
        return ()
    plain = {name: value for name, value in vars(environment).items() if name not in ("cache", "globals")}
    return tuple((name, dict(value) if isinstance(value, dict) else value) for name, value in plain.items())


def prepared(patched: str) -> str:
    """A cleaned part as docxtpl hands it to Jinja: each paragraph begins on a line of its own."""
    return _PARAGRAPH.sub(r"\n<w:p\1", patched)


def filled(bound: Bound, source: str, context: Mapping[str, object]) -> str:
    """What `DocxTemplate.render_xml_part` makes of a prepared part."""
    try:
        text = bound.template(source).render(context)
    except TemplateError as fault:
        _add_lines(fault, source)
        raise
    text = text.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
    if "_}" in text or "{_" in text:
        for written, meant in _WRITTEN_OUT:
            text = text.replace(written, meant)
    return resolved(text)


def _add_lines(fault: TemplateError, source: str) -> None:
    """The lines around a mistake, where docxtpl puts them."""
    number = getattr(fault, "lineno", None)
    if number is not None:
        first = max(number - 4, 0)
        lines = source.splitlines()[first : first + 7]
        fault.docx_context = [re.sub(r"<[^>]+>", "", line) for line in lines]  # type: ignore[attr-defined]
