"""What the attorney must look at about overtime: premiums that were guessed, not said, or look too large."""

from collections.abc import Iterable

from app.law.naming import these
from app.law.notes import Caution
from app.law.terms import Terms
from app.law.tracks import Week

CITATION = "29 CFR 778.115"


def about_overtime(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Caution]:
    """The cautions about overtime weeks; a tipped worker's premium rests on the minimum, not on the pay."""
    over = [week for week in weeks if week.missouri.overtime_hours and not terms.tipped]
    yield from _about_premium(over)
    if raised := [week for week in over if week.measure.pay.straight < week.missouri.required]:
        text = (
            f"In {these(raised)} the premium is measured at the minimum wage, because less was paid; that"
            " the regular rate is never below the minimum is not confirmed."
        )
        yield Caution(text, "29 CFR 778.5", "check")


def _about_premium(over: list[Week]) -> Iterable[Caution]:
    if guessed := [week for week in over if week.measure.pay.inferred]:
        text = (
            f"In {these(guessed)} pay above the agreed rate was taken for overtime premium, because nobody"
            " said how much of the pay was premium; confirm it."
        )
        yield Caution(text, CITATION, "check")
    if unsaid := [week for week in over if _unsaid(week)]:
        text = (
            f"Nobody said whether the pay of {these(unsaid)} held overtime premium; it is computed as if it"
            " held none."
        )
        yield Caution(text, CITATION, "check")
    if large := [week for week in over if _too_large(week)]:
        text = (
            f"The overtime premium given for {these(large)} is more than half the regular rate for each"
            " overtime hour; confirm that it is the extra half only, not all overtime pay."
        )
        yield Caution(text, CITATION, "check")


def _unsaid(week: Week) -> bool:
    """Whether it would matter: below the federal minimum no premium can be hidden in the pay."""
    pay = week.measure.pay
    return week.measure.worked.premium is None and not pay.inferred and pay.effective > week.federal.required


def _too_large(week: Week) -> bool:
    """One cent of room is left, because the employer's own premium was rounded."""
    given, over = week.measure.worked.premium, week.measure.missouri_overtime
    if not given:
        return False
    straight = max(week.measure.pay.straight_before_deductions, week.missouri.required)
    return (given * 100 - 1) * week.measure.worked.hours > straight * over.hours * over.extra * 100
