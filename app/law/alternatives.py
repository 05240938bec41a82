"""Other figures for the same weeks, from which the attorney chooses; each stands alone, none is added."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal

from app.law.charges import Charge
from app.law.lines import hourly
from app.law.lost import lost_federal, lost_missouri
from app.law.measure import measure
from app.law.money import ZERO, money
from app.law.other import FEDERAL, MISSOURI, Other
from app.law.overtime_alternatives import about_overtime
from app.law.terms import Terms
from app.law.tracks import Week, federal_line, missouri_line


@dataclass(frozen=True)
class Alternative:
    """One other reading: what would be unpaid and what the total with liquidated damages would be."""

    key: str
    label: str
    unpaid: Decimal
    unpaid_text: str
    total: Decimal
    total_text: str
    citation: str
    unconfirmed: bool
    """Whether the reading itself comes from memory."""


def alternatives(
    weeks: tuple[Week, ...], charges: tuple[Charge, ...], terms: Terms
) -> tuple[Alternative, ...]:
    """Every alternative that can differ from the main figures for these weeks."""
    short = {
        MISSOURI: any(week.missouri.shortfall for week in weeks),
        FEDERAL: any(week.federal.shortfall for week in weeks),
    }
    found = [(other, _made(other, weeks, terms)) for other in _others(weeks, charges, terms)]
    return tuple(made for other, made in found if made.unpaid or short[other.multiple])


def watched(
    weeks: tuple[Week, ...], charges: tuple[Charge, ...], terms: Terms
) -> tuple[frozenset[int], frozenset[int]]:
    """The numbers of the workweeks that are short, on the main or on another reading: Missouri, federal.

    Their days to sue have to be watched even where the main reading finds nothing short.
    """
    others = tuple(_others(weeks, charges, terms))
    return _watched(weeks, others, MISSOURI), _watched(weeks, others, FEDERAL)


def _watched(weeks: tuple[Week, ...], others: tuple[Other, ...], track: str) -> frozenset[int]:
    readings: list[Callable[[Week], Decimal]] = [_missouri if track == MISSOURI else _federal]
    readings += [other.shortfall for other in others if other.multiple == track]
    return frozenset(week.measure.worked.number for week in weeks if any(read(week) for read in readings))


def _made(other: Other, weeks: tuple[Week, ...], terms: Terms) -> Alternative:
    counted = [week for week in weeks if other.every_week or not other.leaves_out(week)]
    unpaid = sum((other.shortfall(week) for week in counted), ZERO)
    whole = unpaid * (1 + terms.number(other.multiple, terms.today))
    return Alternative(
        other.key, other.label, unpaid, money(unpaid), whole, money(whole), other.citation, other.unconfirmed
    )


def _others(weeks: tuple[Week, ...], charges: tuple[Charge, ...], terms: Terms) -> Iterable[Other]:
    if any(w.missouri.overtime_hours or w.federal.overtime_hours for w in weeks):
        yield from about_overtime(weeks, terms)
    if any(c.week and c.doubtful for c in charges) and terms.count_doubtful:
        yield _without_doubtful(charges, terms)
    if terms.tipped:
        yield from _about_tips(weeks, terms)
    yield from _about_time(weeks, terms)


def _without_doubtful(charges: tuple[Charge, ...], terms: Terms) -> Other:
    strict = replace(terms, count_doubtful=False)
    return Other(
        "without_doubtful_deductions", MISSOURI, "Missouri, without the deductions an employer may defend",
        "RSMo 290.512; 8 CSR 30-4.050",
        lambda w: missouri_line(measure(w.measure.worked, charges, strict), strict).shortfall,
    )  # fmt: skip


def _about_tips(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Other]:
    if any(w.missouri.tip_credit for w in weeks):
        yield Other(
            "missouri_without_tip_credit", MISSOURI,
            "Missouri, without any tip credit: the tips were not kept", "RSMo 290.512",
            lambda w: missouri_line(w.measure, terms, with_credit=False).shortfall, unconfirmed=True,
        )  # fmt: skip
    if any(w.federal.tip_credit for w in weeks):
        yield Other(
            "federal_without_tip_credit", FEDERAL,
            "Federal, without any tip credit: no notice was given or the tips were not kept", "29 USC 203(m)",
            lambda w: federal_line(w.measure, terms, with_credit=False).shortfall, unconfirmed=True,
        )  # fmt: skip
    if any(w.missouri.overtime_hours and w.measure.pay.straight > w.missouri.required for w in weeks):
        yield Other(
            "tipped_cash_above_minimum", MISSOURI,
            "Missouri, with overtime on the cash wage where that alone was above the minimum",
            "RSMo 290.505; 29 CFR 778.115", _on_cash_wage,
        )  # fmt: skip


def _on_cash_wage(week: Week) -> Decimal:
    found, pay = week.measure, week.measure.pay
    if pay.straight <= week.missouri.required:
        return week.missouri.shortfall
    over = found.missouri_overtime
    return hourly(week.missouri.required, pay.effective, pay.straight, found.worked.hours, over).shortfall


def _about_time(weeks: tuple[Week, ...], terms: Terms) -> Iterable[Other]:
    if any(lost_missouri(w, terms.today) for w in weeks):
        yield _missouri_in_time(terms)
    if any(lost_federal(w, terms.today, willful=False) for w in weeks):
        yield _federal_in_time(terms, "federal_in_time_2y", "shorter", willful=False)
    if any(lost_federal(w, terms.today, willful=True) for w in weeks):
        yield _federal_in_time(terms, "federal_in_time_3y", "longer (willful)", willful=True)
    if any(w.lost_missouri for w in weeks):
        label = "Missouri, with every workweek, in time or not"
        yield Other("missouri_every_week", MISSOURI, label, "RSMo 290.527", _missouri, every_week=True)
    if any(w.lost_federal for w in weeks):
        label = "Federal, with every workweek, in time or not"
        yield Other("federal_every_week", FEDERAL, label, "29 USC 255(a)", _federal, every_week=True)


def _missouri(week: Week) -> Decimal:
    return week.missouri.shortfall


def _federal(week: Week) -> Decimal:
    return week.federal.shortfall


def _missouri_in_time(terms: Terms) -> Other:
    def shortfall(week: Week) -> Decimal:
        return ZERO if week.measure.clock.lost_missouri(terms.today) else week.missouri.shortfall

    label = "Missouri, without workweeks past the time to sue"
    return Other("missouri_in_time", MISSOURI, label, "RSMo 290.527", shortfall, every_week=True)


def _federal_in_time(terms: Terms, key: str, age: str, *, willful: bool) -> Other:
    def shortfall(week: Week) -> Decimal:
        return (
            ZERO if week.measure.clock.lost_federal(terms.today, willful=willful) else week.federal.shortfall
        )

    return Other(
        key,
        FEDERAL,
        f"Federal, without workweeks past the {age} time to sue",
        "29 USC 255(a)",
        shortfall,
        every_week=True,
    )
