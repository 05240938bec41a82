"""Rows pasted from a spreadsheet: tabs, commas or semicolons, with a row of headings or without."""

import csv
import io
from collections.abc import Sequence

from app.casework.cells import Column, Row
from app.casework.items import MOST
from app.casework.tables import CellMistake, TableRefused
from app.core.kinds import refuse

DELIMITERS = "\t;|,"


def rows_in(text: str, columns: Sequence[Column]) -> list[Row]:
    """The rows of a pasted text under these columns; raises Refused or TableRefused with every misfit."""
    lines = _lines(text)
    if not lines:
        raise refuse("Paste at least one row.")
    order = _headings(lines[0], columns)
    if order is not None:
        lines = lines[1:]
    if not lines:
        raise refuse("There is a row of headings, but no row below it.")
    if len(lines) > MOST:
        raise refuse(f"These are {len(lines):,} rows; paste at most {MOST} at a time.")
    order = order or list(columns)
    _check_unnamed(lines, order)
    _check_widths(lines, order)
    return [
        Row(None, {column.key: cell.strip() for column, cell in zip(order, line, strict=False) if column})
        for line in lines
    ]


def _lines(text: str) -> list[list[str]]:
    try:
        read = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True))
    except csv.Error as error:
        raise refuse("A quotation mark is never closed, so the rows cannot be told apart.") from error
    return [line for line in read if any(cell.strip() for cell in line)]


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return next((mark for mark in DELIMITERS if mark in head), "\t")


def _headings(line: Sequence[str], columns: Sequence[Column]) -> list[Column | None] | None:
    """The column under each heading, or None when the first line is a row like the others.

    Raises TableRefused for headings that are not known or stand twice: their cells would be lost.
    """
    known = {name: column for column in columns for name in _names(column)}
    found = [known.get(_folded(cell)) for cell in line]
    count, digits = sum(column is not None for column in found), any(map(str.isdigit, "".join(line)))
    if count * 2 <= len(line) and (not count or digits):
        return None
    wrong = [
        cell.strip()
        for at, (cell, column) in enumerate(zip(line, found, strict=True))
        if cell.strip() and (column is None or column in found[:at])
    ]
    if wrong:
        raise TableRefused([CellMistake(None, "", "", _unknown(name, columns)) for name in wrong])
    return found


def _unknown(name: str, columns: Sequence[Column]) -> str:
    labels = ", ".join(f"“{column.label}”" for column in columns)
    return f"The column “{name}” is not known, or stands twice. Name each column once, from these: {labels}."


def _check_unnamed(lines: Sequence[Sequence[str]], order: Sequence[Column | None]) -> None:
    """Refuse cells under an empty heading, which would be lost."""
    for at, column in enumerate(order):
        if column is None and any(len(line) > at and line[at].strip() for line in lines):
            raise refuse(f"Column {at + 1} has no name above its cells. Name it, or take the cells away.")


def _names(column: Column) -> list[str]:
    names = [column.label] if column.part else [column.label, column.question.name, column.question.ask]
    return [_folded(name) for name in [*names, f"{column.question.name}.{column.part}"]]


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("_", " ").split()).rstrip("?:.")


def _check_widths(lines: Sequence[Sequence[str]], order: Sequence[Column | None]) -> None:
    labels = ", ".join(column.label for column in order if column)
    wrong = [
        CellMistake(
            number, "", "", f"This row has {len(line)} cells, but there are {len(order)} columns: {labels}."
        )
        for number, line in enumerate(lines)
        if len([cell for cell in line if cell.strip()]) and len(_trimmed(line)) > len(order)
    ]
    if wrong:
        raise TableRefused(wrong)


def _trimmed(line: Sequence[str]) -> Sequence[str]:
    end = max((index for index, cell in enumerate(line, 1) if cell.strip()), default=0)
    return line[:end]
