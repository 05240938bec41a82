"""The children of a petition as its papers name them: by initials where everybody reads, and by parent."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.values import Name
from app.law.parameters import Table
from app.law.reading import Answers, Items, number, text


@dataclass(frozen=True)
class NamedChild:
    """One child as everybody may know it."""

    initials: str


@dataclass(frozen=True)
class NamedResult:
    """The children by initials, and what their number and ages mean for the words of the papers."""

    items: tuple[NamedChild, ...]
    several: bool
    any_own: bool
    """Whether one of them is the client's own child."""
    with_client: bool
    """Whether each of them lives with the client, so that the client's county is theirs."""
    any_signs: bool
    """Whether one of them is old enough to sign a consent."""
    signs_at: int
    """The age in years from which a child is said to sign a consent (read about)."""
    service_days: int
    """The days between service on a child's other parent and the hearing (read about)."""


def named(*, table: Table, today: date, children: Items | None = None) -> NamedResult:
    """The children by initials, for papers that everybody may read."""
    items = tuple(NamedChild(_initials(each.get("minor_name"))) for each in children or ())
    told = children or ()
    own = any(text(each.get("minor_role")) in ("mother", "father") for each in told)
    home = all(text(each.get("minor_lives_with")) in ("me", "both") for each in told)
    signs_at = table.value_on("minor_consent_age", today).count
    return NamedResult(
        items, len(items) > 1, own, home, any(_signs(each.get("minor_age"), signs_at) for each in told),
        signs_at, table.value_on("parent_service_days", today).count,
    )  # fmt: skip


def _signs(age: object, least: int) -> bool:
    years = number(age)
    return years is not None and years >= least


@dataclass(frozen=True)
class ConsentAgeResult:
    """Whether one child is old enough to sign a consent."""

    signs: bool
    signs_at: int


def consent_age(*, table: Table, today: date, age: object = None) -> ConsentAgeResult:
    """Where a child stands to the age, in years, from which a consent is said to be signed."""
    least = table.value_on("minor_consent_age", today).count
    return ConsentAgeResult(_signs(age, least), least)


def _initials(name: object) -> str:
    parts = (name.first, name.middle, name.last) if isinstance(name, Name) else ()
    return "".join(f"{part[0].upper()}." for part in parts if part) or "a child"


@dataclass(frozen=True)
class ConsentChild:
    """One child a parent consents for."""

    name: str
    new_name: str
    age: str


@dataclass(frozen=True)
class Consent:
    """The consent of one parent to the new names of that parent's own children alone."""

    title: str
    parent: str
    children: tuple[ConsentChild, ...]
    several: bool


@dataclass(frozen=True)
class ConsentsResult:
    """A consent for each parent who agrees."""

    papers: tuple[Consent, ...]


def consents(*, table: Table, today: date, children: Items | None = None) -> ConsentsResult:
    """One consent for each other parent who agrees, so that none learns of another's child."""
    parents: dict[str, list[Answers]] = {}
    for child in children or ():
        if text(child.get("other_parent_stands")) == "consents":
            parents.setdefault(_parent(child), []).append(child)
    return ConsentsResult(tuple(_consent(number, *each) for number, each in enumerate(parents.items(), 1)))


def _consent(number: int, parent: str, children: Iterable[Answers]) -> Consent:
    items = tuple(
        ConsentChild(_full(each.get("minor_name")), _full(each.get("minor_new_name")), _age(each))
        for each in children
    )
    return Consent(f"parent {number}", parent, items, len(items) > 1)


def _parent(child: Answers) -> str:
    """The other parent: named as such, or the father where the mother asks."""
    if isinstance(given := child.get("other_parent_name"), Name):
        return given.full
    return text(child.get("minor_father")) if text(child.get("minor_role")) == "mother" else ""


def _age(child: Answers) -> str:
    years = number(child.get("minor_age"))
    return "" if years is None else f"{years:f}"


def _full(name: object) -> str:
    return name.full if isinstance(name, Name) else ""
