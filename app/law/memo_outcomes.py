"""Outcomes of a screening as a table of the memo."""

from app.core.memo_table import MemoTable
from app.law.outcome import Outcome

_COLUMNS = ("Subject", "Outcome", "Reason", "Law")


def outcome_table(title: str, outcomes: tuple[Outcome, ...]) -> MemoTable:
    """A row for each outcome: what it is about, how it stands, why, and the law."""
    rows = tuple((each.subject, _said(each), each.reason, _law(each)) for each in outcomes)
    return MemoTable("screening", title, _COLUMNS, rows, wide=2)


def _said(outcome: Outcome) -> str:
    return f"{outcome.outcome} before {outcome.until_text}" if outcome.until_text else outcome.outcome


def _law(outcome: Outcome) -> str:
    return outcome.citation if outcome.confirmed else f"{outcome.citation} (not confirmed)"
