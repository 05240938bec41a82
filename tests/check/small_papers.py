"""Generates the templates of a small form: nested ifs, elses and loops about what the form knows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import count
from random import Random

from tests.check.known import Known
from tests.check.trees import For, If, Nodes, Print

PRINTED = {"name": ("full", "first", "middle"), "date": ("text", "on")}
LISTS = ("list", "story", "choose any")


@dataclass
class Papers:
    """Makes the templates of a form; `documents` is what it calls them."""

    random: Random
    documents: Sequence[str]

    def __post_init__(self) -> None:
        self.numbers = count(1)

    def some(self, share: float) -> bool:
        """Yes with this chance."""
        return self.random.random() < share

    def nodes(self, known: tuple[Known, ...], depth: int) -> Nodes:
        """Some tags in a row."""
        many = self.random.choice((1, 1, 2) if depth else (2, 3))
        return tuple(self.node(known, depth) for _ in range(many))

    def node(self, known: tuple[Known, ...], depth: int) -> Print | If | For:
        """One tag; deeper down more of them print."""
        one = self.random.choice(known)
        if depth < 3 and one.kind in LISTS and self.some(0.6):
            return self.loop(one, known, depth)
        if depth < 3 and self.some(0.55 - depth * 0.1):
            return self.guard(one, known, depth)
        return self.loop(one, known, depth) if one.kind == "list" else self.printed(one)

    def printed(self, one: Known) -> Print:
        """A name printed as its kind can be."""
        number, path = next(self.numbers), tuple(one.name.split("."))
        if one.kind in LISTS:
            return Print(path, ("listed",), number)
        part = (self.random.choice(PRINTED[one.kind]),) if one.kind in PRINTED else ()
        return Print((*path, *part), ("caps",) if self.some(0.2) else (), number)

    def guard(self, one: Known, known: tuple[Known, ...], depth: int) -> If:
        """An `if` about a name, mostly with more about the same name inside."""
        number, path = next(self.numbers), tuple(one.name.split("."))
        if one.kind in PRINTED and self.some(0.7):
            path = (*path, self.random.choice(PRINTED[one.kind]))
        if self.some(0.08):
            path = ("made", self.random.choice(self.documents))
        inside = self.nodes((*known, one, one), depth + 1)
        no = self.nodes(known, depth + 1) if self.some(0.4) else None
        return If(path, self.some(0.8), inside, no, number)

    def loop(self, one: Known, known: tuple[Known, ...], depth: int) -> For:
        """A loop over a list, a story or what was chosen."""
        number = next(self.numbers)
        target = f"each{number}"
        inner = tuple(replace(each, name=f"{target}.{each.name}") for each in one.each)
        inside = (*known, *inner, *inner, *inner) if inner else (*known, Known(target, "line"))
        body = self.nodes(inside, depth + 1) if depth < 4 else ()
        return For(target, tuple(one.name.split(".")), body, number)
