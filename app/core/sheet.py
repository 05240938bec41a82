"""Which sheets and columns a spreadsheet of a form has, and what a cell's content is as an answer; pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from app.core.kinds import Field
from app.core.questionnaire import Form, Question

MAIN = "rows"
"""The sheet with one line for each packet; every list has a sheet of its own beside it."""
ROW = "row"
"""The column that says which packet a line belongs to."""
GAPS: dict[str, Literal["not known", "not safe"]] = {"?not known": "not known", "?not safe": "not safe"}
"""What a cell says in place of an answer that is asked for and not there."""

Cell = str | float | int | bool | date | datetime | time | timedelta
"""A cell as a spreadsheet reader gives it; an empty one is the empty text."""


@dataclass(frozen=True)
class Column:
    """One column: its heading, and the question or the part of a question that stands below it."""

    name: str
    question: Question | None
    part: str
    words: str


@dataclass(frozen=True)
class Sheet:
    """One sheet: the main one, or the one of a list."""

    name: str
    columns: tuple[Column, ...]
    of: Question | None = None

    def column(self, name: str) -> Column | None:
        """The column with a heading, or None."""
        return next((column for column in self.columns if column.name == name), None)


def sheets(form: Form) -> tuple[Sheet, ...]:
    """The main sheet and then a sheet for each list, in the order of the form."""
    top = [question for section in form.sections for question in section.questions]
    inner = (
        Sheet(question.name, (_row_column(question.one), *_columns(question.each)), question)
        for question in top
        if question.is_list
    )
    return Sheet(MAIN, (_row_column("packet"), *_columns(top))), *inner


def by_parts(question: Question) -> bool:
    """Whether an answer is given by parts, like a name or an address, each in a column of its own."""
    return not question.is_list and question.kind.schema(question.settings).get("type") == "object"


def _row_column(one: str) -> Column:
    return Column(ROW, None, "", f"Which packet this {one} belongs to: a number or a short name.")


def _columns(questions: "tuple[Question, ...] | list[Question]") -> Iterator[Column]:
    for question in questions:
        if question.is_list:
            if question.unsure:
                words = (
                    f"{question.ask} Fill in the sheet {question.name}; write here only that it is not known."
                )
                yield Column(question.name, question, "", words)
        elif by_parts(question):
            for field in question.kind.fields(question.settings):
                yield Column(f"{question.name}.{field.part}", question, field.part, _words(question, field))
        elif question.kind.fields(question.settings):
            yield Column(question.name, question, "", question.ask)


def _words(question: Question, field: Field) -> str:
    ending = " (may stay empty)" if field.optional else ""
    return f"{question.ask} {field.label}{ending}"


class NotExact(Exception):
    """A cell whose content cannot be taken over exactly; `str` is a sentence that says why."""


def text_of(cell: Cell) -> str:
    """A cell's content as typed text; raises NotExact where a spreadsheet holds other than it shows."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, (int, float)):
        return _digits(cell)
    if isinstance(cell, datetime):
        return _day(cell)
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return _clock(timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second))
    return _clock(cell)


def _digits(number: float) -> str:
    """Fifteen significant digits, all a spreadsheet keeps: 38.0 is 38, and 0.30000000000000004 is 0.3."""
    exact = Decimal(format(number, ".15g"))
    if not exact.is_finite() or abs(exact) >= 10**15:
        raise NotExact("A spreadsheet rounds so long a number; make the cell text and type it again.")
    return format(exact.normalize(), "f")


def _day(moment: datetime) -> str:
    if moment.time() != time():
        raise NotExact("This is a date with a time of day; write the date alone, like 2026-03-02.")
    return moment.date().isoformat()


def _clock(span: timedelta) -> str:
    minutes, seconds = divmod(round(span.total_seconds()), 60)
    if seconds or minutes < 0:
        raise NotExact("Write hours and minutes like 7:30, or as a decimal like 7.5.")
    return f"{minutes // 60}:{minutes % 60:02d}"
