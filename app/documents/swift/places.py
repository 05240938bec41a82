"""Where a function of WeasyPrint is known by name, so that it can be replaced everywhere and put back."""

import sys
from collections.abc import Iterable

Swap = tuple[object, str, object]
"""The module or class that defines a function, its name, and what takes its place."""

_originals: list[Swap] = []


def put(swaps: Iterable[Swap]) -> None:
    """Replace each function in its home and in every module that imported it by name."""
    for home, name, ours in swaps:
        original = vars(home)[name]
        for place in _knowing(home, name, original):
            _originals.append((place, name, original))
            setattr(place, name, ours)


def restore() -> None:
    """Put every original back."""
    while _originals:
        place, name, original = _originals.pop()
        setattr(place, name, original)


def _knowing(home: object, name: str, original: object) -> list[object]:
    if isinstance(home, type):
        return [home]
    modules = [module for title, module in list(sys.modules.items()) if title.startswith("weasyprint")]
    return [
        home,
        *(module for module in modules if module is not home and vars(module).get(name) is original),
    ]
