"""Gathers every mistake while a form is built, so that an author sees them all at once."""

from dataclasses import dataclass, field
from typing import TypeVar

from app.core import conditions
from app.core.calculation import Catalogue
from app.core.loader import Node, Text
from app.core.places import Mistake
from app.core.shape import Shape, fit

Part = TypeVar("Part", bound=Shape)


@dataclass
class Gathering:
    """The mistakes found so far, and what the builders need to find them."""

    catalogue: Catalogue
    mistakes: list[Mistake] = field(default_factory=list)

    def wrong(self, node: Node, sentence: str, rule: str = "language") -> None:
        """Keep one mistake at a node."""
        self.mistakes.append(Mistake(node.place, sentence, rule))

    def condition(self, node: Node | None) -> conditions.Condition | None:
        """The condition a node holds, or None with its mistakes kept."""
        return None if node is None else conditions.read(node, self.mistakes.append)

    def fit(self, shape: type[Part], node: Node, key: Text | None = None) -> Part | None:
        """The node in its shape, or None with its mistakes kept, those of the whole node at its key."""
        fitted = fit(shape, node)
        if not isinstance(fitted, list):
            return fitted
        place = key.place if key else node.place
        for mistake in fitted:
            whole = mistake.place == node.place
            self.mistakes.append(Mistake(place, mistake.sentence, mistake.rule) if whole else mistake)
        return None
