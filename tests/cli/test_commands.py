"""The commands that look: forms, show, law, answers, and how a wrong call is answered."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from app.cli import COMMANDS
from app.core import answer_file
from app.core.forms import load_form
from app.core.interview import read
from app.core.loader import parse
from tests.cli.checkouts import REPOSITORY, Process, Run


def test_every_command_has_the_sentence_its_help_begins_with(run: Run) -> None:
    for name, sentence in COMMANDS.items():
        help_text = run(name, "--help").stdout
        first = " ".join(help_text.split("\n\n")[1].split())
        assert first.startswith(sentence.rstrip(".")[:20]), name


def test_every_command_shows_an_example(run: Run) -> None:
    for name in COMMANDS:
        assert f"draftwell {name}" in run(name, "--help").stdout.split("Example:")[1], name


def test_help_lists_every_command(run: Run) -> None:
    listed = run("--help").stdout
    assert all(name in listed for name in COMMANDS)


def test_help_is_quick_because_it_loads_no_renderer_and_no_database() -> None:
    help_asked = "click.testing.CliRunner().invoke(app.cli.main, ['--help'])"
    code = f"import sys, app.cli, click.testing; {help_asked}; print(*sys.modules)"
    command = [sys.executable, "-c", code]
    loaded = subprocess.run(
        command, cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"weasyprint", "docxtpl", "sqlalchemy", "flask", "openpyxl"} & set(loaded)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("chek",), "did you mean `check`?"),
        (("law", "--on", "2025-02-30"), "write one like 2026-03-02"),
        (("law", "--of", "2025-01-01"), "--of"),
        (("show",), "Missing argument 'FORM'"),
        (("show", "mo/cli_leter"), "did you mean `mo/cli_letter`?"),
        (("show", "nothing/alike"), "the forms here are: mo/cli_letter, mo/cli_wages"),
        (("show", "../../etc/passwd"), "There is no form"),
        (("answers", "mo/cli_leter"), "did you mean `mo/cli_letter`?"),
        (("check", "mo/cli_leter"), "did you mean `mo/cli_letter`?"),
        (("twin", "missing.docx"), "missing.docx"),
        (("batch", "mo/cli_letter", "x.xlsx", "--out", "o", "--processes", "0"), "--processes"),
    ],
)
def test_a_wrong_call_is_answered_with_one_sentence_and_exit_2(
    run: Run, words: tuple[str, ...], sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert sentence in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_forms_lists_each_form_with_its_title(run: Run) -> None:
    assert "mo/cli_letter" in run("forms").stdout
    assert json.loads(run("forms", "--json").stdout)[0]["title"] == "A small letter"


def test_a_form_with_mistakes_is_named_and_the_others_are_listed(run: Run, checkout: Path) -> None:
    (checkout / "questionnaires/mo/broken.yaml").write_text("form: mo/broken\n")
    result = run("forms", at=checkout)
    assert result.exit_code == 1
    assert "mo/cli_letter" in result.stdout
    assert "mo/broken has mistakes" in result.stderr


def test_forms_are_found_from_a_folder_inside_the_checkout(run: Run, checkout: Path) -> None:
    inside = checkout / "a" / "b"
    inside.mkdir(parents=True)
    assert "mo/cli_letter" in run("forms", at=inside).stdout


def test_outside_a_checkout_the_forms_of_the_package_are_found(run: Run, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert "mo/cli_letter" not in run("forms", at=elsewhere).stdout


def test_show_names_every_question_with_its_number_class_and_law(run: Run) -> None:
    shown = run("show", "mo/cli_letter").stdout
    for words in (
        "11  hours (hours, open)",
        "asked when kind_of_work is other",
        "no_consent (when consent is no)",
    ):
        assert words in shown
    assert "from_memory (check, when any week: basis is memory)" in shown


def test_show_says_how_court_papers_are_filed_and_why_a_question_is_asked(run: Run) -> None:
    shown = run("show", "mo/name_change", at=REPOSITORY).stdout
    assert "for court, redacted and whole" in shown
    assert "filed confidential" in shown
    assert "      why: " in shown
    assert "redacted as date of birth" in shown


def test_show_as_json_holds_the_whole_form(run: Run) -> None:
    form = json.loads(run("show", "mo/cli_letter", "--json").stdout)
    names = [question["name"] for section in form["sections"] for question in section["questions"]]
    assert "weeks" in names
    assert {document["for"] for document in form["documents"]} == {"other side", "office only"}


def test_a_form_with_mistakes_is_shown_by_its_mistakes_each_with_its_place(run: Run, checkout: Path) -> None:
    path = checkout / "questionnaires/mo/cli_letter.yaml"
    path.write_text(
        path.read_text().replace("kind: hours", "kind: ours").replace("title: Letter", "titel: Letter")
    )
    result = run("show", "mo/cli_letter", at=checkout)
    assert result.exit_code == 2
    lines = result.stderr.strip().splitlines()
    assert len(lines) >= 2
    assert all(line.startswith("questionnaires/mo/cli_letter.yaml:") for line in lines)


def test_law_lists_the_figures_in_force_on_the_day_asked_for(run: Run) -> None:
    old = run("law", "--on", "2022-06-01").stdout
    assert "11.15" in old
    assert "12.00" in run("law", "--on", "2023-06-01").stdout


def test_law_as_json_says_where_each_figure_comes_from(run: Run) -> None:
    for row in json.loads(run("law", "--json").stdout):
        assert row["citation"]
        assert date.fromisoformat(row["last_checked"])


def test_the_example_answers_every_question_on_its_path(run: Run, built: Path) -> None:
    form = load_form(built, "mo/cli_letter", {})
    file = answer_file.read(form, parse(run("answers", "mo/cli_letter").stdout.encode(), "answers.yaml"))
    assert file.mistakes == []
    assert file.against(read(form, file.answers, date(2026, 12, 1))) == []


def test_the_example_explains_each_question_and_shows_those_off_its_path(run: Run) -> None:
    printed = run("answers", "mo/cli_letter").stdout
    assert "# What was the hourly rate? (money)" in printed
    assert "# other_work: " in printed


def test_the_example_fits_the_schema(run: Run) -> None:
    schema = json.loads(run("answers", "mo/cli_letter", "--schema").stdout)
    example = yaml.load(run("answers", "mo/cli_letter").stdout, Loader=yaml.BaseLoader)
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(example, schema)
    jsonschema.validate(json.loads(run("answers", "mo/cli_letter", "--json").stdout), schema)


def test_the_schema_refuses_what_is_no_answer(run: Run) -> None:
    schema = json.loads(run("answers", "mo/cli_letter", "--schema").stdout)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kind_of_wrk": "kitchen"}, schema)


def test_people_are_added_and_listed(run: Run) -> None:
    assert "Added Dana Sample" in run("user", "add", "Dana Sample", "--bar-number", "99001").stdout
    assert json.loads(run("user", "list", "--json").stdout)[0]["name"] == "Dana Sample"
    assert "99001" in run("user", "list").stdout


@pytest.mark.parametrize("name", ["", "  ", "a\x1bb", "x" * 101])
def test_a_name_that_cannot_be_kept_is_refused(run: Run, name: str) -> None:
    result = run("user", "add", name)
    assert result.exit_code == 2
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_fault_of_our_own_is_a_sentence_without_data(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("Robin Sample, 100 Example Street")

    monkeypatch.setattr("app.commands.stage.known_form", fail)
    result = run("show", "mo/cli_letter")
    assert result.exit_code == 2
    assert "Draftwell itself failed (RuntimeError in test_commands.py" in result.stderr
    assert "Robin" not in result.stderr


def test_a_program_of_its_own_answers_the_same(draftwell: Process) -> None:
    result = draftwell("show", "mo/cli_leter")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "There is no form `mo/cli_leter` (did you mean `mo/cli_letter`?).\n"
