"""One workweek on its three tracks, Missouri, federal and contract, which are never added to each other."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.lines import Line, hourly, promise_line, tipped
from app.law.measure import Measure
from app.law.money import ZERO
from app.law.spans import total
from app.law.terms import Terms


@dataclass(frozen=True)
class Week:
    """A measured workweek with its figures on each track and whether the totals leave it out."""

    measure: Measure
    missouri: Line
    federal: Line
    contract: Line | None
    """None when no rate was promised."""
    lost_missouri: bool
    lost_federal: bool


def week(found: Measure, terms: Terms) -> Week:
    """The three tracks of one workweek under the given terms."""
    return Week(
        found,
        missouri_line(found, terms),
        federal_line(found, terms),
        contract_line(found),
        terms.leave_out_lost and found.clock.lost_missouri(terms.today),
        terms.leave_out_lost and found.clock.lost_federal(terms.today, willful=terms.willful),
    )


def missouri_line(
    found: Measure, terms: Terms, straight: Decimal | None = None, *, with_credit: bool = True
) -> Line:
    """The Missouri line (F1, F2 or F3); `straight` replaces the straight pay for an alternative.

    Without `with_credit` no tips count toward it: the worker is measured as one without tips.
    """
    required, over = total(found.missouri), found.missouri_overtime
    if terms.tipped and with_credit:
        credit = min(found.missouri_credit, found.worked.tips or ZERO)
        return tipped(required, found.pay.effective, credit, found.worked.hours, over)
    straight = found.pay.straight if straight is None else straight
    return hourly(required, found.pay.effective, straight, found.worked.hours, over)


def federal_line(
    found: Measure, terms: Terms, straight: Decimal | None = None, *, with_credit: bool = True
) -> Line:
    """The federal line; `straight` and `with_credit` as for the Missouri line."""
    required, over = total(found.federal), found.federal_overtime
    if terms.tipped and with_credit:
        credit = min(found.federal_credit, found.worked.tips or ZERO)
        return tipped(required, found.pay.effective, credit, found.worked.hours, over)
    straight = found.pay.straight if straight is None else straight
    return hourly(required, found.pay.effective, straight, found.worked.hours, over)


def contract_line(found: Measure) -> Line | None:
    """All hours at the promised rate less the gross pay; deductions and premiums stay on the other tracks."""
    return (
        promise_line(total(found.promised), found.pay.gross, found.worked.hours) if found.promised else None
    )
