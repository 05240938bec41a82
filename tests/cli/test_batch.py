"""`draftwell sheet` and `batch`: a spreadsheet out, a packet a line back, nothing while a cell is wrong."""

import csv
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from openpyxl import load_workbook

from app.documents import reading
from tests.casework.spreadsheets import ROW, WEEK, filled
from tests.cli.checkouts import REPOSITORY, Process, Run, write_template

DAY = ("--today", "2025-12-01")
MANY = 300
"""Rows of a batch that nobody could finish before it is interrupted."""
TWO = [ROW, {**ROW, "row": "B 2", "worker_name.first": "Alex", "consent": "no"}]
WEEKS = [WEEK, {**WEEK, "row": "B 2"}]


def manifest(out: Path) -> list[dict[str, str]]:
    """The lines of a batch's manifest."""
    with (out / "manifest.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def refused(run: Run, rows: Path, folder: Path) -> list[str]:
    """The lines batch refuses a spreadsheet with; fails if anything was written."""
    before = sorted(folder.rglob("*"))
    result = run("batch", "mo/cli_letter", rows, "--out", folder / "packets", *DAY)
    assert (result.exit_code, result.stdout) == (2, ""), result.stderr
    assert sorted(folder.rglob("*")) == before
    assert "Draftwell itself" not in result.stderr
    return result.stderr.strip().splitlines()


def test_sheet_writes_the_empty_spreadsheet(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    assert run("sheet", "mo/cli_letter", "--out", path).exit_code == 0
    book = load_workbook(path)
    assert book.sheetnames == ["rows", "weeks", "Read me"]
    assert book["rows"].freeze_panes == "B2"
    assert book["rows"]["J2"].number_format == "@"
    assert all(cell.data_type != "f" for page in book for line in page for cell in line)


def test_sheet_never_writes_over_a_file(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "rows.xlsx"
    path.write_text("filled in")
    result = run("sheet", "mo/cli_letter", "--out", path)
    assert result.exit_code == 2
    assert path.read_text() == "filled in"


@pytest.mark.parametrize("out", ["rows.csv", "missing/rows.xlsx"])
def test_sheet_refuses_a_place_it_cannot_write(run: Run, tmp_path: Path, out: str) -> None:
    result = run("sheet", "mo/cli_letter", "--out", tmp_path / out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_packet_folder_for_each_row_and_a_manifest(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "packets"
    rows = filled(tmp_path / "rows.xlsx", TWO, WEEKS)
    result = run("batch", "mo/cli_letter", rows, "--out", out, *DAY, "--processes", "2")
    assert result.exit_code == 0, result.stderr
    assert {path.name for path in out.iterdir()} == {"A1", "B 2", "manifest.csv"}
    assert [line["status"] for line in manifest(out)] == ["made", "made"]
    assert [line["held_back"] for line in manifest(out)] == ["", "Letter"]
    letter = next((out / "A1/2-other-side").glob("*.docx"))
    assert "Robin Sample" in reading.words_of_docx(letter.read_bytes())
    assert not (out / "B 2/2-other-side").exists()


def test_a_row_gives_the_same_letter_as_its_answer_file(run: Run, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(run("answers", "mo/cli_letter", "--json").stdout)
    given = json.loads(answers.read_text())
    row = {"row": "1", **{key: value for key, value in given.items() if isinstance(value, str)}}
    row |= {
        f"{key}.{part}": text
        for key, value in given.items()
        if isinstance(value, dict)
        for part, text in value.items()
    }
    weeks = [{"row": "1", **week} for week in given["weeks"]]
    run("assemble", "mo/cli_letter", answers, "--out", tmp_path / "one", *DAY)
    run("batch", "mo/cli_letter", filled(tmp_path / "r.xlsx", [row], weeks), "--out", tmp_path / "many", *DAY)
    words = [
        sorted(reading.words_of_docx(path.read_bytes()) for path in folder.rglob("*Office sheet.docx"))
        for folder in (tmp_path / "one", tmp_path / "many")
    ]
    assert words[0]
    assert words[0] == words[1]


def test_a_row_that_fails_while_it_is_made_is_set_aside_and_the_others_finish(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    write_template(checkout, "sheet", "sheet", ["{% if nickname %}{{ other_work }}{% endif %}Words"])
    rows = filled(tmp_path / "r.xlsx", [{**ROW, "nickname": "Bo"}, TWO[1]], WEEKS)
    out = tmp_path / "packets"
    result = run("batch", "mo/cli_letter", rows, "--out", out, *DAY, at=checkout)
    assert result.exit_code == 1
    assert "set aside: row A1" in result.stderr
    assert [(line["row"], line["status"]) for line in manifest(out)] == [("A1", "set aside"), ("B 2", "made")]
    assert manifest(out)[0]["reason"]
    assert {path.name for path in out.iterdir()} == {"B 2", "manifest.csv"}


def test_a_mistake_in_one_row_stops_all(run: Run, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx", [ROW, {**TWO[1], "rate": "0"}], WEEKS)
    assert refused(run, rows, tmp_path) == [
        "rows.xlsx, sheet rows, row 3, column P (rate): `rate`: "
        "This cannot be less than $0.01; check the number."
    ]


def test_every_mistake_of_every_row_is_told(run: Run, tmp_path: Path) -> None:
    bad = [{**ROW, "row": f"r{n}", "rate": "-1", "started": "2025-02-30", "consent": ""} for n in range(20)]
    weeks = [{**WEEK, "row": f"r{n}", "hours": "200"} for n in range(20)]
    assert len(refused(run, filled(tmp_path / "rows.xlsx", bad, weeks), tmp_path)) == 80


def test_more_than_a_hundred_mistakes_are_counted(run: Run, tmp_path: Path) -> None:
    bad = [{**ROW, "row": f"r{n}", "rate": "-1"} for n in range(120)]
    weeks = [{**WEEK, "row": f"r{n}"} for n in range(120)]
    lines = refused(run, filled(tmp_path / "rows.xlsx", bad, weeks), tmp_path)
    assert (len(lines), lines[-1]) == (101, "... and 20 more.")


def test_a_formula_in_a_cell_is_refused(run: Run, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx", [{**ROW, "rate": "=6*2"}])
    assert refused(run, rows, tmp_path) == [
        "rows.xlsx, sheet rows, row 2, column P: There is a formula here; put its value in its place "
        "(copy, then paste as values)."
    ]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", b""),
        ("a.xlsx", b"\0" * 100),
        ("a.xlsx", b"PK\x03\x04"),
        ("a.xls", b"x"),
        ("a.csv", b"row\n1\n"),
    ],
)
def test_a_file_that_is_no_spreadsheet_for_the_form_is_refused(
    run: Run, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    lines = refused(run, path, tmp_path)
    assert len(lines) == 1
    assert lines[0].startswith(str(path))


def test_a_folder_and_a_missing_file_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.xlsx").mkdir()
    assert "cannot be read" in refused(run, tmp_path / "folder.xlsx", tmp_path)[0]
    assert "cannot be read" in refused(run, tmp_path / "missing.xlsx", tmp_path)[0]


def test_a_form_without_lists_takes_a_csv(run: Run, checkout: Path, tmp_path: Path) -> None:
    form = checkout / "questionnaires/mo/cli_wages.yaml"
    text = form.read_text("utf-8")
    head, questions = text.split("    agreed_rate:", 1)
    lone = head + "    agreed_rate:" + questions.split("    weeks:", 1)[0]
    form.write_text(lone, "utf-8")
    write_template(checkout, "list", "sheet", ["{{ agreed_rate }}"], "mo/cli_wages")
    rows = tmp_path / "rows.csv"
    rows.write_text("row;agreed_rate\r\n1;13,750.50\r\n2;x\r\n", "utf-8")
    out = tmp_path / "packets"
    wrong = run("batch", "mo/cli_wages", rows, "--out", out, *DAY, at=checkout)
    assert wrong.exit_code == 2
    assert "rows.csv, sheet rows, row 3, column B (agreed_rate)" in wrong.stderr
    rows.write_text("row;agreed_rate\r\n1;13,750.50\r\n", "utf-8")
    assert run("batch", "mo/cli_wages", rows, "--out", out, *DAY, at=checkout).exit_code == 0
    paper = next((out / "1").rglob("*List of weeks.docx"))
    assert "$13,750.50" in reading.words_of_docx(paper.read_bytes())


def test_a_sheet_nobody_reads_is_named(run: Run, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx")
    book = load_workbook(rows)
    book.create_sheet("Calls").append(["who"])
    book.save(rows)
    result = run("batch", "mo/cli_letter", rows, "--out", tmp_path / "packets", *DAY)
    assert result.exit_code == 0
    assert "not used: the sheet Calls" in result.stderr


def test_what_became_of_each_row_can_be_printed_for_a_program(run: Run, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx")
    result = run("batch", "mo/cli_letter", rows, "--out", tmp_path / "packets", *DAY, "--json")
    assert json.loads(result.stdout)[0]["made"] is True


def test_a_folder_that_holds_something_is_never_written_over(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "packets"
    out.mkdir()
    (out / "kept.txt").write_text("kept")
    result = run("batch", "mo/cli_letter", filled(tmp_path / "r.xlsx"), "--out", out, *DAY)
    assert result.exit_code == 2
    assert [path.name for path in out.iterdir()] == ["kept.txt"]


def test_the_same_batch_again_makes_only_what_changed(run: Run, tmp_path: Path) -> None:
    def made(name: str, *more: str) -> list[str]:
        rows = filled(tmp_path / f"{name}.xlsx", [{**TWO[0], "nickname": name[0]}, TWO[1]], WEEKS)
        result = run("batch", "mo/cli_letter", rows, "--out", tmp_path / name, *DAY, *more)
        assert result.exit_code == 0, result.stderr
        return [line["status"] for line in manifest(tmp_path / name)]

    assert made("a1") == ["made", "made"]
    assert made("a2") == ["made before", "made before"]
    assert made("b1") == ["made", "made before"]
    assert made("b2", "--fresh") == ["made", "made"]
    assert [line["read_back"] for line in manifest(tmp_path / "b1")] == ["yes", ""]
    for path in (path for path in (tmp_path / "a1").rglob("*") if path.is_file()):
        other = tmp_path / "a2" / path.relative_to(tmp_path / "a1")
        assert path.name == "manifest.csv" or other.read_bytes() == path.read_bytes()


def test_a_process_of_its_own_makes_the_packets(draftwell: Process, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx", TWO, WEEKS)
    result = draftwell("batch", "mo/cli_letter", rows, "--out", tmp_path / "packets", *DAY)
    assert result.returncode == 0, result.stderr
    assert result.stdout == (
        f"2 of 2 packets in {tmp_path}/packets; manifest.csv lists them.\n"
        "1 packet is not whole: the column held_back says which papers wait for a lifted gate.\n"
    )
    assert result.stderr == "held back: row B 2: Letter, until a gate is lifted\n"


def test_an_interrupted_batch_leaves_nothing(built: Path, tmp_path: Path) -> None:
    rows = filled(tmp_path / "rows.xlsx", [{**ROW, "row": f"r{n}"} for n in range(MANY)], [
        {**WEEK, "row": f"r{n}"} for n in range(MANY)
    ])  # fmt: skip
    command = [
        sys.executable, "-m", "app.cli", "batch", "mo/cli_letter", rows, "--out", tmp_path / "packets", *DAY,
    ]  # fmt: skip
    environment = {"PYTHONPATH": str(REPOSITORY), "PATH": "/usr/bin:/bin", "HOME": str(built.parent)}
    with subprocess.Popen(
        command, cwd=built, env=environment, stderr=subprocess.PIPE, text=True, preexec_fn=_interruptible
    ) as process:
        deadline = time.monotonic() + 180
        while not list(tmp_path.glob(".draftwell-*/r*")):
            if process.poll() is not None or time.monotonic() > deadline:
                process.kill()
                pytest.fail(f"The batch wrote no row within three minutes: {process.communicate()[1]}")
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Traceback" not in told
    assert [path.name for path in tmp_path.iterdir()] == ["rows.xlsx"]


def _interruptible() -> None:
    """What runs behind a shell may ignore interrupts, and Python then never learns of one."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
