"""Whether a worker may ask for a service letter, and by when (RSMo 290.140)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from app.core.values import When
from app.law.days import days_after, plain, said, years_after
from app.law.money import count
from app.law.parameters import Table
from app.law.reading import moment, text, yes
from app.law.refusals import Refusal

CITATION = "RSMo 290.140"
Answer = Literal["yes", "no", "doubtful"]


@dataclass(frozen=True)
class Reason:
    """One condition of the statute and whether it is met."""

    point: str
    answer: Answer
    text: str
    citation: str


@dataclass(frozen=True, kw_only=True)
class ServiceLetterResult:
    """What `wages.service_letter` finds: no when one condition fails, doubtful when one is not known."""

    answer: Answer
    eligible: bool
    doubtful: bool
    not_eligible: bool
    in_time: bool
    """Whether a request today is certainly within the time allowed."""
    days_least: int
    days_most: int
    request_by: date | None
    """The last day to ask, counted from the earliest reading of the last day of work."""
    request_by_text: str
    request_by_later_text: str
    """The same from the latest reading; "" when the last day is exact."""
    answer_by: date | None
    answer_by_text: str
    has_answer_day: bool
    reasons: tuple[Reason, ...]
    reason_text: str


def service_letter(
    *,
    table: Table,
    today: date,
    how_ended: object,
    first_day: object = None,
    last_day: object = None,
    corporation: object = None,
    seven_employees: object = None,
    request_date: object = None,
) -> ServiceLetterResult:
    """Weighs every condition of the statute; nothing here is decided on a fact that is not known."""
    first, last, asked = moment(first_day), moment(last_day), moment(request_date)
    if first and last and last.latest < first.earliest:
        raise Refusal(
            f"The last day of work ({said(last)}) lies before the first ({said(first)}); correct one of them."
        )
    least, most = _service(first, last)
    reasons = (
        _ended(text(how_ended)),
        _known("corporation", yes(corporation), "The employer is a corporation"),
        _employees(yes(seven_employees), table, today),
        _long_enough(least, most, table, today),
        _soon_enough(last, asked or When(today, today), table, today),
    )
    return _result(reasons, (least, most), _ask_by(last, table, today), _answer_by(asked, table, today))


def _service(first: When | None, last: When | None) -> tuple[int, int]:
    """The days of service, first and last day included, on the shortest and on the longest reading."""
    if first is None or last is None:
        return 0, 0
    least = (last.earliest - first.latest).days + 1
    return max(0, least), (last.latest - first.earliest).days + 1


def _ended(how_ended: str) -> Reason:
    if how_ended == "still_working":
        return Reason("ended", "no", "The work has not ended.", CITATION)
    if how_ended in ("fired", "refused_further_work", "quit"):
        return Reason("ended", "yes", "The work has ended.", CITATION)
    return Reason("ended", "doubtful", "How the work ended has to be weighed.", CITATION)


def _known(point: str, answer: bool | None, sentence: str) -> Reason:
    if answer is None:
        return Reason(point, "doubtful", f"{sentence}: not known.", CITATION)
    return Reason(point, "yes" if answer else "no", f"{sentence}: {'yes' if answer else 'no'}.", CITATION)


def _employees(answer: bool | None, table: Table, today: date) -> Reason:
    least = table.value_on("service_letter_employees", today).count
    return _known("employees", answer, f"It has {least} or more employees")


def _long_enough(least: int, most: int, table: Table, today: date) -> Reason:
    needed = table.value_on("service_letter_service_days", today).count
    if not most:
        return Reason(
            "service", "doubtful", f"The days of service are not known; {needed} are needed.", CITATION
        )
    worked = count(least, "day") if least == most else f"{least:,} to {most:,} days"
    answer: Answer = "yes" if least >= needed else "no" if most < needed else "doubtful"
    return Reason("service", answer, f"Service of {worked}; {needed} are needed.", CITATION)


def _ask_by(last: When | None, table: Table, today: date) -> tuple[date, date] | None:
    if last is None:
        return None
    years = table.value_on("service_letter_request_years", today).count
    return years_after(last.earliest, years), years_after(last.latest, years)


def _soon_enough(last: When | None, asked: When, table: Table, today: date) -> Reason:
    by = _ask_by(last, table, today)
    if by is None:
        return Reason(
            "time", "doubtful", "The last day of work is not known, so the time to ask is not.", CITATION
        )
    answer: Answer = "yes" if asked.latest <= by[0] else "no" if asked.earliest > by[1] else "doubtful"
    return Reason("time", answer, f"The request has to be made by {plain(by[0])}.", CITATION)


def _answer_by(asked: When | None, table: Table, today: date) -> date | None:
    """Counted from the request on its latest reading, so that no employer is called late too early."""
    days = table.value_on("service_letter_answer_days", today).count
    return days_after(asked.latest, days) if asked else None


def _result(
    reasons: tuple[Reason, ...],
    service: tuple[int, int],
    ask_by: tuple[date, date] | None,
    answer_by: date | None,
) -> ServiceLetterResult:
    answers = {reason.answer for reason in reasons}
    answer: Answer = "no" if "no" in answers else "doubtful" if "doubtful" in answers else "yes"
    against = [reason.text for reason in reasons if reason.answer == answer]
    return ServiceLetterResult(
        answer=answer,
        eligible=answer == "yes",
        doubtful=answer == "doubtful",
        not_eligible=answer == "no",
        in_time=reasons[-1].answer == "yes",
        days_least=service[0],
        days_most=service[1],
        request_by=ask_by[0] if ask_by else None,
        request_by_text=plain(ask_by[0]) if ask_by else "",
        request_by_later_text=plain(ask_by[1]) if ask_by and ask_by[0] != ask_by[1] else "",
        answer_by=answer_by,
        answer_by_text=plain(answer_by) if answer_by else "",
        has_answer_day=answer_by is not None,
        reasons=reasons,
        reason_text=" ".join(against),
    )
