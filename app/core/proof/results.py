"""What a calculation may return, as terms: every field free within its declared type."""

import dataclasses
import types
import typing
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import z3

from app.core.proof.domains import Add, Anything, Domain, Plain, Words, YesNo
from app.core.proof.measures import Counted, Day, Maybe, Number
from app.core.proof.terms import Term, fresh
from app.core.values import Address, Name, When


class Entries(Counted):
    """A sequence in a result: how many there are, and nothing else, is told."""

    def __init__(self, name: str, add: Add) -> None:
        super().__init__(name, add, z3.Int(f"{name} count"))
        add(self.count >= 0)

    def same(self, operand: str) -> Term:
        """Whether one of them is what stands in the condition."""
        return fresh(f"{self.name} has {operand}")

    def equal(self, value: Any) -> Term:
        """Whether it has as many entries."""
        return bool(self.count == len(value)) if isinstance(self.count, int) else self.count == len(value)


class Result(Anything):
    """A whole result; its parts are made once each."""

    def __init__(self, name: str, add: Add, kind: type) -> None:
        super().__init__(name, add)
        self.kind, self.parts = kind, dict[str, Domain | None]()

    def field(self, name: str) -> Domain | None:
        """One field or property, or None when it has no such."""
        if name not in self.parts:
            hint = hints(self.kind).get(name)
            self.parts[name] = None if hint is None else hinted(hint, f"{self.name}.{name}", self.add)
        return self.parts[name]

    def part(self, name: str) -> Domain:
        """One field, or something of which nothing is known."""
        return self.field(name) or Domain(f"{self.name}.{name}", self.add)


@lru_cache
def hints(kind: type) -> dict[str, Any]:
    """The type of every field and property of a result, by its name."""
    found = typing.get_type_hints(kind)
    known = {each.name: found[each.name] for each in dataclasses.fields(kind)}
    for name in dir(kind):
        attribute = getattr(kind, name)
        getter = attribute.fget if isinstance(attribute, property) else getattr(attribute, "func", None)
        if getter is not None and not name.startswith("_"):
            known.setdefault(name, typing.get_type_hints(getter).get("return", object))
    return known


def hinted(hint: Any, name: str, add: Add) -> Domain:
    """Every value of a type."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        others = [each for each in arguments if each is not type(None)]
        inner = hinted(others[0], name, add) if len(others) == 1 else Domain(name, add)
        return Maybe(inner, fresh(f"{name} nothing")) if type(None) in arguments else inner
    if origin is typing.Literal and all(isinstance(each, str) for each in arguments):
        return Words(name, add, arguments.__contains__, fresh(f"{name}?") if "" in arguments else True)
    if origin in (tuple, list):
        return Entries(name, add)
    return _simple(hint, name, add)


def _simple(hint: Any, name: str, add: Add) -> Domain:
    if hint is bool:
        return YesNo(name, add)
    if hint is int or hint is Decimal:
        return Number(name, add, 0 if hint is int else None)
    if hint is str:
        return Words(name, add, bool, fresh(f"{name}?"))
    if hint is date or hint is When:
        return Day(name, add, exactly=hint is date, plain=hint is date)
    if hint is Name or hint is Address:
        return Plain(name, add)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return Result(name, add, hint)
    return Domain(name, add)
