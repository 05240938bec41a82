"""What the attorney must weigh before final wages are claimed under RSMo 290.110."""

from collections.abc import Iterable

from app.law.final_pay_facts import Owed
from app.law.final_pay_penalty import Penalty
from app.law.notes import Caution, Level

CITATION = "RSMo 290.110"
_RUNS = ("waiting", "running", "capped", "paid_late")


def cautions(penalty: Penalty, owed: Owed, *, open_: bool, overlap: str) -> tuple[Caution, ...]:
    """Every caution for this claim; none about the penalty where the law is not open."""
    return tuple(_cautions(penalty, owed, open_, overlap))


def _cautions(penalty: Penalty, owed: Owed, open_: bool, overlap: str) -> Iterable[Caution]:
    if penalty.status in ("attorney", "unknown_day", "unknown_request"):
        level: Level = "must fix" if penalty.status == "unknown_day" else "check"
        yield Caution(penalty.status_text, CITATION, level)
    if owed.disagrees:
        yield Caution(
            "The unpaid wages given differ from the rate times the unpaid hours; the sum given is used.",
            CITATION,
            "check",
        )
    if not open_:
        return
    yield Caution(
        "The request must be in writing and sent as the statute says; how strictly courts hold to that is not"
        " confirmed.",
        CITATION, "check",
    )  # fmt: skip
    if penalty.status in _RUNS:
        yield from _about_measure(penalty, owed)
    if overlap:
        yield Caution(overlap, "RSMo 290.110; RSMo 290.527", "check")


def _about_measure(penalty: Penalty, owed: Owed) -> Iterable[Caution]:
    if not owed.daily or not owed.schedule:
        yield Caution(
            "The penalty needs the daily wage and the weekdays worked; without both it is not computed.",
            CITATION,
            "check",
        )
    yield Caution(
        "The statute does not say how a day of wages is measured: both methods are shown, by scheduled"
        " work days and by calendar days; choose one.",
        CITATION, "check",
    )  # fmt: skip
    yield Caution(
        "The text forbids abatement or deduction, yet one practitioner reports set-off of a valid debt, and"
        " another that tips and bonuses are not wages here; neither is confirmed.",
        CITATION, "check",
    )  # fmt: skip
    if penalty.inexact:
        yield Caution(f"A date is not exact: {penalty.reading_text}.", CITATION, "check")
