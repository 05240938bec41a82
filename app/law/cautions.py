"""What the attorney must look at before signing a wage computation: assumptions, oddities, doubtful law."""

from collections.abc import Iterable
from decimal import Decimal

from app.law.charges import MAYBE_CREDIT, Charge
from app.law.claim import Claim
from app.law.lost import lost_federal, lost_missouri
from app.law.money import ZERO, count, listed, money
from app.law.naming import these
from app.law.notes import Caution, unconfirmed
from app.law.overtime_cautions import about_overtime
from app.law.terms import Terms
from app.law.tracks import Week
from app.law.used import parameters_used

_LONG_WEEK = 84
"""Hours a workweek beyond which a slip of the pen is likelier than the work."""


def cautions(claim: Claim) -> tuple[Caution, ...]:
    """Every caution about a claim, each once."""
    weeks, charges, terms = claim.weeks, claim.charges, claim.terms
    return (
        *about_unmeasured(claim),
        *_about_pay(weeks),
        *about_overtime(weeks, terms),
        *_about_charges(charges, terms),
        *_about_tips(weeks, terms),
        *_about_time(weeks, terms),
        *_about_promise(weeks, terms),
        *_about_tracks(weeks, terms),
        *unconfirmed(parameters_used(weeks, terms)),
    )


def _about_pay(weeks: tuple[Week, ...]) -> Iterable[Caution]:
    if below := [week for week in weeks if week.measure.pay.effective < 0]:
        text = f"Deductions exceed the pay in {these(below)}; the excess is in the shortfall."
        yield Caution(text, MAYBE_CREDIT, "check")
    if long := [week for week in weeks if week.measure.worked.hours > _LONG_WEEK]:
        text = f"More than {_LONG_WEEK} hours in {these(long)}; confirm the hours."
        yield Caution(text, "29 CFR 516.2", "check")
    if idle := [week for week in weeks if not week.measure.worked.hours and week.measure.worked.paid]:
        text = f"Pay but no hours in {these(idle)}; confirm the hours."
        yield Caution(text, "29 CFR 516.2", "check")
    if split := [week for week in weeks if len(week.measure.missouri) > 1]:
        text = (
            f"The minimum wage changed inside {these(split)}; each hour is measured at the rate of its day, a"
            " rule of arithmetic that no source confirms in words."
        )
        yield Caution(text, "RSMo 290.502", "check")


def about_unmeasured(claim: Claim) -> Iterable[Caution]:
    """What is missing of the workweeks that are in no figure; at most four are told in full."""
    if out := claim.unmeasured:
        told = out if len(out) <= 4 else out[:3]
        more = f" So with {len(out) - 3} more." if len(out) > 4 else ""
        said = " ".join(each.reason for each in told)
        text = f"Not in any figure: {count(len(out), 'workweek')}. {said}{more}"
        yield Caution(text, "8 CSR 30-4.020", "must fix")


def _about_promise(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    """How an inexact change was read matters only where the promise bears on a figure."""
    rests = any((w.contract and w.contract.shortfall) or w.measure.pay.inferred for w in weeks)
    for caution in terms.promise.cautions if terms.promise else ():
        if rests or caution.level == "must fix":
            yield caution


def _about_charges(charges: tuple[Charge, ...], terms: Terms) -> Iterable[Caution]:
    if doubtful := [charge for charge in charges if charge.doubtful and charge.week]:
        kinds = listed(sorted({charge.name for charge in doubtful}))
        text = (
            f"Deductions of {money(_sum(doubtful))} for {kinds} may count as pay if they were free, fair"
            f" and for the worker; {'check each' if terms.count_doubtful else 'they are not counted'}."
        )
        yield Caution(text, MAYBE_CREDIT, "check")
    for why in dict.fromkeys(charge.out for charge in charges if not charge.week):
        unplaced = [charge for charge in charges if charge.out == why]
        text = (
            f"Not in any figure: {count(len(unplaced), 'deduction')}{_of(unplaced)}, because {why};"
            " give what is missing or add the workweek."
        )
        yield Caution(text, MAYBE_CREDIT, "must fix")


def _of(charges: list[Charge]) -> str:
    return f" of {money(_sum(charges))}" if all(charge.amount is not None for charge in charges) else ""


def _sum(charges: list[Charge]) -> Decimal:
    return sum((charge.amount or ZERO for charge in charges), ZERO)


def _about_tips(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    if not terms.tipped:
        return
    text = (
        "Not confirmed: that the federal tip credit needs notice to the worker, and that tips count only"
        " where the worker kept them. A pool shared with managers or tips taken by the employer changes the"
        " figures; see the other readings without tip credit."
    )
    yield Caution(text, "RSMo 290.512; 29 USC 203(m)", "check")
    if missing := [week for week in weeks if week.measure.worked.tips is None]:
        text = f"No tips are given for {these(missing)}; they are computed as none."
        yield Caution(text, "RSMo 290.512", "check")


def _about_time(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    if running := [week for week in weeks if week.measure.worked.ends >= terms.today]:
        text = f"Not over yet: {these(running)}; its figures are not final."
        yield Caution(text, "8 CSR 30-4.020", "check")
    today = terms.today
    if lost := [w for w in weeks if lost_missouri(w, today) or lost_federal(w, today, willful=False)]:
        text = (
            f"{count(len(lost), 'workweek')} may be out of time on some track; see the limitations"
            " calendar before choosing."
        )
        yield Caution(text, "RSMo 290.527; 29 USC 255(a)", "check")


def _about_tracks(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    if any(week.federal.shortfall and week.missouri.shortfall for week in weeks):
        text = (
            "The Missouri and the federal total measure the same hours; choose one and never add them."
            " That they may not both be recovered is not confirmed."
        )
        yield Caution(text, "RSMo 290.527; 29 USC 216(b)", "check")
    if terms.amusement and any(week.missouri.overtime_hours or week.federal.shortfall for week in weeks):
        text = (
            "Overtime is measured from the longer week of an amusement or recreation business; such a"
            " business may be exempt from the federal law, so the federal figures stand for comparison"
            " only."
        )
        yield Caution(text, "RSMo 290.505.2; 29 USC 213(a)(3)", "check")
