"""`draftwell walk` asks a form in plain lines and keeps every answer in a file that `assemble` takes."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from app.cli import main
from app.commands import walk_file
from app.core import corners
from app.core.forms import load_form, names
from app.law.catalogue import CALCULATIONS
from tests.cli.checkouts import REPOSITORY, Run

DAY = "2026-12-01"
LETTER = "mo/cli_letter"
Typed = Callable[..., Result]
NAME = ("Ana", "", "Ortiz", "")
WHOLE = (
    *NAME, ":gap", "", "It was cold.", "", "Then warm.", ".", "3", "sewing", "spring 2025", "12.50",
    "yes", "2026-03-02", "38", "1", "no", "yes", "", "",
)  # fmt: skip
"""Every answer the small form asks for, as a person types them."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "kept.yaml"


@pytest.fixture
def typed(built: Path, monkeypatch: pytest.MonkeyPatch, kept: Path) -> Typed:
    """Walk the small form with lines typed one after the other."""

    def call(*lines: str) -> Result:
        monkeypatch.chdir(built)
        words = ["walk", LETTER, "--answers", str(kept), "--today", DAY]
        return CliRunner().invoke(main, words, input="".join(f"{line}\n" for line in lines))

    return call


def test_a_whole_walk_writes_a_file_that_assemble_takes(
    typed: Typed, run: Run, kept: Path, tmp_path: Path
) -> None:
    result = typed(*WHOLE)
    assert result.exit_code == 0, result.stdout + result.stderr
    made = run("assemble", LETTER, kept, "--out", tmp_path / "packet", "--today", DAY)
    assert made.exit_code == 0, made.stderr


def test_the_end_shows_all_answers_what_follows_and_the_papers_due(typed: Typed) -> None:
    said = typed(*WHOLE).stdout
    assert "1. What is the worker's name: Ana Ortiz" in said
    assert "2. Where does the worker live: not known" in said
    assert "3. What else is the worker called: left empty" in said
    assert "paper: Letter (2-other-side)" in said


def test_a_flag_that_the_answers_raise_is_shown_with_its_law(typed: Typed) -> None:
    answers = ["2" if line == "1" else line for line in WHOLE]
    assert "check: A week rests on memory alone. [RSMo 290.520]" in typed(*answers).stdout


def test_a_question_is_asked_only_when_its_condition_is_true(typed: Typed, kept: Path) -> None:
    begun = WHOLE[: WHOLE.index("3")]
    assert "What other work?" not in typed(*begun, "1").stdout
    kept.unlink()
    assert "What other work?" in typed(*begun, "3").stdout


def test_an_answer_that_cannot_be_taken_is_said_and_asked_again(typed: Typed) -> None:
    said = typed(*NAME, ":gap", "", ":gap", "1", ":gap", "much").stdout
    assert "Write an amount in dollars and cents" in said
    assert said.count("What was the hourly rate?") == 2


def test_a_gap_is_refused_where_the_form_allows_none(typed: Typed) -> None:
    assert "This must be answered" in typed(":gap").stdout


def test_a_lesser_sign_goes_back_and_enter_keeps_the_answer(typed: Typed, kept: Path) -> None:
    said = typed(*NAME, "<", "").stdout
    assert "Now: Ana Ortiz. Enter keeps it." in said
    assert "last: Ortiz" in kept.read_text("utf-8")


def test_an_answer_can_be_changed_by_its_number_at_the_end(typed: Typed, kept: Path) -> None:
    result = typed(*WHOLE[:-1], "1", "Bea", "", "Ortiz", "", "")
    assert result.exit_code == 0
    assert "first: Bea" in kept.read_text("utf-8")


def test_help_says_who_may_see_the_answer(typed: Typed) -> None:
    assert "Who may see it: open" in typed("?").stdout


def test_what_is_passed_over_is_said_to_be_open(typed: Typed) -> None:
    result = typed(":later", *WHOLE[4:])
    assert result.exit_code == 1
    assert "1. What is the worker's name: not answered" in result.stdout
    assert "Still open: 1." in result.stderr


def test_the_end_of_the_input_loses_nothing_and_the_walk_goes_on_where_it_was(
    typed: Typed, kept: Path
) -> None:
    stopped = typed(*WHOLE[:6])
    assert (stopped.exit_code, "go on with" in stopped.stderr) == (1, True)
    assert typed(*WHOLE[6:]).exit_code == 0
    assert "sewing" in kept.read_text("utf-8")


def test_save_keeps_the_answers_in_another_file_and_writes_none_over(typed: Typed, kept: Path) -> None:
    other, mine = kept.with_name("other.yaml"), kept.with_name("mine.yaml")
    mine.write_text("mine")
    said = typed(*NAME, f":save {mine}", f":save {other}", ":gap").stdout
    assert "is there already" in said
    assert mine.read_text() == "mine"
    assert "gap: not known" in other.read_text("utf-8")


def test_an_item_can_be_taken_away(typed: Typed, kept: Path) -> None:
    begun = [*WHOLE[: WHOLE.index("no")], ":remove 1"]
    assert "So far: 0." in typed(*begun).stdout
    assert "weeks" not in kept.read_text("utf-8")


def test_a_default_file_that_is_there_is_not_gone_on_with_unasked(run: Run, checkout: Path) -> None:
    (checkout / "answers_cli_letter.yaml").write_text("mine")
    result = run("walk", LETTER, at=checkout)
    assert (result.exit_code, (checkout / "answers_cli_letter.yaml").read_text()) == (2, "mine")


def test_a_file_with_a_mistake_is_said_with_its_place_and_kept(typed: Typed, kept: Path) -> None:
    kept.write_text("kind_of_work: nothing\n")
    result = typed()
    assert (result.exit_code, kept.read_text()) == (2, "kind_of_work: nothing\n")
    assert f"{kept}:1:" in result.stderr


@pytest.mark.parametrize("corner", ["hostile-words", "many-items", "gaps"])
@pytest.mark.parametrize("form", names(REPOSITORY))
def test_what_a_walk_keeps_is_read_again_to_the_letter(tmp_path: Path, form: str, corner: str) -> None:
    loaded = load_form(REPOSITORY, form, CALCULATIONS)
    answers = corners.answers(loaded, corner, date.fromisoformat(DAY))
    walk_file.keep(loaded, answers, tmp_path / "a.yaml")
    again = walk_file.read(loaded, tmp_path / "a.yaml")
    values = {key: given.value for key, given in answers.given.items()}
    assert {key: given.value for key, given in again.given.items()} == values


def test_the_question_that_cannot_be_seen_on_a_screen_is_not_there(typed: Typed) -> None:
    assert "\x1b" not in typed(*WHOLE).stdout


def test_control_c_keeps_every_answer(built: Path, kept: Path) -> None:
    command = [sys.executable, "-m", "app.cli", "walk", LETTER, "--answers", str(kept), "--today", DAY]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    with subprocess.Popen(
        command, cwd=built, env=environment, text=True,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        process.stdin.write("Ana\n\nOrtiz\n\n")
        process.stdin.flush()
        deadline = time.monotonic() + 60
        while not kept.exists() and time.monotonic() < deadline:
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 1
    assert "Saved to" in said
    assert "last: Ortiz" in kept.read_text("utf-8")


def test_a_file_that_no_answer_changes_is_left_as_its_author_wrote_it(typed: Typed, kept: Path) -> None:
    typed(*NAME, ":quit")
    written = "# why this client came\n" + kept.read_text("utf-8")
    kept.write_text(written, "utf-8")
    typed(":quit")
    assert kept.read_text("utf-8") == written


def test_a_place_that_cannot_be_written_is_told_and_the_walk_goes_on(typed: Typed, kept: Path) -> None:
    said = typed(*NAME, ":save /nowhere/at/all/x.yaml", *WHOLE[4:])
    assert "cannot be written; answers go on being kept" in said.stdout
    assert said.exit_code == 0
    assert kept.exists()


def test_a_command_s_word_inside_a_story_is_a_line_of_it(typed: Typed, kept: Path) -> None:
    typed(*NAME, ":gap", "", "It was cold.", "?", "Then warm.", ".", ":quit")
    assert "?" in kept.read_text("utf-8")
    assert "Then warm." in kept.read_text("utf-8")


def test_a_file_that_could_not_be_read_again_is_refused_before_anything_is_asked(
    run: Run, built: Path
) -> None:
    refused = run("walk", LETTER, "--answers", "mine.txt", "--today", DAY, at=built)
    assert (refused.exit_code, "must end in .yaml" in refused.stderr) == (2, True)
