"""The wage computation as the memo shows it: three tracks, other readings, every step week by week."""

from collections.abc import Iterator
from itertools import groupby

from app.core.memo_table import Headline, Line, MemoTable, Shown, Working
from app.law.money import listed
from app.law.notes import Step
from app.law.rows import Row
from app.law.wages import WageResult

TRACKS = {"pay": "Pay", "missouri": "Missouri", "federal": "Federal", "contract": "Contract"}


def wage_tables(result: WageResult) -> tuple[Shown, ...]:
    """Sums to choose from, then rates, deductions, the weeks and their arithmetic; nothing without weeks."""
    if not result.weeks_count:
        return tuple(_deductions(result))
    return (
        _tracks(result),
        *_alternatives(result),
        *_rates(result),
        *_deductions(result),
        _weeks(result),
        *_workings(result),
    )


def _tracks(result: WageResult) -> MemoTable:
    found = (
        (result.has_missouri, "Missouri: unpaid, and twice that again", result.missouri_unpaid_text,
         result.missouri_liquidated_text, result.missouri_total_text, "RSMo 290.527"),
        (result.has_federal, "Federal: unpaid, and an equal sum", result.federal_unpaid_text,
         result.federal_liquidated_text, result.federal_total_text, "29 USC 216(b)"),
        (result.has_contract, "Contract: promised and not paid", result.contract_unpaid_text, "",
         result.contract_unpaid_text, "common law of contract"),
    )  # fmt: skip
    columns = ("Track", "Unpaid", "Liquidated", "Total", "Law")
    rows = tuple((title, *cells) for short, title, *cells in found if short)
    notes = ("Each track stands alone for the same hours; no two of them are ever added.", *_counts(result))
    if not rows:
        nothing = result.missouri_unpaid_text
        rows = (("Nothing is short on any track", nothing, "", nothing, ""),)
        notes = tuple(_counts(result))
    return MemoTable(
        "choices", "What each track comes to", columns, rows, (1, 2, 3), notes, headlines=_headlines(result)
    )


def _headlines(result: WageResult) -> tuple[Headline, ...]:
    found = (
        (result.has_missouri, "Missouri", result.missouri_total_text, result.missouri_unpaid_text),
        (result.has_federal, "Federal", result.federal_total_text, result.federal_unpaid_text),
        (result.has_contract, "Promised wages", result.contract_unpaid_text, ""),
    )
    said = tuple(
        Headline(track, f"{total}, of it {unpaid} in unpaid wages" if unpaid else total)
        for has, track, total, unpaid in found
        if has
    )
    return said or (Headline("Workweeks", "nothing is short on any track"),)


def _counts(result: WageResult) -> Iterator[str]:
    tracks = (
        ("Missouri", result.has_missouri, result.missouri_weeks_text),
        ("federal", result.has_federal, result.federal_weeks_text),
        ("contract", result.has_contract, result.contract_weeks_text),
    )
    short = [f"{weeks} on the {name} track" for name, has, weeks in tracks if has]
    clear = [name for name, has, _ in tracks if not has]
    whole = f"{result.weeks_count_text}, {result.period_text}"
    yield f"Short: {'; '.join(short)}; of {whole}." if short else f"Computed: {whole}."
    if short and clear:
        yield f"Nothing is short on the {listed(clear)} track{'s' if len(clear) > 1 else ''}."
    if result.has_unmeasured:
        yield f"In no figure: {result.unmeasured_count_text}; the reasons stand in the list of workweeks."


def _alternatives(result: WageResult) -> Iterator[MemoTable]:
    rows = tuple(
        (a.label, a.unpaid_text, a.total_text, a.citation + (" (not confirmed)" if a.unconfirmed else ""))
        for a in result.alternatives
    )
    if rows:
        yield MemoTable(
            "choices", "Other readings of the same weeks", ("Reading", "Unpaid", "Total", "Law"), rows, (1, 2)
        )


def _rates(result: WageResult) -> Iterator[MemoTable]:
    rows = tuple(
        (r.from_text, r.missouri_text, r.federal_text, r.required_text, r.citation) for r in result.all_rates
    )
    columns = ("In force from", "Missouri", "Federal", "Required", "Law")
    yield MemoTable("working", "Minimum wage on the days worked", columns, rows, (1, 2, 3))


def _deductions(result: WageResult) -> Iterator[MemoTable]:
    columns = ("Taken on", "For", "Amount", "Workweek", "How it counts", "Law")
    for title, found in (
        ("Deductions", result.deduction_rows),
        ("Deductions in no figure", result.unplaced),
    ):
        rows = tuple(
            (d.day_text, d.kind_text, d.amount_text, d.week_text, d.treatment, d.citation) for d in found
        )
        if rows:
            yield MemoTable("working", title, columns, rows, (2,))


def _weeks(result: WageResult) -> MemoTable:
    columns = ["Workweek", "Hours", "Counted as pay"]
    totals = ["All", result.hours_text, result.effective_pay_text]
    rows = [[_week(row), row.hours, row.effective_pay] for row in result.rows]
    for shown, titles, total, cells in _columns(result):
        if shown:
            columns += titles
            totals += total
            rows = [[*row, *more] for row, more in zip(rows, cells, strict=True)]
    basis = (f"The hours rest on: {result.basis_text}.",) if result.basis_text else ()
    lines = (*(tuple(row) for row in rows), tuple(totals))
    figures = tuple(range(1, len(columns)))
    return MemoTable("working", "Workweek by workweek", tuple(columns), lines, figures, basis)


_Columns = tuple[bool, list[str], list[str], list[list[str]]]


def _columns(result: WageResult) -> Iterator[_Columns]:
    """The columns of each track, with their totals and cells; Missouri always, the others where short."""
    state = [[row.due, row.shortfall] for row in result.rows]
    yield True, ["Missouri due", "Missouri short"], ["", result.missouri_unpaid_text], state
    federal = [[row.federal_shortfall] for row in result.rows]
    yield result.has_federal, ["Federal short"], [result.federal_unpaid_text], federal
    promise = [[row.contract_shortfall] for row in result.rows]
    yield result.has_contract, ["Contract short"], [result.contract_unpaid_text], promise


def _week(row: Row) -> str:
    return f"{row.number}. {row.span}" + (f"\n{row.left_out}" if row.has_left_out else "")


def _workings(result: WageResult) -> Iterator[Working]:
    """One working for all workweeks whose arithmetic is the same to the letter."""
    alike: dict[tuple[Step, ...], list[Row]] = {}
    for row in (row for row in result.rows if row.has_figures):
        alike.setdefault(row.steps, []).append(row)
    for steps, weeks in alike.items():
        lines = [_track(track, list(own)) for track, own in groupby(steps, key=lambda step: step.track)]
        if len(weeks) == 1 and weeks[0].by_day:
            lines.insert(0, Line(f"Hours by day: {weeks[0].by_day}"))
        yield Working("working", _title(weeks), tuple(lines))


def _track(track: str, steps: list[Step]) -> Line:
    """The steps of one track one after the other, each with its law."""
    told = [f"{step.text} [{step.citation}]" if step.citation else step.text for step in steps[:-1]]
    said = "; ".join((*told, steps[-1].text))
    return Line(f"{TRACKS.get(track, track)}: {said}", steps[-1].citation)


def _title(weeks: list[Row]) -> str:
    """`Workweek 3: March 15 to 21, 2026`, or `Workweeks 1 to 4, 9 and 12, the same each week`."""
    first = weeks[0]
    if len(weeks) == 1:
        return f"Workweek {first.number}: {first.span}"
    runs: list[list[int]] = []
    for number in (int(week.number) for week in weeks):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [str(run[0]) if len(run) == 1 else f"{run[0]} to {run[-1]}" for run in runs]
    return f"Workweeks {listed(said)}, the same each week, {first.starts} to {weeks[-1].ends}"
