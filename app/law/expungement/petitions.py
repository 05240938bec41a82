"""One petition for each set of charges that may go to its court, with every text it prints."""

from collections.abc import Iterable, Sequence

from app.law.captions import caption
from app.law.courts import COURTS
from app.law.expungement.charge import Charge
from app.law.expungement.companions import other_petitions
from app.law.expungement.defendants import charges_text, defendants
from app.law.expungement.numbering import entries
from app.law.expungement.paper import Count, CourtPetition, PrintedCharge
from app.law.expungement.printed import printed
from app.law.expungement.record import Record
from app.law.expungement.sets import CourtSet
from app.law.expungement.spelled import several
from app.law.money import count, listed


def route_text(route: str, record: Record) -> str:
    """The law a petition rests on, with the numbering in force on the filing day."""
    return {
        "R140": "RSMo 610.140",
        "R140A": record.numbering.cite("arrest"),
        "R131": "RSMo 610.131",
        "R122": "RSMo 610.122 to 610.124",
    }[route]


def petition(each: CourtSet, opened: Sequence[CourtSet], record: Record) -> CourtPetition:
    """The petition of an open set, which tells of the others among `opened`."""
    court = COURTS[each.county]
    charges = [member.charge for member in each.members]
    rows = tuple(printed(place, charge, record) for place, charge in enumerate(charges, 1))
    head = caption(
        table=record.table, today=record.filing, county=each.county, courthouse=record.courthouse,
        style=record.caption_style,
    )  # fmt: skip
    law, case_type = route_text(each.route, record), _case_type(each.route, record)
    cite, others = record.numbering.cite, other_petitions(each, opened, record)
    return CourtPetition(
        title=f"{court.place}, {law}",
        route=each.route,
        route_text=law,
        is_r140=each.route == "R140",
        is_r140a=each.route == "R140A",
        is_r131=each.route == "R131",
        is_r122=each.route == "R122",
        court=head.court,
        place_line=head.place_line,
        court_text=court.name,
        county=each.county,
        county_text=court.county_text,
        circuit_text=head.circuit_text,
        circuit_confirmed=court.circuit_confirmed,
        case_type=case_type,
        case_type_text=case_type or "ask the clerk: no code was found",
        charges=rows,
        counts=_counts(charges, rows),
        defendants=defendants([(row.number, x) for row, x in zip(rows, charges, strict=True)], court),
        several_charges=len(rows) > 1,
        charge_count_text=several(len(rows), "charge"),
        the_crimes_text="the crime" if len(rows) == 1 else "the crimes",
        each_crime_text="the crime" if len(rows) == 1 else "each crime",
        each_disposition_text="the disposition" if len(rows) == 1 else "each disposition",
        other_petitions_text=others,
        has_other_petitions=bool(others),
        case_numbers_text=", ".join(_once(row.case_number for row in rows)),
        agencies_text=listed(_once(row.agency for row in rows)),
        has_felony=any(charge.felony for charge in charges),
        has_other_than_felony=any(not charge.felony for charge in charges),
        has_ordinance=any(charge.ordinance for charge in charges),
        waiting_text=_waiting(charges, each.route, record),
        cite_who=cite("who"),
        cite_contents=cite("contents"),
        cite_defendants=cite("defendants"),
        cite_criteria=cite("criteria"),
        cite_arrest=cite("arrest"),
        cite_order=cite("order"),
        cite_dismissal=cite("dismissal"),
        cite_limits=cite("limits"),
        cite_oath=cite("oath"),
    )


def _case_type(route: str, record: Record) -> str:
    codes = dict(entry.split(" ") for entry in entries(record.words("case_types")))
    return codes.get(route, "")


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(word for word in words if word))


def _counts(charges: list[Charge], rows: tuple[PrintedCharge, ...]) -> tuple[Count, ...]:
    """A count for each course of conduct, which the charges of one label are."""
    groups: dict[str, list[PrintedCharge]] = {}
    for charge, row in zip(charges, rows, strict=True):
        groups.setdefault(charge.group or f"\0{row.number}", []).append(row)
    return tuple(
        Count(
            number=_roman(place),
            charges=tuple(found),
            several=len(found) > 1,
            charges_text=charges_text([row.number for row in found]),
            offenses_text=listed(_once(row.offense_text for row in found)),
        )
        for place, found in enumerate(groups.values(), 1)
    )


def _roman(number: int) -> str:
    text = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += sign * (number // value)
        number %= value
    return text


def _waiting(charges: list[Charge], route: str, record: Record) -> str:
    """The waiting periods of the charges in words: `one year`, `three years`, or both."""
    if route == "R140A":
        return count(record.parameter("arrest_months").count, "month")
    if route != "R140":
        return ""
    years = sorted({record.years(charge) for charge in charges})
    return " and ".join(_years(number) for number in years)


def _years(number: int) -> str:
    words = {1: "one year", 3: "three years", 7: "seven years"}
    return words.get(number) or count(number, "year")
