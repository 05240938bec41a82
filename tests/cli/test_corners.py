"""`draftwell answers --corner`: generated answer files that `assemble` takes."""

from datetime import date
from pathlib import Path

import pytest

from app.casework.filed import judge
from app.core import answer_file, corners, loader, office
from app.core.forms import load_form, names
from app.law.catalogue import CALCULATIONS
from tests.cli.checkouts import REPOSITORY, Run

DAY = "2026-12-01"


@pytest.mark.parametrize("form", names(REPOSITORY))
def test_every_corner_of_every_shipped_form_is_taken_as_an_answer_file(
    run: Run, tmp_path: Path, form: str
) -> None:
    assert run("answers", form, "--corners", tmp_path / "c", "--today", DAY, at=REPOSITORY).exit_code == 0
    loaded = load_form(REPOSITORY, form, CALCULATIONS)
    written = sorted((tmp_path / "c").iterdir())
    read = [answer_file.read(loaded, loader.parse(each.read_bytes(), each.name)) for each in written]
    judged = [judge(loaded, each, office.EMPTY, date.fromisoformat(DAY)) for each in read]
    assert [each.stem for each in written] == sorted(corners.CORNERS)
    assert [(each.mistakes, each.unused) for each in judged] == [((), ())] * len(written)


@pytest.mark.parametrize("corner", corners.CORNERS)
def test_every_corner_of_a_small_form_becomes_papers(run: Run, tmp_path: Path, corner: str) -> None:
    answers = tmp_path / "answers.yaml"
    answers.write_text(run("answers", "mo/cli_letter", "--corner", corner, "--today", DAY).stdout, "utf-8")
    made = run("assemble", "mo/cli_letter", answers, "--out", tmp_path / "packet", "--today", DAY)
    assert made.exit_code in (0, 1), made.stderr
    assert (tmp_path / "packet/manifest.json").is_file()


def test_a_folder_with_something_in_it_is_not_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("kept")
    result = run("answers", "mo/cli_letter", "--corners", tmp_path)
    assert (result.exit_code, [each.name for each in tmp_path.iterdir() if each.is_file()]) == (
        2,
        ["mine.txt"],
    )
