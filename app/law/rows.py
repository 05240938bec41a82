"""The wage worksheet's rows in printed words: all a template needs of a workweek, nothing to compute."""

from dataclasses import dataclass, fields
from typing import Any

from app.law.days import days_after, plain, span, weekday
from app.law.explain import steps
from app.law.lines import Line
from app.law.measure import Measure
from app.law.money import hours, listed, money, rate
from app.law.notes import Step
from app.law.spans import Span
from app.law.terms import Terms
from app.law.tracks import Week
from app.law.workweeks import Unmeasured

BASES = {
    "employer_record": "the employer's record",
    "own_notes": "own notes",
    "memory": "memory",
}
"""What a workweek's hours rest on, in printed words."""


@dataclass(frozen=True)
class Row:
    """One workweek as the worksheet prints it; every figure is text, "" where a track is absent."""

    number: str
    starts: str
    ends: str
    span: str
    hours: str
    by_day: str
    basis: str
    rates: str
    agreed_rates: str
    paid: str
    deductions: str
    effective_pay: str
    tips: str
    overtime_hours: str
    required: str
    straight: str
    regular_rate: str
    overtime_premium: str
    tip_credit: str
    due: str
    shortfall: str
    federal_required: str
    federal_straight: str
    federal_regular_rate: str
    federal_overtime_premium: str
    federal_tip_credit: str
    federal_due: str
    federal_shortfall: str
    contract_due: str
    contract_shortfall: str
    left_out: str
    has_overtime: bool
    has_deductions: bool
    has_tips: bool
    has_shortfall: bool
    has_contract: bool
    has_left_out: bool
    left_out_missouri: bool
    left_out_federal: bool
    has_by_day: bool
    has_figures: bool
    """Whether it could be computed; otherwise `left_out` says why, and every figure is ""."""
    steps: tuple[Step, ...]


def row(week: Week, terms: Terms) -> Row:
    """A workweek in printed words."""
    found, state, federal, promise = week.measure, week.missouri, week.federal, week.contract
    worked, pay = found.worked, found.pay
    return Row(
        number=str(worked.number), starts=plain(worked.starts), ends=plain(worked.ends),
        span=span(worked.starts, worked.ends), hours=hours(worked.hours), by_day=_by_day(found),
        basis=BASES.get(worked.basis, worked.basis), rates=rates(found.missouri),
        agreed_rates=rates(found.promised),
        paid=money(pay.gross), deductions=money(pay.deductions), effective_pay=money(pay.effective),
        tips="" if worked.tips is None else money(worked.tips), overtime_hours=hours(state.overtime_hours),
        required=money(state.required), straight=money(state.straight), regular_rate=rate(state.regular_rate),
        overtime_premium=money(state.premium), tip_credit=money(state.tip_credit),
        due=money(state.due), shortfall=money(state.shortfall),
        federal_required=money(federal.required), federal_straight=money(federal.straight),
        federal_regular_rate=rate(federal.regular_rate), federal_overtime_premium=money(federal.premium),
        federal_tip_credit=money(federal.tip_credit), federal_due=money(federal.due),
        federal_shortfall=money(federal.shortfall),
        contract_due=money(promise.due) if promise else "",
        contract_shortfall=money(promise.shortfall) if promise else "",
        left_out=left_out(week), has_overtime=bool(state.overtime_hours or federal.overtime_hours),
        has_deductions=bool(pay.deductions), has_tips=worked.tips is not None,
        has_shortfall=_any(state, federal, promise), has_contract=promise is not None,
        has_left_out=week.lost_missouri or week.lost_federal, left_out_missouri=week.lost_missouri,
        left_out_federal=week.lost_federal, has_by_day=bool(worked.by_day), has_figures=True,
        steps=steps(week, terms),
    )  # fmt: skip


def row_without_figures(out: Unmeasured) -> Row:
    """The row of a workweek that is in no figure; both tracks leave it out."""
    told: dict[str, Any] = {field.name: False if field.type is bool else "" for field in fields(Row)}
    told |= {
        "number": str(out.number), "span": "first day not known", "basis": BASES.get(out.basis, out.basis),
        "left_out": f"in no figure: {out.reason}", "steps": (),
        "has_left_out": True, "left_out_missouri": True, "left_out_federal": True,
    }  # fmt: skip
    if out.starts:
        ends = days_after(out.starts, 6)
        told |= {"starts": plain(out.starts), "ends": plain(ends), "span": span(out.starts, ends)}
    return Row(**told)


def rows_in_order(weeks: tuple[Week, ...], out: tuple[Unmeasured, ...], terms: Terms) -> tuple[Row, ...]:
    """Every workweek of the claim by its number, with figures or with the reason why it has none."""
    found = [*(row(week, terms) for week in weeks), *(row_without_figures(each) for each in out)]
    return tuple(sorted(found, key=lambda each: int(each.number)))


def _any(*lines: Line | None) -> bool:
    return any(line.shortfall for line in lines if line)


def rates(parts: tuple[Span, ...]) -> str:
    """The hourly rates of a workweek: `$13.75`, or `$13.75 and $15.00` when one changes inside it."""
    return listed([rate(part.rate) for part in parts])


def _by_day(found: Measure) -> str:
    pairs = zip(found.worked.days, found.worked.by_day, strict=False)
    return "; ".join(f"{weekday(day)} {hours(worked)}" for day, worked in pairs)


def left_out(week: Week) -> str:
    """On which tracks the totals leave the workweek out because its time to sue looks over."""
    tracks = [
        name for name, lost in (("Missouri", week.lost_missouri), ("federal", week.lost_federal)) if lost
    ]
    return f"not in the {listed(tracks)} total: time to sue looks over" if tracks else ""
