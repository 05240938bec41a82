"""The elements a paper is made for: the field of a result that `each:` names, and their type."""

import dataclasses
import typing
from collections.abc import Mapping, Sequence
from typing import Any

from app.core.evaluation import FactValue
from app.core.questionnaire import DocumentSpec, Fact, Form

TITLE = "title"
"""The field of an element that stands in the title of its paper."""


def fact_of(form: Form, document: DocumentSpec) -> Fact | None:
    """The fact whose result holds the elements, or None."""
    fact = form.facts.get(document.each.partition(".")[0])
    return fact if fact is not None and fact.calculation is not None and not fact.of else None


def element_type(form: Form, document: DocumentSpec) -> type | None:
    """The dataclass of the elements, or None when `each:` names no tuple of such."""
    fact = fact_of(form, document)
    if fact is None or fact.calculation is None:
        return None
    hint = typing.get_type_hints(fact.calculation.result).get(document.each.partition(".")[2])
    arguments = [each for each in typing.get_args(hint) if each is not ...]
    found = arguments[0] if typing.get_origin(hint) is tuple and len(arguments) == 1 else None
    return found if isinstance(found, type) and dataclasses.is_dataclass(found) else None


def elements(document: DocumentSpec, facts: Mapping[str, FactValue]) -> Sequence[Any]:
    """The elements a document is made for, in the order of the result; none while there is no result."""
    fact, _, name = document.each.partition(".")
    found = facts.get(fact)
    return getattr(found.result, name, ()) if found is not None and found.result is not None else ()
