"""The wage claim as one result: three tracks, every workweek, every step, alternatives and cautions."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.alternatives import Alternative, alternatives
from app.law.cautions import cautions
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
from app.law.money import money
from app.law.notes import Caution
from app.law.rows import Row, row
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
    has_tips: bool
    has_unplaced: bool
    has_alternatives: bool
    has_lost_weeks: bool
    """Whether some workweek looks out of time on some track."""
    has_cautions: bool
    rests_on_unconfirmed: bool
    leaves_out_lost_weeks: bool
    rows: tuple[Row, ...]
    rates: tuple[RateRow, ...]
    deduction_rows: tuple[DeductionRow, ...]
    unplaced: tuple[DeductionRow, ...]
    alternatives: tuple[Alternative, ...]
    cautions: tuple[Caution, ...]
    parameters: tuple[ParameterRow, ...]
    weeks: tuple[Week, ...]
    """The same workweeks as numbers, for code; templates use `rows`."""


def wages(claim: Claim) -> WageResult:
    """The whole result of a claim."""
    weeks, terms = claim.weeks, claim.terms
    state, fed, promise = missouri(weeks, terms), federal(weeks, terms), contract(weeks)
    deductions = deduction_rows(claim.charges, weeks, terms)
    rates = rate_rows(weeks, terms)
    others = alternatives(weeks, claim.charges, terms)
    warned = cautions(weeks, claim.charges, terms)
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
        has_deductions=any(d.week_text for d in deductions),
        has_tips=any(w.measure.worked.tips for w in weeks),
        has_unplaced=any(not d.week_text for d in deductions), has_alternatives=bool(others),
        has_cautions=bool(warned),
        has_lost_weeks=any(w.measure.clock.lost_federal(terms.today, willful=False) for w in weeks),
        rests_on_unconfirmed=bool(doubts),
        leaves_out_lost_weeks=any(w.lost_missouri or w.lost_federal for w in weeks),
        rows=tuple(row(week, terms) for week in weeks), rates=rates,
        deduction_rows=tuple(d for d in deductions if d.week_text),
        unplaced=tuple(d for d in deductions if not d.week_text), alternatives=others, cautions=warned,
        parameters=tuple(parameter_row(p) for p in used), weeks=weeks,
    )  # fmt: skip
