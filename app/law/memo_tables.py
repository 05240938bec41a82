"""What each result of the law shows the reviewing attorney; a result without an entry here shows nothing."""

from functools import singledispatch

from app.core.memo_table import MemoTable, Shown
from app.law.captions import CaptionResult
from app.law.cities import CityResult
from app.law.court_days import CourtDayResult
from app.law.courts import CourtResult
from app.law.deadlines import DeadlinesResult
from app.law.demand import DemandResult
from app.law.expungement.result import ExpungementDeadlinesResult, RoutesResult
from app.law.final_pay import FinalPayResult
from app.law.limitations import LimitationsResult
from app.law.local_rules import LocalRulesResult
from app.law.memo_calendar import calendar_tables, deadline_tables
from app.law.memo_courts import (
    caption_table,
    city_tables,
    court_day_table,
    fee_table,
    local_rule_table,
)
from app.law.memo_expungement import deadlines_tables, routes_tables
from app.law.memo_final_pay import demand_tables, final_pay_tables
from app.law.memo_name_change import day_tables, screening_tables
from app.law.memo_protection import protection_deadline_tables, protection_tables, relief_tables
from app.law.memo_wages import wage_tables
from app.law.name_change.deadlines import NameDeadlinesResult
from app.law.name_change.fees import FeeResult
from app.law.name_change.screening import ScreeningResult
from app.law.penalties import PenaltyResult
from app.law.protection.deadlines import ProtectionDeadlinesResult
from app.law.protection.relief import ReliefResult
from app.law.protection.screening import ProtectionResult
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
    return calendar_tables(result)


@tables.register
def _routes(result: RoutesResult) -> tuple[Shown, ...]:
    return routes_tables(result)


@tables.register
def _expungement_deadlines(result: ExpungementDeadlinesResult) -> tuple[Shown, ...]:
    return deadlines_tables(result)


@tables.register
def _deadlines(result: DeadlinesResult) -> tuple[Shown, ...]:
    return deadline_tables(result)


@tables.register
def _final_pay(result: FinalPayResult) -> tuple[Shown, ...]:
    return final_pay_tables(result)


@tables.register
def _demand(result: DemandResult) -> tuple[Shown, ...]:
    return demand_tables(result)


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
            ("Applies", "Why", "Sum"),
            ((result.answer, result.reason_text, amount),),
            (2,),
        ),
    )


@tables.register
def _labor_value(result: LaborValueResult) -> tuple[Shown, ...]:
    if not result.has_rows:
        return ()
    greatest = (
        f"The greater: {result.greater_of_text}"
        if result.has_income
        else "At least, on the FLSA value while the income is not known"
    )
    rows = (
        ("Hours", result.hours_text), ("Value of the labor at FLSA rates", result.federal_value_text),
        ("With an equal sum as liquidated damages", result.federal_with_liquidated_text),
        ("Value of the labor at Missouri rates", result.missouri_value_text),
        ("Gross income or value to the defendant", result.defendant_income_text),
        (greatest, result.greater_text), ("Paid", result.paid_text),
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
def _name_change(result: ScreeningResult) -> tuple[Shown, ...]:
    return screening_tables(result)


@tables.register
def _name_days(result: NameDeadlinesResult) -> tuple[Shown, ...]:
    return day_tables(result)


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


@tables.register
def _protection(result: ProtectionResult) -> tuple[Shown, ...]:
    return protection_tables(result)


@tables.register
def _protection_relief(result: ReliefResult) -> tuple[Shown, ...]:
    return relief_tables(result)


@tables.register
def _protection_deadlines(result: ProtectionDeadlinesResult) -> tuple[Shown, ...]:
    return protection_deadline_tables(result)


@tables.register
def _court_day(result: CourtDayResult) -> tuple[Shown, ...]:
    return (court_day_table(result),)


@tables.register
def _fees(result: FeeResult) -> tuple[Shown, ...]:
    return (fee_table(result),)


@tables.register
def _local_rules(result: LocalRulesResult) -> tuple[Shown, ...]:
    return (local_rule_table(result),)


@tables.register
def _caption(result: CaptionResult) -> tuple[Shown, ...]:
    return (caption_table(result),)


@tables.register
def _city(result: CityResult) -> tuple[Shown, ...]:
    return city_tables(result)


def _said(*notes: str) -> tuple[str, ...]:
    return tuple(note for note in notes if note)


def _joined(text: str, note: str) -> str:
    return f"{text} ({note})" if text and note else text or note
