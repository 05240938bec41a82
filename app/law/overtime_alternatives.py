"""Alternative figures that differ in how overtime is measured."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from app.law.lines import Overtime
from app.law.measure import Measure
from app.law.money import ZERO, cents
from app.law.other import FEDERAL, MISSOURI, Other
from app.law.spans import total
from app.law.terms import Terms
from app.law.tracks import Week, federal_line, missouri_line


def about_overtime(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Other]:
    """The readings in which overtime is not claimed, or stands on another regular rate."""
    yield Other(
        "missouri_without_overtime", MISSOURI, "Missouri, without overtime", "RSMo 290.502",
        lambda w: missouri_line(_without_overtime(w.measure), terms).shortfall,
    )  # fmt: skip
    yield Other(
        "federal_without_overtime", FEDERAL, "Federal, without overtime", "29 USC 206",
        lambda w: federal_line(_without_overtime(w.measure), terms).shortfall,
    )  # fmt: skip
    yield from _at_missouri_rate()
    if not terms.tipped:
        yield from _about_straight_pay(weeks, terms)


def _without_overtime(found: Measure) -> Measure:
    none = Overtime(ZERO, ZERO, ZERO)
    return replace(found, missouri_overtime=none, federal_overtime=none)


def _at_missouri_rate() -> Iterable[Other]:
    yield Other(
        "federal_at_missouri_rate", FEDERAL,
        "Federal, with overtime on a regular rate never below the Missouri minimum",
        "29 CFR 778.5", _federal_at_missouri_rate, unconfirmed=True,
    )  # fmt: skip
    yield Other(
        "federal_overtime_alone", FEDERAL,
        "Federal overtime premium alone, on a regular rate never below the Missouri minimum",
        "29 USC 207; 29 CFR 778.5", _federal_overtime_alone, unconfirmed=True,
    )  # fmt: skip


def _about_straight_pay(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Other]:
    if any(w.measure.pay.deductions and w.missouri.overtime_hours for w in weeks):
        yield Other(
            "straight_before_deductions", MISSOURI,
            "Missouri, with overtime on the straight pay before deductions",
            "8 CSR 30-4.050; 29 CFR 778.115",
            lambda w: missouri_line(w.measure, terms, w.measure.pay.straight_before_deductions).shortfall,
        )  # fmt: skip
    if any(w.measure.pay.deductions and w.federal.overtime_hours for w in weeks):
        yield Other(
            "federal_straight_before_deductions", FEDERAL,
            "Federal, with overtime on the straight pay before deductions",
            "29 USC 207; 29 CFR 531.37(b)",
            lambda w: federal_line(w.measure, terms, w.measure.pay.straight_before_deductions).shortfall,
            unconfirmed=True,
        )  # fmt: skip
    if any(w.missouri.overtime_hours and total(w.measure.promised) > w.missouri.straight for w in weeks):
        yield Other(
            "overtime_at_promised_rate", MISSOURI,
            "Missouri, with overtime weeks measured at the promised rate, if that rate is proved",
            "RSMo 290.505; 29 CFR 778.115", lambda w: _at_promised_rate(w, terms),
        )  # fmt: skip


def _at_promised_rate(week: Week, terms: Terms) -> Decimal:
    """Only a week with overtime is measured by the promised rate; a shorter week stays at the minimum."""
    straight = max(total(week.measure.promised), week.measure.pay.straight)
    return missouri_line(week.measure, terms, straight).shortfall


def _premium(week: Week) -> Decimal:
    """The federal premium on a regular rate that is not below the Missouri minimum."""
    found, over = week.measure, week.measure.federal_overtime
    if not over.hours:
        return ZERO
    straight = max(week.federal.straight, total(found.missouri))
    return straight * over.hours * over.extra / found.worked.hours


def _federal_at_missouri_rate(week: Week) -> Decimal:
    due = week.federal.straight + _premium(week) - week.federal.tip_credit
    return cents(max(ZERO, due - week.measure.pay.effective))


def _federal_overtime_alone(week: Week) -> Decimal:
    return cents(max(ZERO, _premium(week) - week.measure.pay.premium))
