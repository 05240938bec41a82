"""What the commands promise of every form of this repository: its example, its schema, its spreadsheet."""

import io
import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from openpyxl import load_workbook

from app.casework import sheet_file, workbook
from app.casework.filed import judge
from app.casework.rows import rows
from app.core import examples
from app.core.forms import load_form, names
from app.core.office import EMPTY
from app.core.questionnaire import Form
from app.core.sheet import Sheet, sheets
from app.core.values import Blank
from app.law.catalogue import CALCULATIONS
from tests.cli.checkouts import REPOSITORY, Run

FORMS = names(REPOSITORY)
TODAY = date(2026, 12, 1)


@pytest.fixture(params=FORMS)
def form(request: pytest.FixtureRequest) -> Form:
    return load_form(REPOSITORY, request.param, CALCULATIONS)


def cells(sheet: Sheet, raw: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """The cells of a line that say what an answer file says."""
    for number, column in enumerate(sheet.columns, 1):
        value = raw.get(column.question.name) if column.question and not column.question.is_list else None
        if isinstance(value, Mapping):
            value = f"?{value['gap']}" if "gap" in value else value.get(column.part)
        if value is not None:
            yield number, ", ".join(value) if isinstance(value, list | tuple) else str(value)


def filled_in(path: Path, form: Form, raw: Mapping[str, Any]) -> Path:
    """The form's spreadsheet with one packet, as an answer file has it."""
    book = load_workbook(io.BytesIO(sheet_file.workbook(form)))
    for sheet in sheets(form):
        for line, item in enumerate(raw.get(sheet.name, []) if sheet.of else [raw], 2):
            for number, text in [(1, "1"), *cells(sheet, item)]:
                book[sheet.name].cell(line, number).value = text
    book.save(path)
    return path


def test_there_is_a_form() -> None:
    assert "mo/wage_claim" in FORMS


def test_the_example_has_no_mistake_and_raises_no_gate(run: Run, form: Form, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(run("answers", form.name, at=REPOSITORY).stdout, "utf-8")
    out = tmp_path / "packet"
    # Without an office the public twins wait for an attorney's redaction list.
    office = ("--office", "office.example.yaml", "--today", "2026-12-01")
    result = run("assemble", form.name, path, "--out", out, *office, at=REPOSITORY)
    assert result.exit_code == 0, result.stderr
    assert json.loads((out / "manifest.json").read_text("utf-8"))["held"] == []


def test_the_example_fits_the_schema(run: Run, form: Form) -> None:
    schema = json.loads(run("answers", form.name, "--schema", at=REPOSITORY).stdout)
    example = json.loads(run("answers", form.name, "--json", "--today", "2026-12-01", at=REPOSITORY).stdout)
    jsonschema.Draft202012Validator(schema).validate(example)


def test_the_spreadsheet_has_room_for_every_question(form: Form) -> None:
    assert all(len(sheet.columns) <= workbook.LIMIT_COLUMNS for sheet in sheets(form))


def test_the_example_in_a_spreadsheet_is_the_example(form: Form, tmp_path: Path) -> None:
    example = examples.example(form, TODAY)
    path = filled_in(tmp_path / "rows.xlsx", form, examples.as_file(form, example))
    found = rows(form, workbook.tables(path))
    assert [found.spoken(mistake, "rows.xlsx") for mistake in found.mistakes] == []
    read = judge(form, found.packets[0].file(form), EMPTY, TODAY)
    assert [str(mistake) for mistake in read.mistakes] == []
    wanted = {key: given.value for key, given in example.given.items() if not isinstance(given.value, Blank)}
    assert {key: read.answers.given[key].value for key in wanted} == wanted
