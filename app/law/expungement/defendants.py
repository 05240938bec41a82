"""Who must be named, because an order of expungement binds only those the petition names."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.law.courts import Court
from app.law.expungement.charge import TRAFFIC, Charge
from app.law.expungement.paper import Defendant
from app.law.expungement.statute import chapter

PATROL = "Missouri State Highway Patrol, Criminal Justice Information Services Division"
REVENUE = "Missouri Department of Revenue"
CORRECTIONS = "Missouri Department of Corrections"
_KEEPS = "the court that keeps the case"
_ST_LOUIS = ("st. louis", "st louis", "saint louis")


@dataclass(frozen=True)
class _Named:
    name: str
    why: str
    charge: str
    given: bool = True


def defendants(charges: Sequence[tuple[str, Charge]], court: Court) -> tuple[Defendant, ...]:
    """The list for one petition, each defendant once with the numbers of the charges it belongs to."""
    named: dict[str, list[_Named]] = {}
    for each in _in_order(charges, court):
        named.setdefault(each.name.casefold(), []).append(each)
    numbers = {place: str(charge.number) for place, charge in charges}
    return tuple(_defendant(place, found, numbers) for place, found in enumerate(named.values(), 1))


def _in_order(charges: Sequence[tuple[str, Charge]], court: Court) -> Iterator[_Named]:
    """Courts first, then prosecutors, agencies, and the offices of the state."""
    for find in (_courts, _prosecutors, _agencies, _state):
        for number, charge in charges:
            yield from find(number, charge, court)


def _courts(number: str, charge: Charge, court: Court) -> Iterable[_Named]:
    if charge.disposition == "arrest_only" and not charge.court_name:
        return ()
    name = charge.court_name or (f"{_city(charge)} Municipal Division" if charge.ordinance else court.name)
    return (_Named(name, _KEEPS, number, bool(charge.court_name)),)


def _prosecutors(number: str, charge: Charge, court: Court) -> Iterable[_Named]:
    why = "the office that prosecuted or may prosecute"
    if charge.prosecuting_office:
        return (_Named(charge.prosecuting_office, why, number),)
    if charge.ordinance:
        return (_municipal_prosecutor(number, charge, why),)
    office = "Circuit Attorney" if court.is_city else "Prosecuting Attorney"
    return (_Named(f"{office} of {court.county_text}", why, number),)


def _municipal_prosecutor(number: str, charge: Charge, why: str) -> _Named:
    """The prosecutor of a city's cases, never the county's; a marked gap where the office is not known.

    In the City of St. Louis the city counselor may be the one who prosecutes; nobody read that in a source.
    """
    if in_st_louis(charge):
        return _Named(_described("municipal prosecutor of the City of St. Louis"), why, number, False)
    if not charge.municipality:
        return _Named(_described(f"municipal prosecutor, charge {number}"), why, number, False)
    return _Named(f"Municipal Prosecutor of {_city(charge)}", why, number)


def _described(what: str) -> str:
    return f"{GAP_OPEN}to be confirmed: {what}{GAP_CLOSE}"


def in_st_louis(charge: Charge) -> bool:
    """Whether the city of an ordinance is the City of St. Louis, which lies in no county."""
    city = charge.municipality.casefold().removeprefix("the ").removeprefix("city of ")
    return city in _ST_LOUIS or (not city and charge.county == "City of St. Louis")


def _city(charge: Charge) -> str:
    if re.match(r"(city|town|village) of\b", charge.municipality, re.IGNORECASE):
        return f"the {charge.municipality}"
    return charge.municipality or "the city"


def _agencies(number: str, charge: Charge, court: Court) -> Iterable[_Named]:
    agency = charge.agency or _described(f"agency that made the arrest, charge {number}")
    yield _Named(agency, "the agency that made the arrest or wrote the ticket", number, bool(charge.agency))
    if charge.booked_by:
        yield _Named(charge.booked_by, "the sheriff or jail that booked", number)
    for name in others(charge.other_agencies):
        yield _Named(name, "named in the papers of the case", number)


def _state(number: str, charge: Charge, court: Court) -> Iterable[_Named]:
    yield _Named(PATROL, "the state's central repository of criminal records", number)
    if charge.flags.driving or any(chapter(each) in TRAFFIC for each in charge.sections):
        yield _Named(REVENUE, "a driving or vehicle offense", number)
    if charge.flags.corrections:
        yield _Named(
            CORRECTIONS, "prison, probation or parole, with its Division of Probation and Parole", number
        )


def others(text: str) -> tuple[str, ...]:
    """Names given one on a line or between semicolons."""
    parts = (" ".join(part.split()) for part in re.split(r"[\n;]+", text))
    return tuple(dict.fromkeys(part for part in parts if part))


def _defendant(place: int, found: list[_Named], record_numbers: Mapping[str, str]) -> Defendant:
    numbers = tuple(dict.fromkeys(each.charge for each in found))
    return Defendant(
        number=str(place),
        name=found[0].name,
        why=found[0].why,
        charges_text=charges_text(numbers),
        record_charges_text=charges_text([record_numbers[each] for each in numbers]),
        is_court=any(each.why == _KEEPS for each in found),
        given=any(each.given for each in found),
    )


def charges_text(numbers: Sequence[str]) -> str:
    """`charge 1`, `charges 1 and 3`, `charges 1, 2 and 3`."""
    if len(numbers) == 1:
        return f"charge {numbers[0]}"
    return f"charges {', '.join(numbers[:-1])} and {numbers[-1]}"
