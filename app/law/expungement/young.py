"""RSMo 610.131: a plea or conviction of prostitution by somebody who was under 18 at the time."""

import re
from datetime import date

from app.law.expungement.charge import PROSTITUTION, Charge
from app.law.expungement.days import years_after
from app.law.expungement.excluded import hiv_variant
from app.law.expungement.record import Record
from app.law.expungement.verdict import Verdict, never, undecided

CITE = "RSMo 610.131; RSMo 567.020"


def prostitution(charge: Charge) -> bool:
    """Whether the state charge is one under RSMo 567.020."""
    return PROSTITUTION in charge.sections and charge.jurisdiction == "state"


def city_prostitution(charge: Charge) -> bool:
    """Whether it is a city's ordinance against prostitution."""
    named = PROSTITUTION in charge.sections or re.search("prostitut", charge.offense, re.IGNORECASE)
    return charge.ordinance and bool(named)


def age_known(charge: Charge, record: Record) -> tuple[int, int] | None:
    """The youngest and the oldest the person may have been at the offense; None when it cannot be told."""
    if record.born is None or charge.offended is None:
        return None
    born, offended = record.born, charge.offended
    return _age(born.latest, offended.earliest), _age(born.earliest, offended.latest)


def _age(born: date, day: date) -> int:
    years = day.year - born.year
    return years if years_after(born, years) <= day else years - 1


def young(charge: Charge, record: Record) -> Verdict | None:
    """What RSMo 610.131 says of a charge under RSMo 567.020; nothing of an adult, whose road is another."""
    if not (prostitution(charge) and charge.guilt) or charge.route == "r140":
        return None
    ages, limit = age_known(charge, record), record.parameter("minor_age").count
    if ages is None:
        text = "The age at the offense is not known: give the date of birth and the day of the offense."
        return undecided(text, CITE, "R131")
    if ages[0] >= limit:
        return None
    return _under_age(charge, ages, limit)


def _under_age(charge: Charge, ages: tuple[int, int], limit: int) -> Verdict:
    if ages[1] >= limit:
        text = f"On one reading of the dates the person was under {limit}, on another not."
        return undecided(text, CITE, "R131")
    if hiv_variant(charge) or not charge.level:
        text = "Whether RSMo 610.131 covers the felony of RSMo 567.020 is not settled; give the level."
        return undecided(text, CITE, "R131")
    if len(charge.sections) > 1:
        text = "The charge names more statutes than RSMo 567.020; tell which one the plea was to."
        return undecided(text, CITE, "R131")
    text = f"Prostitution at the age of {ages[0]}: no waiting time, and the limits do not count it."
    return Verdict("may generate", text, CITE, "R131")


def further(charge: Charge, record: Record) -> Verdict | None:
    """What RSMo 610.131 says beside the road a charge takes: adults, and ordinances against prostitution."""
    if city_prostitution(charge) and charge.guilt:
        text = "RSMo 610.131 names RSMo 567.020 only; whether it reaches a city's ordinance is open."
        return undecided(text, CITE, "R131")
    ages = age_known(charge, record)
    if not (prostitution(charge) and charge.guilt and ages) or ages[0] < record.parameter("minor_age").count:
        return None
    return _adult(ages[0], record)


def _adult(age: int, record: Record) -> Verdict:
    if record.coerced is False:
        text = f"At {age} the person was no longer under 18, and was not forced by another."
        return never(text, CITE, "R131")
    text = (
        f"The person was {age}. The section opens with those under 18 and then speaks of coercion; bills to"
        " drop the age limit were not found to have passed. Check the text in force, and a pardon or"
        " withdrawal of the plea."
    )
    return undecided(text, f"{CITE}; RSMo 566.200", "R131")
