"""What the results about courts show the attorney: days counted, fees, local rules."""

from app.core.memo_table import MemoTable
from app.law.captions import CaptionResult
from app.law.cities import CityResult
from app.law.court_days import CourtDayResult
from app.law.local_rules import LocalRule, LocalRulesResult
from app.law.name_change.fees import FeeResult


def court_day_table(result: CourtDayResult) -> MemoTable:
    """The day counted, which is the safe one, with its working; a day it may run on to is told beside it."""
    last = f"{result.counted_weekday_text}, {result.counted_text}"
    later = f"On the latest reading of the first day: {result.later_text}." if result.inexact else ""
    runs = f"It may run on to {result.weekday_text}, {result.day_text}." if result.rolled else ""
    row = (f"{result.days_text} after {result.from_text}", last, result.working, result.citation)
    notes = tuple(note for note in (runs, later, result.short_text, result.caution) if note)
    columns = ("Period", "Last day, as counted", "Working", "Law")
    return MemoTable("deadlines", "A court’s period", columns, (row,), notes=notes, wide=2)


def fee_table(result: FeeResult) -> MemoTable:
    """The sums that lists say a change of name costs in a county, always for the clerk to confirm."""
    rows = (
        ("Filing fee", result.fee_text or _ASK),
        ("Deposit for publication", result.deposit_text or f"{_ASK} whether one is taken"),
        ("Read in", "a secondary source of 2026, if any; not confirmed"),
    )
    return MemoTable("more", f"Fees in {result.county}", ("Point", "Reading"), rows)


_ASK = "ask the clerk"


def local_rule_table(result: LocalRulesResult) -> MemoTable:
    """What a county's court asks for beside the statewide rules, or that nothing is known of it."""
    return _local(result.county, result.notes, result.none_text)


def caption_table(result: CaptionResult) -> MemoTable:
    """The local rules of the court a paper is headed for: whoever heads a paper for it must know them."""
    return _local(result.county, result.local_rules, result.no_local_rules_text)


def _local(county: str, notes: tuple[LocalRule, ...], none: str) -> MemoTable:
    rows = tuple((each.about, each.citation, each.says, each.confirmed_text) for each in notes)
    columns = ("About", "Rule", "What the court asks for", "Checked")
    nothing = (("Local rules", "", none, ""),)
    return MemoTable("more", f"Local rules of {county}", columns, rows or nothing, wide=2)


def city_tables(result: CityResult) -> tuple[MemoTable, ...]:
    """The counties of a city that lies in several; nothing for any other."""
    if not result.several or not result.city:
        return ()
    row = (result.city, result.hint, result.citation)
    return (MemoTable("more", "A city in several counties", ("City", "Counties", "Law"), (row,)),)
