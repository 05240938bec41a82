"""Each charge as the memo shows it: its road, outcome, earliest day, and the reasoning line by line."""

from collections.abc import Iterator
from datetime import date

from app.law.days import plain
from app.law.expungement.findings import Findings
from app.law.expungement.printed import statute_text
from app.law.expungement.record import Record
from app.law.expungement.result import ChargeRow, Point, WorkingLine
from app.law.expungement.screening import Screened
from app.law.expungement.waiting import arrest_ready, ready
from app.law.expungement.windows import windows

ROUTES = {
    "R140": "RSMo 610.140, petition",
    "R140A": "RSMo 610.140, arrest without a charge",
    "R131": "RSMo 610.131, prostitution under 18",
    "R122": "RSMo 610.122, arrest on false information",
    "R105": "RSMo 610.105, closed without a petition",
    "R141": "RSMo 610.141, drug offense, automatic",
    "R130": "RSMo 610.130, first intoxication-related offense (attorney)",
    "R145": "RSMo 610.145, mistaken or stolen identity (attorney)",
    "R575": "RSMo 575.120 and 610.123, identity used by another (attorney)",
    "RXIV": "Mo. Const. art. XIV, marijuana (attorney)",
    "R311": "RSMo 311.326, minor's alcohol (attorney)",
    "NONE": "no Missouri road",
}
"""Every road by its id."""


def rows(found: Findings) -> tuple[ChargeRow, ...]:
    """A row for each charge, in the order they were given."""
    pairs = zip(found.screened, found.points, strict=True)
    return tuple(_row(each, points, found) for each, points in pairs)


def _row(each: Screened, points: tuple[Point, ...], found: Findings) -> ChargeRow:
    verdict = each.verdict
    return ChargeRow(
        number=str(each.charge.number),
        label=each.charge.label,
        route=verdict.route,
        route_text=ROUTES[verdict.route],
        outcome=verdict.outcome,
        reason=verdict.reason,
        citation=verdict.citation,
        earliest=each.earliest,
        earliest_text=plain(each.earliest) if each.earliest else "",
        included=each.selected,
        in_petition=each.charge.number in found.in_petitions,
        excluded=verdict.excluded,
        points=points,
        working=tuple(_working(each, found.record)),
    )


def _working(each: Screened, record: Record) -> Iterator[WorkingLine]:
    yield WorkingLine(f"Road: {ROUTES[each.verdict.route]}.", "")
    yield from _counting(each, record)
    yield from _compared(each, record)
    yield WorkingLine(f"{each.verdict.outcome.capitalize()}: {each.verdict.reason}", each.verdict.cited)
    for other in each.also:
        if other.reason not in each.verdict.reason:
            yield WorkingLine(f"Also {other.outcome}: {other.reason}", other.cited)
    for other in each.further:
        text = f"{ROUTES[other.route]}: {other.outcome}. {other.reason}"
        yield WorkingLine(text, other.cited)


def _counting(each: Screened, record: Record) -> Iterator[WorkingLine]:
    charge = each.charge
    if each.bound == "R140A" and (days := arrest_ready(charge, record)):
        months = record.parameter("arrest_months").count
        text = f"Arrest and {months} months: {_span(*days)}; filing {plain(record.filing)}."
        yield WorkingLine(text, record.numbering.cite("arrest"))
    if each.bound != "R140" or (days := ready(charge, record)) is None:
        return
    years, cite = record.years(charge), record.numbering.cite
    text = f"Completion and {years} years: {_span(*days)}; filing {plain(record.filing)}."
    yield WorkingLine(text.replace(" 1 years", " 1 year"), cite("criteria", "(1)"))
    spans = windows(charge, record)
    before = f"{plain(spans.before_filing.first)} to {plain(spans.before_filing.last)}"
    after = f"{plain(spans.wide.first)} to {plain(spans.wide.last)}" if spans.wide else "not known"
    text = f"Clean period, ending at filing: {before}; beginning at completion: {after}."
    yield WorkingLine(text, cite("criteria", "(2)"))


def _compared(each: Screened, record: Record) -> Iterator[WorkingLine]:
    """How far the check of excluded crimes went where it found nothing: no machine read the section."""
    charge = each.charge
    found = any(verdict.excluded for verdict in (each.verdict, *each.also))
    if each.bound not in ("R140", "R140A") or charge.ordinance or charge.unplaced or found:
        return
    text = (
        f"{statute_text(charge) or 'The statute'} stands on no list of excluded crimes. Only its number and"
        f" the name “{charge.offense}” were compared with the lists; the attorney reads the section itself."
    )
    yield WorkingLine(text, record.numbering.cite("excluded"))


def _span(first: date, last: date) -> str:
    return plain(last) if first == last else f"{plain(first)} or, on another reading, {plain(last)}"
