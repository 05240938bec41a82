"""The lifetime limits of RSMo 610.140, counted over every petition, court and earlier expungement."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.law.expungement.charge import Charge
from app.law.expungement.drugs import drug
from app.law.expungement.record import Record
from app.law.expungement.result import WorkingLine
from app.law.expungement.screening import Screened
from app.law.expungement.verdict import Verdict, never, undecided
from app.law.money import count

FELONY = "felony"
MISDEMEANOR = "misdemeanor"
_RANK = {"": 0, MISDEMEANOR: 1, FELONY: 2}


@dataclass(frozen=True)
class Unit:
    """What counts once: one crime, or crimes said to be one course of conduct, at their highest level."""

    level: str
    """felony, misdemeanor, or "" for what the limits do not count."""
    charges: tuple[Charge, ...]


@dataclass(frozen=True)
class Places:
    """The places of one level: how many the law gives, were used before, and are wanted now."""

    level: str
    most: int
    before: int
    wanted: int

    @property
    def used(self) -> int:
        """The places taken once what is wanted is granted."""
        return self.before + self.wanted

    @property
    def over(self) -> bool:
        """Whether more are wanted than are left."""
        return bool(self.wanted) and self.used > self.most

    @property
    def text(self) -> str:
        """The places in words."""
        name = "Felonies" if self.level == FELONY else "Misdemeanors, and ordinances with jail"
        return f"{name}: {self.before} used before, {self.wanted} wanted now, of {self.most}"


@dataclass(frozen=True)
class Limits:
    """Both limits and the units counted against them."""

    units: tuple[Unit, ...]
    felony: Places
    misdemeanor: Places

    def places(self, level: str) -> Places | None:
        """The places a unit of this level takes; None when it takes none."""
        return {FELONY: self.felony, MISDEMEANOR: self.misdemeanor}.get(level)

    @property
    def over(self) -> bool:
        """Whether either limit is exceeded."""
        return self.felony.over or self.misdemeanor.over


def counted(screened: Sequence[Screened], record: Record) -> Limits:
    """The places wanted by every selected charge that may, now or later, go under RSMo 610.140."""
    wanted = (each for each in screened if each.selected and each.bound == "R140" and not each.never)
    return of_charges([each.charge for each in wanted], record)


def of_charges(chosen: Sequence[Charge], record: Record) -> Limits:
    """The places these charges take together, those of one course of conduct one place."""
    groups: dict[str, list[Charge]] = {}
    for charge in chosen:
        groups.setdefault(charge.group or f"\0{charge.number}", []).append(charge)
    units = tuple(Unit(_highest(charges), tuple(charges)) for charges in groups.values())
    return Limits(units, _places(FELONY, units, record), _places(MISDEMEANOR, units, record))


def _highest(charges: list[Charge]) -> str:
    return max((level_counted(charge) for charge in charges), key=_RANK.__getitem__)


def level_counted(charge: Charge) -> str:
    """The limit a charge counts against: an ordinance that may carry jail counts as a misdemeanor."""
    if charge.felony:
        return FELONY
    if charge.level == "infraction" or (charge.level == "ordinance" and charge.ordinance_jail is False):
        return ""
    return MISDEMEANOR


def _places(level: str, units: tuple[Unit, ...], record: Record) -> Places:
    key, before = {
        FELONY: ("limit_felonies", record.priors.felonies),
        MISDEMEANOR: ("limit_misdemeanors", record.priors.misdemeanors),
    }[level]
    wanted = sum(unit.level == level for unit in units)
    return Places(level, record.parameter(key).count, before or 0, wanted)


def limited(screened: Sequence[Screened], limits: Limits, record: Record) -> tuple[Screened, ...]:
    """The charges again, those beyond a limit held back; no attorney's decision makes more places."""
    levels = {charge.number: unit.level for unit in limits.units for charge in unit.charges}
    return tuple(_held(each, limits.places(levels.get(each.charge.number, "")), record) for each in screened)


def _held(each: Screened, places: Places | None, record: Record) -> Screened:
    if places is None or not places.over or not each.passes:
        return each
    return replace(each, verdict=_verdict(places, record))


def _verdict(places: Places, record: Record) -> Verdict:
    cite = record.numbering.cite("limits")
    most = count(places.most, places.level)
    if places.before >= places.most:
        return never(f"The lifetime limit of {most} is used up.", cite)
    left = count(places.most - places.before, "place")
    text = f"Of the lifetime limit of {most}, {left} left and {places.wanted} wanted: choose which to use."
    return undecided(text, cite)


def lines(limits: Limits, record: Record) -> tuple[WorkingLine, ...]:
    """The counting, unit by unit, then both sums."""
    cite, same = record.numbering.cite("limits"), record.numbering.cite("same course")
    rows = [
        WorkingLine(
            f"{' and '.join(charge.label for charge in unit.charges)}: "
            f"{'one ' + unit.level if unit.level else 'not counted'}",
            same if len(unit.charges) > 1 else cite,
        )
        for unit in limits.units
    ]
    rows += [
        WorkingLine(f"{charge.label}: may take a place by itself, though it is left out here", "RSMo 610.141")
        for charge in record.charges
        if charge.include is False and drug(charge, record)
    ]
    sums = [WorkingLine(places.text, cite) for places in (limits.felony, limits.misdemeanor)]
    return (*rows, *sums)
