"""`draftwell new` begins a whole form: checked, printed and told as a story, from a starter or a letter."""

import re
import shutil
from pathlib import Path

import pytest
from docx import Document

from app.casework import starting
from app.documents import template
from tests.cli.checkouts import REPOSITORY, Run

DAY = "2026-12-01"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A checkout that a test may change, with the base document, the starter and what forms share."""
    root = tmp_path / "place"
    for shared in (
        "docx/_base.docx",
        "docx/_blocks",
        "docx/_office",
        "docx/_new",
        "html/_layout",
        "html/_office",
    ):
        source, target = REPOSITORY / "templates" / shared, root / "templates" / shared
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy)(source, target)
    shutil.copytree(REPOSITORY / "questionnaires/shared", root / "questionnaires/shared")
    shutil.copy(REPOSITORY / "office.example.yaml", root)
    return root


def letter(path: Path, *lines: str) -> Path:
    """An ordinary Word letter, as Word's own defaults make it."""
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def files(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("begun", ["starter", "letter"])
def test_a_new_form_is_clean_and_its_example_becomes_papers(run: Run, place: Path, begun: str) -> None:
    source = [
        "--from",
        letter(place / "mine.docx", "Dear [Recipient Name]:", "You owe $[amount].", "Sincerely,"),
    ]
    more = source if begun == "letter" else []
    assert run("new", "mo/first", *more, "--today", DAY, at=place).exit_code == 0
    checked = run("check", "mo/first", "--today", DAY, at=place)
    assert (checked.exit_code, [line for line in checked.stdout.splitlines() if "due:" not in line]) == (
        0,
        [],
    )
    (place / "a.yaml").write_text(run("answers", "mo/first", "--today", DAY, at=place).stdout, "utf-8")
    made = run("assemble", "mo/first", "a.yaml", "--out", "packet", "--today", DAY, at=place)
    assert made.exit_code == 0, made.stderr
    assert (place / "packet/2-other-side").is_dir() is (begun == "starter")


def test_the_starter_shows_two_sections_a_condition_a_fact_a_flag_and_a_letter(run: Run, place: Path) -> None:
    run("new", "mo/first", "--title", 'Money "owed"', at=place)
    text = (place / "questionnaires/mo/first.yaml").read_text("utf-8")
    assert 'title: "Money \\"owed\\""' in text
    assert text.count("- section:") == 2
    assert all(word in text for word in ("when:", "facts:", "flags:", "level: check", "law:", "documents:"))


def test_the_golden_words_are_those_of_the_example(run: Run, place: Path) -> None:
    run("new", "mo/first", "--today", DAY, at=place)
    words = (place / "tests/golden/mo/first/example/letter.txt").read_text("utf-8")
    assert "You agreed to pay by March 2, 2026." in words
    assert "{{" not in words
    assert "today: 2026-12-01" in (place / "tests/situations/mo/first/example.yaml").read_text("utf-8")


def test_nothing_is_written_over(run: Run, place: Path) -> None:
    (place / "templates/docx/mo/first").mkdir(parents=True)
    before = files(place)
    result = run("new", "mo/first", at=place)
    assert (result.exit_code, files(place)) == (2, before)
    assert "is there already" in result.stderr


@pytest.mark.parametrize("name", ["first", "mo/First", "shared/first", "../x/y", "mo/a b"])
def test_a_name_that_cannot_be_a_form_is_said(run: Run, place: Path, name: str) -> None:
    before = files(place)
    result = run("new", name, at=place)
    assert (result.exit_code, files(place)) == (2, before)
    assert "cannot name a form" in result.stderr


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("Dear [Client Name]:", "Dear {{ client_name.full }}:"),
        ("Dear CLIENT NAME:", "Dear {{ client_name.full }}:"),
        ("Dear {{ client_name }}:", "Dear {{ client_name.full }}:"),
        ("Dear «Client_Name»:", "Dear {{ client_name.full }}:"),
        ("On [date of the visit] we met.", "On {{ date_of_the_visit.text }} we met."),
        ("Pay $[amount owed] now.", "Pay {{ amount_owed }} now."),
        ("Pay $____ now.", "Pay {{ blank_after_pay }} now."),
        ("[Today's Date]", "{{ today }}"),
        ("[Attorney] signs.", "{{ attorney.name }} signs."),
        ("[Numéro]", "{{ numero }}"),
        ("Told on __/__/____.", "Told on {{ blank_after_told_on.text }}."),
        ("DATE: ____", "DATE: {{ blank_after_date.text }}"),
        ("[Owner's Dog] [Owner’s Dog]", "{{ owners_dog }} {{ owners_dog }}"),
        ("ATTORNEY NAME signs.", "{{ attorney.name }} signs."),
        ("He said [sic] that NASA and the IRS agreed.", "He said [sic] that NASA and the IRS agreed."),
        ("See note [1].", "See note [1]."),
    ],
)
def test_a_place_that_waits_for_an_answer_gets_its_tag(run: Run, place: Path, written: str, tag: str) -> None:
    result = run("new", "mo/first", "--from", letter(place / "l.docx", written), at=place)
    assert result.exit_code == 0, result.stderr
    made = Document(str(place / "templates/docx/mo/first/letter.docx"))
    assert [each.text for each in made.paragraphs][-1] == tag


def test_two_blanks_with_the_same_words_before_them_are_two_questions(run: Run, place: Path) -> None:
    run("new", "mo/first", "--from", letter(place / "l.docx", "I saw ____.", "I saw ____."), at=place)
    text = (place / "questionnaires/mo/first.yaml").read_text("utf-8")
    assert re.findall(r"^    (blank\w+):$", text, re.M) == ["blank_after_i_saw", "blank_after_i_saw_2"]


def test_marks_of_templates_in_a_letter_run_nothing(run: Run, place: Path) -> None:
    source = letter(place / "l.docx", "A {% for x in y %} {{ 9**9**9 }} {# b #} }} {{ c")
    result = run("new", "mo/first", "--from", source, at=place)
    assert result.exit_code == 0, result.stderr
    uses = {use.path[0] for use in template.uses(place / "templates/docx/mo/first/letter.docx")}
    assert uses == {"office", "number_9_9_9"}


def test_brackets_too_long_to_be_a_place_stay_and_are_said(run: Run, place: Path) -> None:
    source = letter(place / "l.docx", f"[{'many words ' * 8}]")
    assert "more than 60 characters" in run("new", "mo/first", "--from", source, at=place).stdout


def test_what_a_template_cannot_hold_is_said(run: Run, place: Path) -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Our own letterhead"
    document.add_paragraph("First\tsecond")
    document.add_table(1, 1).cell(0, 0).text = "In a table"
    document.save(str(place / "l.docx"))
    said = run("new", "mo/first", "--from", place / "l.docx", at=place).stdout
    assert all(word in said for word in ("a tab", "columns of a table", "header or footer"))


@pytest.mark.parametrize(("name", "data"), [("l.docx", b"no zip"), ("l.doc", b""), ("none.docx", None)])
def test_a_file_that_is_no_letter_is_one_sentence(
    run: Run, place: Path, name: str, data: bytes | None
) -> None:
    if data is not None:
        (place / name).write_bytes(data)
    before = files(place)
    result = run("new", "mo/first", "--from", place / name, at=place)
    assert (result.exit_code, files(place)) == (2, before)
    assert len(result.stderr.strip().splitlines()) == 1


def test_a_failed_beginning_leaves_no_folder_behind(run: Run, place: Path) -> None:
    in_the_way = place / "tests"
    in_the_way.write_text("no folder", "utf-8")
    failed = run("new", "mo/half", "--today", DAY, at=place)
    assert (failed.exit_code, "nothing was written" in failed.stderr) == (2, True)
    assert not (place / "templates/docx/mo").exists()
    in_the_way.unlink()
    assert run("new", "mo/half", "--today", DAY, at=place).exit_code == 0


def test_an_interrupted_beginning_leaves_nothing(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(starting.os, "fsync", interrupted)
    run("new", "mo/half", "--today", DAY, at=place)
    assert not (place / "questionnaires/mo").exists()


@pytest.mark.parametrize("title", ["a\x01b", "two\nlines", "x" * 201, "half \ud800"])
def test_a_title_that_cannot_stand_on_a_page_is_refused(run: Run, place: Path, title: str) -> None:
    refused = run("new", "mo/half", "--title", title, "--today", DAY, at=place)
    assert (refused.exit_code, "Write the title on one line" in refused.stderr) == (2, True)


def test_an_empty_letter_is_no_letter(run: Run, place: Path) -> None:
    (place / "empty.docx").write_bytes(b"")
    refused = run("new", "mo/half", "--from", str(place / "empty.docx"), "--today", DAY, at=place)
    assert (refused.exit_code, "empty" in refused.stderr) == (2, True)


def test_a_day_in_a_letter_is_asked_and_never_today(run: Run, place: Path) -> None:
    written = letter(place / "due.docx", "Pay the amount in full by [date], or we will sue.")
    assert run("new", "mo/due", "--from", str(written), "--today", DAY, at=place).exit_code == 0
    assert "kind: date" in (place / "questionnaires/mo/due.yaml").read_text("utf-8")
    golden = (place / "tests/golden/mo/due/example/letter.txt").read_text("utf-8")
    assert "December 1, 2026" not in golden
