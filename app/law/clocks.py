"""The last filing days of a workweek: FLSA two and three years, Missouri three years."""

from dataclasses import dataclass
from datetime import date

from app.law.days import days_after, years_after
from app.law.terms import Terms


@dataclass(frozen=True)
class Clock:
    """When a workweek's claims arose and the last day on which suit can be filed for them."""

    accrued: date
    federal_2y: date
    federal_3y: date
    missouri_3y: date

    def lost_federal(self, today: date, *, willful: bool) -> bool:
        """Whether the federal claim looks out of time on `today`."""
        return today > (self.federal_3y if willful else self.federal_2y)

    def lost_missouri(self, today: date) -> bool:
        """Whether the Missouri claim looks out of time on `today`."""
        return today > self.missouri_3y


def clock(starts: date, terms: Terms) -> Clock:
    """A workweek's clock by its first day: from the payday, or from its last day while that is not known."""
    accrued = days_after(starts, 6 + (terms.payday_after or 0))

    def last(key: str) -> date:
        return years_after(accrued, terms.table.value_on(key, starts).count)

    return Clock(
        accrued,
        last("limitation_federal_years"),
        last("limitation_federal_willful_years"),
        last("limitation_missouri_years"),
    )
