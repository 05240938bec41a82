"""Dates of one charge that cannot all be true, on any reading: a plea before the offense and the like."""

from collections.abc import Callable, Iterator

from app.core.values import When
from app.law.days import said
from app.law.expungement.charge import Charge
from app.law.expungement.record import Record
from app.law.expungement.verdict import Verdict, undecided
from app.law.money import listed


def contradictions(charge: Charge, record: Record) -> tuple[str, ...]:
    """Each pair of dates in the wrong order, in words; inexact dates that may be in order are none.

    The day of birth is not said, for these words stand in the memo.
    """
    born, offended = record.born, charge.offended
    unborn = born is not None and offended is not None and offended.latest < born.earliest
    return (
        *(["the day of the offense lies before the birth"] if unborn else []),
        *_in_wrong_order(charge),
    )


def _in_wrong_order(charge: Charge) -> Iterator[str]:
    yield from (
        f"{later} ({said(second)}) lies before {earlier} ({said(first)})"
        for earlier, first, later, second in _pairs(charge)
        if first and second and second.latest < first.earliest
    )


def _pairs(charge: Charge) -> Iterator[tuple[str, When | None, str, When | None]]:
    """What must come first, and what after it; an arrest may come after the charge or the plea."""
    offense = ("the day of the offense", charge.offended)
    yield *offense, "the arrest", charge.arrest
    if charge.disposition == "arrest_only":
        return
    yield *offense, "the charge", charge.charged
    if not charge.guilt:
        return
    found = ("the plea or finding of guilt", charge.found)
    yield *offense, *found
    yield "the charge", charge.charged, *found
    for before in (offense, found):
        yield *before, "the completion", charge.completed_on


def contradicting(route: str) -> Callable[[Charge, Record], Verdict | None]:
    """The rule that sends a charge to the attorney while its dates contradict each other."""

    def rule(charge: Charge, record: Record) -> Verdict | None:
        wrong = contradictions(charge, record)
        if not wrong:
            return None
        text = f"The dates contradict each other: {listed(list(wrong))}. Look at the court's record."
        return undecided(text, record.numbering.cite("contents"), route)

    return rule
