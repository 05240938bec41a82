"""What the results about courts show the attorney: days counted, fees, local rules."""

from app.core.memo_table import MemoTable
from app.law.cities import CityResult
from app.law.court_days import CourtDayResult
from app.law.fees import FeeResult
from app.law.local_rules import LocalRulesResult


def court_day_table(result: CourtDayResult) -> MemoTable:
    """The last day of a court's period with its working and what is not confirmed in it."""
    last = f"{result.weekday_text}, {result.day_text}"
    later = f"On the latest reading of the first day: {result.later_text}." if result.inexact else ""
    safe = f"The day counted, and safe to act by, is {result.counted_text}." if result.rolled else ""
    row = (f"{result.days_text} after {result.from_text}", last, result.working, result.citation)
    notes = tuple(note for note in (safe, later, result.short_text, result.caution) if note)
    columns = ("Period", "Last day", "Working", "Law")
    return MemoTable("deadlines", "A court’s period", columns, (row,), notes=notes, wide=2)


def fee_table(result: FeeResult) -> MemoTable:
    """The sums seen for a county, always for the clerk to confirm."""
    rows = (
        ("Filing fee", result.amount_text),
        ("Deposit for publication", result.deposit_text),
        ("Read in", result.source_text),
        ("Confirmed", f"{result.confirmed_text} [{result.citation}]"),
    )
    return MemoTable("more", f"Fees in {result.county}", ("Point", "Reading"), rows)


def local_rule_table(result: LocalRulesResult) -> MemoTable:
    """What a county's court asks for beside the statewide rules, or that nothing is known of it."""
    rows = tuple((each.about, each.says, each.citation, each.confirmed_text) for each in result.notes)
    none = (("Local rules", result.none_text, "", ""),)
    columns = ("About", "What the court asks for", "Rule", "Read in")
    return MemoTable("more", f"Local rules of {result.county}", columns, rows or none)


def city_tables(result: CityResult) -> tuple[MemoTable, ...]:
    """The counties of a city that lies in several; nothing for any other."""
    if not result.several:
        return ()
    row = (result.city, result.hint, result.citation)
    return (MemoTable("more", "A city in several counties", ("City", "Counties", "Law"), (row,)),)
