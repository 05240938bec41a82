"""What a save may do to the answers and items of a draft, and how they come back."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, TypeAlias

from app.store.locker import Raw

Source: TypeAlias = Literal["person", "file", "office default", "batch default", "attorney"]


@dataclass(frozen=True)
class Put:
    """Give an answer, or another one; `raw` is what the kind was given, as JSON can say it."""

    question: str
    raw: Raw = field(repr=False)
    item: str | None = None
    source: Source = "person"
    shared: bool = False


@dataclass(frozen=True)
class Remove:
    """Take an answer away, as if never given; nothing happens if it was not."""

    question: str
    item: str | None = None
    shared: bool = False


@dataclass(frozen=True)
class AddItem:
    """Add an item to a list under an id of the caller's choice; one that is there already moves."""

    list: str
    id: str
    position: int
    shared: bool = False


@dataclass(frozen=True)
class RemoveItem:
    """Take an item away, and with it every answer about it."""

    id: str
    shared: bool = False


@dataclass(frozen=True)
class MoveItem:
    """Give an item another position."""

    id: str
    position: int
    shared: bool = False


Change: TypeAlias = Put | Remove | AddItem | RemoveItem | MoveItem


@dataclass(frozen=True)
class SavedAnswer:
    """An answer as it was given, from where, by whom and when; a shared one belongs to the matter."""

    question: str
    item: str | None
    shared: bool
    raw: Raw = field(repr=False)
    source: Source
    by: str = field(repr=False)
    at: datetime
    given_in: str = field(default="", repr=False, compare=False)
    """The draft it was given in; "" for one saved before this was kept."""


@dataclass(frozen=True)
class SavedItem:
    """An item of a list; positions order the items of a list and need not be consecutive."""

    list: str
    id: str
    position: int
    shared: bool


@dataclass(frozen=True)
class Saved:
    """All answers and items a draft sees at a revision: its own and the shared ones of its matter."""

    revision: int
    answers: tuple[SavedAnswer, ...]
    items: tuple[SavedItem, ...]
