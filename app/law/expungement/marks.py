"""The yes-or-no points of a record on which flags and gates stand, each with its sentence."""

from typing import Any

from app.law.expungement import points
from app.law.expungement.drugs import drug
from app.law.expungement.findings import Findings
from app.law.expungement.screening import Screened
from app.law.expungement.young import city_prostitution
from app.law.money import listed

ATTORNEY_ROUTES = ("R130", "R145", "R575", "RXIV", "R311")


def marks(found: Findings) -> dict[str, Any]:
    """Every mark of the result and the text that belongs to it."""
    parts = (_papers, _outcomes, _roads, _doubts, _checks, _people)
    return {name: value for part in parts for name, value in part(found).items()}


def _papers(found: Findings) -> dict[str, Any]:
    made = found.petitions
    return {
        "has_charges": bool(found.screened),
        "has_petitions": bool(made),
        "several_petitions": len(made) > 1,
        "blocked": bool(found.held),
        "any_r140": any(each.is_r140 for each in made),
        "any_r140a": any(each.is_r140a for each in made),
        "any_r131": any(each.is_r131 for each in made),
        "any_r122": any(each.is_r122 for each in made),
    }


def _outcomes(found: Findings) -> dict[str, Any]:
    pairs = [(each, each.verdict) for each in found.screened]
    verdicts = [verdict for _, verdict in pairs]
    said = {verdict.outcome for verdict in verdicts}
    topics = {verdict.citation for verdict in verdicts if verdict.outcome == "fix first"}
    cite = found.record.numbering.cite
    further = [each for one in found.screened for each in one.further]
    return {
        "any_undecided": "attorney must decide" in said,
        "any_fix_first": "fix first" in said,
        "any_wait": any(v.outcome == "not eligible" and not each.never for each, v in pairs),
        "any_not_eligible": any(each.never for each in found.screened),
        "pending_charge": found.record.pending is True and cite("criteria", "(4)") in topics,
        "unpaid_balance": cite("criteria", "(3)") in topics,
        "not_missouri": any(verdict.route == "NONE" for verdict in verdicts),
        "over_cap": found.limits.over,
        "unconfirmed": any(not verdict.confirmed for verdict in [*verdicts, *further]),
    }


def _roads(found: Findings) -> dict[str, Any]:
    roads = [(each, v) for each in found.screened for v in (each.verdict, *each.also, *each.further)]
    attorney = [(each, v) for each, v in roads if v.route in ATTORNEY_ROUTES]
    arrest = [(each, v) for each, v in roads if v.route == "R122"]
    adult = [(each, v) for each, v in roads if v.route == "R131" and v.outcome != "may generate"]
    coerced = [(each, v) for each, v in adult if found.record.coerced and not city_prostitution(each.charge)]
    barred = [each for each, v in arrest if found.record.civil_suit is not False]
    possible = [each for each, v in arrest if v.outcome in ("may generate", "attorney must decide")]
    return {
        "any_r105": any(each.verdict.route == "R105" for each in found.screened),
        "any_attorney_route": bool(attorney),
        "attorney_routes_text": " ".join(f"{each.charge.label}: {v.reason}" for each, v in attorney),
        "adult_coercion": bool(coerced),
        "coercion_text": _labels([each for each, _ in coerced]),
        "municipal_prostitution": any(city_prostitution(each.charge) for each in found.screened),
        "civil_suit_bar": bool(barred),
        "civil_suit_text": _labels(barred),
        "r122_possible": bool(possible),
        "r122_text": _labels(possible),
        "minor_at_offense": any(each.verdict.route == "R131" for each in found.screened),
    }


def _doubts(found: Findings) -> dict[str, Any]:
    record, every = found.record, found.screened
    window = [each for each in every if points.window(each, record)]
    inexact = [each for each in every if each.selected and points.inexact(each, record)]
    anniversary = [each for each in every if points.anniversary(each, record)]
    ordinance = [each for each in every if each.selected and points.ordinance(each, record)]
    return {
        "doubtful_window": bool(window),
        "window_text": _labels(window),
        "inexact_dates": bool(inexact),
        "inexact_text": _labels(inexact),
        "anniversary": bool(anniversary),
        "day_after_text": _labels(anniversary),
        "ordinance_check": bool(ordinance),
        "ordinance_text": _labels(ordinance),
    }


_CHECKS = {
    "missing_agency": ("agency_text", points.agency),
    "made_prosecutor": ("prosecutor_text", points.made_prosecutor),
    "city_police": ("police_text", points.city_police),
    "dates_contradict": ("dates_text", points.dates),
    "unplaced_statute": ("unplaced_text", points.unplaced),
    "closed_in_petition": ("closed_named_text", points.closed_in_petition),
}
"""Marks that are so when a point speaks of any charge, each with the name of its text."""


def _checks(found: Findings) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, (text, point) in _CHECKS.items():
        about = [each for each in found.screened if each.charge.missouri and point(each, found.record)]
        made |= {name: bool(about), text: _labels(about)}
    return made


def _people(found: Findings) -> dict[str, Any]:
    record = found.record
    groups = [unit.charges for unit in found.limits.units if len(unit.charges) > 1]
    counties = list(dict.fromkeys(each.county for each in found.sets if each.county and each.route == "R140"))
    drugs = [each for each in found.screened if drug(each.charge, record)]
    status = "is not a citizen" if record.citizen is False else "may not be a citizen"
    return {
        "needs_immigration_check": record.citizen is not True,
        "immigration_text": "" if record.citizen else f"The person {status}: immigration counsel first.",
        "drug_auto_slot": bool(drugs),
        "any_r141": bool(drugs),
        "course_of_conduct": bool(groups),
        "course_text": "; ".join(listed([charge.label for charge in group]) for group in groups),
        "several_counties": len(counties) > 1,
        "counties_text": listed(counties),
    }


def _labels(found: list[Screened]) -> str:
    return "; ".join(dict.fromkeys(each.charge.label for each in found))
