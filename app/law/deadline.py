"""One deadline as the attorney's list prints it: what, from when, how counted, until when, by which law."""

from dataclasses import dataclass
from datetime import date

from app.law.days import plain, with_weekday
from app.law.parameters import Parameter


@dataclass(frozen=True)
class DeadlineRow:
    """A deadline in printed words; with inexact dates `day` is the earliest reading."""

    claim: str
    runs_from: str
    day: date | None
    last_day: str
    """`Friday, May 15, 2026`, or "" where no day can be counted."""
    later_reading: str
    """The last day on the latest reading; "" when the dates are exact."""
    working: str
    citation: str
    has_day: bool
    inexact: bool
    passed: bool
    """Whether the day has passed on every reading."""
    maybe_passed: bool
    """Whether it has passed on the earliest reading only."""
    unconfirmed: bool
    unconfirmed_text: str
    bar: bool
    """Whether a claim is lost after the day; False where only something ends or an answer is due."""


@dataclass(frozen=True)
class Counted:
    """A last day on its earliest and latest reading, the parameter it rests on, and the counting in words."""

    parameter: Parameter
    earliest: date
    latest: date
    working: str


def deadline(claim: str, runs_from: str, counted: Counted, today: date, *, bar: bool = True) -> DeadlineRow:
    """A row for a day that could be counted."""
    inexact = counted.earliest != counted.latest
    passed = counted.latest < today
    doubt = not counted.parameter.confirmed
    return DeadlineRow(
        claim=claim,
        runs_from=runs_from,
        day=counted.earliest,
        last_day=with_weekday(counted.earliest),
        later_reading=with_weekday(counted.latest) if inexact else "",
        working=counted.working,
        citation=counted.parameter.citation,
        has_day=True,
        inexact=inexact,
        passed=passed,
        maybe_passed=not passed and counted.earliest < today,
        unconfirmed=doubt,
        unconfirmed_text="not confirmed" if doubt else "",
        bar=bar,
    )


def undated(claim: str, runs_from: str, working: str, parameter: Parameter) -> DeadlineRow:
    """A row for a period whose first day is not known."""
    doubt = not parameter.confirmed
    words = "not confirmed" if doubt else ""
    return DeadlineRow(
        claim, runs_from, None, "", "", working, parameter.citation, False, False, False, False, doubt, words,
        bar=True,
    )  # fmt: skip


def working(start: date, amount: str, last: date) -> str:
    """The counting of one day from another: `May 8, 2026 + 7 days = May 15, 2026`."""
    return f"{plain(start)} + {amount} = {plain(last)}"
