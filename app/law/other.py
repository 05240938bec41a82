"""How one alternative figure is made: whose multiple applies and what each workweek would be short."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from app.law.tracks import Week

MISSOURI = "liquidated_missouri"
FEDERAL = "liquidated_federal"


@dataclass(frozen=True)
class Other:
    """An alternative before it is summed."""

    key: str
    multiple: str
    """The parameter that says how many times the unpaid wages come on top."""
    label: str
    citation: str
    shortfall: Callable[[Week], Decimal]
    unconfirmed: bool = False
    every_week: bool = False
    """Whether it also sums workweeks that the main totals leave out as out of time."""

    def leaves_out(self, week: Week) -> bool:
        """Whether the main total of its track leaves this workweek out."""
        return week.lost_missouri if self.multiple == MISSOURI else week.lost_federal
