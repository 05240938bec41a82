"""The lines of a spreadsheet become answers, or mistakes each with its sheet, row and column."""

from datetime import date
from pathlib import Path

import pytest

from app.casework import sheet_file, workbook
from app.casework.csv_file import guarded
from app.casework.filed import judge
from app.casework.rows import Rows, rows
from app.casework.workbook import Line, Table
from app.core.office import EMPTY
from app.core.questionnaire import Form
from app.core.values import Blank, Gap, Name
from tests.casework.spreadsheets import ROW, WEEK, filled, letter

TODAY = date(2025, 12, 1)


@pytest.fixture(scope="module")
def form() -> Form:
    return letter()


def taken(form: Form, path: Path) -> Rows:
    return rows(form, workbook.tables(path))


def told(form: Form, path: Path) -> list[str]:
    """Every mistake of a spreadsheet as a person reads it."""
    found = taken(form, path)
    mistakes = [
        *found.mistakes,
        *(m for p in found.packets for m in judge(form, p.file(form), EMPTY, TODAY).mistakes),
    ]
    return [found.spoken(mistake, path.name) for mistake in sorted(set(mistakes))]


def test_a_filled_in_line_is_a_packet_without_a_mistake(tmp_path: Path, form: Form) -> None:
    assert told(form, filled(tmp_path / "a.xlsx")) == []


def test_its_answers_are_those_of_an_answer_file(tmp_path: Path, form: Form) -> None:
    answers = taken(form, filled(tmp_path / "a.xlsx")).packets[0].file(form).answers
    given = {path: each.value for (path, item), each in answers.given.items() if item is None}
    assert given["worker_name"] == Name("Robin", "", "Sample")
    assert given["nickname"] == Blank()
    assert answers.items("weeks") == ("1",)


def test_each_packet_gets_its_own_items_in_their_order(tmp_path: Path, form: Form) -> None:
    weeks = [
        {**WEEK, "row": "B", "hours": "1"},
        WEEK,
        {**WEEK, "row": "b", "hours": "2", "starts": "2025-03-09"},
    ]
    found = taken(form, filled(tmp_path / "a.xlsx", [ROW, {**ROW, "row": "B"}], weeks))
    hours = [
        [
            str(packet.file(form).answers.given["weeks.hours", item].value)
            for item in packet.file(form).answers.items("weeks")
        ]
        for packet in found.packets
    ]
    assert hours == [["38"], ["1", "2"]]


def test_a_gap_is_a_gap(tmp_path: Path, form: Form) -> None:
    row = {**ROW, "story": "?not safe", "started": "?Not known"}
    answers = taken(form, filled(tmp_path / "a.xlsx", [row])).packets[0].file(form).answers
    assert answers.given["story", None].value == Gap("not safe")
    assert answers.given["started", None].value == Gap("not known")


def test_an_answer_by_parts_may_be_a_gap(tmp_path: Path, form: Form) -> None:
    row = {name: value for name, value in ROW.items() if not name.startswith("home")} | {
        "home.city": "?not safe"
    }
    answers = taken(form, filled(tmp_path / "a.xlsx", [row])).packets[0].file(form).answers
    assert answers.given["home", None].value == Gap("not safe")


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        ({"rate": "0"}, "row 2, column P (rate)", "cannot be less than $0.01"),
        ({"rate": "-3"}, "row 2, column P (rate)", "cannot be less than"),
        ({"started": "2025-02-30"}, "row 2, column O (started)", "has no day 30"),
        ({"started": "?unknown"}, "row 2, column O (started)", "question mark"),
        ({"kind_of_work": "kichen"}, "row 2, column M (kind_of_work)", "choose `kitchen`"),
        ({"kind_of_work": "other"}, "row 2, column N (other_work)", "is not answered"),
        ({"home.zip": "641"}, "row 2, column J (home.zip)", "five digits"),
        ({"home.city": "?not safe"}, "row 2, column H (home.city)", "question mark"),
        ({"consent": ""}, "row 2, column Q (consent)", "is not answered"),
        ({"row": "a/b"}, "row 2, column A (row)", "Name this row"),
        ({"row": "con"}, "row 2, column A (row)", "Name this row"),
        ({"row": ""}, "row 2, column A (row)", "Name this row"),
        ({"nickname": "a\x01b"}, "row 2, column K (nickname)", "control character"),
    ],
)
def test_a_mistake_is_told_with_its_cell(
    tmp_path: Path, form: Form, change: dict[str, object], place: str, sentence: str
) -> None:
    change = {name: value if value != "a\x01b" else "a_x0001_b" for name, value in change.items()}
    lines = told(form, filled(tmp_path / "a.xlsx", [{**ROW, **change}]))
    assert any(line.startswith(f"a.xlsx, sheet rows, {place}: ") and sentence in line for line in lines), (
        lines
    )


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        ({"hours": "200"}, "row 2, column C (hours)", "168"),
        ({"hours": "-1"}, "row 2, column C (hours)", "less than 0"),
        ({"starts": "march"}, "row 2, column B (starts)", "2026-03-02"),
        ({"basis": ""}, "row 2, column D (basis)", "?not known"),
        ({"row": "Z9"}, "row 2, column A (row)", "not a row of the sheet `rows`"),
    ],
)
def test_a_mistake_in_a_list_is_told_with_its_cell(
    tmp_path: Path, form: Form, change: dict[str, object], place: str, sentence: str
) -> None:
    lines = told(form, filled(tmp_path / "a.xlsx", weeks=[{**WEEK, **change}]))
    assert any(line.startswith(f"a.xlsx, sheet weeks, {place}: ") and sentence in line for line in lines), (
        lines
    )


def test_every_mistake_of_every_line_is_told_at_once(tmp_path: Path, form: Form) -> None:
    bad = [{**ROW, "row": f"r{number}", "rate": "0"} for number in range(30)]
    weeks = [{**WEEK, "row": f"r{number}"} for number in range(30)]
    assert len(told(form, filled(tmp_path / "a.xlsx", bad, weeks))) == 30


def test_two_lines_of_one_name_are_refused(tmp_path: Path, form: Form) -> None:
    lines = told(form, filled(tmp_path / "a.xlsx", [ROW, {**ROW, "row": "a1"}]))
    assert "`a1` is already the name of row 2" in lines[0]


def test_an_unknown_column_is_told_with_the_nearest_known_name(form: Form) -> None:
    table = Table("rows", ("row", "kind_of_wrk", ""), (Line(2, ("1", "kitchen", "", "loose")),))
    found = rows(form, [table])
    said = [found.spoken(mistake, "a.xlsx") for mistake in found.mistakes]
    assert any(
        "row 1, column B (kind_of_wrk)" in line and "did you mean `kind_of_work`?" in line for line in said
    )
    assert any("row 1, column C" in line and "no heading" in line for line in said)
    assert any("row 2, column D" in line and "below no heading" in line for line in said)


def test_a_column_given_twice_or_not_at_all_is_told(form: Form) -> None:
    found = rows(form, [Table("rows", ("rate", "rate"), (Line(2, ("1", "2")),))])
    sentences = [mistake.sentence for mistake in found.mistakes]
    assert any("a second time" in sentence for sentence in sentences)
    assert any("`row` is missing" in sentence for sentence in sentences)


def test_a_misspelt_sheet_is_told_and_a_sheet_of_notes_is_left_alone(form: Form) -> None:
    tables = [Table("rows", ("row",), ()), Table("Week", ("row",), ()), Table("Calls", ("who",), ())]
    found = rows(form, tables)
    assert any("did you mean `weeks`?" in mistake.sentence for mistake in found.mistakes)
    assert found.unread == ["Calls"]


def test_an_empty_spreadsheet_is_told(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet_file.workbook(form))
    assert "fill in at least one" in told(form, path)[0]


def test_the_empty_sheet_has_a_heading_for_every_column_and_explains_it(tmp_path: Path, form: Form) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(sheet_file.workbook(form))
    tables = {table.name: table for table in workbook.tables(path)}
    explained = {line.cells[1] for line in tables["Read me"].lines if len(line.cells) > 1}
    assert set(tables["rows"].header) | set(tables["weeks"].header) <= explained


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\t=1", "\r", "\0", " =1", "\uff1d1", "\u00a0@x"])
def test_text_that_could_run_in_a_spreadsheet_is_guarded(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["plain", "1", "O’Hara", "a=b", "", "'=1"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert guarded(text) == text
