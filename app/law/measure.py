"""What one workweek brings to every track: its pay, the rates of its days, its overtime, its clocks."""

from dataclasses import dataclass
from decimal import Decimal

from app.law.charges import Charge, taken_in
from app.law.clocks import Clock, clock
from app.law.lines import Overtime
from app.law.money import ZERO
from app.law.pay import Pay, pay
from app.law.spans import Span, spans, total
from app.law.terms import Terms
from app.law.workweeks import Workweek


@dataclass(frozen=True)
class Measure:
    """A workweek measured once, before any track computes with it."""

    worked: Workweek
    pay: Pay
    missouri: tuple[Span, ...]
    """Its hours at the rate Missouri requires, split where that changes."""
    federal: tuple[Span, ...]
    promised: tuple[Span, ...]
    """Its hours at the promised rate; nothing when none was promised."""
    missouri_overtime: Overtime
    federal_overtime: Overtime
    missouri_credit: Decimal
    """The largest Missouri tip credit: the tipped share of every hour's minimum."""
    federal_credit: Decimal
    clock: Clock


def measure(worked: Workweek, charges: tuple[Charge, ...], terms: Terms) -> Measure:
    """Measures a workweek; raises NeedsDays where a rate changes and hours by day are missing."""
    missouri = spans(worked, terms.minimum_missouri, "the minimum wage")
    federal = spans(worked, terms.minimum_federal, "the federal minimum wage")
    known = terms.promise is not None and terms.promise.knows(worked.days)
    promised = spans(worked, terms.promised, "the agreed rate") if known else ()
    over = overtime(worked, terms, "overtime_hours_amusement" if terms.amusement else "overtime_hours")
    taken = taken_in(worked, charges, terms.count_doubtful)
    share = terms.number("tipped_share_missouri", worked.starts)
    credit = terms.number("tip_credit_federal", worked.starts)
    return Measure(
        worked=worked,
        pay=pay(worked, taken, total(promised), over),
        missouri=missouri,
        federal=federal,
        promised=promised,
        missouri_overtime=over,
        federal_overtime=overtime(worked, terms, "overtime_hours"),
        missouri_credit=total(missouri) * share,
        federal_credit=worked.hours * credit,
        clock=clock(worked.starts, terms),
    )


def overtime(worked: Workweek, terms: Terms, key: str) -> Overtime:
    """The overtime hours of a workweek beyond the threshold `key`; none where no overtime is claimed."""
    after = terms.number(key, worked.starts)
    hours = max(ZERO, worked.hours - after) if terms.claim_overtime else ZERO
    return Overtime(hours, after, terms.number("overtime_multiplier", worked.starts) - 1)
