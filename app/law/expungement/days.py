"""The counting of years and months for expungement, where a day that does not exist becomes the next."""

from dataclasses import dataclass
from datetime import date

from app.core.values import When


def years_after(day: date, years: int) -> date:
    """The same calendar day `years` later or, below zero, earlier; 29 February becomes 1 March."""
    return months_after(day, 12 * years)


def months_after(day: date, months: int) -> date:
    """The same day of the month `months` later; a day that month lacks becomes the first of the next."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return months_after(date(year, month + 1, 1), 1)


@dataclass(frozen=True)
class Stretch:
    """Days from `first` to `last`, both included; empty when `last` lies before `first`."""

    first: date
    last: date

    def may_hold(self, when: When) -> bool:
        """Whether some reading of a date lies inside."""
        return self.first <= self.last and when.earliest <= self.last and when.latest >= self.first

    def holds(self, when: When) -> bool:
        """Whether every reading of a date lies inside."""
        return self.first <= when.earliest and when.latest <= self.last
