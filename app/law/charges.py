"""Deductions for the employer's benefit, each placed in the workweek of its day (8 CSR 30-4.050)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from app.core.values import When
from app.law.days import days_after
from app.law.money import ZERO, listed
from app.law.reading import Answers, Items, moment, not_negative, text
from app.law.refusals import Refusal
from app.law.workweeks import Unmeasured, Workweek

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

Placed = Workweek | Unmeasured

NO_WEEK = "its day does not lie for certain in a workweek listed here"

_WHY_DOUBTFUL = {
    "rent": "lodging counts as pay only if taken freely, for the worker's own benefit, at fair value",
    "food": "meals count as pay only if taken freely, for the worker's own benefit, at fair value",
    "fee": "whether the fee served the employer has to be shown",
    "other": "what it was for has to be shown",
}


@dataclass(frozen=True)
class Charge:
    """One sum taken out of the pay."""

    taken_on: When | None
    kind: str
    """A key of KINDS; "" when it is not known."""
    amount: Decimal | None
    week: int
    """The number of its workweek; 0 when it is in no figure."""
    out: str = ""
    """Why it is in no figure; "" when its workweek is found."""

    @property
    def doubtful(self) -> bool:
        """Whether the employer may argue that it counts as pay."""
        return self.kind in _WHY_DOUBTFUL

    @property
    def name(self) -> str:
        """Its kind in words."""
        return KINDS.get(self.kind, "not known")

    def treatment(self, *, counted: bool) -> str:
        """How the computation treats it and why; `counted` tells whether the attorney counts it at all."""
        if not self.week:
            return f"left out of every figure: {self.out}"
        if not counted:
            return f"not subtracted, by the attorney's choice: {_WHY_DOUBTFUL[self.kind]}"
        if self.doubtful:
            return f"subtracted from the pay, but check: {_WHY_DOUBTFUL[self.kind]}"
        return "subtracted from the pay: it served the employer and cannot count toward the minimum wage"

    @property
    def citation(self) -> str:
        """The rule that decides whether it may count as pay."""
        return MAYBE_CREDIT if self.doubtful else NEVER_CREDIT


def read_charges(items: Items | None, weeks: Iterable[Placed]) -> tuple[Charge, ...]:
    """Every deduction with its workweek; one that cannot be placed or priced has the number 0, and why."""
    places = tuple(weeks)
    return tuple(_read(item, places) for item in items or ())


def _read(item: Answers, weeks: tuple[Placed, ...]) -> Charge:
    taken_on, kind = moment(item.get("taken_on")), text(item.get("kind"))
    try:
        amount = not_negative(item.get("amount"), "A deduction")
    except Refusal:
        amount = None
    needed = {"its day": taken_on, "its amount": amount, "what it was for": kind or None}
    missing = [what for what, there in needed.items() if there is None]
    week = _week_of(taken_on, weeks) if taken_on and not missing else 0
    out = "" if week else NO_WEEK
    if missing:
        out = f"{listed(missing)} {'is' if len(missing) == 1 else 'are'} not known"
    return Charge(taken_on, kind if kind in KINDS or not kind else "other", amount, week, out)


def _week_of(taken_on: When, weeks: tuple[Placed, ...]) -> int:
    for week in weeks:
        if week.starts and week.starts <= taken_on.earliest and taken_on.latest <= days_after(week.starts, 6):
            return week.number
    return 0


def without(charges: tuple[Charge, ...], left_out: Collection[int]) -> tuple[Charge, ...]:
    """The deductions, those of the workweeks numbered in `left_out` taken out of every figure."""
    return tuple(
        replace(charge, week=0, out="its workweek is left out") if charge.week in left_out else charge
        for charge in charges
    )


def counts(charge: Charge, *, count_doubtful: bool) -> bool:
    """Whether the deduction is subtracted from some workweek's pay."""
    return bool(charge.week and charge.amount) and (count_doubtful or not charge.doubtful)


def taken_in(week: Workweek, charges: tuple[Charge, ...], count_doubtful: bool) -> Decimal:
    """What was taken out of one workweek's pay."""
    counted = (c for c in charges if c.week == week.number and counts(c, count_doubtful=count_doubtful))
    return sum((charge.amount or ZERO for charge in counted), ZERO)
