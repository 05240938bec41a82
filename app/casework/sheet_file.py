"""Writes the empty spreadsheet of a form: headings, room to fill in, and what each column wants."""

import io
from collections.abc import Iterator
from datetime import datetime

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from app.casework.rows import READ_ME
from app.casework.workbook import LIMIT_ROWS
from app.core.questionnaire import Form, Question
from app.core.sheet import GAPS, MAIN, Column, Sheet, sheets

TEXT = "@"
"""The number format under which a cell keeps what is typed: 064106 stays 064106."""
READY_ROWS = 200
LIMIT_CHOICES = 250
"""Characters a drop-down list of a spreadsheet may have."""
EPOCH = datetime(2000, 1, 1)
HEADING = PatternFill("solid", fgColor="FFE7ECF0")


def workbook(form: Form) -> bytes:
    """The spreadsheet as the bytes of an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "Draftwell"
    book.properties.created = book.properties.modified = EPOCH
    for sheet in sheets(form):
        _fill(book.create_sheet(sheet.name), sheet)
    _explain(book.create_sheet(READ_ME), form)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def put(cell: Cell, text: str) -> None:
    """Write text into a cell as text, whatever sign it begins with (EXP-1)."""
    cell.value = text
    cell.data_type = "s"
    cell.number_format = TEXT


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for number, column in enumerate(sheet.columns, 1):
        _head(page, number, column.name)
        page.column_dimensions[get_column_letter(number)].number_format = TEXT
        for row in range(2, READY_ROWS + 2):
            page.cell(row, number).number_format = TEXT
        _offer(page, number, column)
    page.freeze_panes = "B2"


def _head(page: Worksheet, number: int, name: str) -> None:
    cell = page.cell(1, number)
    assert isinstance(cell, Cell)
    put(cell, name)
    cell.font = Font(bold=True)
    cell.fill = HEADING
    page.column_dimensions[get_column_letter(number)].width = max(12, len(name) + 3)


def _offer(page: Worksheet, number: int, column: Column) -> None:
    """A drop-down list of the answers; other text may still be typed, and is checked when it is read."""
    listed = ",".join(_answers(column))
    if not listed or len(listed) > LIMIT_CHOICES:
        return
    letter = get_column_letter(number)
    offer = DataValidation(type="list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=False)
    offer.add(f"{letter}2:{letter}{LIMIT_ROWS + 1}")
    page.add_data_validation(offer)


def _answers(column: Column) -> tuple[str, ...]:
    question = column.question
    if question is None or question.is_list:
        return ()
    if question.kind_name == "yes or no" or column.part == "safe_at_home":
        return ("yes", "no")
    return tuple(question.choices) if question.kind_name == "choose one" else ()


def _explain(page: Worksheet, form: Form) -> None:
    for row, words in enumerate(_introduction(form), 1):
        _write(page, row, (words,))
    start = page.max_row + 2
    _write(page, start, ("Sheet", "Column", "What to write", "How", "May stay empty"), bold=True)
    lines = (line for sheet in sheets(form) for line in _lines(sheet))
    for row, line in enumerate(lines, start + 1):
        _write(page, row, line)
    for letter, width in zip("ABCDE", (16, 28, 70, 60, 16), strict=True):
        page.column_dimensions[letter].width = width


def _introduction(form: Form) -> Iterator[str]:
    yield f"{form.title}: one line in the sheet “{MAIN}” makes one packet."
    yield f"Give each line a name of its own in the column “row”; at most {LIMIT_ROWS:,} lines."
    lists = ", ".join(f"“{sheet.name}”" for sheet in sheets(form)[1:])
    if lists:
        yield f"Lists stand in sheets of their own ({lists}); “row” says whose line it is."
    yield f"Where an answer is not there, write {' or '.join(GAPS)}; it prints as a marked gap."
    yield "Leave out a column you do not need. Write values, no formulas."


def _lines(sheet: Sheet) -> Iterator[tuple[str, ...]]:
    for column in sheet.columns:
        question = column.question
        how = _how(question, column) if question else "A number or a short name"
        empty = "yes" if question and question.may_be_blank else "only where it does not apply"
        yield sheet.name, column.name, column.words, how, empty if question else "no"


def _how(question: Question, column: Column) -> str:
    if question.is_list:
        return "?not known"
    gap = ", or ?not known, ?not safe" if question.unsure else ""
    if question.choices:
        several = "Several with commas between: " if question.kind_name == "choose any" else ""
        return several + "; ".join(f"{key} = {words}" for key, words in question.choices.items()) + gap
    hint = question.kind.schema(question.settings).get("description")
    return str(hint or ("yes or no" if _answers(column) else question.kind_name)) + gap


def _write(page: Worksheet, row: int, texts: tuple[str, ...], *, bold: bool = False) -> None:
    for number, text in enumerate(texts, 1):
        cell = page.cell(row, number)
        assert isinstance(cell, Cell)
        put(cell, text)
        cell.font = Font(bold=bold)
        cell.alignment = Alignment(wrap_text=len(texts) > 1, vertical="top")
