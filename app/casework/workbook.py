"""Reads a filled-in spreadsheet as tables of text: XLSX, or CSV for a form without lists (UPL-1 to UPL-3)."""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.parsers.expat import ExpatError

from python_calamine import CalamineError, CalamineWorkbook

from app.casework import archive, csv_table
from app.casework.archive import Unfit
from app.casework.workbook_scan import Scan, scan, sheet_parts
from app.core.places import Mistake, Mistakes, Place
from app.core.sheet import MAIN, Cell, NotExact, text_of

LIMIT_ROWS = 5_000
LIMIT_COLUMNS = 200
LIMIT_CHARACTERS = 20_000
WORKBOOK = "xl/workbook.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"
NEEDED = ("[Content_Types].xml", "_rels/.rels", WORKBOOK, RELATIONS, "xl/sharedStrings.xml", "xl/styles.xml")
NO_WORKBOOK = "This is not an Excel workbook inside; save the spreadsheet again as .xlsx."


@dataclass(frozen=True)
class Line:
    """One line of a sheet that is not empty, with its number as the spreadsheet shows it."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One sheet: its name, its headings and the lines below them."""

    name: str
    header: tuple[str, ...]
    lines: tuple[Line, ...]


def tables(path: Path) -> tuple[Table, ...]:
    """Every sheet of a file; raises Unfit for the file as a whole, Mistakes for its cells."""
    data = _bytes(path)
    if path.suffix.lower() == ".csv":
        return _taken({MAIN: list(csv_table.lines(data))})
    if path.suffix.lower() != ".xlsx":
        raise Unfit("This is not an .xlsx or .csv file; save the spreadsheet in one of these two forms.")
    if not data.startswith(b"PK"):
        raise Unfit(NO_WORKBOOK)
    contents = archive.parts(data)
    try:
        return _workbook(contents)
    except (CalamineError, ExpatError, KeyError, ValueError) as error:
        raise Unfit(NO_WORKBOOK) from error


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(archive.LIMIT_BYTES + 1)
    except OSError as error:
        raise Unfit(f"This file cannot be read ({error.strerror}).") from error
    if not data:
        raise Unfit("This file is empty.")
    if len(data) > archive.LIMIT_BYTES:
        raise Unfit(f"This file is larger than {archive.LIMIT_BYTES // 1_000_000} MB; split it.")
    return data


def _workbook(contents: Mapping[str, bytes]) -> tuple[Table, ...]:
    places = sheet_parts(contents[WORKBOOK], contents[RELATIONS])
    _look_through({name: scan(contents[part]) for name, part in places.items()})
    kept = {name: content for name, content in contents.items() if name in (*NEEDED, *places.values())}
    with CalamineWorkbook.from_filelike(io.BytesIO(archive.packed(kept))) as book:
        return _taken(
            {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in places}
        )


def _look_through(scans: Mapping[str, Scan]) -> None:
    """Refuse sheets too large to take, and cells that hold a formula or an error."""
    for name, found in scans.items():
        if found.rows > LIMIT_ROWS + 1 or found.columns > LIMIT_COLUMNS:
            raise Unfit(
                f"The sheet {name} reaches to row {found.rows:,} and column {found.columns:,}; the limits "
                f"are {LIMIT_ROWS:,} rows and {LIMIT_COLUMNS} columns. Split it, or delete what is far off."
            )
    wrong = [mistake for name, found in scans.items() for mistake in _unreadable(name, found)]
    if wrong:
        raise Mistakes(wrong)


def _unreadable(name: str, found: Scan) -> Iterator[Mistake]:
    for row, column in found.formulas:
        sentence = "There is a formula here; put its value in its place (copy, then paste as values)."
        yield Mistake(Place(name, row, column), sentence)
    for row, column in set(found.errors) - set(found.formulas):
        yield Mistake(Place(name, row, column), "There is an error value here; write the answer itself.")


def _taken(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> tuple[Table, ...]:
    wrong: list[Mistake] = []
    taken = tuple(_table(name, rows, wrong) for name, rows in sheets.items())
    if wrong:
        raise Mistakes(wrong)
    return taken


def _table(name: str, rows: Sequence[Sequence[Cell]], wrong: list[Mistake]) -> Table:
    if len(rows) > LIMIT_ROWS + 1 or any(len(cells) > LIMIT_COLUMNS for cells in rows):
        raise Unfit(f"A sheet may have {LIMIT_ROWS:,} rows and {LIMIT_COLUMNS} columns; split this one.")
    lines = [Line(number, _texts(name, number, cells, wrong)) for number, cells in enumerate(rows, 1)]
    header = lines[0].cells if lines else ()
    return Table(name, tuple(_trimmed(header)), tuple(line for line in lines[1:] if any(line.cells)))


def _texts(name: str, number: int, cells: Iterable[Cell], wrong: list[Mistake]) -> tuple[str, ...]:
    texts = []
    for column, cell in enumerate(cells, 1):
        try:
            text = text_of(cell)
            if len(text) > LIMIT_CHARACTERS:
                raise NotExact(f"This cell has {len(text):,} characters; shorten it to {LIMIT_CHARACTERS:,}.")
        except NotExact as error:
            wrong.append(Mistake(Place(name, number, column), str(error)))
            text = ""
        texts.append(text if text.strip() else "")
    return tuple(texts)


def _trimmed(header: tuple[str, ...]) -> list[str]:
    names = [heading.strip() for heading in header]
    while names and not names[-1]:
        names.pop()
    return names
