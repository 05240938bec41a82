"""Two small statutory sums: a pay cut without notice (RSMo 290.100), late factory pay (RSMo 290.090)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from app.core.values import When
from app.law.days import days_after, plain
from app.law.money import ZERO, cents, money
from app.law.parameters import Table
from app.law.reading import moment, not_negative, yes

Answer = Literal["yes", "no", "doubtful"]


@dataclass(frozen=True)
class PenaltyResult:
    """Whether a statutory sum is open and how much it is; for the attorney's memo."""

    answer: Answer
    applies: bool
    doubtful: bool
    amount: Decimal
    amount_text: str
    reason_text: str
    citation: str


def pay_cut(
    *,
    table: Table,
    today: date,
    corporation: object = None,
    was_cut: object = None,
    notice_given: object = None,
) -> PenaltyResult:
    """F6: the sum a corporation forfeits to each worker whose pay it cut without notice."""
    days = table.value_on("pay_cut_notice_days", today)
    forfeit = table.value_on("pay_cut_forfeit", today).number
    conditions = {
        "the employer is a corporation": yes(corporation),
        "the pay was cut": yes(was_cut),
        f"no written notice came {days.count} days before": _not(yes(notice_given)),
    }
    return _penalty(conditions, forfeit, days.citation)


def factory(
    *,
    table: Table,
    today: date,
    manufactory: object = None,
    sum_due: object = None,
    due_on: object = None,
    paid_on: object = None,
) -> PenaltyResult:
    """F7: double the sum due when a factory has not paid within the days the statute allows."""
    allowed = table.value_on("factory_pay_days", today)
    multiple = table.value_on("factory_multiplier", today).number
    due, paid = moment(due_on), moment(paid_on)
    owed = not_negative(sum_due, "The sum the factory owed")
    last = plain(days_after(due.latest, allowed.count)) if due else ""
    conditions = {
        "the employer runs a factory": yes(manufactory),
        "wages were owed": owed > 0 if owed is not None else None,
        f"nothing came by {last}" if last else "the payday is known": _late(due, paid, allowed.count, today),
    }
    return _penalty(conditions, cents((owed or ZERO) * multiple), allowed.citation)


def _late(due: When | None, paid: When | None, allowed: int, today: date) -> bool | None:
    """Whether the wages came too late on every reading of the days; None when that depends on the reading."""
    if due is None:
        return None
    came = paid or When(today, today)
    if came.earliest > days_after(due.latest, allowed):
        return True
    return False if came.latest <= days_after(due.earliest, allowed) else None


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


def _penalty(conditions: dict[str, bool | None], amount: Decimal, citation: str) -> PenaltyResult:
    """Open when every condition holds, closed when one fails, doubtful when one is not known."""
    failed = [words for words, holds in conditions.items() if holds is False]
    unknown = [words for words, holds in conditions.items() if holds is None]
    answer: Answer = "no" if failed else "doubtful" if unknown else "yes"
    because = {"no": failed, "doubtful": unknown, "yes": list(conditions)}[answer]
    opening = {"no": "Not so: ", "doubtful": "Not known: ", "yes": "Because "}[answer]
    due = ZERO if failed else amount
    return PenaltyResult(
        answer,
        answer == "yes",
        answer == "doubtful",
        due,
        money(due),
        f"{opening}{'; '.join(because)}.",
        citation,
    )
