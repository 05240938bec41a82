"""The columns of a list filled in as a table, and what a cell's text means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from app.core.answers import Answers
from app.core.evaluation import Scope
from app.core.examples import raw_example
from app.core.interview import Interview
from app.core.kinds import Field, Raw
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Item, Value, When

NOT_KNOWN = ("?", "not known")
NOT_SAFE = "not safe"


@dataclass(frozen=True)
class Column:
    """One box of one question about an item; `part` is empty where the question has one box."""

    question: Question
    part: str
    label: str
    field: Field

    @property
    def key(self) -> str:
        """The column's name in a page: the question's number, and its part."""
        return f"{self.question.number}{'-' if self.part else ''}{self.part}"


@dataclass
class Row:
    """One row as it is typed: the item it belongs to, if there is one yet, and its cells by column key."""

    item: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    remove: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is typed in it."""
        return not any(text.strip() for text in self.cells.values())


def columns(question: Question) -> tuple[Column, ...]:
    """Every column a list can have, in order."""
    return tuple(column for each in question.each if each.kind_name != "notice" for column in _columns(each))


def asked_in(now: Interview, question: Question) -> dict[str, frozenset[str]]:
    """The paths of the questions asked about each item by its id; under "" the likely ones of a new item."""
    found: dict[str, set[str]] = {}
    for each in now.asked:
        if each.question.in_list == question.name and each.item:
            found.setdefault(each.item, set()).add(each.question.path)
    found[""] = {
        each.path for each in question.each if now.evaluation.holds(each.when, _next(now, question)).true
    }
    return {id: frozenset(paths) for id, paths in found.items()}


def _next(now: Interview, question: Question) -> Scope:
    """The scope of an item that is not there yet: like the last one, or like the questionnaire's example."""
    there = now.items(question)
    likely = dict(there[-1].answers) if there else {}
    for each in question.each:
        if each.name not in likely and each.kind_name != "notice":
            likely[each.name] = each.kind.read(raw_example(each), each.settings)
    return Scope(question, Item("", likely))


def _columns(question: Question) -> list[Column]:
    fields = question.kind.fields(question.settings)
    if question.kind_name == "date" or len(fields) == 1:
        return [
            Column(question, "", question.short, fields[0] if len(fields) == 1 else Field("", "", width=12))
        ]
    return [Column(question, each.part, f"{question.short}: {each.label}", each) for each in fields]


def rows_of(answers: Answers, question: Question) -> list[Row]:
    """The items of a list as rows of text."""
    rows = []
    for item in answers.items(question.path):
        row = Row(item)
        for column in columns(question):
            given = answers.get(column.question.path, item)
            row.cells[column.key] = text_of(column, given.value) if given else ""
        rows.append(row)
    return rows


def text_of(column: Column, value: Value) -> str:
    """A value as a cell shows it, so that reading the cell gives the value again."""
    if isinstance(value, Gap):
        return NOT_SAFE if value.cause == "not safe" else NOT_KNOWN[0]
    if isinstance(value, Blank):
        return ""
    if isinstance(value, When) and value.exact:
        return f"{value.earliest.month}/{value.earliest.day}/{value.earliest.year}"
    raw: Any = column.question.kind.raw(value)
    if column.part:
        return str(raw.get(column.part, ""))
    return ", ".join(raw) if isinstance(raw, list) else str(raw)


def said_in(question: Question, cells: Mapping[str, str], own: Sequence[Column]) -> Raw | Gap | Blank | None:
    """What a row says to one question: raw words, a gap, a blank, or None when its cells are empty."""
    texts = {column.part: cells.get(column.key, "") for column in own}
    filled = [text.strip() for text in texts.values() if text.strip()]
    if not filled:
        return Blank() if question.may_be_blank else None
    if len(filled) == 1 and filled[0].casefold() in NOT_KNOWN:
        return Gap("not known")
    if len(filled) == 1 and filled[0].casefold() == NOT_SAFE:
        return Gap("not safe")
    only = texts.get("")
    return texts if only is None else only
