"""Where something stands in a file, and a mistake said as one sentence at its place."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Place:
    """A spot in a file: its name and the line and column, both counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing that is wrong, where it stands, and what to do about it."""

    place: Place
    sentence: str
    rule: str = "language"
    """The rule of `app.core.faults` it breaks."""

    def __str__(self) -> str:
        return f"{self.place} {self.sentence}"


class Mistakes(Exception):
    """Everything wrong with one or more files, in order of place; `str` gives one line a mistake."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes: tuple[Mistake, ...] = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))
