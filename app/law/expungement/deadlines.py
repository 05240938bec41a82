"""`expungement.deadlines`: what must happen by when after a petition is filed, with the counting."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import days_after, plain, with_weekday
from app.law.expungement.days import months_after, years_after
from app.law.expungement.numbering import Numbering, numbering
from app.law.expungement.result import DeadlineLine, ExpungementDeadlinesResult
from app.law.money import count
from app.law.parameters import Table
from app.law.reading import moment, yes


@dataclass(frozen=True)
class _Kind:
    """One deadline of the law: who must do what, counted from which event in which unit."""

    what: str
    who: str
    event: str
    key: str
    unit: str
    topic: str
    note: str = ""
    route: str = "R140"


_COUNT: dict[str, Callable[[date, int], date]] = {
    "day": days_after, "month": months_after, "year": years_after,
}  # fmt: skip

_KINDS = (
    _Kind("Objection to the petition, in writing", "prosecutor or other defendant", "service",
          "objection_days", "day", "criteria"),
    _Kind("Hearing, if there is an objection", "court", "objection", "hearing_days", "day", "criteria",
          "unless the parties agree otherwise"),
    _Kind("Order of expungement, or dismissal", "court", "filing", "decision_months", "month", "order"),
    _Kind("First day of a new petition, should this one be dismissed", "petitioner", "filing",
          "refile_years", "year", "dismissal", "counted from the filing, not from the dismissal"),
    _Kind("First day on which the hearing may be set", "court", "filing", "r122_hearing_days", "day", "",
          "no sooner", "R122"),
)  # fmt: skip


def deadlines(
    *,
    table: Table,
    today: date,
    filed_on: object = None,
    served_on: object = None,
    objected_on: object = None,
    any_r140: object = None,
    any_r122: object = None,
) -> ExpungementDeadlinesResult:
    """The clocks of a petition under RSMo 610.140 and, where there is one, under RSMo 610.122."""
    filed = moment(filed_on)
    events = {"filing": filed, "service": moment(served_on), "objection": moment(objected_on)}
    day = filed.earliest if filed else today
    r122 = yes(any_r122) is True
    r140 = yes(any_r140) if any_r140 is not None else not r122
    wanted = [kind for kind in _KINDS if (r122 if kind.route == "R122" else r140)]
    rows = tuple(_row(kind, events[kind.event], table, day) for kind in wanted)
    return ExpungementDeadlinesResult(rows, bool(rows), "\n".join(row.working for row in rows))


def _row(kind: _Kind, event: When | None, table: Table, day: date) -> DeadlineLine:
    rule = table.value_on(f"expungement_{kind.key}", day)
    period = count(rule.count, kind.unit)
    end = _COUNT[kind.unit](event.earliest, rule.count) if event else None
    note = f" ({kind.note})" if kind.note else ""
    return DeadlineLine(
        what=kind.what,
        who=kind.who,
        runs_from=f"{kind.event} on {plain(event.earliest)}" if event else kind.event,
        day=end,
        day_text=with_weekday(end) if end else f"{period} after the {kind.event}",
        working=_working(kind, event, end, period) + note,
        citation=_cite(kind, numbering(table, day)),
        has_day=end is not None,
        confirmed=rule.confirmed,
        route=kind.route,
    )


def _working(kind: _Kind, event: When | None, end: date | None, period: str) -> str:
    if event is None or end is None:
        return f"The day of the {kind.event} is still open: add {period} to it"
    inexact = "" if event.exact else ", on the earliest reading"
    return f"{plain(event.earliest)} ({kind.event}) + {period} = {plain(end)}{inexact}"


def _cite(kind: _Kind, places: Numbering) -> str:
    return places.cite(kind.topic) if kind.topic else "RSMo 610.123"
