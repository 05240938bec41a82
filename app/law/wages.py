"""The wage claim as one result: three tracks, every workweek, every step, alternatives and cautions."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.alternatives import Alternative, alternatives, watched
from app.law.cautions import cautions
from app.law.charges import counts
from app.law.claim import Claim
from app.law.figures import (
    ContractTotal,
    FederalTotal,
    MissouriTotal,
    Period,
    Sums,
    contract_total,
    federal_total,
    missouri_total,
    period,
    sums,
)
from app.law.lost import lost_federal, lost_missouri
from app.law.money import ZERO, count, money
from app.law.notes import Caution
from app.law.rows import Row, rows_in_order
from app.law.tables import DeductionRow, RateRow, basis_text, deduction_rows, rate_rows, rates_text
from app.law.totals import contract, federal, missouri
from app.law.tracks import Week
from app.law.used import ParameterRow, parameter_row, parameters_used


@dataclass(frozen=True, kw_only=True)
class WageResult(Period, Sums, MissouriTotal, FederalTotal, ContractTotal):
    """What `wages.weeks` finds; `X` is a number, `X_text` its printed form; no two tracks are ever added."""

    small_claims_cap: Decimal
    small_claims_cap_text: str
    within_small_claims: bool
    """Whether the Missouri total fits small claims court."""
    rates_text: str
    basis_text: str
    unconfirmed_text: str
    """The figures from memory that something here rests on."""
    has_shortfall: bool
    """Whether any track is short."""
    has_overtime: bool
    has_deductions: bool
    """Whether some deduction is counted against the pay."""
    has_counted_deductions: bool
    """The same; `has_deductions` for those who want it said."""
    has_uncounted_deductions: bool
    """Whether one in a workweek is not counted, because the attorney leaves doubtful ones out."""
    has_meals_or_lodging: bool
    """Whether a counted deduction is for meals or lodging."""
    uncounted_deductions: Decimal
    uncounted_deductions_text: str
    has_tips: bool
    has_unplaced: bool
    has_alternatives: bool
    has_lost_weeks: bool
    """Whether some workweek that is short on a track looks out of time on it."""
    has_unmeasured: bool
    """Whether some workweek is in no figure; its row says why."""
    unmeasured_count: int
    unmeasured_count_text: str
    has_cautions: bool
    rests_on_unconfirmed: bool
    leaves_out_lost_weeks: bool
    rows: tuple[Row, ...]
    rates: tuple[RateRow, ...]
    """Those of the workweeks that are claimed; of all where none is."""
    all_rates: tuple[RateRow, ...]
    deduction_rows: tuple[DeductionRow, ...]
    unplaced: tuple[DeductionRow, ...]
    alternatives: tuple[Alternative, ...]
    cautions: tuple[Caution, ...]
    parameters: tuple[ParameterRow, ...]
    missouri_watch: tuple[date, ...]
    """The first days of the workweeks that are short on the Missouri track, on this or another reading."""
    federal_watch: tuple[date, ...]
    weeks: tuple[Week, ...]
    """The same workweeks as numbers, for code; templates use `rows`."""


def wages(claim: Claim) -> WageResult:
    """The whole result of a claim."""
    weeks, terms = claim.weeks, claim.terms
    state, fed, promise = missouri(weeks, terms), federal(weeks, terms), contract(weeks)
    deductions = deduction_rows(claim.charges, weeks, terms)
    all_rates = rate_rows(weeks, terms)
    rates = rate_rows(tuple(w for w in weeks if not (w.lost_missouri and w.lost_federal)), terms) or all_rates
    others = alternatives(weeks, claim.charges, terms)
    warned = cautions(claim)
    missouri_watch, federal_watch = watched(weeks, claim.charges, terms)
    charges = [c for c in claim.charges if c.week]
    counted = [c for c in charges if counts(c, count_doubtful=terms.count_doubtful)]
    uncounted = sum((c.amount or ZERO for c in charges if c not in counted), ZERO)
    used = parameters_used(weeks, terms)
    cap = terms.number("small_claims_cap", terms.today)
    doubts = list(dict.fromkeys(p.title for p in used if not p.confirmed))
    totals = (period(weeks), sums(weeks), missouri_total(state), federal_total(fed), contract_total(promise))
    return WageResult(
        **{name: value for part in totals for name, value in vars(part).items()},
        small_claims_cap=cap, small_claims_cap_text=money(cap), within_small_claims=state.total <= cap,
        rates_text=rates_text(rates), basis_text=basis_text(weeks), unconfirmed_text="; ".join(doubts),
        has_shortfall=bool(state.unpaid or fed.unpaid or promise.unpaid),
        has_overtime=any(w.missouri.overtime_hours or w.federal.overtime_hours for w in weeks),
        has_deductions=bool(counted), has_counted_deductions=bool(counted),
        has_uncounted_deductions=bool(uncounted),
        has_meals_or_lodging=any(c.kind in ("rent", "food") for c in counted),
        uncounted_deductions=uncounted, uncounted_deductions_text=money(uncounted),
        has_unmeasured=bool(claim.unmeasured), unmeasured_count=len(claim.unmeasured),
        unmeasured_count_text=count(len(claim.unmeasured), "workweek"),
        has_tips=any(w.measure.worked.tips for w in weeks),
        has_unplaced=any(not d.week_text for d in deductions), has_alternatives=bool(others),
        has_cautions=bool(warned),
        has_lost_weeks=any(
            lost_missouri(w, terms.today) or lost_federal(w, terms.today, willful=False) for w in weeks
        ),
        rests_on_unconfirmed=bool(doubts),
        leaves_out_lost_weeks=any(w.lost_missouri or w.lost_federal for w in weeks),
        rows=rows_in_order(weeks, claim.unmeasured, terms), rates=rates, all_rates=all_rates,
        deduction_rows=tuple(d for d in deductions if d.week_text),
        unplaced=tuple(d for d in deductions if not d.week_text), alternatives=others, cautions=warned,
        parameters=tuple(parameter_row(p) for p in used), weeks=weeks,
        missouri_watch=_starts(weeks, missouri_watch), federal_watch=_starts(weeks, federal_watch),
    )  # fmt: skip


def _starts(weeks: tuple[Week, ...], numbers: Collection[int]) -> tuple[date, ...]:
    return tuple(w.measure.worked.starts for w in weeks if w.measure.worked.number in numbers)
