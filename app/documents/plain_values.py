"""Turns values and results into plain data, and makes the same shape out of a gap's mark or of nothing."""

import dataclasses
import re
import types
import typing
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from app.core.kinds import KINDS, Settings
from app.core.values import GAP_CLOSE, GAP_OPEN, Address, Name, When

_PIPE = re.compile(r"\{[a-z][a-z0-9_.]*\}")
_KINDS = {Name: "name", Address: "address", When: "date"}


def mark(label: str) -> str:
    """The printed words of a gap; what its label would pipe in from other answers stays out."""
    return f"{GAP_OPEN}to be confirmed: {label_words(label)}{GAP_CLOSE}"


def label_words(label: str) -> str:
    """The label of a question without what it would pipe in."""
    return _PIPE.sub("…", label)


def emptied(value: object) -> object:
    """The same shape with nothing in it."""
    if isinstance(value, Mapping):
        return {key: emptied(part) for key, part in value.items()}
    return [] if isinstance(value, list | tuple) else False if isinstance(value, bool) else ""


def strings(value: object) -> Iterator[str]:
    """Every text in plain data, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for part in value.values() if isinstance(value, Mapping) else value:
            yield from strings(part)


def plain_of(value: Any) -> object:
    """A value or a result of a calculation as plain data; None prints nothing."""
    if value is None:
        return ""
    if isinstance(value, str | bool | int | Decimal | date):
        return value
    if type(value) in _KINDS:
        return KINDS[_KINDS[type(value)]].plain(value, Settings())
    if dataclasses.is_dataclass(value):
        return {field.name: plain_of(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain_of(part) for key, part in value.items()}
    return [plain_of(part) for part in value]


def shape_of(result: type, words: str) -> dict[str, object]:
    """A result that is not there: texts, numbers and days are `words`, yes or no is no, lists are empty."""
    return {name: _part(hint, words) for name, hint in _hints(result).items()}


@lru_cache
def _hints(result: type) -> dict[str, Any]:
    hints = typing.get_type_hints(result)
    return {field.name: hints[field.name] for field in dataclasses.fields(result)}


def _part(hint: Any, words: str) -> object:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _part(next(part for part in typing.get_args(hint) if part is not type(None)), words)
    if origin in (tuple, list):
        return []
    if dataclasses.is_dataclass(hint):
        return shape_of(typing.cast(type, hint), words)
    return False if hint is bool else words
