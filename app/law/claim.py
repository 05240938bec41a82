"""A wage claim read from answers: its terms, workweeks and deductions, computed once for every result."""

from dataclasses import dataclass
from datetime import date

from app.law.charges import Charge, read_charges, without
from app.law.measure import measure
from app.law.parameters import Table
from app.law.promise import read_promise
from app.law.reading import Items, whole, yes
from app.law.refusals import Refusal
from app.law.terms import Terms
from app.law.tracks import Week, week
from app.law.workweeks import Unmeasured, Workweek, read_weeks


@dataclass(frozen=True)
class Claim:
    """Every workweek of a claim on its three tracks, with what was deducted and under which terms."""

    weeks: tuple[Week, ...]
    charges: tuple[Charge, ...]
    terms: Terms
    unmeasured: tuple[Unmeasured, ...] = ()
    """Workweeks that are in no figure, because something of them is missing or cannot be."""


def read_claim(
    *,
    table: Table,
    today: date,
    weeks: Items | None,
    deductions: Items | None = None,
    agreed_rate: object = None,
    rate_changes: Items | None = None,
    tipped: object = None,
    claim_overtime: object = None,
    amusement: object = None,
    leave_out_lost_weeks: object = None,
    willful: object = None,
    payday_days_after: object = None,
    count_doubtful_deductions: object = None,
) -> Claim:
    """The claim in these answers; raises a Refusal only where no workweek of those given can be computed.

    weeks: items with starts (one exact date), hours or day_1 to day_7, paid (gross, before deductions and
    withholding) and, where known, tips, overtime_premium (the extra half only), basis (a key of rows.BASES).
    deductions: items with taken_on (date), kind (a key of charges.KINDS) and amount.
    agreed_rate is the promised rate at the beginning; rate_changes: items with from_day (date) and rate.
    tipped, when not answered, is read from the tips. claim_overtime and count_doubtful_deductions are yes
    unless answered no; amusement, leave_out_lost_weeks and willful are no unless answered yes.
    payday_days_after: days from a workweek's end to its payday.
    """
    worked, unread = read_weeks(weeks or (), today)
    said_tipped = yes(tipped)
    terms = Terms(
        table=table,
        today=today,
        promise=read_promise(agreed_rate, rate_changes),
        tipped=any(w.tips for w in worked) if said_tipped is None else said_tipped,
        claim_overtime=yes(claim_overtime) is not False,
        amusement=yes(amusement) is True,
        count_doubtful=yes(count_doubtful_deductions) is not False,
        leave_out_lost=yes(leave_out_lost_weeks) is True,
        willful=yes(willful) is True,
        payday_after=whole(payday_days_after, "The days from a workweek's end to its payday"),
    )
    return _claim(worked, unread, read_charges(deductions, (*worked, *unread)), terms)


def _claim(
    worked: tuple[Workweek, ...], unread: tuple[Unmeasured, ...], charges: tuple[Charge, ...], terms: Terms
) -> Claim:
    measured, left_out = [], list(unread)
    for each in worked:
        try:
            measured.append(week(measure(each, charges, terms), terms))
        except Refusal as refusal:
            left_out.append(Unmeasured(each.number, each.starts, each.basis, refusal))
    left_out.sort(key=lambda out: out.number)
    if left_out and not measured:
        raise left_out[0].refusal
    return Claim(tuple(measured), without(charges, {out.number for out in left_out}), terms, tuple(left_out))
