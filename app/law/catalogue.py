"""The calculations a questionnaire may name, each bound to a table of dated parameters."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from inspect import signature
from typing import Any

from app.core.calculation import Calculation
from app.core.values import Gap
from app.law import (
    calendar,
    captions,
    checks,
    cities,
    court_days,
    courts,
    deadlines,
    demand,
    exhibits,
    final_pay,
    local_rules,
    mail,
    name_change,
    name_change_children,
    name_change_deadlines,
    name_change_fees,
    name_change_words,
    penalties,
    protection,
    protection_acts,
    protection_checklist,
    protection_children,
    protection_deadlines,
    protection_figures,
    protection_home,
    protection_lists,
    protection_relief,
    protection_slips,
    protection_venue,
    service_letter,
    thresholds,
)
from app.law.claim import read_claim
from app.law.expungement.deadlines import deadlines as expungement_deadlines
from app.law.expungement.paper import PetitionsResult
from app.law.expungement.record import Record, read_record
from app.law.expungement.result import ExpungementDeadlinesResult, RoutesResult
from app.law.expungement.routes import petitions, routes
from app.law.limitations import LimitationsResult, limitations
from app.law.parameters import TABLE, Table
from app.law.refusals import Refusal
from app.law.trafficking import LaborValueResult, labor_value
from app.law.wages import WageResult, wages

_Found = Callable[..., Any]


@dataclass(frozen=True)
class _Entry:
    """A function of the law, what it returns, and the inputs it cannot do without."""

    found: _Found
    result: type
    needs: str = ""
    inputs: frozenset[str] = frozenset()
    """Where the signature of `found` does not say them."""
    opens: bool = False
    """Whether it takes out what not everybody may read of its inputs."""


def _inputs(found: _Found) -> frozenset[str]:
    return frozenset(signature(found).parameters) - {"table", "today"}


def _of_claim(compute: _Found, result: type, *extra: str) -> _Entry:
    """An entry for a function of a whole claim, with the inputs of `read_claim` and `extra` of its own."""

    def found(**answers: Any) -> Any:
        own = {name: answers.pop(name, None) for name in extra}
        return compute(read_claim(**answers), **own)

    return _Entry(found, result, "weeks", _inputs(read_claim) | frozenset(extra))


def _of_record(compute: Callable[[Record], Any], result: type, *, opens: bool = False) -> _Entry:
    """An entry for a function of a whole criminal record, with the inputs of `read_record`."""

    def found(**answers: Any) -> Any:
        return compute(read_record(**answers))

    return _Entry(found, result, "charges", _inputs(read_record), opens)


_ENTRIES: Mapping[str, _Entry] = {
    "wages.weeks": _of_claim(wages, WageResult),
    "wages.limitations": _of_claim(limitations, LimitationsResult),
    "wages.trafficking": _of_claim(labor_value, LaborValueResult, "defendant_income"),
    "wages.final_pay": _Entry(final_pay.final_pay, final_pay.FinalPayResult, "how_ended"),
    "wages.service_letter": _Entry(
        service_letter.service_letter, service_letter.ServiceLetterResult, "how_ended"
    ),
    "wages.deadlines": _Entry(deadlines.deadlines, deadlines.DeadlinesResult),
    "wages.demand": _Entry(demand.demand, demand.DemandResult),
    "wages.pay_cut": _Entry(penalties.pay_cut, penalties.PenaltyResult),
    "wages.factory": _Entry(penalties.factory, penalties.PenaltyResult),
    "wages.small_claims": _Entry(thresholds.small_claims, thresholds.SmallClaimsResult, "amount"),
    "wages.windows": _Entry(thresholds.windows, thresholds.WindowsResult, "first_day"),
    "wages.rate_changes_inside": _Entry(checks.rate_changes_inside, checks.SplitWeekResult, "starts"),
    "wages.overlap": _Entry(checks.overlap, checks.FoundResult, "weeks"),
    "wages.before_first": _Entry(checks.before_first, checks.FoundResult, "weeks"),
    "wages.weekday_mismatch": _Entry(checks.weekday_mismatch, checks.FoundResult, "weeks"),
    "calendar.days_after": _Entry(calendar.counted, calendar.DayResult, "day days"),
    "calendar.days_from_today": _Entry(calendar.from_today, calendar.DayResult, "days"),
    "name_change.screening": _Entry(name_change.screening, name_change.ScreeningResult),
    "name_change.deadlines": _Entry(
        name_change_deadlines.deadlines, name_change_deadlines.NameDeadlinesResult
    ),
    "name_change.named": _Entry(name_change_children.named, name_change_children.NamedResult, opens=True),
    "name_change.consents": _Entry(name_change_children.consents, name_change_children.ConsentsResult),
    "name_change.fees": _Entry(name_change_fees.fees, name_change_fees.FeeResult, "county"),
    "name_change.names": _Entry(name_change_words.names, name_change_words.NamesResult, "wanted"),
    "name_change.scan": _Entry(name_change_words.scan, name_change_words.ScanResult, "words"),
    "name_change.scan_place": _Entry(name_change_words.scan_place, name_change_words.ScanResult, "words"),
    "calendar.court_days_after": _Entry(court_days.court_days_after, court_days.CourtDayResult, "day days"),
    "courts.of_county": _Entry(courts.of_county, courts.CourtResult, "county"),
    "courts.counties_of_city": _Entry(cities.counties_of_city, cities.CityResult, "city"),
    "courts.local_rules": _Entry(local_rules.local_rules, local_rules.LocalRulesResult, "county"),
    "courts.mail": _Entry(mail.court_mail, mail.MailResult),
    "courts.safe_at_home": _Entry(mail.safe_at_home, mail.SafeAtHomeResult),
    "courts.caption": _Entry(captions.caption, captions.CaptionResult, "county"),
    "exhibits.letters": _Entry(exhibits.letters, exhibits.ExhibitsResult, opens=True),
    "exhibits.letters_whole": _Entry(exhibits.letters_whole, exhibits.ExhibitsResult),
    "protection.grounds": _Entry(protection.grounds, protection.ProtectionResult, "order_for"),
    "protection.relief": _Entry(protection_relief.relief, protection_relief.ReliefResult, "order_for"),
    "protection.acts": _Entry(protection_acts.acts, protection_acts.ActsResult, opens=True),
    "protection.children": _Entry(
        protection_children.children, protection_children.ChildrenResult, opens=True
    ),
    "protection.checklist": _Entry(
        protection_checklist.checklist, protection_checklist.ChecklistResult, "order_for"
    ),
    "protection.figures": _Entry(protection_figures.figures, protection_figures.FiguresResult),
    "protection.home": _Entry(protection_home.home, protection_home.HomeResult, opens=True),
    "protection.lists": _Entry(protection_lists.lists, protection_lists.ListsResult, opens=True),
    "protection.slips": _Entry(
        protection_slips.slips, protection_slips.SlipsResult, inputs=protection_slips.INPUTS, opens=True
    ),
    "protection.venue": _Entry(protection_venue.chosen, protection_venue.VenueResult, opens=True),
    "protection.deadlines": _Entry(
        protection_deadlines.deadlines, protection_deadlines.ProtectionDeadlinesResult, "order_for"
    ),
    "expungement.routes": _of_record(routes, RoutesResult),
    "expungement.petitions": _of_record(petitions, PetitionsResult, opens=True),
    "expungement.deadlines": _Entry(expungement_deadlines, ExpungementDeadlinesResult),
}


def calculations(table: Table) -> Mapping[str, Calculation]:
    """Every calculation computing with `table`, so that an old edition keeps the law it was made with."""
    return {name: _calculation(name, entry, table) for name, entry in _ENTRIES.items()}


def _calculation(name: str, entry: _Entry, table: Table) -> Calculation:
    inputs = entry.inputs or _inputs(entry.found)
    return Calculation(
        name,
        _guarded(entry.found, table),
        entry.result,
        inputs,
        frozenset(entry.needs.split()),
        entry.opens,
    )


def _guarded(found: _Found, table: Table) -> _Found:
    """A refusal becomes a gap whose reason is its sentence."""

    def run(**inputs: Any) -> Any:
        try:
            return found(table=table, **inputs)
        except Refusal as refusal:
            return Gap("not known", str(refusal))

    return run


CALCULATIONS: Mapping[str, Calculation] = calculations(TABLE)
"""The calculations of this version's law."""
