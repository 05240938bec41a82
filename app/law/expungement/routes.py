"""`expungement.routes`, a whole record screened, and `expungement.petitions`, what may go to court."""

from app.law.days import plain
from app.law.expungement import limits
from app.law.expungement.drugs import automatic_text, drug
from app.law.expungement.findings import Findings, find
from app.law.expungement.marks import marks
from app.law.expungement.paper import PetitionsResult
from app.law.expungement.petitions import route_text
from app.law.expungement.printed import closed
from app.law.expungement.record import Record
from app.law.expungement.result import DrugCharge, RoutesResult
from app.law.expungement.rows import ROUTES, rows
from app.law.expungement.sets import ROUTES as LAWS
from app.law.expungement.sets import held
from app.law.outcome import Outcome


def routes(record: Record) -> RoutesResult:
    """What the law says about each charge, and the petitions that may go to their courts."""
    found = find(record)
    return RoutesResult(
        filing=record.filing,
        filing_day_text=plain(record.filing),
        numbering_text=record.numbering.text,
        outcomes=_outcomes(found),
        charges=rows(found),
        points=tuple(point for each in found.points for point in each),
        petitions=found.petitions,
        held=tuple(held(each, route_text(each.route, record)) for each in found.held),
        why_held=_sentence(_held_text(found)),
        closed=tuple(closed(each.charge) for each in found.screened if each.verdict.route == "R105"),
        drug_charges=_drugs(found),
        drug_text=automatic_text(record),
        cap_text=f"{found.limits.felony.text}. {found.limits.misdemeanor.text}.",
        cap_lines=limits.lines(found.limits, record),
        earliest_text=_earliest(found),
        **marks(found),
    )


def petitions(record: Record) -> PetitionsResult:
    """The petitions alone, which hold nothing of the screening."""
    made = find(record).petitions
    by_law = {route: tuple(each for each in made if each.route == route) for route in LAWS}
    return PetitionsResult(
        petitions=made,
        r140=by_law["R140"],
        r140a=by_law["R140A"],
        r131=by_law["R131"],
        r122=by_law["R122"],
        has_petitions=bool(made),
        several_petitions=len(made) > 1,
        any_r140=bool(by_law["R140"]),
        any_r140a=bool(by_law["R140A"]),
        any_r131=bool(by_law["R131"]),
        any_r122=bool(by_law["R122"]),
    )


def _outcomes(found: Findings) -> tuple[Outcome, ...]:
    """Each charge on its road, then what other roads are worth a look."""
    own = [each.verdict.about(each.charge.label) for each in found.screened]
    more = [
        verdict.about(f"{each.charge.label}: {ROUTES[verdict.route]}")
        for each in found.screened
        for verdict in each.further
    ]
    return (*own, *more)


def _held_text(found: Findings) -> str:
    """Each set held back with its charges and their outcomes; the table of the memo has the reasons."""
    sets = [held(each, route_text(each.route, found.record)) for each in found.held]
    return "; ".join(
        f"{each.court_text}, {each.route_text}: "
        + ", ".join(f"{reason.subject} ({reason.outcome})" for reason in each.reasons)
        for each in sets
    )


def _sentence(text: str) -> str:
    return f"{text}." if text else ""


def _drugs(found: Findings) -> tuple[DrugCharge, ...]:
    drugs = [each for each in found.screened if drug(each.charge, found.record)]
    return tuple(
        DrugCharge(
            each.charge.label,
            "May be expunged without a petition.",
            f"Takes a place among the {'felonies' if each.charge.felony else 'misdemeanors'}.",
        )
        for each in drugs
    )


def _earliest(found: Findings) -> str:
    """The day from which every selected charge has waited long enough; "" while one may never."""
    chosen = [each for each in found.screened if each.selected and each.bound in ("R140", "R140A")]
    days = [each.earliest for each in chosen]
    known = [day for day in days if day]
    return plain(max(known)) if known and len(known) == len(days) else ""
