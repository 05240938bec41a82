"""A charge in the words of a court paper."""

from app.core.kinds.date_text import said
from app.core.values import GAP_CLOSE, GAP_OPEN, When
from app.law.courts import COURTS
from app.law.expungement.charge import Charge
from app.law.expungement.false_arrest import FINANCIAL
from app.law.expungement.paper import PrintedCharge
from app.law.expungement.record import Record
from app.law.expungement.result import ClosedCase
from app.law.expungement.statute import chapter
from app.law.expungement.young import age_known

DISPOSITIONS = {
    "arrest_only": "arrested, no charge filed",
    "dismissed": "dismissed",
    "nolle": "nolle prosequi",
    "acquitted": "not guilty",
    "sis_open": "suspended imposition of sentence, not ended",
    "sis_done": "suspended imposition of sentence, ended",
    "ses": "guilty, execution of sentence suspended",
    "convicted": "guilty",
}
_PLEA = {"plea": "pleaded guilty to", "found": "was found guilty of"}
_EITHER_PLEA = "pleaded guilty to, or was found guilty of"
_NOUN = {"plea": "plea", "found": "finding"}


def printed(place: int, charge: Charge, record: Record) -> PrintedCharge:
    """The charge at its place in a petition; what the law wants stated and nobody knows is a marked gap."""
    tried = charge.disposition != "arrest_only"
    return PrintedCharge(
        number=str(place),
        record_number=str(charge.number),
        letter=_letter(place),
        offense_text=charge.offense,
        statute_text=statute_text(charge),
        level_text=level_text(charge),
        offense_date_text=_date(charge.offended),
        charge_date_text=_date(charge.charged) or _missing("day of the charge", tried),
        arrest_date_text=_date(charge.arrest) or _missing("day of the arrest", not tried),
        guilt_date_text=_date(charge.found),
        plea_text=_PLEA.get(charge.how_guilty, _EITHER_PLEA) if charge.guilt else "",
        plea_or_finding_text=_NOUN.get(charge.how_guilty, "plea or finding") if charge.guilt else "",
        disposition_text=DISPOSITIONS.get(charge.disposition, ""),
        completion_date_text=_date(charge.completed_on),
        county_text=county_text(charge),
        municipality=charge.municipality,
        court_name=charge.court_name or _missing("court", tried),
        case_number=charge.case_number or _missing("case number", tried),
        agency=charge.agency,
        age_text=_age(charge, record),
        traffic_ground_text=_traffic_ground(charge),
        is_ordinance=charge.ordinance,
        case_is_closed=charge.closed,
        has_case=bool(charge.case_number),
        has_municipality=bool(charge.municipality),
    )


def closed(charge: Charge) -> ClosedCase:
    """A case closed by law, as the verification sheet lists it."""
    return ClosedCase(
        number=str(charge.number),
        label=charge.label,
        offense_text=charge.offense,
        court_name=charge.court_name,
        case_number=charge.case_number,
        county_text=county_text(charge),
        disposition_text=DISPOSITIONS.get(charge.disposition, ""),
        agency=charge.agency,
    )


def statute_text(charge: Charge) -> str:
    """The section with its code; an ordinance's number as it was given."""
    if charge.sections and not charge.ordinance:
        return f"RSMo {', '.join(charge.sections)}"
    return charge.statute


def level_text(charge: Charge) -> str:
    """The level with its class: `class B misdemeanor`, `municipal ordinance violation`."""
    if charge.level == "ordinance":
        return "municipal ordinance violation"
    known = charge.offense_class.upper() if len(charge.offense_class) == 1 else ""
    return f"class {known} {charge.level}" if known and charge.level != "infraction" else charge.level


def county_text(charge: Charge) -> str:
    """The county in a sentence; "" while it is not known."""
    court = COURTS.get(charge.county)
    return court.county_text if court else charge.county


def _traffic_ground(charge: Charge) -> str:
    by_number = any(chapter(each) == FINANCIAL for each in charge.sections)
    if by_number and charge.level in ("misdemeanor", ""):
        return f"a misdemeanor under chapter {FINANCIAL}, RSMo"
    return "a moving violation" if charge.flags.moving_violation else ""


def _date(when: When | None) -> str:
    return said(when) if when else ""


def _missing(what: str, wanted: bool) -> str:
    return f"{GAP_OPEN}to be confirmed: {what}{GAP_CLOSE}" if wanted else ""


def _age(charge: Charge, record: Record) -> str:
    ages = age_known(charge, record)
    return str(ages[0]) if ages and ages[0] == ages[1] else ""


def _letter(place: int) -> str:
    """`A` to `Z`, then `AA`."""
    first, last = divmod(place - 1, 26)
    return (chr(64 + first) if first else "") + chr(65 + last)
