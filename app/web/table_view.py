"""What a table page shows: rows of cells with their mistakes, sums, and what the law makes of the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.casework import cells, filling, tally
from app.casework.cells import Column, Row, columns
from app.casework.reading import Opened
from app.casework.tables import CellMistake
from app.core.counties import COUNTIES
from app.core.interview import Asked
from app.core.questionnaire import Question
from app.web import words
from app.web.fields import INPUT_MODES, Fault


@dataclass(frozen=True)
class Cell:
    """One box of a row, or nothing where the row is not asked this."""

    name: str
    label: str
    text: str
    choices: Sequence[tuple[str, str]]
    mode: str
    sum: str
    faults: Sequence[str] = ()


@dataclass(frozen=True)
class Line:
    """One row: its number, its item, its cells, and what is said about the whole row."""

    index: int
    item: str
    title: str
    cells: Sequence[Cell | None]
    parts: Sequence[Cell]
    """Boxes in a second line, which stand in for one that this row is not asked."""
    remarks: Sequence[str]
    remove: bool


@dataclass(frozen=True)
class View:
    """Everything a table page shows."""

    ask: str
    help: str
    why: str
    one: str
    parent: Question
    heads: Sequence[Column]
    lines: Sequence[Line]
    faults: Sequence[Fault]
    sums: Mapping[str, str]
    fill: Sequence[Cell]
    day: Column | None
    by_parts: int
    """Which column is asked in parts of some rows."""
    count: int
    theirs: Sequence[Row]


def view(
    now: Opened,
    asked: Asked,
    rows: Sequence[Row],
    mistakes: Sequence[CellMistake],
    theirs: Sequence[Row],
    filling_in: Mapping[str, str],
) -> View:
    """The view of a table with these rows."""
    parent = asked.question
    asked_in = cells.asked_in(now.interview, parent)
    sent = {key for row in rows for key in row.cells if row.item is None}
    wanted = set().union(*asked_in.values())
    whole = tally.parts_of(parent)
    wanted |= {whole[path].path for path in wanted if path in whole}
    heads = [
        each
        for each in columns(parent)
        if (each.question.path in wanted or each.key in sent) and each.question.path not in whole
    ]
    lines = [_line(now, parent, heads, asked_in, number, row, mistakes) for number, row in enumerate(rows)]
    new = asked_in[""]
    day = filling.day_column(parent)
    return View(
        ask=words.say(now, parent.ask, asked),
        help=words.say(now, parent.help, asked),
        why=words.say(now, parent.why, asked),
        one=parent.one,
        parent=parent,
        heads=heads,
        lines=lines,
        faults=[Fault(_href(each, lines), said(each, parent.one.capitalize())) for each in mistakes],
        sums=sums(now, parent, heads),
        fill=[
            _cell(each, "f", filling_in.get(each.key, ""), each.label, [])
            for each in heads
            if each.question.path in new and each != day
        ],
        day=day,
        by_parts=next((at for at, each in enumerate(heads) if each.question in whole.values()), -1),
        count=len(now.answers.items(parent.path)),
        theirs=theirs,
    )


def said(mistake: CellMistake, one: str) -> str:
    """A mistake with its row and column."""
    if mistake.row is None:
        return mistake.sentence
    column = f", {mistake.label}" if mistake.label else ""
    return f"{one} {mistake.row + 1}{column}: {mistake.sentence}"


def sums(now: Opened, parent: Question, heads: Sequence[Column]) -> dict[str, str]:
    """The sum under each column that counts something, of what is saved."""
    found = {}
    for column in heads:
        question = column.question
        if question.kind_name in tally.COUNTED and question.path not in tally.parts_of(parent):
            found[column.key] = tally.total(now, parent, question)
    return found


def _line(
    now: Opened, parent: Question, heads: Sequence[Column], asked_in: Mapping[str, frozenset[str]],
    index: int, row: Row, mistakes: Sequence[CellMistake],
) -> Line:  # fmt: skip
    asked = asked_in.get(row.item or "", asked_in[""])
    own = [each for each in mistakes if each.row == index]

    def drawn(column: Column, counts_as: Question | None = None) -> Cell | None:
        if column.question.path not in asked and not (row.item is None and column.key in row.cells):
            return None
        label = now.interview.say(column.label, row.item, column.question) if row.item else column.label
        faults = [each.sentence for each in own if each.key == column.key]
        return _cell(column, f"c{index}", row.cells.get(column.key, ""), label, faults, counts_as)

    whole = tally.parts_of(parent)
    parts = [
        drawn(each, whole[each.question.path]) for each in columns(parent) if each.question.path in whole
    ]
    remarks = [each.sentence for each in own if not each.key]
    return Line(
        index,
        row.item or "",
        f"{parent.one.capitalize()} {index + 1}",
        [drawn(each) for each in heads],
        [each for each in parts if each],
        remarks + _reasons(now, row),
        row.remove,
    )


def _reasons(now: Opened, row: Row) -> list[str]:
    results = (value.result for (_, id), value in now.interview.item_facts.items() if id == row.item)
    return [
        result.reason
        for result in results
        if getattr(result, "inside", False) and getattr(result, "reason", "")
    ]


def _cell(
    column: Column, prefix: str, text: str, label: str, faults: Sequence[str], whole: Question | None = None
) -> Cell:
    question = column.question
    choices: list[tuple[str, str]] = []
    if question.kind_name == "choose one":
        choices = list(question.choices.items())
    elif question.kind_name == "yes or no":
        choices = [("yes", "Yes"), ("no", "No")]
    elif question.kind_name == "county":
        choices = [(each, each) for each in COUNTIES]
    if choices and question.unsure:
        choices += [("?", words.GAPS["not known"]), (cells.NOT_SAFE, words.GAPS["not safe"])]
    sum_key = "" if question.kind_name not in tally.COUNTED else str(whole.number) if whole else column.key
    mode = INPUT_MODES.get(column.field.input, "text")
    return Cell(f"{prefix}-{column.key}", label, text, choices, mode, sum_key, faults)


def _href(mistake: CellMistake, lines: Sequence[Line]) -> str:
    if mistake.row is None:
        return f"#{mistake.key or 'rows'}"
    line = lines[mistake.row]
    name = f"c{mistake.row}-{mistake.key}"
    there = any(cell and cell.name == name for cell in (*line.cells, *line.parts))
    return f"#{name}" if there else f"#row-{mistake.row}"
