"""The key of a finished packet: a hash of everything it rests on, so that any change makes it anew."""

import dataclasses
import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.documents import making
from app.documents.box import Job

_OUTSIDE = {"root"}
"""Fields of a job that say where something lies, not what it is."""


def key(job: Job) -> str:
    """The SHA-256 of a job and of what makes papers here; TypeError for a value of an unknown kind."""
    if not job.edition:
        raise TypeError("A packet is known again only by the edition it was made with.")
    names = [field.name for field in dataclasses.fields(job) if field.name not in _OUTSIDE]
    told = {name: getattr(job, name) for name in names}
    return hashlib.sha256(canonical([making.print_of(), told])).hexdigest()


def canonical(value: object) -> bytes:
    """Bytes that are the same for equal plain values and differ for others; TypeError for any other kind."""
    parts: list[bytes] = []
    _add(value, parts)
    return b"".join(parts)


def _add(value: Any, parts: list[bytes]) -> None:
    """Every part says its kind and how much follows, so that no two values run into each other."""
    kind = type(value)
    if kind is str:
        data = value.encode("utf-8", "surrogatepass")
        parts += (b"s%d:" % len(data), data)
    elif kind in _WRITTEN:
        data = f"{kind.__name__} {value}".encode()
        parts += (b"v%d:" % len(data), data)
    elif kind in (tuple, list):
        parts.append(b"l%d:" % len(value))
        for each in value:
            _add(each, parts)
    elif isinstance(value, Mapping):
        parts.append(b"m%d:" % len(value))
        for name, each in value.items():
            _add(name, parts)
            _add(each, parts)
    else:
        head, names = _shapes.get(kind) or _shapes.setdefault(kind, _shape(kind))
        parts.append(head)
        for name in names:
            _add(getattr(value, name), parts)


_WRITTEN = {type(None), bool, int, Decimal, date, datetime}
"""Kinds whose every value has words of its own."""


_shapes: dict[type[Any], tuple[bytes, tuple[str, ...]]] = {}


def _shape(kind: type[Any]) -> tuple[bytes, tuple[str, ...]]:
    if not dataclasses.is_dataclass(kind):
        raise TypeError(f"A packet cannot be known by a value of the kind {kind.__name__}.")
    names = tuple(field.name for field in dataclasses.fields(kind))
    data = f"{kind.__module__}.{kind.__qualname__} {' '.join(names)}".encode()
    return b"d%d:" % len(data) + data, names
