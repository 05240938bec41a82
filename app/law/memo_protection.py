"""The screening and the days of an order of protection as the memo shows them."""

from app.core.memo_table import Headline, MemoTable, Shown
from app.law.memo_calendar import deadline_row
from app.law.memo_outcomes import outcome_table
from app.law.protection.deadlines import ProtectionDeadlinesResult
from app.law.protection.relief import ReliefResult
from app.law.protection.screening import ProtectionResult


def protection_tables(result: ProtectionResult) -> tuple[Shown, ...]:
    """What each ground, person and venue comes to."""
    return (outcome_table("Order of protection: screening", result.outcomes),)


def relief_tables(result: ReliefResult) -> tuple[Shown, ...]:
    """What each item of relief comes to; nothing where none was asked."""
    return (outcome_table("Order of protection: relief", result.outcomes),) if result.outcomes else ()


def protection_deadline_tables(result: ProtectionDeadlinesResult) -> tuple[Shown, ...]:
    """Every day with its working."""
    columns = ("Matter", "Runs from", "Day", "Working", "Law")
    lines = tuple(
        Headline(row.claim, row.last_day, row.day) for row in result.rows if row.bar and row.has_day
    )
    rows = tuple(map(deadline_row, result.rows))
    return (MemoTable("deadlines", "Order of protection: days", columns, rows, wide=3, headlines=lines),)
