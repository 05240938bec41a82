"""The screening of a change of name and its deadlines as the memo shows them."""

from app.core.memo_table import MemoTable, Shown
from app.law.memo_calendar import deadline_row
from app.law.memo_outcomes import outcome_table
from app.law.name_change.deadlines import NameDeadlinesResult
from app.law.name_change.screening import ScreeningResult


def screening_tables(result: ScreeningResult) -> tuple[Shown, ...]:
    """Every outcome, for the attorney alone."""
    return (outcome_table("Screening: change of name", result.outcomes),)


def day_tables(result: NameDeadlinesResult) -> tuple[Shown, ...]:
    """The days after judgment and before a hearing, each with its working."""
    columns = ("What", "Runs from", "Last day", "Working", "Law")
    rows = tuple(deadline_row(row) for row in result.rows)
    return (MemoTable("deadlines", "Deadlines", columns, rows, wide=3),) if rows else ()
