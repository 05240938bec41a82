"""What one petition tells its court of the others drafted with it, because the limits count them together."""

from collections.abc import Sequence

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.law.courts import COURTS
from app.law.expungement.charge import Charge
from app.law.expungement.limits import FELONY, MISDEMEANOR, Limits, Places, of_charges
from app.law.expungement.record import Record
from app.law.expungement.sets import CourtSet
from app.law.expungement.spelled import several, spelled
from app.law.money import listed

_LEVELS = {
    "felony": ("felony", "felonies"),
    "misdemeanor": ("misdemeanor", "misdemeanors"),
    "ordinance": ("ordinance violation", "ordinance violations"),
    "infraction": ("infraction", "infractions"),
}
_NOT_KNOWN = f"{GAP_OPEN}to be confirmed: earlier expungements{GAP_CLOSE}"


def other_petitions(each: CourtSet, opened: Sequence[CourtSet], record: Record) -> str:
    """The other courts' petitions under RSMo 610.140 and the places all use; "" when there is none.

    The limits count no other road, so a petition never tells of an arrest or of a case under RSMo 610.131.
    """
    together = [one for one in opened if one.route == "R140"]
    others = [one for one in together if one.county != each.county]
    if each.route != "R140" or not others:
        return ""
    places = of_charges([charge for one in together for charge in _charges(one)], record)
    return f"{_filed(others)} {_used(places, record)}"


def _filed(others: list[CourtSet]) -> str:
    begin = "Petitioner files at the same time"
    if len(others) == 1:
        (one,) = others
        return f"{begin} a petition under RSMo 610.140 in the {_court(one)} for {_crimes(_charges(one))}."
    courts = listed([f"the {_court(one)} ({_crimes(_charges(one))})" for one in others])
    return f"{begin} petitions under RSMo 610.140 in {courts}."


def _court(one: CourtSet) -> str:
    return COURTS[one.county].name


def _charges(one: CourtSet) -> list[Charge]:
    return [member.charge for member in one.members]


def _crimes(charges: list[Charge]) -> str:
    """The crimes by their levels: `one felony and two misdemeanors`."""
    levels = [charge.level for charge in charges]
    known = [several(levels.count(level), *words) for level, words in _LEVELS.items() if level in levels]
    rest = sum(level not in _LEVELS for level in levels)
    return listed([*known, several(rest, "crime")] if rest else known)


def _used(limits: Limits, record: Record) -> str:
    once = any(len(unit.charges) > 1 for unit in limits.units)
    course = ", those of one course of criminal conduct once" if once else ""
    felonies = _of(limits.felony, record.priors.felonies)
    misdemeanors = _of(limits.misdemeanor, record.priors.misdemeanors)
    if any(
        unit.level == MISDEMEANOR and charge.ordinance for unit in limits.units for charge in unit.charges
    ):
        misdemeanors += " and ordinance violations with jail"
    return (
        f"Counting the crimes of these petitions{course}, and every crime expunged before, Petitioner uses"
        f" {felonies} and {misdemeanors} that {record.numbering.cite('limits')} allows in a lifetime."
    )


def _of(places: Places, before: int | None) -> str:
    """`one of the two felonies`; a marked gap while nobody knows what was expunged before."""
    level = "felonies" if places.level == FELONY else "misdemeanors"
    known = spelled(places.used) if places.used else "none"
    return f"{_NOT_KNOWN if before is None else known} of the {spelled(places.most)} {level}"
