"""Many rows at once: the last week again, and a range of weeks with the same entries."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from app.casework.cells import Column, Row, columns
from app.casework.items import MOST
from app.core.kinds import Refused, refuse
from app.core.kinds.date_text import read_when
from app.core.questionnaire import Question

STEP = timedelta(days=7)


def day_column(question: Question) -> Column | None:
    """The column with the exact day each row begins on, or None: then rows cannot follow one another."""
    return next(
        (each for each in columns(question) if each.question.kind_name == "date" and each.question.exact),
        None,
    )


def repeated(question: Question, rows: Sequence[Row], times: int) -> list[Row]:
    """The last row again, so many times, each a week later; raises Refused when there is none."""
    last = next((row for row in reversed(rows) if not row.empty and not row.remove), None)
    if last is None:
        raise refuse(f"Fill in one {question.one} first; then it can be repeated.")
    if not 1 <= times <= MOST:
        raise refuse(f"Write how many times to repeat it, from 1 to {MOST}.")
    column = day_column(question)
    new = [Row(None, dict(last.cells)) for _ in range(times)]
    day = _day(last.cells.get(column.key, "")) if column else None
    for number, row in enumerate(new, 1):
        if column:
            row.cells[column.key] = shown(day + number * STEP) if day else ""
    return new


def filled(
    question: Question, rows: Sequence[Row], first: str, last: str, cells: Mapping[str, str]
) -> list[Row]:
    """A row for each week in the range that has none yet, all with the same cells; raises Refused."""
    column = day_column(question)
    if column is None:
        raise refuse("Rows can be filled in only where each begins on a day.")
    start, end = _day(first), _day(last)
    if start is None or end is None:
        raise refuse("Write the day on which the first and the last week begin, like 3/2/2026.")
    if end < start:
        raise refuse("The last week begins before the first; write the earlier one first.")
    if (end - start) // STEP + 1 > MOST:
        raise refuse(f"These are more than {MOST} weeks; fill in a shorter range.")
    days = (_day(row.cells.get(column.key, "")) for row in rows if not row.remove)
    there = [day for day in days if day]
    if there:
        # The weeks that are there say on which day a week begins: back to the week this day lies in.
        start -= (start - there[0]) % STEP
    free = [day for day in _weeks(start, end) if all(abs(day - each) >= STEP for each in there)]
    if not free:
        raise refuse("Every week in this range shares days with a row that is there; nothing was added.")
    return [Row(None, {**cells, column.key: shown(day)}) for day in free]


def shown(day: date) -> str:
    """A day as the cells of a table write it."""
    return f"{day.month}/{day.day}/{day.year}"


def _weeks(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += STEP


def _day(text: str) -> date | None:
    try:
        when = read_when(text)
    except Refused:
        return None
    return when.earliest if when.exact else None
