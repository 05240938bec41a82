"""Spreadsheets for tests: a filled-in one for the small letter form, and crafted archives."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from openpyxl import load_workbook

from app.casework import sheet_file
from app.core.forms import load_form
from app.core.questionnaire import Form

ROOT = Path(__file__).resolve().parent.parent / "forms"

ROW: dict[str, object] = {
    "row": "A1",
    "worker_name.first": "Robin",
    "worker_name.last": "Sample",
    "home.street": "100 Example Street",
    "home.city": "Kansas City",
    "home.state": "MO",
    "home.zip": "64106",
    "story": "They said pay would come.",
    "kind_of_work": "kitchen",
    "started": "2025-03-02",
    "rate": "13.75",
    "consent": "yes",
    "reply_days": "14",
}
WEEK: dict[str, object] = {"row": "A1", "starts": "2025-03-02", "hours": "38", "basis": "memory"}


def letter() -> Form:
    """The small form of these tests."""
    return load_form(ROOT, "mo/cli_letter", {})


def filled(
    path: Path,
    rows: Sequence[Mapping[str, object]] = (ROW,),
    weeks: Sequence[Mapping[str, object]] = (WEEK,),
    form: Form | None = None,
) -> Path:
    """The form's own spreadsheet, filled in and saved."""
    book = load_workbook(io.BytesIO(sheet_file.workbook(form or letter())))
    for name, lines in {"rows": rows, "weeks": weeks}.items():
        if name not in book.sheetnames:
            continue
        page = book[name]
        headings = [cell.value for cell in page[1]]
        for number, line in enumerate(lines, 2):
            for heading, value in line.items():
                page.cell(number, headings.index(heading) + 1).value = value
    book.save(path)
    return path


def repacked(path: Path, changes: Mapping[str, bytes]) -> Path:
    """The same archive with some parts replaced or added."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {**parts, **changes}.items():
            archive.writestr(name, content)
    return path


def part(path: Path, name: str) -> bytes:
    """One part of an archive."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(name)
