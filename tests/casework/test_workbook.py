"""A spreadsheet is read as tables of text, or refused with the cell that is wrong (UPL-3)."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from app.casework import csv_table, workbook
from app.casework.archive import Unfit
from app.core.places import Mistakes
from tests.casework.spreadsheets import filled, part, repacked

SHEET = "xl/worksheets/sheet1.xml"


def saved(path: Path, *lines: tuple[object, ...]) -> Path:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "rows"
    for line in lines:
        page.append(line)
    book.save(path)
    return path


def test_cells_are_read_as_text(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row", "a", "b", "c"), (1, 38.0, date(2025, 3, 2), True))
    table = workbook.tables(path)[0]
    assert table.header == ("row", "a", "b", "c")
    assert table.lines[0].cells == ("1", "38", "2025-03-02", "yes")


def test_a_line_keeps_the_number_the_spreadsheet_shows(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), (), ("x",), (), ("y",))
    assert [line.number for line in workbook.tables(path)[0].lines] == [3, 5]


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", " padded ", "a\nb", "{{ x }}", "<b>", "O’Hara & Søn", "𝒳"]
)
def test_text_comes_through_as_typed(tmp_path: Path, text: str) -> None:
    path = filled(tmp_path / "a.xlsx", [{"row": "A", "nickname": "x"}])
    book = load_workbook(path)
    cell = book["rows"]["K2"]
    cell.value, cell.data_type = text, "s"
    book.save(path)
    assert text in workbook.tables(path)[0].lines[0].cells


def test_a_formula_is_refused_with_its_cell(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row", "rate"), ("1", "=6*2"))
    with pytest.raises(Mistakes, match=r"rows:2:2 There is a formula"):
        workbook.tables(path)


def test_an_error_value_is_refused_with_its_cell(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row", "rate"), ("1", "#DIV/0!"))
    with pytest.raises(Mistakes, match=r"rows:2:2 There is an error value"):
        workbook.tables(path)


@pytest.mark.parametrize("reference", ["A5002", "XFD2", "A1048576"])
def test_a_cell_far_off_refuses_the_file_before_it_is_read(tmp_path: Path, reference: str) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    content = part(path, SHEET).replace(b'r="A2"', f'r="{reference}"'.encode())
    with pytest.raises(Unfit, match="limits are 5,000 rows and 200 columns"):
        workbook.tables(repacked(path, {SHEET: content}))


@pytest.mark.parametrize("reference", ["xfd1048576", "A0x", "", "ABCD1"])
def test_a_cell_without_a_true_place_refuses_the_file(tmp_path: Path, reference: str) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    content = part(path, SHEET).replace(b'r="A2"', f'r="{reference}"'.encode())
    with pytest.raises(Unfit):
        workbook.tables(repacked(path, {SHEET: content}))


def test_a_cell_far_off_cannot_hide_in_another_namespace(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    hidden = b'<row r="1048576"><x:c xmlns:x="urn:x" r="XFD1048576"><x:v>1</x:v></x:c></row></sheetData>'
    content = part(path, SHEET).replace(b"</sheetData>", hidden)
    with pytest.raises(Unfit, match="limits are"):
        workbook.tables(repacked(path, {SHEET: content}))


def test_the_last_allowed_row_and_column_are_read(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    book = load_workbook(path)
    book["rows"]["A5001"] = "last"
    book["rows"]["GR2"] = "far"
    book.save(path)
    lines = workbook.tables(path)[0].lines
    assert lines[-1].cells[0] == "last"
    assert lines[0].cells[199] == "far"


def test_formatted_cells_without_content_do_not_count(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    content = part(path, SHEET).replace(
        b"</sheetData>", b'<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
    )
    assert len(workbook.tables(repacked(path, {SHEET: content}))[0].lines) == 1


@pytest.mark.parametrize(("length", "fits"), [(20_000, True), (20_001, False)])
def test_a_cell_takes_twenty_thousand_characters(tmp_path: Path, length: int, *, fits: bool) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("x" * length,))
    if fits:
        assert len(workbook.tables(path)[0].lines[0].cells[0]) == length
    else:
        with pytest.raises(Mistakes, match="shorten it to 20,000"):
            workbook.tables(path)


def test_an_entity_in_a_sheet_refuses_the_file(tmp_path: Path) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    content = b'<!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + part(path, SHEET)
    with pytest.raises(Unfit, match="entities"):
        workbook.tables(repacked(path, {SHEET: content}))


@pytest.mark.parametrize("name", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET])
def test_a_broken_part_is_a_sentence(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / "a.xlsx", ("row",), ("1",))
    with pytest.raises(Unfit):
        workbook.tables(repacked(path, {name: b"<broken"}))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"\xd0\xcf\x11\xe0" * 100),
        ("a.xlsx", b"PKnothing"),
        ("a.ods", b"PK"),
        ("a", b"x"),
    ],
)
def test_a_file_of_another_kind_is_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(Unfit):
        workbook.tables(path)


def test_a_folder_and_a_missing_file_are_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    for path in (tmp_path / "folder.xlsx", tmp_path / "missing.xlsx"):
        with pytest.raises(Unfit, match="cannot be read"):
            workbook.tables(path)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("good") / "good.xlsx")


@given(data=st.data())
def test_a_damaged_spreadsheet_is_never_more_than_a_sentence(good: Path, data: st.DataObject) -> None:
    parts = {name: part(good, name) for name in (SHEET, "xl/workbook.xml", "xl/styles.xml")}
    name = data.draw(st.sampled_from(sorted(parts)))
    place = data.draw(st.integers(0, len(parts[name]) - 1))
    junk = data.draw(st.sampled_from([b'"', b"<", b"/>", b"<f/>", b"&x;", b"\xff", b"9" * 30, b"-1", b""]))
    length = data.draw(st.integers(0, 20))
    broken = parts[name][:place] + junk + parts[name][place + length :]
    path = good.with_name("broken.xlsx")
    path.write_bytes(good.read_bytes())
    with suppress(Unfit, Mistakes):
        workbook.tables(repacked(path, {name: broken}))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_csv_says_its_own_encoding(encoding: str, separator: str) -> None:
    text = f'row{separator}name\r\n1{separator}"Muñoz ""the"" Łukasz"\r\n'
    assert list(csv_table.lines(text.encode(encoding))) == [["row", "name"], ["1", 'Muñoz "the" Łukasz']]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("Muñoz".encode("cp1252"), "not in UTF-8"),
        (b"row\n\0", "NUL"),
        (b'row\n"never closed', "quotation marks"),
        (b"row\n" + b"x" * 200_000, "quotation marks"),
    ],
)
def test_a_csv_that_cannot_be_read_is_a_sentence(data: bytes, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        list(csv_table.lines(data))
