"""The sets of charges that go to one court under one law, and the gate in front of each whole set."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.law.courts import COURTS
from app.law.expungement.result import HeldSet
from app.law.expungement.screening import Screened
from app.law.money import listed
from app.law.outcome import Outcome

ROUTES = ("R140", "R140A", "R131", "R122")


@dataclass(frozen=True)
class CourtSet:
    """Charges bound for one petition, and those whose court is not known, which may belong to it."""

    route: str
    county: str
    """"" while it is not known."""
    members: tuple[Screened, ...]
    strays: tuple[Screened, ...]

    @property
    def open(self) -> bool:
        """Whether the petition may be generated: every member passes and none may be missing."""
        return bool(self.county) and not self.strays and all(each.passes for each in self.members)

    @property
    def failing(self) -> tuple[Screened, ...]:
        """The members that hold the set back."""
        return tuple(each for each in self.members if not each.passes)


def sets(screened: Sequence[Screened]) -> tuple[CourtSet, ...]:
    """Every set, by road, then by county in the order of the charges."""
    chosen = [each for each in screened if each.selected]
    strays = tuple(each for each in chosen if each.charge.county not in COURTS)
    keys = dict.fromkeys((each.bound, _county(each)) for each in chosen)
    found = [
        CourtSet(
            route,
            county,
            tuple(each for each in chosen if (each.bound, _county(each)) == (route, county)),
            strays if county else (),
        )
        for route, county in keys
    ]
    return tuple(sorted(found, key=lambda each: ROUTES.index(each.route)))


def _county(each: Screened) -> str:
    return each.charge.county if each.charge.county in COURTS else ""


def held(each: CourtSet, route_text: str) -> HeldSet:
    """A set that may not go to its court, with every reason."""
    court = COURTS.get(each.county)
    return HeldSet(
        court_text=court.name if court else "A court not known yet",
        route_text=route_text,
        charges_text=listed([member.charge.label for member in each.members]),
        reasons=(*_failing(each), *_strays(each)),
    )


def _failing(each: CourtSet) -> tuple[Outcome, ...]:
    return tuple(member.verdict.about(member.charge.label) for member in each.failing)


def _strays(each: CourtSet) -> tuple[Outcome, ...]:
    members = each.strays or (() if each.county else each.members)
    text = "The county is not known, so this charge may belong to any court's petition."
    return tuple(
        Outcome(member.charge.label, "attorney must decide", text, member.verdict.citation)
        for member in members
    )
