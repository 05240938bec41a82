"""What a screening comes to: one of four outcomes, always with its reason and citation."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Result = Literal["may generate", "fix first", "attorney must decide", "not eligible"]

RESULTS: tuple[Result, ...] = ("may generate", "fix first", "attorney must decide", "not eligible")
"""From the best to the worst."""


@dataclass(frozen=True)
class Outcome:
    """One conclusion of the law about one subject, for attorneys only."""

    subject: str
    """What it is about, in a few words: a charge, a paper, a ground."""
    outcome: Result
    reason: str
    citation: str
    until: date | None = None
    """For what is not eligible yet: the first day on which it may be."""
    until_text: str = ""
    confirmed: bool = True
    """False when it rests on law that nobody has read in a source."""


def worst(outcomes: tuple[Outcome, ...]) -> Result:
    """The worst of several outcomes; "may generate" when there are none."""
    return max((each.outcome for each in outcomes), key=RESULTS.index, default="may generate")
