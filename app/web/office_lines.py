"""The boxes of the office page as its template draws them."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Line:
    """One box: its name in the form, its label, how it is filled in, and what may be chosen."""

    name: str
    label: str
    lines: bool = False
    width: int = 30
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    several: bool = False
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Boxes under one heading; several lines of them for attorneys and hotlines."""

    title: str
    help: str = ""
    rows: list[tuple[str, list[Line]]] = field(default_factory=list)
