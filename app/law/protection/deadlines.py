"""The days that matter for an order of protection, each with its working."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import days_after, said, years_after
from app.law.deadline import Counted, DeadlineRow, deadline, undated, working
from app.law.parameters import Parameter, Table
from app.law.protection.terms import figure
from app.law.reading import moment, text, yes


@dataclass(frozen=True)
class ProtectionDeadlinesResult:
    """What `protection.deadlines` finds."""

    rows: tuple[DeadlineRow, ...]
    hearing_by: date | None
    hearing_by_text: str
    has_hearing_day: bool
    least_text: str
    """The shortest full order: `180 days`."""
    most_text: str
    danger_text: str
    """The range after serious-danger findings: `2 to 10 years`."""
    objection_by_text: str
    has_objection_day: bool


@dataclass(frozen=True)
class _Known:
    table: Table
    today: date
    child: bool
    filed: When | None
    issued: When | None
    ends: When | None

    def figure(self, key: str) -> Parameter:
        return figure(self.table, key, self.today)


def deadlines(
    *,
    table: Table,
    today: date,
    order_for: object,
    filed_on: object = None,
    full_order_on: object = None,
    order_ends: object = None,
    long_order: object = None,
    family_money: object = None,
    phones_wanted: object = None,
    controlled: object = None,
) -> ProtectionDeadlinesResult:
    """Every day from filing to the end of an order; a day whose start is not known is said in words."""
    known = _Known(
        table, today, text(order_for) == "child", moment(filed_on), moment(full_order_on), moment(order_ends)
    )
    hearing = _after(known, "hearing_days", known.filed)
    before = _before(known, "objection_days", known.ends)
    rows = (
        *_early(known, hearing), *_terms(known, long_order), *_ending(known, before),
        *_others(known, family_money, phones_wanted, controlled),
    )  # fmt: skip
    least, most = known.figure("order_least_days"), known.figure("order_most_years")
    low, high = known.figure("danger_least_years"), known.figure("danger_most_years")
    return ProtectionDeadlinesResult(
        rows, hearing.earliest if hearing else None, said_day(hearing), hearing is not None,
        f"{least.count} days", f"{most.count} year", f"{low.count} to {high.count} years",
        said_day(before), before is not None,
    )  # fmt: skip


def said_day(counted: Counted | None) -> str:
    """The earliest day of a counting in words; "" when there is none."""
    return said(When(counted.earliest, counted.earliest)) if counted else ""


def _after(known: _Known, key: str, start: When | None) -> Counted | None:
    period = known.figure(key)
    if start is None:
        return None
    first, last = (days_after(day, period.count) for day in (start.earliest, start.latest))
    return Counted(period, first, last, working(start.earliest, f"{period.count} days", first))


def _before(known: _Known, key: str, end: When | None) -> Counted | None:
    period = known.figure(key)
    if end is None:
        return None
    first, last = (days_after(day, -period.count) for day in (end.earliest, end.latest))
    shown = working(end.earliest, f"{period.count} days", first).replace(" + ", " - ")
    return Counted(period, first, last, shown)


def _row(
    known: _Known, claim: str, what: str, key: str, counted: Counted | None, words: str, *, bar: bool = False
) -> DeadlineRow:
    if counted is None:
        return undated(claim, f"{what}, not known", words, known.figure(key))
    return deadline(claim, what, counted, known.today, bar=bar)


def _early(known: _Known, hearing: Counted | None) -> Iterator[DeadlineRow]:
    yield _row(
        known, "Hearing on the full order", "filing", "hearing_days", hearing,
        f"filing + {known.figure('hearing_days').count} days, unless continued for good cause",
    )  # fmt: skip
    hours = known.figure("service_entry_hours")
    yield undated("Service entered in the police system", "service", f"service + {hours.count} hours", hours)
    if known.child:
        contact = known.figure("gal_contact_hours")
        yield undated(
            "Clerk gives the guardian ad litem’s contact", "appointment",
            f"appointment + {contact.count} hours", contact,
        )  # fmt: skip
        report = known.figure("division_report_days")
        yield undated(
            "Report of the Children’s Division",
            "order to investigate",
            f"order + {report.count} days",
            report,
        )


def _terms(known: _Known, long_order: object) -> Iterator[DeadlineRow]:
    least, most = known.figure("order_least_days"), known.figure("order_most_years")
    yield _span(known, "Full order ends, at the earliest", least, f"{least.count} days")
    yield _span(known, "Full order ends, at the latest", most, f"{most.count} year", years=True)
    if yes(long_order) and not known.child:
        low, high = known.figure("danger_least_years"), known.figure("danger_most_years")
        yield _span(known, "Order of serious danger, shortest", low, f"{low.count} years", years=True)
        yield _span(known, "Order of serious danger, longest", high, f"{high.count} years", years=True)


def _span(known: _Known, claim: str, period: Parameter, amount: str, *, years: bool = False) -> DeadlineRow:
    start = known.issued
    if start is None:
        return undated(claim, "day of the full order, not known", f"day of the order + {amount}", period)
    add = years_after if years else days_after
    first, last = add(start.earliest, period.count), add(start.latest, period.count)
    counted = Counted(period, first, last, working(start.earliest, amount, first))
    return deadline(claim, "day of the full order", counted, known.today, bar=False)


def _ending(known: _Known, before: Counted | None) -> Iterator[DeadlineRow]:
    days = known.figure("objection_days").count
    yield _row(
        known, "Objection to automatic renewal by the respondent", "end of the order", "objection_days",
        before,
        f"end of the order - {days} days; served in person 3 days or more before the hearing",
    )  # fmt: skip
    early = known.figure("renewal_early_days")
    yield _row(
        known, "File the motion to renew (practice)", "end of the order", "renewal_early_days",
        _before(known, "renewal_early_days", known.ends), f"end of the order - {early.count} days",
    )  # fmt: skip
    end = known.ends
    if end:
        counted = Counted(known.figure("order_most_years"), end.earliest, end.latest, "as the order says")
        yield deadline("Motion to renew", "end of the order", counted, known.today)
    appeal = known.table.value_on("notice_of_appeal_days", known.today)
    yield undated("Notice of appeal", "final judgment", f"final judgment + {appeal.count} days", appeal)


def _others(known: _Known, money: object, phones: object, controlled: object) -> Iterator[DeadlineRow]:
    if isinstance(money, tuple) and "maintenance" in money:
        limit = known.figure("maintenance_days")
        yield undated("Maintenance ends", "order for maintenance", f"at most {limit.count} days", limit)
    if yes(phones):
        provider = known.figure("provider_days")
        yield undated(
            "Wireless provider says that it cannot transfer", "order reaches the provider",
            f"+ {provider.count} business days", provider,
        )  # fmt: skip
    if isinstance(controlled, tuple) and set(controlled) - {"none"}:
        suit = known.table.value_on("limitation_trafficking_missouri_years", known.today)
        yield undated("Missouri trafficking suit", "see RSMo 566.223.6", f"{suit.count} years", suit)
