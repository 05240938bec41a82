"""What is said about final pay under RSMo 290.110: where it stands, how it was counted, what to watch."""

from collections.abc import Iterable
from datetime import date

from app.law.days import days_after, plain, with_weekday
from app.law.final_pay_days import Run
from app.law.final_pay_facts import Owed
from app.law.money import count, finely, money
from app.law.notes import Step

CITATION = "RSMo 290.110"

CLOSED = {
    "quit": "This law reaches a discharge or a refusal of further work, not a worker who quit; the unpaid"
    " wages are claimed as promised pay.",
    "still_working": "The work has not ended, so no final pay is due yet.",
    "held": "Whether a worker who was held was discharged is for an attorney to decide before a request is"
    " written.",
    "ran_away": "Whether a worker who got away was discharged is for an attorney to decide before a"
    " request is written.",
    "commission": "Pay mainly by commission that has to be worked out from an audit is outside this law.",
    "unknown": "How the work ended is not clear, and this law reaches only a discharge or a refusal of"
    " further work.",
    "unknown_day": "The day of the discharge is not known, so nothing can be counted yet.",
    "unknown_request": "The day of the written request is not known, so the days after it cannot be"
    " counted yet.",
}
"""Why no penalty is computed, by what stands in the way."""

STATUS = {
    "quit": "not_discharge", "still_working": "not_discharge",
    "held": "attorney", "ran_away": "attorney", "unknown": "attorney",
}  # fmt: skip
"""The status a result reports for each way the work ended that does not open the statute."""

DISCHARGED = ("fired", "refused_further_work")


def no_request_text(wait: int) -> str:
    """The sentence while no written request has been made."""
    days = count(wait, "day")
    return f"No written request has been made, so no penalty runs; the {days} allowed begin with it."


def status_text(run: Run) -> str:
    """Where the penalty stands, in one sentence."""
    seventh, cap = with_weekday(run.seventh), with_weekday(run.cap)
    counted = f"{count(run.calendar_days, 'calendar day')} to {plain(run.counted_to)}"
    paid = plain(run.reading.paid) if run.reading.paid else ""
    return {
        "waiting": f"The employer has until {seventh}; no penalty has begun. If nothing has come by the"
        f" end of that day, wages run on from {plain(run.reading.discharged)}.",
        "paid_in_time": f"The wages came on {paid}, by {seventh}, the last day allowed; there is no penalty.",
        "running": f"Nothing had come by {seventh}; wages run on from the discharge, so far {counted},"
        f" at most to {cap}.",
        "capped": f"Nothing had come by {seventh}; wages ran on for the full {count(run.cap_days, 'day')},"
        f" to {cap}.",
        "paid_late": f"The wages came on {paid}, after {seventh}, the last day allowed; wages ran on for"
        f" {counted}.",
    }[run.status]


def cap_text(status: str, cap: date, today: date, *, known: bool) -> str:
    """When the figures at the cap would be owed; "" when they could not be computed."""
    if not known:
        return ""
    day = plain(cap)
    if status in ("paid_in_time", "paid_late"):
        return f"What it would have come to, had nothing come by {day}; not applicable, because wages came."
    if status == "no_request" and today >= cap:
        return (
            f"The days for which wages run on ended on {day}. A request can still be made; if nothing comes"
            " in the days allowed after it, the whole sum is due. Not confirmed: how strictly courts read the"
            " time and form of the request."
        )
    if status == "capped":
        return f"Reached on {day}."
    return f"If nothing comes by {day}."


def steps(run: Run, owed: Owed) -> Iterable[Step]:
    """The counting and the arithmetic of both methods, line by line."""
    reading, wait = run.reading, (run.seventh - run.reading.requested).days
    yield Step("days", f"{plain(reading.requested)} + {wait} days = {with_weekday(run.seventh)}", CITATION)
    yield Step(
        "days", f"{plain(reading.discharged)} + {run.cap_days} days = {with_weekday(run.cap)}", CITATION
    )
    if not run.calendar_days:
        return
    first = plain(days_after(reading.discharged, 1))
    yield Step("days", f"{first} to {plain(run.counted_to)} = {count(run.calendar_days, 'calendar day')},"
               f" {count(run.work_days, 'scheduled work day')}", CITATION)  # fmt: skip
    if owed.daily and owed.schedule:
        yield from _methods(run, owed)


def _methods(run: Run, owed: Owed) -> Iterable[Step]:
    daily, weekly = finely(owed.daily), finely(owed.weekly)
    first, second = owed.method_1(run.work_days), owed.method_2(run.calendar_days)
    yield Step("method 1", f"{count(run.work_days, 'work day')} × {daily} = {money(first)}", CITATION)
    calendar = count(run.calendar_days, "calendar day")
    yield Step("method 2", f"{calendar} × {weekly} ÷ 7 = {money(second)}", CITATION)
    if run.reading.paid is None:
        most, other = owed.method_1(run.cap_work_days), owed.method_2(run.cap_days)
        yield Step("cap", f"at the cap: {run.cap_work_days} work days × {daily} = {money(most)}", CITATION)
        yield Step(
            "cap", f"at the cap: {run.cap_days} calendar days × {weekly} ÷ 7 = {money(other)}", CITATION
        )
