"""What the attorney must look at before signing a wage computation: assumptions, oddities, unconfirmed law."""

from collections.abc import Iterable

from app.law.charges import MAYBE_CREDIT, Charge
from app.law.days import plain
from app.law.money import count, listed, money
from app.law.notes import Caution, unconfirmed
from app.law.terms import Terms
from app.law.tracks import Week
from app.law.used import parameters_used

_LONG_WEEK = 84
"""Hours a workweek beyond which a slip of the pen is likelier than the work; the note asks for a warning here."""


def cautions(weeks: tuple[Week, ...], charges: tuple[Charge, ...], terms: Terms) -> tuple[Caution, ...]:
    """Every caution about these weeks, each once."""
    found = [
        *_about_pay(weeks),
        *_about_overtime(weeks, terms),
        *_about_charges(charges),
        *_about_tips(weeks, terms),
    ]
    found += [*_about_time(weeks, terms), *(terms.promise.cautions if terms.promise else ())]
    if any(w.federal.shortfall and w.missouri.shortfall for w in weeks):
        text = "The Missouri and the federal total are two measures of the same hours; choose one, never add them."
        found.append(Caution(text, "RSMo 290.527; 29 USC 216(b)", "note"))
    return (*found, *unconfirmed(parameters_used(weeks, terms)))


def _starts(weeks: Iterable[Week]) -> str:
    """The first days of some weeks, at most four of them."""
    days = [plain(w.measure.worked.starts) for w in weeks]
    more = f"{len(days) - 3} more" if len(days) > 4 else ""
    return listed([*days[:3], more] if more else days)


def _about_pay(weeks: tuple[Week, ...]) -> Iterable[Caution]:
    if below := [w for w in weeks if w.measure.pay.effective < 0]:
        text = f"Deductions exceed the pay in {count(len(below), 'workweek')} ({_starts(below)}); the excess is in the shortfall."
        yield Caution(text, MAYBE_CREDIT, "check")
    if long := [w for w in weeks if w.measure.worked.hours > _LONG_WEEK]:
        text = f"More than {_LONG_WEEK} hours in {count(len(long), 'workweek')} ({_starts(long)}); confirm the hours."
        yield Caution(text, "29 CFR 516.2", "check")
    if idle := [w for w in weeks if not w.measure.worked.hours and w.measure.worked.paid]:
        text = f"Pay but no hours in {count(len(idle), 'workweek')} ({_starts(idle)}); confirm the hours."
        yield Caution(text, "29 CFR 516.2", "check")


def _about_overtime(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    over = [w for w in weeks if w.missouri.overtime_hours and not terms.tipped]
    if guessed := [w for w in over if w.measure.pay.inferred]:
        text = (
            f"In {count(len(guessed), 'workweek')} ({_starts(guessed)}) pay above the agreed rate was taken for overtime"
            " premium, because nobody said how much of the pay was premium; confirm it."
        )
        yield Caution(text, "29 CFR 778.115", "check")
    if unsaid := [
        w
        for w in over
        if w.measure.worked.premium is None and not w.measure.pay.inferred and w.measure.pay.gross
    ]:
        text = (
            f"Nobody said whether the pay of {count(len(unsaid), 'workweek')} over {over[0].measure.missouri_overtime.after:f}"
            f" hours ({_starts(unsaid)}) held overtime premium; it is computed as if it held none."
        )
        yield Caution(text, "29 CFR 778.115", "check")
    if large := [w for w in over if _too_large(w)]:
        text = (
            f"The overtime premium given for {count(len(large), 'workweek')} ({_starts(large)}) is more than half the"
            " regular rate for each overtime hour; confirm that it is the extra half only, not all overtime pay."
        )
        yield Caution(text, "29 CFR 778.115", "check")


def _too_large(week: Week) -> bool:
    given, over = week.measure.worked.premium, week.measure.missouri_overtime
    if not given or not week.measure.worked.hours:
        return False
    # One cent of room, because the employer's own premium was rounded.
    full = max(week.measure.pay.straight_before_deductions, week.missouri.required) * over.hours * over.extra
    return (given * 100 - 1) * week.measure.worked.hours > full * 100


def _about_charges(charges: tuple[Charge, ...]) -> Iterable[Caution]:
    if doubtful := [c for c in charges if c.doubtful and c.week]:
        kinds = listed(sorted({c.name for c in doubtful}))
        total = money(sum(c.amount for c in doubtful[1:]) + doubtful[0].amount)
        text = f"Deductions of {total} for {kinds} may count as pay if they were free, fair and for the worker; check each."
        yield Caution(text, MAYBE_CREDIT, "check")
    if unplaced := [c for c in charges if not c.week]:
        text = (
            f"{count(len(unplaced), 'deduction')} could not be placed in a workweek and"
            f" {'is' if len(unplaced) == 1 else 'are'} in no figure; give the exact day or add the workweek."
        )
        yield Caution(text, MAYBE_CREDIT, "check")


def _about_tips(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    if not terms.tipped:
        return
    yield Caution(
        "Tips may be credited only where the worker kept them; a pool shared with managers or tips taken by the employer"
        " changes the figures.",
        "RSMo 290.512; 29 USC 203(m)",
        "check",
    )
    if missing := [w for w in weeks if w.measure.worked.tips is None]:
        text = f"No tips are given for {count(len(missing), 'workweek')} ({_starts(missing)}); they are computed as none."
        yield Caution(text, "RSMo 290.512", "check")


def _about_time(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    if running := [w for w in weeks if w.measure.worked.ends >= terms.today]:
        text = f"The workweek that starts {_starts(running)} is not over yet; its figures are not final."
        yield Caution(text, "8 CSR 30-4.020", "check")
    if lost := [w for w in weeks if w.measure.clock.lost_federal(terms.today, willful=False)]:
        text = f"{count(len(lost), 'workweek')} may be out of time on some track; see the limitations calendar before choosing."
        yield Caution(text, "RSMo 290.527; 29 USC 255(a)", "check")
    if terms.amusement:
        text = (
            "Overtime is measured from the longer week of an amusement or recreation business; such a business may be"
            " exempt from the federal law, so the federal figures stand for comparison only."
        )
        yield Caution(text, "RSMo 290.505.2; 29 USC 213(a)(3)", "check")
