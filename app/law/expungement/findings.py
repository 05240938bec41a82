"""Everything found about a record, before it is put into the words of a result."""

from dataclasses import dataclass

from app.law.expungement import limits
from app.law.expungement.paper import CourtPetition
from app.law.expungement.petitions import petition
from app.law.expungement.points import points
from app.law.expungement.record import Record
from app.law.expungement.result import Point
from app.law.expungement.screening import Screened, screen
from app.law.expungement.sets import CourtSet, sets


@dataclass(frozen=True)
class Findings:
    """The charges screened and limited, the sets they form, and the petitions of the open ones."""

    record: Record
    screened: tuple[Screened, ...]
    sets: tuple[CourtSet, ...]
    limits: limits.Limits
    points: tuple[tuple[Point, ...], ...]
    """Those of each charge, in the order of the charges."""
    petitions: tuple[CourtPetition, ...]

    @property
    def in_petitions(self) -> frozenset[int]:
        """The numbers of the charges that stand in a petition."""
        found = (each.charge.number for one in self.sets if one.open for each in one.members)
        return frozenset(found)

    @property
    def held(self) -> tuple[CourtSet, ...]:
        """The sets whose petition is not generated."""
        return tuple(each for each in self.sets if not each.open)


def find(record: Record) -> Findings:
    """The record screened charge by charge, then held to the limits, then gathered by court."""
    alone = tuple(screen(charge, record) for charge in record.charges)
    places = limits.counted(alone, record)
    screened = limits.limited(alone, places, record)
    by_court = sets(screened)
    opened = tuple(each for each in by_court if each.open)
    return Findings(
        record,
        screened,
        by_court,
        places,
        tuple(points(each, record) for each in screened),
        tuple(petition(each, opened, record) for each in opened),
    )
