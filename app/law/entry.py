"""One calculation of the law as the catalogue lists it."""

from collections.abc import Callable
from dataclasses import dataclass
from inspect import signature
from typing import Any

Found = Callable[..., Any]
"""A function of the law: keyword inputs, the table of parameters and the day in, a frozen result out."""


@dataclass(frozen=True)
class Entry:
    """A function of the law, what it returns, and the inputs it cannot do without."""

    found: Found
    result: type
    needs: str = ""
    inputs: frozenset[str] = frozenset()
    """Where the signature of `found` does not say them."""
    opens: bool = False
    """Whether it takes out what not everybody may read of its inputs."""


def inputs_of(found: Found) -> frozenset[str]:
    """The names of the answers a function of the law takes."""
    return frozenset(signature(found).parameters) - {"table", "today"}
