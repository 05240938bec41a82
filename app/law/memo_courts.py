"""What the results about courts show the attorney: days counted, fees, local rules."""

from app.core.memo_table import MemoTable
from app.law.court_days import CourtDayResult


def court_day_table(result: CourtDayResult) -> MemoTable:
    """The last day of a court's period with its working and what is not confirmed in it."""
    last = f"{result.weekday_text}, {result.day_text}"
    later = f"On the latest reading of the first day: {result.later_text}." if result.inexact else ""
    safe = f"The day counted, and safe to act by, is {result.counted_text}." if result.rolled else ""
    row = (f"{result.days_text} after {result.from_text}", last, result.working, result.citation)
    notes = tuple(note for note in (safe, later, result.short_text, result.caution) if note)
    columns = ("Period", "Last day", "Working", "Law")
    return MemoTable("deadlines", "A court’s period", columns, (row,), notes=notes, wide=2)
