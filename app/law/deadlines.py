"""Every deadline of a wage claim with its working: wages, final pay, service letter, promise, trafficking."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.core.values import When
from app.law.clocks import clock
from app.law.days import days_after, said, span, years_after
from app.law.deadline import Counted, DeadlineRow, deadline, undated, working
from app.law.deadline_facts import Known, in_days, in_years
from app.law.deadlines_trafficking import trafficking_rows
from app.law.final_pay import FinalPayResult
from app.law.final_pay_words import DISCHARGED
from app.law.money import count
from app.law.notes import Caution
from app.law.parameters import Table
from app.law.reading import Items, exact_day, moment, text, whole, yes
from app.law.terms import Terms
from app.law.wages import WageResult


@dataclass(frozen=True)
class DeadlinesResult:
    """What `wages.deadlines` finds."""

    rows: tuple[DeadlineRow, ...]
    has_rows: bool
    has_passed: bool
    """Whether some day after which a claim is lost has passed, on every reading or on the earliest."""
    cautions: tuple[Caution, ...]


def deadlines(
    *,
    table: Table,
    today: date,
    weeks: Items | None = None,
    first_day: object = None,
    last_day: object = None,
    how_ended: object = None,
    discharged_on: object = None,
    request_date: object = None,
    letter_request_date: object = None,
    trafficked: object = None,
    minor: object = None,
    born: object = None,
    payday_days_after: object = None,
    owed: object = None,
    final: object = None,
) -> DeadlinesResult:
    """The list for these dates; a trafficking deadline without a known day says so and is not left out.

    weeks: items with starts; trafficked and minor: yes or no; the others are dates, inexact ones read twice.
    owed is a WageResult: with it a track has a row only for workweeks that are short on it, without it every
    workweek counts. final is a FinalPayResult: with it unpaid last pay has its rows as promised wages.
    """
    starts = sorted(filter(None, (exact_day(item.get("starts")) for item in weeks or ())))
    starts = [day for day in starts if day >= table.first_day("limitation_missouri_years")]
    result = owed if isinstance(owed, WageResult) else None
    open_final = text(how_ended) in DISCHARGED
    known = Known(
        table,
        today,
        _short("missouri", starts, result),
        _short("federal", starts, result),
        _short("contract", starts, result),
        moment(first_day),
        moment(last_day),
        moment(discharged_on) if open_final else None,
        moment(request_date) if open_final else None,
        isinstance(final, FinalPayResult) and not final.is_paid and not final.not_over,
        moment(letter_request_date),
        text(how_ended) != "still_working",
        yes(trafficked) is True,
        yes(minor),
        moment(born),
        whole(payday_days_after, "The days from a workweek's end to its payday"),
    )
    rows = (*_wages(known), *_promise(known), *_final_pay(known), *_letter(known), *trafficking_rows(known))
    doubts = dict.fromkeys(row.citation for row in rows if row.unconfirmed)
    cautions = [
        Caution(
            "A period to sue has not been confirmed; read the law before relying on its day.",
            citation,
            "check",
        )
        for citation in doubts
    ]
    return DeadlinesResult(
        rows, bool(rows), any(row.bar and (row.passed or row.maybe_passed) for row in rows), tuple(cautions)
    )


def _short(track: str, starts: list[date], owed: WageResult | None) -> tuple[date, ...]:
    """The workweeks that are short on a track on some reading, or could not be computed and so may be."""
    if owed is None:
        return tuple(starts)
    lines = {week.measure.worked.starts: week.contract for week in owed.weeks}
    if track == "contract" and not any(lines.values()):
        return ()
    promised = (day for day, line in lines.items() if line and line.shortfall)
    short = {"missouri": owed.missouri_watch, "federal": owed.federal_watch, "contract": promised}[track]
    watched = frozenset(short)
    return tuple(day for day in starts if day not in lines or day in watched)


def _wages(known: Known) -> Iterable[DeadlineRow]:
    """The oldest and the newest workweek on each clock; the calendar has those between."""
    terms = Terms(known.table, known.today, payday_after=known.payday_after)
    for law, key, weeks in (
        ("Missouri minimum wage and overtime", "limitation_missouri_years", known.missouri),
        ("Federal minimum wage and overtime", "limitation_federal_years", known.federal),
        ("Federal, if the violation was willful", "limitation_federal_willful_years", known.federal),
    ):
        for starts in dict.fromkeys(weeks[:1] + weeks[-1:]):
            period = known.table.value_on(key, starts)
            accrued = clock(starts, terms).accrued
            last = years_after(accrued, period.count)
            said_so = working(accrued, count(period.count, "year"), last)
            yield deadline(law, _workweek(starts), Counted(period, last, last, said_so), known.today)


def _workweek(starts: date) -> str:
    return f"workweek of {span(starts, days_after(starts, 6))}"


_PROMISES = (
    ("promise not in writing", "limitation_contract_unwritten_years"),
    ("promise in writing", "limitation_contract_written_years"),
)


def _promise(known: Known) -> Iterable[DeadlineRow]:
    if known.contract:
        terms = Terms(known.table, known.today, payday_after=known.payday_after)
        accrued = clock(known.contract[0], terms).accrued
        where, start = _workweek(known.contract[0]), When(accrued, accrued)
        for how, key in _PROMISES:
            yield deadline(f"Promised wages, {how}", where, in_years(known, key, start), known.today)
    if known.last_pay:
        yield from _last_pay(known)


def _last_pay(known: Known) -> Iterable[DeadlineRow]:
    """Last pay as promised wages, whether or not the statute on final pay is open too."""
    start = known.discharged or known.last
    for how, key in _PROMISES:
        claim = f"Last pay as promised wages, {how}"
        if start:
            yield deadline(claim, f"end of work, {said(start)}", in_years(known, key, start), known.today)
        else:
            period = known.table.value_on(key, known.today)
            words = f"end of work + {count(period.count, 'year')}"
            yield undated(claim, "end of work, not known", words, period)


def _final_pay(known: Known) -> Iterable[DeadlineRow]:
    if known.asked:
        from_request = in_days(known, "final_pay_wait_days", known.asked)
        where = f"written request, {said(known.asked)}"
        claim = "Final pay: employer's last day to pay in time"
        yield deadline(claim, where, from_request, known.today, bar=False)
    if known.discharged:
        where = f"discharge, {said(known.discharged)}"
        yield _stops_growing(known, known.discharged, where)
        sue = in_years(known, "limitation_final_pay_years", known.discharged)
        yield deadline("Final pay: penalty, last day to sue", where, sue, known.today)


def _stops_growing(known: Known, discharged: When, where: str) -> DeadlineRow:
    """No claim is lost on this day: without a request it has not even begun to count."""
    claim = "Final pay: day on which a penalty stops growing (290.110)"
    row = deadline(claim, where, in_days(known, "final_pay_cap_days", discharged), known.today, bar=False)
    if known.asked:
        return row
    words = (
        f"{row.working}; no claim ends on this day: a written request can still be made (not confirmed: how"
        " strictly courts read its time and form)"
    )
    return replace(row, working=words, passed=False, maybe_passed=False)


def _letter(known: Known) -> Iterable[DeadlineRow]:
    if known.last and known.ended:
        by = in_years(known, "service_letter_request_years", known.last)
        yield deadline("Service letter: last day to ask", f"end of work, {said(known.last)}", by, known.today)
    if known.letter_asked:
        by = in_days(known, "service_letter_answer_days", known.letter_asked)
        where = f"request, {said(known.letter_asked)}; confirm whether the count begins with its receipt"
        yield deadline("Service letter: answer due", where, by, known.today, bar=False)
