"""A worker process that makes one document after another collects garbage after every tenth only.

A document is some hundred thousand objects that refer to each other. Python's collector walks over all of
them several times while they are all still in use, and over everything the process has imported. Meant for
workers with one thread: `begin` once when they are warm, `document` around each document.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

EVERY = 10
"""Documents between two collections: letters of forty rows then hold some 35 MB more than otherwise."""

_quiet = False
_made = 0


def begin() -> None:
    """From now on this process collects between documents only, and never looks again at what lives now."""
    global _quiet
    gc.collect()
    gc.freeze()
    gc.disable()
    _quiet = True


@contextmanager
def document() -> Iterator[None]:
    """Around one document; after every tenth, collect. Does nothing in a process that has not begun."""
    global _made
    try:
        yield
    finally:
        _made += 1
        if _quiet and _made % EVERY == 0:
            gc.collect()


def end() -> None:
    """Give the process its own collector back."""
    global _quiet
    _quiet = False
    gc.unfreeze()
    gc.enable()
