"""The rules of RSMo 610.140 for an arrest that led to no charge."""

from dataclasses import replace

from app.core.values import When
from app.law.expungement.charge import Charge
from app.law.expungement.contradictions import contradicting
from app.law.expungement.excluded import excluded
from app.law.expungement.petition_rules import hiv
from app.law.expungement.record import Record, others_than
from app.law.expungement.unknown import ARREST, unknown, unplaced
from app.law.expungement.verdict import Rule, Verdict, undecided
from app.law.expungement.waiting import arrest_wait, refile_bar


def _hiv(charge: Charge, record: Record) -> Verdict | None:
    return _on_this_road(hiv(charge, record))


def exclusion(charge: Charge, record: Record) -> Verdict | None:
    """Whether the offense of the arrest is excluded, or may be."""
    found = next(iter(excluded(charge, record)), None)
    return _on_this_road(found)


def since(charge: Charge, record: Record) -> Verdict | None:
    """Whether the person was, or may have been, charged or found guilty since the arrest."""
    cite = record.numbering.cite("arrest")
    if record.pending:
        return undecided("A charge is pending; no charge may have followed since the arrest.", cite, "R140A")
    if record.charged_since_arrest:
        return undecided("A charge came after the arrest, when none may follow.", cite, "R140A")
    if charge.arrest is None:
        return None
    for other in others_than(charge, record):
        if other.counts is not False and other.when.latest >= charge.arrest.earliest:
            text = f"The {other.source} may fall after the arrest, when no finding of guilt may follow."
            return undecided(text, cite, "R140A")
    for each in record.charges:
        if each is not charge and _charged_since(each, charge.arrest):
            text = f"Charge {each.number} may have been brought since the arrest, when no charge may follow."
            return undecided(text, cite, "R140A")
    return None


def _charged_since(other: Charge, arrest: When) -> bool:
    if other.disposition == "arrest_only":
        return False
    day = other.charged or other.found or other.completed_on
    return day is None or day.latest >= arrest.earliest


def _bar(charge: Charge, record: Record) -> Verdict | None:
    return _on_this_road(refile_bar(charge, record))


def _on_this_road(found: Verdict | None) -> Verdict | None:
    return replace(found, route="R140A") if found else None


ARREST_RULES: tuple[Rule, ...] = (
    unknown(ARREST, "R140A"), _hiv, exclusion, unplaced("R140A"), contradicting("R140A"), arrest_wait, since,
    _bar,
)  # fmt: skip
"""In the order in which they decide."""
