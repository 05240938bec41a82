"""Children in papers that everybody can read: initials and age, never a name, a school or an address."""

from dataclasses import dataclass
from datetime import date

from app.core.values import Name
from app.law.parameters import Table
from app.law.reading import Items, number, text

HOMES = {
    "me": "petitioner",
    "respondent": "respondent",
    "both": "each party in turn",
}
"""With whom a child lives; another adult is left out, as it tells where the child is to be found."""


@dataclass(frozen=True)
class Child:
    """One child by initials."""

    initials: str
    age: str
    lives_with: str


@dataclass(frozen=True)
class ChildrenResult:
    """The children in the order they were told."""

    rows: tuple[Child, ...]
    initials_text: str
    """`A.B.C. and D.E.`"""
    has_any: bool
    several: bool


def children(*, table: Table, today: date, children: Items | None = None) -> ChildrenResult:
    """Each child's initials, age and the person it lives with."""
    rows = tuple(
        Child(
            _initials(item.get("child_name")),
            _age(item.get("child_age")),
            HOMES.get(text(item.get("child_lives")), ""),
        )
        for item in children or ()
    )
    names = [row.initials for row in rows]
    joined = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    return ChildrenResult(rows, joined, bool(rows), len(rows) > 1)


def for_child(children: Items, told: str) -> str:
    """The child an act was done to, by initials; what was typed is never printed itself."""
    wanted = _letters(told)
    for item in children:
        name = item.get("child_name")
        own = _initials(name)
        first = _letters(name.first) if isinstance(name, Name) else ""
        if wanted and wanted in (_letters(own), first):
            return own
    return "the children" if len(children) > 1 else "the child"


def _letters(said: str) -> str:
    return "".join(sign for sign in said.casefold() if sign.isalnum())


def _initials(name: object) -> str:
    if not isinstance(name, Name):
        return "a child"
    return "".join(f"{part[0].upper()}." for part in (name.first, name.middle, name.last) if part)


def _age(value: object) -> str:
    years = number(value)
    return f"{years:f}" if years is not None else ""
