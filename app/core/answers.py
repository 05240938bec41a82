"""An immutable set of answers: who gave what to which question, and which items each list has."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from app.core.values import Value

Key = tuple[str, str | None]
"""A question's path and, for a question about an item, the item's id."""


@dataclass(frozen=True)
class Given:
    """One answer with where it came from; for a list, any value means “that is all of them”."""

    value: Value
    source: str = "person"
    by: str = ""
    at: str = ""
    taken_from: str = field(default="", compare=False)
    """The other draft of the same client in which it was given; "" for an answer of the draft's own."""


@dataclass(frozen=True)
class Answers:
    """All answers of a draft; every change gives a new set."""

    given: Mapping[Key, Given] = field(default_factory=lambda: MappingProxyType({}))
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def get(self, path: str, item: str | None = None) -> Given | None:
        """The answer to a question, about an item if it has one, or None."""
        return self.given.get((path, item))

    def items(self, path: str) -> tuple[str, ...]:
        """The ids of a list's items, in order."""
        return self.lists.get(path, ())

    def put(self, path: str, given: Given, item: str | None = None) -> "Answers":
        """With this answer in place of any before it."""
        return replace(self, given=MappingProxyType({**self.given, (path, item): given}))

    def without(self, path: str, item: str | None = None) -> "Answers":
        """With this question unanswered again."""
        kept = {key: given for key, given in self.given.items() if key != (path, item)}
        return replace(self, given=MappingProxyType(kept))

    def with_item(self, path: str, item: str) -> "Answers":
        """With one more item at the end of a list."""
        return replace(self, lists=MappingProxyType({**self.lists, path: (*self.items(path), item)}))

    def without_item(self, path: str, item: str) -> "Answers":
        """Without an item and everything said about it."""
        ids = tuple(known for known in self.items(path) if known != item)
        own = f"{path}."
        kept = {
            key: given for key, given in self.given.items() if key[1] != item or not key[0].startswith(own)
        }
        lists = MappingProxyType({**self.lists, path: ids})
        return Answers(MappingProxyType(kept), lists)


EMPTY = Answers()
