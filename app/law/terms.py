"""What a wage computation is told beside the workweeks: the choices, the promise, the law and today."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.parameters import Table
from app.law.promise import Promise


@dataclass(frozen=True)
class Terms:
    """The conditions under which every workweek of one claim is computed."""

    table: Table
    today: date
    promise: Promise | None = None
    tipped: bool = False
    claim_overtime: bool = True
    amusement: bool = False
    count_doubtful: bool = True
    leave_out_lost: bool = False
    willful: bool = False
    payday_after: int | None = None
    """Days from a workweek's end to its payday; None when it is not known."""

    def minimum_missouri(self, day: date) -> Decimal:
        """What Missouri requires for an hour of that day: the higher of the state and the federal minimum."""
        state = self.table.value_on("minimum_wage_missouri", day).number
        return max(state, self.minimum_federal(day))

    def minimum_federal(self, day: date) -> Decimal:
        """The federal minimum wage of that day."""
        return self.table.value_on("minimum_wage_federal", day).number

    def promised(self, day: date) -> Decimal:
        """The promised rate of that day; zero when none was promised or it is not known."""
        return (self.promise.on(day) if self.promise else None) or Decimal(0)

    def number(self, key: str, day: date) -> Decimal:
        """The number of a parameter on that day."""
        return self.table.value_on(key, day).number
