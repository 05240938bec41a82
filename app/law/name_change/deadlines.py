"""The days that run from a judgment changing a name, and the last day to serve a child's other parent."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.core.values import When
from app.law.days import days_after, plain
from app.law.deadline import Counted, DeadlineRow, deadline, undated, working
from app.law.parameters import Parameter, Table
from app.law.reading import moment, yes


@dataclass(frozen=True)
class NameDeadlinesResult:
    """Every day to watch, for the memo and the office's checklist."""

    rows: tuple[DeadlineRow, ...]
    has_rows: bool
    publish_by_text: str
    registry_by_text: str
    sheriff_by_text: str


@dataclass(frozen=True)
class _Rule:
    key: str
    what: str
    business: bool = False


_PUBLISH = _Rule("name_change_publication_days", "First publication of the notice, three times in all")
_REGISTRY = _Rule("registrant_name_change_days", "Registrant reports the new name, in person", business=True)
_SHERIFF = _Rule("concealed_carry_name_change_days", "Permit to carry: tell the sheriff of the new name")
_FINAL = _Rule("judgment_final_days", "Judgment becomes final")


def deadlines(
    *,
    table: Table,
    today: date,
    judgment_day: object = None,
    hearing_day: object = None,
    published: object = None,
    registrant: object = None,
    carries: object = None,
    serves_parent: object = None,
) -> NameDeadlinesResult:
    """Each deadline that applies or may apply, with its working; undated while no judgment is known."""
    judged, heard = moment(judgment_day), moment(hearing_day)
    publish = _after(_PUBLISH, judged, table, today) if yes(published) else None
    registry = _after(_REGISTRY, judged, table, today) if yes(registrant) is not False else None
    sheriff = _after(_SHERIFF, judged, table, today) if yes(carries) is not False else None
    final = _final(judged, table, today) if judged else ()
    parent = _service(heard, table, today) if yes(serves_parent) else None
    rows = tuple(row for row in (parent, publish, registry, sheriff, *final) if row)
    return NameDeadlinesResult(rows, bool(rows), _said(publish), _said(registry), _said(sheriff))


def _after(rule: _Rule, judged: When | None, table: Table, today: date) -> DeadlineRow:
    parameter = table.value_on(rule.key, today)
    if judged is None:
        return undated(rule.what, "Day of the judgment", _length(rule, parameter), parameter)
    ends = [_counted(rule, day, parameter.count) for day in (judged.earliest, judged.latest)]
    said = working(judged.earliest, _length(rule, parameter), ends[0])
    return deadline(
        rule.what, f"Judgment of {plain(judged.earliest)}", Counted(parameter, ends[0], ends[1], said), today
    )


def _length(rule: _Rule, parameter: Parameter) -> str:
    return f"{parameter.count} business days" if rule.business else f"{parameter.count} days"


def _counted(rule: _Rule, day: date, days: int) -> date:
    return business_days_after(day, days) if rule.business else days_after(day, days)


def business_days_after(day: date, days: int) -> date:
    """So many days after a day without Saturdays and Sundays; holidays count, which ends it sooner."""
    while days > 0:
        day += timedelta(days=1)
        days -= day.weekday() < 5
    return day


def _final(judged: When, table: Table, today: date) -> tuple[DeadlineRow, DeadlineRow]:
    last = table.value_on("judgment_final_days", today)
    appeal = table.value_on("notice_of_appeal_days", today)
    first, second = (days_after(day, last.count) for day in (judged.earliest, judged.latest))
    said = working(judged.earliest, f"{last.count} days", first)
    closes, latest = days_after(first, appeal.count), days_after(second, appeal.count)
    then = working(first, f"{appeal.count} days", closes)
    return (
        deadline(
            _FINAL.what,
            f"Judgment of {plain(judged.earliest)}",
            Counted(last, first, second, said),
            today,
            bar=False,
        ),
        deadline(
            "Time to appeal ends",
            "Day it becomes final",
            Counted(appeal, closes, latest, then),
            today,
            bar=False,
        ),
    )


def _service(heard: When | None, table: Table, today: date) -> DeadlineRow:
    parameter = table.value_on("parent_service_days", today)
    what = "Service on the child's other parent"
    if heard is None:
        return undated(what, "Day of the hearing", f"{parameter.count} days before it", parameter)
    ends = [days_after(day, -parameter.count) for day in (heard.earliest, heard.latest)]
    said = f"{plain(heard.earliest)} − {parameter.count} days = {plain(ends[0])}"
    return deadline(
        what, f"Hearing of {plain(heard.earliest)}", Counted(parameter, ends[0], ends[1], said), today
    )


def _said(row: DeadlineRow | None) -> str:
    return row.last_day if row else ""
