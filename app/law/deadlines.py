"""Every deadline of a wage claim with its working: wages, final pay, service letter, promise, trafficking."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.clocks import clock
from app.law.days import days_after, said, span, years_after
from app.law.deadline import Counted, DeadlineRow, deadline, undated, working
from app.law.final_pay_words import DISCHARGED
from app.law.money import count
from app.law.notes import Caution
from app.law.parameters import Table
from app.law.reading import Items, exact_day, moment, text, whole, yes
from app.law.terms import Terms


@dataclass(frozen=True)
class DeadlinesResult:
    """What `wages.deadlines` finds."""

    rows: tuple[DeadlineRow, ...]
    has_rows: bool
    has_passed: bool
    """Whether some day has passed, on every reading or on the earliest."""
    cautions: tuple[Caution, ...]


@dataclass(frozen=True)
class _Known:
    """What the deadlines are counted from."""

    table: Table
    today: date
    weeks: tuple[date, ...]
    first: When | None
    last: When | None
    discharged: When | None
    asked: When | None
    letter_asked: When | None
    ended: bool
    trafficked: bool
    minor: bool | None
    born: When | None
    payday_after: int | None


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
) -> DeadlinesResult:
    """The list for these dates; a trafficking deadline without a known day says so and is not left out.

    weeks: items with starts; trafficked and minor: yes or no; the others are dates, inexact ones read twice.
    """
    starts = sorted(filter(None, (exact_day(item.get("starts")) for item in weeks or ())))
    open_final = text(how_ended) in DISCHARGED
    known = _Known(
        table,
        today,
        tuple(day for day in starts if day >= table.first_day("limitation_missouri_years")),
        moment(first_day),
        moment(last_day),
        moment(discharged_on) if open_final else None,
        moment(request_date) if open_final else None,
        moment(letter_request_date),
        text(how_ended) != "still_working",
        yes(trafficked) is True,
        yes(minor),
        moment(born),
        whole(payday_days_after, "The days from a workweek's end to its payday"),
    )
    rows = (*_wages(known), *_promise(known), *_final_pay(known), *_letter(known), *_trafficking(known))
    doubts = dict.fromkeys(row.citation for row in rows if row.unconfirmed)
    cautions = [
        Caution(
            f"The period of {citation} has not been confirmed; read it before relying on the day.",
            citation,
            "check",
        )
        for citation in doubts
    ]
    return DeadlinesResult(
        rows, bool(rows), any(row.passed or row.maybe_passed for row in rows), tuple(cautions)
    )


def _wages(known: _Known) -> Iterable[DeadlineRow]:
    """The oldest and the newest workweek on each clock; the calendar has those between."""
    terms = Terms(known.table, known.today, payday_after=known.payday_after)
    for law, key in (
        ("Missouri minimum wage and overtime", "limitation_missouri_years"),
        ("Federal minimum wage and overtime", "limitation_federal_years"),
        ("Federal, if the violation was willful", "limitation_federal_willful_years"),
    ):
        for starts in dict.fromkeys(known.weeks[:1] + known.weeks[-1:]):
            period = known.table.value_on(key, starts)
            accrued = clock(starts, terms).accrued
            last = years_after(accrued, period.count)
            said_so = working(accrued, count(period.count, "year"), last)
            which = f"workweek of {span(starts, days_after(starts, 6))}"
            yield deadline(law, which, Counted(period, last, last, said_so), known.today)


def _years(known: _Known, key: str, start: When) -> Counted:
    period = known.table.value_on(key, known.today)
    return _counted(
        known, key, start, count(period.count, "year"), lambda day: years_after(day, period.count)
    )


def _days(known: _Known, key: str, start: When) -> Counted:
    period = known.table.value_on(key, known.today)
    return _counted(known, key, start, count(period.count, "day"), lambda day: days_after(day, period.count))


def _counted(known: _Known, key: str, start: When, amount: str, add: Callable[[date], date]) -> Counted:
    first, last = add(start.earliest), add(start.latest)
    words = working(start.earliest, amount, first)
    if first != last:
        words += f"; on the latest reading {working(start.latest, amount, last)}"
    return Counted(known.table.value_on(key, known.today), first, last, words)


def _promise(known: _Known) -> Iterable[DeadlineRow]:
    if not known.weeks:
        return
    terms = Terms(known.table, known.today, payday_after=known.payday_after)
    accrued = clock(known.weeks[0], terms).accrued
    start, which = (
        When(accrued, accrued),
        f"workweek of {span(known.weeks[0], days_after(known.weeks[0], 6))}",
    )
    for claim, key in (
        ("Promised wages, promise not in writing", "limitation_contract_unwritten_years"),
        ("Promised wages, promise in writing", "limitation_contract_written_years"),
    ):
        yield deadline(claim, which, _years(known, key, start), known.today)


def _final_pay(known: _Known) -> Iterable[DeadlineRow]:
    if known.asked:
        from_request = _days(known, "final_pay_wait_days", known.asked)
        where = f"written request, {said(known.asked)}"
        yield deadline("Final pay: employer's last day to pay in time", where, from_request, known.today)
    if known.discharged:
        where = f"discharge, {said(known.discharged)}"
        cap = _days(known, "final_pay_cap_days", known.discharged)
        yield deadline("Final pay: last day for which wages run on", where, cap, known.today)
        sue = _years(known, "limitation_final_pay_years", known.discharged)
        yield deadline("Final pay: penalty, last day to sue", where, sue, known.today)


def _letter(known: _Known) -> Iterable[DeadlineRow]:
    if known.last and known.ended:
        by = _years(known, "service_letter_request_years", known.last)
        yield deadline("Service letter: last day to ask", f"end of work, {said(known.last)}", by, known.today)
    if known.letter_asked:
        by = _days(known, "service_letter_answer_days", known.letter_asked)
        where = f"request, {said(known.letter_asked)}; confirm whether the count begins with its receipt"
        yield deadline("Service letter: answer due", where, by, known.today)


def _trafficking(known: _Known) -> Iterable[DeadlineRow]:
    if not known.trafficked:
        return
    federal = known.table.value_on("limitation_trafficking_years", known.today)
    claim = "Federal trafficking suit"
    if known.last:
        yield deadline(
            claim, f"last day of work, {said(known.last)}", _last_act(known, known.last), known.today
        )
    else:
        yield undated(claim, "last act, not known", f"last act + {federal.count} years", federal)
    if known.minor is not False:
        yield _minor(known)
    state = known.table.value_on("limitation_trafficking_missouri_years", known.today)
    yield undated(
        "Missouri trafficking suit",
        "the latest of the final criminal order, emancipation and the 18th birthday;"
        " only after a plea or finding of guilt",
        f"that day + {state.count} years",
        state,
    )


def _last_act(known: _Known, last: When) -> Counted:
    found = _years(known, "limitation_trafficking_years", last)
    if known.first is None:
        return found
    early = _years(known, "limitation_trafficking_years", known.first)
    return Counted(
        found.parameter,
        found.earliest,
        found.latest,
        f"{found.working}; from the first day of work {early.working}",
    )


def _minor(known: _Known) -> DeadlineRow:
    period = known.table.value_on("limitation_trafficking_years", known.today)
    adult = known.table.value_on("limitation_trafficking_adult_age", known.today)
    claim = "Federal trafficking suit of one who was a minor, if later"
    years = period.count + adult.count
    if known.born is None:
        return undated(claim, "birth date, not given", f"birth date + {years} years", period)
    first, last = years_after(known.born.earliest, years), years_after(known.born.latest, years)
    # The birth date itself stays out of the words: this list may be printed where it must not be read.
    words = f"the day of turning {adult.count} + {period.count} years"
    return deadline(claim, f"turning {adult.count}", Counted(period, first, last, words), known.today)
