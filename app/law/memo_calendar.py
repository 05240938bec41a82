"""The limitations calendar and the deadlines as the memo shows them; no track without a sum has a clock."""

import re

from app.core.kinds.date_text import MONTHS
from app.core.memo_table import Headline, MemoTable, Shown
from app.law.deadline import DeadlineRow
from app.law.deadlines import DeadlinesResult
from app.law.limitations import LimitationRow, LimitationsResult

_MONTH = re.compile(rf"\b({'|'.join(month for month in MONTHS if len(month) > 3)})\b")
_NOTHING = "–"


def calendar_tables(result: LimitationsResult) -> tuple[Shown, ...]:
    """The last days workweek by workweek and what is still in time; nothing where no track is short."""
    if not (result.has_missouri or result.has_federal):
        return ()
    rows = tuple(_calendar(row, result) for row in result.rows if row.missouri_short or row.federal_short)
    columns = ("Workweek", "Pay was due", *_of_tracks(result, _FEDERAL_DAYS, _MISSOURI_DAYS, _SHORT))
    figures = tuple(range(len(columns) - len(_of_tracks(result, (), (), _SHORT)), len(columns)))
    next_day = (
        f"The next day on which a workweek is lost: {result.next_day_text}." if result.has_next_day else ""
    )
    notes = tuple(note for note in (result.accrual_text, next_day) if note)
    title = "Last day to file suit, workweek by workweek"
    return (MemoTable("calendar", title, columns, rows, figures, notes), _in_time(result))


_FEDERAL_DAYS = ("FLSA, 2 years", "FLSA, 3 years")
_MISSOURI_DAYS = ("Missouri, 3 years",)
_SHORT = ("Missouri short", "FLSA short")


def _of_tracks(
    result: LimitationsResult, federal: tuple[str, ...], missouri: tuple[str, ...], short: tuple[str, str]
) -> tuple[str, ...]:
    """The cells of the tracks that have a sum: federal days, Missouri days, then what each is short."""
    return (
        *(federal if result.has_federal else ()),
        *(missouri if result.has_missouri else ()),
        *(short[:1] if result.has_missouri else ()),
        *(short[1:] if result.has_federal else ()),
    )


def _in_time(result: LimitationsResult) -> MemoTable:
    kept_2y, kept_3y = result.federal_in_time_2y_text, result.federal_in_time_3y_text
    kept, lost = result.missouri_in_time_text, result.lost_missouri_weeks_text
    state = ("Missouri", result.missouri_all_text, kept, lost)
    federal = (
        ("FLSA, 2 years", result.federal_all_text, kept_2y, result.lost_federal_2y_weeks_text),
        ("FLSA, 3 years if willful", result.federal_all_text, kept_3y, result.lost_federal_3y_weeks_text),
    )
    rows = (*((state,) if result.has_missouri else ()), *(federal if result.has_federal else ()))
    columns = ("Clock", "Unpaid, all weeks", "Unpaid, in time", "Lost")
    return MemoTable("calendar", "Unpaid wages still in time today", columns, rows, (1, 2))


def _calendar(row: LimitationRow, result: LimitationsResult) -> tuple[str, ...]:
    week = f"{row.number}. {row.span}" + (f"\n{row.status}" if row.any_lost else "")
    federal = (
        _day(row.federal_2y, short=row.federal_short, lost=row.lost_federal_2y),
        _day(row.federal_3y, short=row.federal_short, lost=row.lost_federal_3y),
    )
    state = (_day(row.missouri_3y, short=row.missouri_short, lost=row.lost_missouri),)
    tracks = _of_tracks(result, federal, state, (row.missouri_shortfall, row.federal_shortfall))
    return tuple(_MONTH.sub(lambda month: month[0][:3], cell) for cell in (week, row.accrued, *tracks))


def _day(day: str, *, short: bool, lost: bool) -> str:
    if not short:
        return _NOTHING
    return f"{day} – lost" if lost else day


def deadline_tables(result: DeadlinesResult) -> tuple[Shown, ...]:
    """Every deadline with its working; only a day after which a claim is lost can be said to have passed."""
    rows = tuple(deadline_row(row) for row in result.rows)
    columns = ("Claim", "Runs from", "Last day", "Working", "Law")
    bars = tuple(
        Headline(row.claim, f"{row.last_day} ({row.runs_from})", row.day) for row in result.rows if row.bar
    )
    return (MemoTable("deadlines", "Deadlines", columns, rows, wide=3, headlines=bars),) if rows else ()


def deadline_row(row: DeadlineRow) -> tuple[str, ...]:
    """The cells of one deadline: claim, from when, until when, working, law."""
    day = row.last_day if row.has_day else "cannot be counted yet"
    if row.later_reading:
        day += f"\nlater reading: {row.later_reading}"
    if row.bar and (row.passed or row.maybe_passed):
        day += "\nPASSED" if row.passed else "\nmay have passed"
    elif row.passed:
        day += "\nover"
    law = f"{row.citation} ({row.unconfirmed_text})" if row.unconfirmed else row.citation
    return row.claim, row.runs_from, day, row.working, law
