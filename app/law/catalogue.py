"""The calculations a questionnaire may name, each bound to a table of dated parameters."""

from collections.abc import Mapping
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
    penalties,
    service_letter,
    thresholds,
)
from app.law.claim import read_claim
from app.law.entry import Entry, Found, inputs_of
from app.law.expungement import catalogue as expungement
from app.law.limitations import LimitationsResult, limitations
from app.law.name_change import catalogue as name_change
from app.law.parameters import TABLE, Table
from app.law.protection import catalogue as protection
from app.law.refusals import Refusal
from app.law.trafficking import LaborValueResult, labor_value
from app.law.wages import WageResult, wages


def _of_claim(compute: Found, result: type, *extra: str) -> Entry:
    """An entry for a function of a whole claim, with the inputs of `read_claim` and `extra` of its own."""

    def found(**answers: Any) -> Any:
        own = {name: answers.pop(name, None) for name in extra}
        return compute(read_claim(**answers), **own)

    return Entry(found, result, "weeks", inputs_of(read_claim) | frozenset(extra))


_ENTRIES: Mapping[str, Entry] = {
    **name_change.ENTRIES,
    **protection.ENTRIES,
    **expungement.ENTRIES,
    "wages.weeks": _of_claim(wages, WageResult),
    "wages.limitations": _of_claim(limitations, LimitationsResult),
    "wages.trafficking": _of_claim(labor_value, LaborValueResult, "defendant_income"),
    "wages.final_pay": Entry(final_pay.final_pay, final_pay.FinalPayResult, "how_ended"),
    "wages.service_letter": Entry(
        service_letter.service_letter, service_letter.ServiceLetterResult, "how_ended"
    ),
    "wages.deadlines": Entry(deadlines.deadlines, deadlines.DeadlinesResult),
    "wages.demand": Entry(demand.demand, demand.DemandResult),
    "wages.pay_cut": Entry(penalties.pay_cut, penalties.PenaltyResult),
    "wages.factory": Entry(penalties.factory, penalties.PenaltyResult),
    "wages.small_claims": Entry(thresholds.small_claims, thresholds.SmallClaimsResult, "amount"),
    "wages.windows": Entry(thresholds.windows, thresholds.WindowsResult, "first_day"),
    "wages.rate_changes_inside": Entry(checks.rate_changes_inside, checks.SplitWeekResult, "starts"),
    "wages.overlap": Entry(checks.overlap, checks.FoundResult, "weeks"),
    "wages.before_first": Entry(checks.before_first, checks.FoundResult, "weeks"),
    "wages.weekday_mismatch": Entry(checks.weekday_mismatch, checks.FoundResult, "weeks"),
    "calendar.days_after": Entry(calendar.counted, calendar.DayResult, "day days"),
    "calendar.days_from_today": Entry(calendar.from_today, calendar.DayResult, "days"),
    "calendar.court_days_after": Entry(court_days.court_days_after, court_days.CourtDayResult, "day days"),
    "courts.of_county": Entry(courts.of_county, courts.CourtResult, "county"),
    "courts.counties_of_city": Entry(cities.counties_of_city, cities.CityResult, "city"),
    "courts.local_rules": Entry(local_rules.local_rules, local_rules.LocalRulesResult, "county"),
    "courts.mail": Entry(mail.court_mail, mail.MailResult),
    "courts.safe_at_home": Entry(mail.safe_at_home, mail.SafeAtHomeResult),
    "courts.caption": Entry(captions.caption, captions.CaptionResult, "county"),
    "exhibits.letters": Entry(exhibits.letters, exhibits.ExhibitsResult, opens=True),
    "exhibits.letters_whole": Entry(exhibits.letters_whole, exhibits.ExhibitsResult),
}


def calculations(table: Table) -> Mapping[str, Calculation]:
    """Every calculation computing with `table`, so that an old edition keeps the law it was made with."""
    return {name: _calculation(name, entry, table) for name, entry in _ENTRIES.items()}


def _calculation(name: str, entry: Entry, table: Table) -> Calculation:
    inputs = entry.inputs or inputs_of(entry.found)
    return Calculation(
        name,
        _guarded(entry.found, table),
        entry.result,
        inputs,
        frozenset(entry.needs.split()),
        entry.opens,
    )


def _guarded(found: Found, table: Table) -> Found:
    """A refusal becomes a gap whose reason is its sentence."""

    def run(**inputs: Any) -> Any:
        try:
            return found(table=table, **inputs)
        except Refusal as refusal:
            return Gap("not known", str(refusal))

    return run


CALCULATIONS: Mapping[str, Calculation] = calculations(TABLE)
"""The calculations of this version's law."""
