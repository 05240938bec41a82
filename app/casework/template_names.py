"""The names a template may use, as a tree of their parts, and what is wrong with one it does use."""

import dataclasses
import types
import typing
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.core.elements import element_type
from app.core.kinds import KINDS, Settings
from app.core.office import Hotline, Office
from app.core.questionnaire import DocumentSpec, Fact, Form, Question
from app.core.shape import nearest
from app.core.values import Address, Name, When
from app.documents.office_context import attorney_context, office_context
from app.documents.syntax import Use

Tree = Mapping[str, Any] | Sequence[Any] | None
"""Parts by name, or one entry for every item of a list, or None for a single printed value."""
EACH = "[]"
"""How a path says “an item of this list”."""
_KINDS: dict[Any, str] = {Name: "name", Address: "address", When: "date"}
_SAMPLE = Office(hotlines=(Hotline("", ""),), letterhead_lines=("",))


def tree(form: Form, document: DocumentSpec | None = None) -> dict[str, Tree]:
    """Every name a template of a form, or of this document of it, may use."""
    element = element_type(form, document) if document and document.each else None
    top = [question for section in form.sections for question in section.questions]
    own = {question.name: _question(form, question) for question in top if question.kind_name != "notice"}
    return {
        **own,
        **{fact.name: _fact(fact) for fact in form.facts.values() if not fact.of},
        "office": _plain(office_context(_SAMPLE)),
        "attorney": _plain(attorney_context(None)),
        "today": None,
        "made": {each.name: None for each in form.documents},
        **({"this": _hinted(element)} if element else {}),
    }


def fault(known: Mapping[str, Tree], use: Use) -> str | None:
    """What is wrong with the use of a name, or None."""
    found: Tree = known
    for number, step in enumerate(use.path):
        said = ".".join(use.path[:number]).replace(f".{EACH}", "")
        if sentence := _missing(found, said, step):
            return sentence
        found = found[0] if step == EACH else found[step]  # type: ignore[call-overload,index]
    return _misused(found, ".".join(use.path).replace(f".{EACH}", ""), use)


def _missing(found: Tree, said: str, step: str) -> str | None:
    if step == EACH:
        return None if isinstance(found, list) else f"`{said}` is no list, so nothing can be repeated for it"
    if not isinstance(found, Mapping):
        return f"`{said}` has no parts, so `.{step}` means nothing"
    if step in found:
        return None
    what = f"`{step}` is not a part of `{said}`" if said else f"`{step}` is neither asked nor a fact"
    return what + nearest(step, list(found))


def _misused(found: Tree, said: str, use: Use) -> str | None:
    if use.says == "for":
        return None if isinstance(found, list) else f"`{said}` is no list, so nothing can be repeated for it"
    if use.says == "print" and isinstance(found, Mapping):
        return f"`{said}` has parts ({', '.join(found)}); print one of them"
    if use.says == "print" and isinstance(found, list) and "listed" not in use.filters:
        return f"`{said}` is a list; repeat something for each, or print it with `| listed`"
    return None


def _question(form: Form, question: Question) -> Tree:
    if not question.is_list:
        return _plain(question.kind.gap("", question.settings))
    inner = {each.name: _question(form, each) for each in question.each if each.kind_name != "notice"}
    facts = {fact.name: _fact(fact) for fact in form.facts.values() if fact.of == question.name}
    return [{**inner, **facts}]


def _fact(fact: Fact) -> Tree:
    return _hinted(fact.calculation.result) if fact.calculation else None


def _plain(value: object) -> Tree:
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(value[0]) if value else None]
    return None


def _hinted(hint: Any) -> Tree:
    """The parts of a result by the types its dataclass declares."""
    if hint in _KINDS:
        return _plain(KINDS[_KINDS[hint]].gap("", Settings()))
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and hint is not date:
        hints = typing.get_type_hints(hint)
        return {field.name: _hinted(hints[field.name]) for field in dataclasses.fields(hint)}
    arguments = [each for each in typing.get_args(hint) if each not in (type(None), ...)]
    if typing.get_origin(hint) is tuple:
        return [_hinted(arguments[0])]
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return _hinted(arguments[0])
    return None
