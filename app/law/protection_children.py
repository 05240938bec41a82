"""Children in papers that everybody can read: initials and age, never a name, a school or an address."""

from dataclasses import dataclass
from datetime import date

from app.core.values import Name
from app.law.parameters import Table
from app.law.reading import Items, number, text

HOMES = {
    "me": "the petitioner",
    "respondent": "the respondent",
    "both": "both in turn",
    "other": "another adult",
}


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


def _initials(name: object) -> str:
    if not isinstance(name, Name):
        return "a child"
    return "".join(f"{part[0].upper()}." for part in (name.first, name.middle, name.last) if part)


def _age(value: object) -> str:
    years = number(value)
    return f"{years:f}" if years is not None else ""
