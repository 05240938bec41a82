"""What each result of the law shows the reviewing attorney; a result without an entry here shows nothing."""

import re
from functools import singledispatch

from app.core.memo_table import Line, MemoTable, Shown, Working
from app.law.courts import CourtResult
from app.law.days import MONTHS
from app.law.deadline import DeadlineRow
from app.law.deadlines import DeadlinesResult
from app.law.final_pay import FinalPayResult
from app.law.limitations import LimitationRow, LimitationsResult
from app.law.memo_wages import wage_tables
from app.law.notes import Step
from app.law.penalties import PenaltyResult
from app.law.service_letter import ServiceLetterResult
from app.law.thresholds import WindowsResult
from app.law.trafficking import LaborValueResult
from app.law.wages import WageResult


@singledispatch
def tables(result: object) -> tuple[Shown, ...]:
    """The tables and workings of a result, in the order the memo prints them within each part."""
    return ()


@tables.register
def _wages(result: WageResult) -> tuple[Shown, ...]:
    return wage_tables(result)


@tables.register
def _limitations(result: LimitationsResult) -> tuple[Shown, ...]:
    if not result.has_rows:
        return ()
    columns = (
        "Workweek",
        "Pay was due",
        "FLSA, 2 years",
        "FLSA, 3 years",
        "Missouri, 3 years",
        "Missouri short",
        "FLSA short",
    )
    next_day = (
        f"The next day on which a workweek is lost: {result.next_day_text}." if result.has_next_day else ""
    )
    sums = (
        ("Missouri", result.missouri_all_text, result.missouri_in_time_text, result.lost_missouri_weeks_text),
        (
            "FLSA, 2 years",
            result.federal_all_text,
            result.federal_in_time_2y_text,
            result.lost_federal_2y_weeks_text,
        ),
        (
            "FLSA, 3 years if willful",
            result.federal_all_text,
            result.federal_in_time_3y_text,
            result.lost_federal_3y_weeks_text,
        ),
    )
    return (
        MemoTable(
            "calendar", "Last day to file suit, workweek by workweek", columns,
            tuple(_calendar(row) for row in result.rows), (5, 6), _said(result.accrual_text, next_day),
        ),
        MemoTable(
            "calendar", "Unpaid wages still in time today",
            ("Clock", "Unpaid, all weeks", "Unpaid, in time", "Lost"), sums, (1, 2),
        ),
    )  # fmt: skip


_MONTH = re.compile(rf"\b({'|'.join(month for month in MONTHS if len(month) > 3)})\b")


def _calendar(row: LimitationRow) -> tuple[str, ...]:
    week = f"{row.number}. {row.span}" + (f"\n{row.status}" if row.any_lost else "")
    clocks = (
        (row.federal_2y, row.lost_federal_2y),
        (row.federal_3y, row.lost_federal_3y),
        (row.missouri_3y, row.lost_missouri),
    )
    days = tuple(f"{day} – lost" if lost else day for day, lost in clocks)
    cells = (week, row.accrued, *days, row.missouri_shortfall, row.federal_shortfall)
    return tuple(_MONTH.sub(lambda month: month[0][:3], cell) for cell in cells)


@tables.register
def _deadlines(result: DeadlinesResult) -> tuple[Shown, ...]:
    rows = tuple(_deadline(row) for row in result.rows)
    columns = ("Claim", "Runs from", "Last day", "Working", "Law")
    return (MemoTable("deadlines", "Deadlines", columns, rows),) if rows else ()


def _deadline(row: DeadlineRow) -> tuple[str, ...]:
    day = row.last_day if row.has_day else "cannot be counted yet"
    if row.later_reading:
        day += f"\nlater reading: {row.later_reading}"
    if row.passed or row.maybe_passed:
        day += "\nPASSED" if row.passed else "\nmay have passed"
    law = f"{row.citation} ({row.unconfirmed_text})" if row.unconfirmed else row.citation
    return row.claim, row.runs_from, day, row.working, law


@tables.register
def _final_pay(result: FinalPayResult) -> tuple[Shown, ...]:
    if not result.applies:
        return (
            MemoTable(
                "more",
                "Final pay, RSMo 290.110",
                ("Point", "Reading"),
                (("Where it stands", result.status_text),),
            ),
        )
    rows = (
        (
            "M1: scheduled work days",
            result.penalty_m1_text,
            result.total_m1_text,
            result.outstanding_m1_text,
            result.cap_m1_text,
        ),
        (
            "M2: calendar days",
            result.penalty_m2_text,
            result.total_m2_text,
            result.outstanding_m2_text,
            result.cap_m2_text,
        ),
    )
    columns = ("Method", "Penalty so far", "With the wages", "Still outstanding", "Penalty at its cap")
    notes = _said(
        result.status_text, f"Wages due at discharge: {result.base_text}. {result.base_text_how}".strip(),
        result.reading_text, result.overlap_text,
    )  # fmt: skip
    table = MemoTable(
        "choices", "Final pay and its penalty, RSMo 290.110", columns, rows, (1, 2, 3, 4), notes
    )
    return (table, *_steps("Final pay, RSMo 290.110", result.steps))


@tables.register
def _service_letter(result: ServiceLetterResult) -> tuple[Shown, ...]:
    rows = tuple((each.point, each.answer, each.text, each.citation) for each in result.reasons)
    by = f"Request by {result.request_by_text}." if result.request_by else ""
    later = f"On the later reading by {result.request_by_later_text}." if result.request_by_later_text else ""
    answer = f"The answer is due by {result.answer_by_text}." if result.has_answer_day else ""
    title = f"Service letter, RSMo 290.140: {result.answer}"
    return (
        MemoTable(
            "more", title, ("Point", "Holds", "Why", "Law"), rows, notes=_said(by, later, answer), wide=2
        ),
    )


@tables.register
def _penalty(result: PenaltyResult) -> tuple[Shown, ...]:
    amount = result.amount_text if result.applies or result.doubtful else ""
    return (
        MemoTable(
            "more",
            result.citation,
            ("Applies", "Sum", "Why"),
            ((result.answer, amount, result.reason_text),),
            (1,),
        ),
    )


@tables.register
def _labor_value(result: LaborValueResult) -> tuple[Shown, ...]:
    income = (
        (("The defendant's income from the labor", result.defendant_income_text),)
        if result.has_income
        else ()
    )
    rows = (
        ("Hours", result.hours_text), ("Value of the labor at FLSA rates", result.federal_value_text),
        ("With an equal sum as liquidated damages", result.federal_with_liquidated_text),
        ("Value of the labor at Missouri rates", result.missouri_value_text), *income,
        (f"The greater: {result.greater_of_text}", result.greater_text), ("Paid", result.paid_text),
    )  # fmt: skip
    title = "Value of the labor for restitution, 18 USC 1593; never part of a demand"
    return (MemoTable("more", title, ("Measure", "Figure"), rows, (1,)),)


@tables.register
def _windows(result: WindowsResult) -> tuple[Shown, ...]:
    rows = []
    if result.sick_time:
        rows.append(("Paid sick time", result.sick_time_text, result.sick_time_citation))
    if result.public_employer:
        rows.append(("Public employer", result.public_employer_text, result.public_employer_citation))
    return (
        (
            MemoTable(
                "more", "Changes of law inside the time worked", ("Rule", "What changed", "Law"), tuple(rows)
            ),
        )
        if rows
        else ()
    )


@tables.register
def _court(result: CourtResult) -> tuple[Shown, ...]:
    rows = (
        ("Court", result.court_text), ("Circuit", result.circuit_text),
        ("Seat", _joined(result.seat, result.seat_note)),
        ("Federal division", result.division_text), ("Legal aid", result.legal_aid_text),
        ("Checked", result.confirmed_text),
    )  # fmt: skip
    known = tuple(row for row in rows if row[1])
    return (MemoTable("more", f"Courts for {result.county}", ("Point", "Reading"), known),)


def _steps(title: str, steps: tuple[Step, ...]) -> tuple[Working, ...]:
    lines = tuple(Line(step.text, step.citation) for step in steps)
    return (Working("working", title, lines),) if lines else ()


def _said(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)


def _joined(text: str, note: str) -> str:
    return f"{text} ({note})" if text and note else text or note
