"""Deductions for the employer's benefit, each placed in the workweek of its day (8 CSR 30-4.050)."""

from dataclasses import dataclass
from decimal import Decimal

from app.core.values import When
from app.law.money import ZERO
from app.law.reading import Answers, Items, moment, not_negative, text
from app.law.refusals import Refusal
from app.law.workweeks import Workweek

NEVER_CREDIT = "8 CSR 30-4.050; 29 CFR 531.35"
MAYBE_CREDIT = "RSMo 290.512; 8 CSR 30-4.050"

KINDS = {
    "uniform": "uniform or laundry",
    "tools": "tools or required items",
    "cash_short": "cash shortage",
    "breakage": "breakage or loss",
    "transport": "transport for the job",
    "rent": "rent or lodging",
    "food": "meals",
    "fee": "fee",
    "other": "other charge",
}
"""The kinds of deduction with their printed names."""

_WHY_DOUBTFUL = {
    "rent": "lodging counts as pay only if taken freely, for the worker's own benefit, at fair value",
    "food": "meals count as pay only if taken freely, for the worker's own benefit, at fair value",
    "fee": "whether the fee served the employer has to be shown",
    "other": "what it was for has to be shown",
}


@dataclass(frozen=True)
class Charge:
    """One sum taken out of the pay."""

    taken_on: When
    kind: str
    amount: Decimal
    week: int
    """The number of its workweek; 0 when its day lies in none of those given."""

    @property
    def doubtful(self) -> bool:
        """Whether the employer may argue that it counts as pay."""
        return self.kind in _WHY_DOUBTFUL

    @property
    def name(self) -> str:
        """Its kind in words."""
        return KINDS[self.kind]

    def treatment(self, *, counted: bool) -> str:
        """How the computation treats it and why; `counted` tells whether the attorney counts it at all."""
        if not self.week:
            return "left out of every figure: its day does not lie for certain in a workweek listed here"
        if not counted:
            return f"not subtracted, by the attorney's choice: {_WHY_DOUBTFUL[self.kind]}"
        if self.doubtful:
            return f"subtracted from the pay, but check: {_WHY_DOUBTFUL[self.kind]}"
        return "subtracted from the pay: it served the employer and cannot count toward the minimum wage"

    @property
    def citation(self) -> str:
        """The rule that decides whether it may count as pay."""
        return MAYBE_CREDIT if self.doubtful else NEVER_CREDIT


def read_charges(items: Items | None, weeks: tuple[Workweek, ...]) -> tuple[Charge, ...]:
    """Every deduction with its workweek; one that a workweek cannot be found for has the number 0."""
    return tuple(_read(item, weeks) for item in items or ())


def _read(item: Answers, weeks: tuple[Workweek, ...]) -> Charge:
    taken_on, amount = moment(item.get("taken_on")), not_negative(item.get("amount"), "A deduction")
    if taken_on is None or amount is None:
        raise Refusal("A deduction needs both the day it was taken and its amount.")
    kind = text(item.get("kind"))
    return Charge(taken_on, kind if kind in KINDS else "other", amount, _week_of(taken_on, weeks))


def _week_of(taken_on: When, weeks: tuple[Workweek, ...]) -> int:
    inside = (w.number for w in weeks if w.starts <= taken_on.earliest and taken_on.latest <= w.ends)
    return next(inside, 0)


def taken_in(week: Workweek, charges: tuple[Charge, ...], count_doubtful: bool) -> Decimal:
    """What was taken out of one workweek's pay."""
    counted = (c.amount for c in charges if c.week == week.number and (count_doubtful or not c.doubtful))
    return sum(counted, ZERO)
