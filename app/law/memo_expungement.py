"""The screening of a criminal record and the clocks of its petition as the memo shows them."""

from app.core.memo_table import Line, MemoTable, Shown, Working
from app.law.expungement.result import ChargeRow, ExpungementDeadlinesResult, RoutesResult
from app.law.memo_outcomes import outcome_table

_NOTHING = "–"


def routes_tables(result: RoutesResult) -> tuple[Shown, ...]:
    """The outcomes, what holds a petition back, what to see to, the limits, and the reasoning."""
    shown: list[Shown] = []
    if result.outcomes:
        shown.append(outcome_table("Expungement: each charge and its road", result.outcomes))
    shown += _held(result)
    shown += _charges(result)
    shown += _points(result)
    shown += _petitions(result)
    shown += [_limits(result)] if result.has_charges else []
    return (*shown, *(_working(row) for row in result.charges))


def _held(result: RoutesResult) -> list[Shown]:
    rows = tuple(
        (each.court_text, reason.subject, f"{reason.outcome}: {reason.reason}", each.route_text)
        for each in result.held
        for reason in each.reasons
    )
    note = "One crime that fails sinks the whole petition and bars another for a year from its filing."
    columns = ("Court", "Held back by", "Why", "Petition")
    title = "Petitions that are not generated"
    return [MemoTable("screening", title, columns, rows, notes=(note,), wide=2)] if rows else []


def _charges(result: RoutesResult) -> list[Shown]:
    rows = tuple(
        (row.label, row.route_text, row.earliest_text or _NOTHING, _stands(row)) for row in result.charges
    )
    columns = ("Charge", "Road", "First day", "Stands in a petition")
    title = f"Charges as of the filing day {result.filing_day_text}"
    return [MemoTable("more", title, columns, rows, notes=(result.numbering_text,))] if rows else []


def _stands(row: ChargeRow) -> str:
    if row.in_petition:
        return "yes"
    return "held back" if row.included else "left out"


def _points(result: RoutesResult) -> list[Shown]:
    rows = tuple(
        (
            point.subject,
            point.text,
            point.citation if point.confirmed else f"{point.citation} (not confirmed)",
        )
        for point in result.points
    )
    title = "Expungement: points to look at before filing"
    return [MemoTable("more", title, ("Charge", "Point", "Law"), rows)] if rows else []


def _petitions(result: RoutesResult) -> list[Shown]:
    rows = tuple(
        (each.title, each.charge_count_text, "; ".join(d.name for d in each.defendants), each.case_type_text)
        for each in result.petitions
    )
    columns = ("Petition", "Charges", "Defendants named", "Case type")
    notes = ("An agency that is not named is not bound by the order.",)
    return [MemoTable("more", "Petitions generated", columns, rows, notes=notes, wide=2)] if rows else []


def _limits(result: RoutesResult) -> MemoTable:
    rows = tuple((line.text, line.citation) for line in result.cap_lines)
    notes = (result.drug_text,) if result.drug_auto_slot else ()
    return MemoTable("more", "Lifetime limits over all petitions", ("Counted", "Law"), rows, notes=notes)


def _working(row: ChargeRow) -> Working:
    lines = tuple(Line(line.text, line.citation) for line in row.working)
    return Working("working", row.label, lines)


def deadlines_tables(result: ExpungementDeadlinesResult) -> tuple[Shown, ...]:
    """The clocks of the petition, each with its counting."""
    if not result.has_rows:
        return ()
    rows = tuple((row.what, row.who, row.day_text, row.working, row.citation) for row in result.rows)
    columns = ("What", "Who", "Day", "Counting", "Law")
    return (MemoTable("deadlines", "Clocks of the expungement case", columns, rows, wide=3),)
