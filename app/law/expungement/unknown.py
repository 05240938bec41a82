"""What a road needs to know of a charge and does not; whatever is not known goes to the attorney."""

from collections.abc import Callable, Mapping

from app.law.expungement.charge import Charge
from app.law.expungement.record import Record
from app.law.expungement.verdict import Verdict, undecided
from app.law.money import listed

_Known = Callable[[Charge, Record], object]

_NATURE: Mapping[str, _Known] = {
    "whether it is domestic assault": lambda charge, _: charge.flags.domestic,
    "whether it requires registration": lambda charge, _: charge.flags.registration,
    "whether alcohol or drugs were part of the driving": lambda charge, _: charge.flags.intoxication,
    "whether a commercial license was involved": lambda charge, _: charge.flags.cdl,
    "the statute's number": lambda charge, _: True if charge.statute or charge.ordinance else None,
    "the county": lambda charge, _: charge.county or None,
}
_LEVEL: Mapping[str, _Known] = {
    "the level of the offense": lambda charge, _: charge.level or None,
    "the class of the felony": lambda charge, _: charge.offense_class or None if charge.felony else True,
    "whether death is an element": lambda charge, _: charge.flags.death_element if charge.felony else True,
    "whether the ordinance carries jail": lambda charge, _: (
        charge.ordinance_jail if charge.level == "ordinance" else True
    ),
}
_SENTENCE: Mapping[str, _Known] = {
    "the day of completion": lambda charge, _: charge.completed_on,
    "whether every obligation is paid": lambda charge, _: charge.obligations_paid,
}
_PERSON: Mapping[str, _Known] = {
    "whether a charge is pending": lambda _, record: record.pending,
}
_LIMITS: Mapping[str, _Known] = {
    "how many felonies were expunged before": lambda _, record: record.priors.felonies,
    "how many misdemeanors were expunged before": lambda _, record: record.priors.misdemeanors,
}

PETITION = {**_LEVEL, **_NATURE, **_SENTENCE, **_PERSON, **_LIMITS}
"""What a petition under RSMo 610.140 for a finding of guilt needs to know."""
ARREST = {
    "the day of the arrest": lambda charge, _: charge.arrest,
    **_NATURE,
    "whether death is an element": _LEVEL["whether death is an element"],
    **_PERSON,
}
"""What a petition for an arrest that led to no charge needs to know; an arrest need not have a level."""


def missing(needs: Mapping[str, _Known], charge: Charge, record: Record) -> list[str]:
    """What of `needs` is not known, in words."""
    return [what for what, known in needs.items() if known(charge, record) is None]


def unknown(needs: Mapping[str, _Known], route: str) -> Callable[[Charge, Record], Verdict | None]:
    """The rule that sends a charge to the attorney while something it needs is not known."""

    def rule(charge: Charge, record: Record) -> Verdict | None:
        found = missing(needs, charge, record)
        if not found:
            return None
        text = f"Not known: {listed(found)}. Look at the court's record first."
        return undecided(text, record.numbering.cite("criteria"), route)

    return rule


def unplaced(route: str) -> Callable[[Charge, Record], Verdict | None]:
    """The rule that sends a charge to the attorney while its statute can be no section of the law."""

    def rule(charge: Charge, record: Record) -> Verdict | None:
        if not charge.unplaced:
            return None
        text = (
            f"The section “{charge.statute}” cannot be placed in the Revised Statutes; look at the judgment."
        )
        return undecided(text, record.numbering.cite("excluded"), route)

    return rule
