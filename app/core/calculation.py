"""What the core knows of a calculation: its name, what it takes and gives; the law floor supplies them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Calculation:
    """A pure function of the law that a questionnaire may name in a fact's `calculate:` line."""

    name: str
    run: Callable[..., Any]
    result: type
    """The frozen dataclass `run` returns; its fields are what conditions and templates may name."""
    inputs: frozenset[str]
    """Every parameter `run` takes, without `today`."""
    needs: frozenset[str] = frozenset()
    """The inputs without which the result is a gap."""
    opens: bool = False
    """Whether its result is open whatever it rests on, because it leaves out what is not."""


Catalogue = Mapping[str, Calculation]
