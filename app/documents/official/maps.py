"""The map of an official form: which field takes which name, and where each field has to stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.core.places import Place
from app.core.questionnaire import OFFICIAL, Audience, DocumentSpec, Filing


@dataclass(frozen=True)
class Box:
    """A rectangle on a page counted from 1; left, bottom, right and top in points from the page's corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def near(self, other: "Box", points: float = 2) -> bool:
        """Whether the other stands on the same page with every side within so many points."""
        mine, its = (
            (self.left, self.bottom, self.right, self.top),
            (other.left, other.bottom, other.right, other.top),
        )
        return self.page == other.page and all(abs(a - b) <= points for a, b in zip(mine, its, strict=True))

    def __str__(self) -> str:
        sides = " ".join(f"{side:.0f}" for side in (self.left, self.bottom, self.right, self.top))
        return f"page {self.page}, {sides}"


@dataclass(frozen=True)
class Named:
    """A name of the context as a map writes it: its path, the number of an item counted from 1, filters."""

    path: tuple[str, ...]
    """Parts of the name, the number of an item among them as digits."""
    filters: tuple[str, ...]

    @property
    def steps(self) -> tuple[str, ...]:
        """The path as a template would use it, with `[]` for the item of a list."""
        return tuple("[]" if step.isdigit() else step for step in self.path)


@dataclass(frozen=True)
class Rule:
    """What one field of the form takes, and where it has to stand."""

    place: Place
    name: str
    """The form's own full name of the field; empty where the form has no field and only a place is given."""
    boxes: tuple[Box, ...]
    item: str
    values: tuple[Named, ...] = ()
    join: str = " "
    on: Mapping[str, str] | None = None
    """Export value → the yes-or-no name that ticks it."""
    most: int | None = None
    overflow: bool = False


@dataclass(frozen=True)
class Map:
    """How an office's PDF is filled for one form."""

    file: str
    place: Place
    name: str
    title: str
    audience: Audience
    filing: Filing
    revision: str
    sha256: str
    when: tuple[str, ...]
    """The facts, questions and documents of the form that all hold when it is due; none for always."""
    after: str
    """The document it stands behind in the packet, or empty."""
    cites: tuple[str, ...]
    reveals: tuple[str, ...]
    heading: tuple[Named, ...]
    rules: tuple[Rule, ...]
    left_empty: Mapping[str, Place]
    places: Mapping[str, Place]
    """Where each word at the top stands, for sentences about it."""

    def uses(self) -> Iterator[tuple[Named, Place]]:
        """Every name whose words the filled form may say, with its place."""
        yield from ((named, self.places.get("heading", self.place)) for named in self.heading)
        for rule in self.rules:
            yield from ((named, rule.place) for named in rule.values)
            for name in (rule.on or {}).values():
                yield Named(tuple(name.split(".")), ()), rule.place

    @property
    def document(self) -> str:
        """What the paper is called among the documents of a draft."""
        return f"{OFFICIAL}{self.name}"

    @property
    def spec(self) -> DocumentSpec:
        """The filled form as a packet knows papers; what holds back the paper before it holds it too."""
        return DocumentSpec(
            self.document, self.title, self.audience, self.place, cites=self.cites, reveals=self.reveals,
            filing=self.filing, source=self.after,
        )  # fmt: skip
