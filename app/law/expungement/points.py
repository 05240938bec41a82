"""What an attorney must see about a charge though it holds nothing back."""

import re
from collections.abc import Callable
from dataclasses import replace

from app.core.values import When
from app.law.days import plain, said
from app.law.expungement.contradictions import contradictions
from app.law.expungement.days import years_after
from app.law.expungement.drugs import automatic_day, drug
from app.law.expungement.record import Record
from app.law.expungement.result import Point
from app.law.expungement.screening import Screened
from app.law.expungement.waiting import arrest_ready, ready
from app.law.expungement.windows import doubtful
from app.law.money import listed

_Find = Callable[[Screened, Record], Point | None]


def points(each: Screened, record: Record) -> tuple[Point, ...]:
    """Every point about one charge, in the order the memo shows them."""
    if not each.charge.missouri:
        return ()
    found = (find(each, record) for find in _FINDS)
    return tuple(point for point in found if point)


def ordinance(each: Screened, record: Record) -> Point | None:
    """An ordinance may be the same in substance as an excluded crime."""
    if not (each.charge.ordinance and each.bound in ("R140", "R140A")):
        return None
    text = "An ordinance that is the same in substance as an excluded crime is excluded too: compare them."
    return _point(each, text, record.numbering.cite("excluded", "(9)"))


def anniversary(each: Screened, record: Record) -> Point | None:
    """Filing on the very anniversary leaves no room for another way of counting."""
    days = {"R140": ready, "R140A": arrest_ready}.get(each.bound)
    found = days(each.charge, record) if days else None
    if not found or record.filing not in found:
        return None
    text = f"{plain(record.filing)} is the very anniversary; file the day after to be safe."
    topic = "criteria" if each.bound == "R140" else "arrest"
    return _point(each, text, record.numbering.cite(topic))


def inexact(each: Screened, record: Record) -> Point | None:
    """Dates that are not exact were read in the way that is least favorable."""
    charge = each.charge
    dates: tuple[tuple[str, When | None], ...] = (
        ("completion", charge.completed_on), ("arrest", charge.arrest), ("offense", charge.offended),
        ("charge", charge.charged), ("plea or finding", charge.found),
    )  # fmt: skip
    words = [f"{name} ({said(day)})" for name, day in dates if day and not day.exact]
    if not words:
        return None
    return _point(each, f"Not exact: {listed(words)}. Find the day in the court's record.", "")


def automatic(each: Screened, record: Record) -> Point | None:
    """A drug offense that the law will expunge by itself, at the cost of a place under the limit."""
    if not drug(each.charge, record):
        return None
    since = automatic_day(record)
    text = (
        f"Expunged without a petition from {since} at the latest if it qualifies, using up a place; read in a"
        " commercial summary only."
    )
    return replace(_point(each, text, "RSMo 610.141"), confirmed=False)


def window(each: Screened, record: Record) -> Point | None:
    """The two readings of the clean period come apart for this charge."""
    if each.bound != "R140" or not doubtful(each.charge, record):
        return None
    text = "The clean period comes out differently if it ends at filing or begins at completion."
    return _point(each, text, record.numbering.cite("criteria", "(2)"))


def arrest_level(each: Screened, record: Record) -> Point | None:
    """An arrest has no class; a class A felony would be excluded."""
    if each.bound != "R140A" or (each.charge.level and each.charge.level != "felony"):
        return None
    if each.charge.level and each.charge.offense_class:
        return None
    text = "The class of the arrest's offense is not known; a class A felony would be excluded."
    return _point(each, text, record.numbering.cite("excluded", "(1)"))


def agency(each: Screened, record: Record) -> Point | None:
    """An agency that is not named is not bound."""
    if not each.selected or each.charge.agency:
        return None
    text = "The agency that made the arrest is not given; an agency not named is not bound by the order."
    return _point(each, text, record.numbering.cite("defendants"))


def made_prosecutor(each: Screened, record: Record) -> Point | None:
    """The office that prosecutes a city's cases is named after the city until somebody reads its name."""
    charge = each.charge
    if not (each.selected and charge.ordinance) or charge.prosecuting_office:
        return None
    text = "The city's prosecutor is not given: take the office's own name from the docket."
    return _point(each, text, record.numbering.cite("defendants"))


def city_police(each: Screened, record: Record) -> Point | None:
    """After an arrest by a police department the city's prosecutor and the jail may hold papers too."""
    charge = each.charge
    if not each.selected or each.bound not in ("R140A", "R122") or charge.ordinance:
        return None
    named = bool(charge.booked_by) and "prosecutor" in charge.other_agencies.casefold()
    if named or not re.search(r"\bpolice\b", charge.agency, re.IGNORECASE):
        return None
    text = (
        "Arrest by police: name the city's prosecutor and the jail too, or find out that they have nothing."
    )
    return _point(each, text, record.numbering.cite("defendants"))


def young_plea(each: Screened, record: Record) -> Point | None:
    """What RSMo 610.131 leaves open for its own petition."""
    if each.bound != "R131":
        return None
    text = (
        "RSMo 610.131 names no defendants, no fee, no notice and no case type; the list of RSMo 610.140 is"
        " used by analogy. Confirm the section's text in force, and prove the age by a confidential exhibit."
        " The protections of RSMo 567.020.5 came later than some pleas."
    )
    return _point(each, text, "RSMo 610.131; RSMo 567.020")


def closed(each: Screened, record: Record) -> Point | None:
    """A closed case may still be worth a petition."""
    if each.verdict.route != "R105":
        return None
    text = (
        "Verify with the court and the Highway Patrol that the record is closed; RSMo 610.140 may still help."
    )
    return _point(each, text, "RSMo 610.105; RSMo 610.120")


def city_case(each: Screened, record: Record) -> Point | None:
    """A municipal case goes to the circuit court of its county here."""
    if not (each.charge.jurisdiction == "municipal" and each.bound == "R140"):
        return None
    text = (
        "The petition goes to the circuit court of the county; ask whether the municipal division takes it."
    )
    return _point(each, text, f"{record.numbering.cite('who')}; Rule 155.01")


def leap_day(each: Screened, record: Record) -> Point | None:
    """A period that began on 29 February was counted to 1 March."""
    done = each.charge.completed_on
    if each.bound != "R140" or done is None:
        return None
    if (done.latest.month, done.latest.day) != (2, 29):
        return None
    end = years_after(done.latest, record.years(each.charge))
    text = f"Completed on 29 February: the period was counted to {plain(end)}."
    return _point(each, text, record.numbering.cite("criteria", "(1)"))


def dates(each: Screened, record: Record) -> Point | None:
    """Dates that cannot all be true, whatever road the charge takes."""
    wrong = contradictions(each.charge, record)
    if not wrong:
        return None
    return _point(each, f"The dates contradict each other: {listed(list(wrong))}.", "")


def unplaced(each: Screened, record: Record) -> Point | None:
    """A statute that can be no section of the Revised Statutes."""
    if not each.charge.unplaced:
        return None
    text = f"The section “{each.charge.statute}” cannot be placed; look at the judgment."
    return _point(each, text, record.numbering.cite("excluded"))


def closed_in_petition(each: Screened, record: Record) -> Point | None:
    """A case that is closed already would be named in a paper everybody may read."""
    if not (each.selected and each.charge.closed):
        return None
    text = "Its record is closed already: decide whether a public paper may name the case at all."
    return _point(each, text, "RSMo 610.105; RSMo 610.120")


_FINDS: tuple[_Find, ...] = (
    dates, unplaced, ordinance, anniversary, leap_day, inexact, automatic, window, arrest_level, agency,
    made_prosecutor, city_police, young_plea, closed, closed_in_petition, city_case,
)  # fmt: skip


def _point(each: Screened, text: str, citation: str) -> Point:
    return Point(each.charge.label, text, citation)
