"""Turns the sheets of a filled-in spreadsheet into one answer file a packet, every mistake with its cell."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from app.casework.row_nodes import Columns, Reading, cell
from app.casework.workbook import Line, Table
from app.casework.workbook_scan import letters_of
from app.core import answer_file
from app.core.answer_file import AnswerFile
from app.core.answers import Key
from app.core.loader import Node, Pairs, Row, Text
from app.core.places import Mistake, Place
from app.core.questionnaire import Form
from app.core.shape import nearest
from app.core.sheet import MAIN, ROW, Column, Sheet, sheets

NAME = re.compile(r"[A-Za-z0-9]([A-Za-z0-9 _-]{0,58}[A-Za-z0-9_-])?")
READ_ME = "Read me"
"""The sheet that explains the others; what is written there is not read."""
RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d", re.IGNORECASE)
"""Folder names that Windows keeps for itself."""


@dataclass(frozen=True)
class Packet:
    """One line of the main sheet with its items from the others: its name and its answers as nodes."""

    row: str
    node: Pairs
    empty: Mapping[Key, Place]
    """Where the empty cells of questions without an answer stand."""

    def file(self, form: Form) -> AnswerFile:
        """Its answers, read as those of any answer file."""
        read = answer_file.read(form, self.node, "file")
        read.places = {**self.empty, **read.places}
        return read


@dataclass
class Rows:
    """What a spreadsheet holds for a form: packets, mistakes, and the names of sheets nobody reads."""

    packets: list[Packet] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    headings: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def wrong(self, place: Place, sentence: str) -> None:
        """Keep a mistake."""
        self.mistakes.append(Mistake(place, sentence))

    def spoken(self, mistake: Mistake, file: str) -> str:
        """A mistake with its place as a spreadsheet user looks for it: file, sheet, row, column."""
        place = mistake.place
        names = self.headings.get(place.file, ())
        heading = f" ({names[place.column - 1]})" if place.column <= len(names) else ""
        where = f"sheet {place.file}, row {place.line}, column {letters_of(place.column)}{heading}"
        return f"{file}, {where}: {mistake.sentence.replace('{gap: not known}', '?not known')}"


@dataclass(frozen=True)
class _Filled:
    """A sheet of the form with the table that fills it."""

    table: Table
    columns: Columns

    @cached_property
    def lines(self) -> Mapping[str, list[Line]]:
        """The lines of each packet, by its name in small letters."""
        found: dict[str, list[Line]] = {}
        for line in self.table.lines:
            found.setdefault(self.row(line).casefold(), []).append(line)
        return found

    @cached_property
    def key(self) -> int | None:
        """The number of the column that names the packet."""
        return next((number for number, column in self.columns.items() if column.name == ROW), None)

    def row(self, line: Line) -> str:
        """The packet a line belongs to."""
        return cell(line, self.key).strip() if self.key else ""

    def row_place(self, line: Line) -> Place:
        """The cell that names the packet."""
        return Place(self.table.name, line.number, self.key or 1)


def rows(form: Form, tables: Sequence[Table]) -> Rows:
    """Read every line of every sheet; what is wrong is gathered, never raised."""
    found = Rows(headings={table.name: table.header for table in tables})
    filled = _filled(form, tables, found)
    main = filled.pop(MAIN, None)
    if main is None:
        found.wrong(Place(MAIN), f"The sheet `{MAIN}` is missing; it has a line for each packet.")
        return found
    if not main.table.lines:
        found.wrong(Place(MAIN, 2), "There is no line to make a packet of; fill in at least one.")
    names: dict[str, int] = {}
    lists = {sheet.name: filled.get(sheet.name) for sheet in sheets(form)[1:]}
    for line in main.table.lines:
        _name(main, line, names, found)
        found.packets.append(_packet(main, line, lists, found))
    for sheet in filled.values():
        for line in sheet.table.lines:
            if sheet.row(line).casefold() not in names:
                said = f"`{sheet.row(line)[:60]}` is not a row of the sheet `{MAIN}`"
                found.wrong(sheet.row_place(line), f"{said}; write the name its packet has there.")
    return found


def _filled(form: Form, tables: Sequence[Table], found: Rows) -> dict[str, _Filled]:
    known = {sheet.name: sheet for sheet in sheets(form)}
    filled = {}
    for table in tables:
        if table.name in known:
            sheet = known[table.name]
            filled[table.name] = _Filled(table, _columns(sheet, table, found))
        elif table.header and (hint := nearest(table.name.strip().casefold(), list(known))):
            found.wrong(Place(table.name), f"`{table.name}` is not a sheet of this form{hint}.")
        elif table.header and table.name != READ_ME:
            found.unread.append(table.name)
    return filled


def _columns(sheet: Sheet, table: Table, found: Rows) -> Columns:
    columns: dict[int, Column] = {}
    for number, heading in enumerate(table.header, 1):
        place = Place(table.name, 1, number)
        column = sheet.column(heading)
        if column is None:
            said = (
                f"`{heading[:60]}` is not a column of this sheet" if heading else "This column has no heading"
            )
            found.wrong(place, f"{said}{nearest(heading, [each.name for each in sheet.columns])}.")
        elif column in columns.values():
            found.wrong(place, f"The column `{heading}` stands here a second time; keep one.")
        else:
            columns[number] = column
    if not any(column.name == ROW for column in columns.values()):
        found.wrong(
            Place(table.name), f"The column `{ROW}` is missing; it names the packet each line belongs to."
        )
    _unheaded(table, found)
    return columns


def _unheaded(table: Table, found: Rows) -> None:
    for line in table.lines:
        for number, text in enumerate(line.cells[len(table.header) :], len(table.header) + 1):
            if text:
                found.wrong(Place(table.name, line.number, number), "This cell stands below no heading.")


def _name(main: _Filled, line: Line, names: dict[str, int], found: Rows) -> None:
    """Check the name a packet's folder will have."""
    name, place = main.row(line), main.row_place(line)
    if not NAME.fullmatch(name) or RESERVED.fullmatch(name):
        found.wrong(
            place, "Name this row with letters a to z, digits, spaces, `-` and `_`, at most 60 of them."
        )
    elif name.casefold() in names:
        found.wrong(
            place, f"`{name}` is already the name of row {names[name.casefold()]}; each needs its own."
        )
    names.setdefault(name.casefold(), line.number)


def _packet(main: _Filled, line: Line, lists: Mapping[str, _Filled | None], found: Rows) -> Packet:
    name = main.row(line)
    reading = Reading(main.table.name, line, found.mistakes.append)
    pairs = reading.pairs(main.columns, None)
    given = {key.text: key.place for key, _ in pairs}
    empty = dict(reading.empty)
    for list_name, filled in lists.items():
        items = filled.lines.get(name.casefold(), []) if filled else []
        if list_name not in given:
            place = filled.row_place(items[0]) if filled and items else main.row_place(line)
            nodes = [
                _item(filled, each, number, empty, found) for number, each in enumerate(items, 1) if filled
            ]
            pairs.append((Text(list_name, place), Row(tuple(nodes), place)))
        elif items:
            sentence = f"The sheet `{list_name}` has lines for this row; empty this cell, or take them out."
            found.wrong(given[list_name], sentence)
    return Packet(name, Pairs(tuple(pairs), main.row_place(line)), empty)


def _item(filled: _Filled, line: Line, number: int, empty: dict[Key, Place], found: Rows) -> Node:
    reading = Reading(filled.table.name, line, found.mistakes.append)
    pairs = reading.pairs(filled.columns, str(number))
    empty.update(reading.empty)
    return Pairs(tuple(pairs), filled.row_place(line))
