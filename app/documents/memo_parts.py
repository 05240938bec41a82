"""Turns tables and workings into what the memo's template can print: cells by column, whole lines."""

from collections.abc import Iterable, Sequence

from app.core.memo_table import MemoTable, Part, Shown, Working

WIDTHS = ("two", "three", "four", "five", "six", "seven")
TITLES: dict[Part, str] = {
    "choices": "Sums to choose from",
    "deadlines": "Deadlines",
    "calendar": "Limitations calendar",
    "more": "Other points of law",
    "working": "The computation, step by step",
}


def part(title: str, shown: Iterable[Shown], texts: Sequence[str] = ()) -> dict[str, object]:
    """One part of the memo under its heading."""
    found = list(shown)
    return {
        "title": title,
        "texts": list(texts),
        "tables": [table(each) for each in found if isinstance(each, MemoTable)],
        "workings": [working(each) for each in found if isinstance(each, Working)],
    }


def table(made: MemoTable) -> dict[str, object]:
    """A table with one flag for its number of columns; every cell knows whether it holds a figure."""
    width = len(made.columns)
    return {
        "title": made.title,
        "notes": list(made.notes),
        "head": _cells(made.columns, made.numbers),
        "rows": [_cells(row, made.numbers) for row in made.rows],
        **{name: count == width for count, name in enumerate(WIDTHS, 2)},
    }


def working(made: Working) -> dict[str, object]:
    """A working with one line a step."""
    lines = [f"{line.text}  [{line.law}]" if line.law else line.text for line in made.lines]
    return {"title": made.title, "lines": lines}


def _cells(row: Sequence[str], numbers: Sequence[int]) -> dict[str, object]:
    return {f"c{at}": {"text": text, "number": at - 1 in numbers} for at, text in enumerate(row, 1)}
