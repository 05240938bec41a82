"""The smaller tables beside the worksheet: rates that applied, deductions, and what the hours rest on."""

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from app.law.charges import Charge, counts
from app.law.days import plain, said, span
from app.law.money import ZERO, count, money, rate
from app.law.rows import BASES
from app.law.terms import Terms
from app.law.tracks import Week
from app.law.workweeks import Workweek


@dataclass(frozen=True)
class RateRow:
    """A minimum wage that applied to some of the hours, with the day from which it has been in force."""

    from_text: str
    missouri_text: str
    federal_text: str
    required_text: str
    """The higher of the two, which Missouri requires."""
    citation: str


@dataclass(frozen=True)
class DeductionRow:
    """A deduction with its workweek and how the computation treats it."""

    day_text: str
    kind_text: str
    amount: Decimal
    """Zero while it is not known."""
    amount_text: str
    week_text: str
    treatment: str
    citation: str
    doubtful: bool
    counted: bool
    """Whether it is subtracted from the pay in the figures."""


def rate_rows(weeks: tuple[Week, ...], terms: Terms) -> tuple[RateRow, ...]:
    """Each minimum wage the hours met, in order of time."""
    rows: dict[str, RateRow] = {}
    for begins in (part.begins for week in weeks for part in week.measure.missouri):
        state = terms.table.value_on("minimum_wage_missouri", begins)
        federal = terms.table.value_on("minimum_wage_federal", begins)
        rows.setdefault(
            plain(state.effective_from),
            RateRow(
                plain(state.effective_from), rate(state.number), rate(federal.number),
                rate(terms.minimum_missouri(begins)), f"{state.citation}; {federal.citation}",
            ),
        )  # fmt: skip
    return tuple(rows.values())


def rates_text(rows: tuple[RateRow, ...]) -> str:
    """The rates in one line: `$13.75 an hour from January 1, 2025, and $15.00 an hour from ...`."""
    said = [f"{row.required_text} an hour from {row.from_text}" for row in rows]
    return ", and ".join(said) if len(said) <= 2 else f"{'; '.join(said[:-1])}; and {said[-1]}"


def deduction_rows(
    charges: tuple[Charge, ...], weeks: tuple[Week, ...], terms: Terms
) -> tuple[DeductionRow, ...]:
    """The deductions in the order given; one without a workweek says so."""
    by_number = {week.measure.worked.number: week.measure.worked for week in weeks}
    return tuple(_deduction(c, by_number[c.week] if c.week else None, terms) for c in charges)


def _deduction(charge: Charge, week: Workweek | None, terms: Terms) -> DeductionRow:
    return DeductionRow(
        day_text=said(charge.taken_on) if charge.taken_on else "not known",
        kind_text=charge.name,
        amount=charge.amount or ZERO,
        amount_text="not known" if charge.amount is None else money(charge.amount),
        week_text=span(week.starts, week.ends) if week else "",
        treatment=charge.treatment(counted=terms.count_doubtful or not charge.doubtful),
        citation=charge.citation,
        doubtful=charge.doubtful,
        counted=counts(charge, count_doubtful=terms.count_doubtful),
    )


def basis_text(weeks: tuple[Week, ...]) -> str:
    """What the hours rest on: `4 workweeks from the employer's record; 2 workweeks from memory`."""
    found = Counter(week.measure.worked.basis for week in weeks if week.measure.worked.basis)
    return "; ".join(
        f"{count(number, 'workweek')} from {BASES.get(basis, basis)}" for basis, number in found.items()
    )
