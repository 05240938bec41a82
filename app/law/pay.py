"""What counts as pay in a workweek: deductions taken out, the overtime premium told from straight pay."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.lines import Overtime
from app.law.money import ZERO
from app.law.workweeks import Workweek


@dataclass(frozen=True)
class Pay:
    """The pay of one workweek, in the parts the formulas need."""

    gross: Decimal
    deductions: Decimal
    premium: Decimal
    """The extra half already paid for overtime hours."""
    inferred: bool
    """Whether the premium was worked out from the promised rate because nobody said it."""

    @property
    def effective(self) -> Decimal:
        """The pay less deductions for the employer's benefit; below zero if they exceed it."""
        return self.gross - self.deductions

    @property
    def straight(self) -> Decimal:
        """The effective pay without the overtime premium: what was paid at straight time for all hours."""
        return self.effective - self.premium

    @property
    def straight_before_deductions(self) -> Decimal:
        """The straight pay if deductions do not lower the regular rate."""
        return self.gross - self.premium


def pay(week: Workweek, deductions: Decimal, promised: Decimal, overtime: Overtime) -> Pay:
    """The pay of a week; `promised` is all its hours at the promised rate, zero when none is known.

    When nobody said how much was overtime premium, pay above the promised straight time is taken for it, up
    to the full premium on the promised rate: an employer who paid time and a half then owes nothing more.
    """
    if week.premium is not None or not overtime.hours or not promised:
        return Pay(week.paid, deductions, week.premium or ZERO, inferred=False)
    full = promised * overtime.hours * overtime.extra / week.hours
    premium = min(max(week.paid - promised, ZERO), full)
    return Pay(week.paid, deductions, premium, inferred=premium > 0)
