"""Which dated parameters a wage computation rested on, as the memo lists them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.law.days import plain
from app.law.parameters import Parameter
from app.law.terms import Terms
from app.law.tracks import Week


@dataclass(frozen=True)
class ParameterRow:
    """A dated parameter in printed words."""

    key: str
    title: str
    value_text: str
    from_text: str
    citation: str
    source: str
    checked_text: str
    confirmed: bool
    confirmed_text: str


def parameter_row(parameter: Parameter) -> ParameterRow:
    """A parameter as the memo prints it."""
    value = f"{parameter.value:f}" if isinstance(parameter.value, Decimal) else parameter.value
    return ParameterRow(
        key=parameter.key,
        title=f"{parameter.title[:1].upper()}{parameter.title[1:]}",
        value_text=f"{value} {parameter.unit}".strip(),
        from_text=plain(parameter.effective_from),
        citation=parameter.citation,
        source=parameter.source,
        checked_text=plain(parameter.last_checked),
        confirmed=parameter.confirmed,
        confirmed_text=confirmed_text(parameter),
    )


def confirmed_text(parameter: Parameter) -> str:
    """How far the figure can be trusted, in words."""
    if not parameter.confirmed:
        return "not confirmed"
    return "read in a secondary source" if parameter.secondary else "read in the law"


def parameters_used(weeks: Iterable[Week], terms: Terms) -> tuple[Parameter, ...]:
    """Each parameter the figures of these weeks rest on, once, in order of first use."""
    found: dict[tuple[str, date], Parameter] = {}
    for week in weeks:
        for key, day in _keys(week, terms):
            parameter = terms.table.value_on(key, day)
            found.setdefault((key, parameter.effective_from), parameter)
    return tuple(found.values())


def _keys(week: Week, terms: Terms) -> Iterable[tuple[str, date]]:
    worked = week.measure.worked
    for day in (worked.starts, worked.ends):
        yield from (("minimum_wage_missouri", day), ("minimum_wage_federal", day))
    if week.missouri.overtime_hours or week.federal.overtime_hours:
        yield "overtime_hours_amusement" if terms.amusement else "overtime_hours", worked.starts
        yield "overtime_multiplier", worked.starts
    if terms.tipped:
        yield from (("tipped_share_missouri", worked.starts), ("tip_credit_federal", worked.starts))
    yield from (("liquidated_missouri", terms.today), ("liquidated_federal", terms.today))
    for key in ("limitation_missouri_years", "limitation_federal_years", "limitation_federal_willful_years"):
        yield key, worked.starts
