"""What a template reads, with everything that guards it: the form in which templates reach the proof."""

from dataclasses import dataclass
from typing import Literal

Path = tuple[str, ...]
"""`("petitioner", "full")`; inside a loop the first step may be `@2`, an item of loop number 2."""


@dataclass(frozen=True)
class Guard:
    """An `if` around a use, and whether the use stands in its yes or in its else."""

    path: Path
    wanted: bool


@dataclass(frozen=True)
class Loop:
    """A `for` around a use: its number in the template, from 1 on, and what it runs over."""

    number: int
    path: Path


@dataclass(frozen=True)
class GuardedUse:
    """One reading of a name by a template."""

    path: Path
    says: Literal["print", "if", "for"]
    filters: tuple[str, ...]
    place: str
    around: tuple[Guard | Loop, ...] = ()
    """From the outermost to the nearest."""


@dataclass(frozen=True)
class Clause:
    """A passage that prints only under its guards: what stands in a yes, in an else or in a loop."""

    place: str
    words: str
    """How it begins, for the sentence about it."""
    around: tuple[Guard | Loop, ...]
    """From the outermost to its own, which is the last."""


@dataclass(frozen=True)
class Reading:
    """Everything one template reads and every passage it may leave out."""

    file: str
    """From the root of the checkout."""
    uses: tuple[GuardedUse, ...]
    clauses: tuple[Clause, ...]
