"""A progress bar for whatever takes longer than a second while a person is watching."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

Step = Callable[[], None]
"""Says that one of the things to do is done."""


def watched() -> bool:
    """Whether the error output is a terminal."""
    return sys.stderr.isatty()


@contextmanager
def bar(label: str, count: int) -> Iterator[Step]:
    """A bar on the error output that ends by itself; nothing at all when nobody is watching."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not watched()) as progress:
        task = progress.add_task(label, total=count)
        yield lambda: progress.advance(task)


@contextmanager
def busy(label: str) -> Iterator[None]:
    """A moving sign beside a label, for one thing whose length nobody knows."""
    if not watched():
        yield
        return
    with Console(stderr=True).status(label):
        yield
