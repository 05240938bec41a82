"""`draftwell check` finds each mistake that can be seen without answers, and only those."""

import json
from pathlib import Path

import pytest
from docx import Document

from app.documents import twin
from tests.cli.checkouts import Run, write_template

FORM = "questionnaires/mo/cli_letter.yaml"


def change(root: Path, before: str, after: str) -> None:
    """Change the test form's file."""
    path = root / FORM
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


def found(run: Run, root: Path) -> str:
    """What check prints about the form."""
    result = run("check", "mo/cli_letter", at=root)
    assert result.exit_code == 1
    return result.stdout


def test_a_form_without_a_mistake_is_fine(run: Run) -> None:
    result = run("check", "--today", "2026-12-01")
    assert result.stdout == ""
    assert result.exit_code == 0
    assert result.stderr == "Forms checked: 2. Mistakes: 0. Not ruled out: 0. Due: 0.\n"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("kind: hours", "kind: ours", "did you mean `hours`?"),
        ("when: kind_of_work is other", "when: kind_of_wrk is other", "neither a question nor a fact"),
        ("when: kind_of_work is other", "when: consent is no", "used here before it is asked"),
        ("when: kind_of_work is other", "when: kind_of_work is else", "not one of the answers"),
        ("ask: What other work?", 'ask: "What other work, {nickname_}?"', "neither asked nor a fact"),
        ("    law: RSMo 290.520\n", "", "`law:`"),
        ("    cites: [RSMo 290.527]\n", "", "`cites:`"),
        ("    keep: open\n    worker_name", "    worker_name", "needs `keep:`"),
        ("review by: 2099-01-01\n", "", "review by:"),
        ("review by: 2099-01-01", "review by: soon", "is not a day"),
        ("    layout: sheet", "    layout: letter", "its Word template says sheet"),
    ],
)
def test_a_mistake_in_the_form_is_told_with_its_line(
    run: Run, checkout: Path, before: str, after: str, sentence: str
) -> None:
    change(checkout, before, after)
    lines = [line for line in found(run, checkout).splitlines() if sentence in line]
    assert lines
    assert all(line.startswith(FORM) for line in lines)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{{ worker }}", "`worker` is neither asked nor a fact (did you mean `worker_name`?)"),
        ("{{ worker_name }}", "`worker_name` has parts"),
        ("{{ worker_name.nick }}", "`nick` is not a part of `worker_name`"),
        ("{{ rate.cents }}", "`rate` has no parts"),
        ("{% for each in rate %}x{% endfor %}", "`rate` is no list"),
        ("{% for week in weeks %}{{ week.hour }}{% endfor %}", "did you mean `hours`?"),
        ("{{ home.city }}", "`home` is confidential"),
        ("{% if has_story %}x{% endif %}", "`has_story` is confidential"),
        ("{{ rate + 1 }}", "rate"),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_paragraph(
    run: Run, checkout: Path, line: str, sentence: str
) -> None:
    try:
        write_template(checkout, "letter", "letter", ["Dear {{ worker_name.full }}", line])
    except Exception:  # A template that cannot have a twin is written all the same.
        assert "+" in line
    lines = [each for each in found(run, checkout).splitlines() if sentence in each]
    assert len(lines) == 1
    assert lines[0].startswith("templates/docx/mo/cli_letter/letter.docx: paragraph 2")


@pytest.mark.parametrize(
    "line",
    [
        "{{ today }} {{ office.letterhead.name }} {{ attorney.name }}",
        "{% for week in weeks %}{{ week.starts.text }} {{ week.hours }} {{ week.basis }}{% endfor %}",
        "{% for line in attorney.signature %}{{ line }}{% endfor %}{% if made.sheet %}x{% endif %}",
        "{{ office.payment.address.line }} {% for one in office.hotlines %}{{ one.phone }}{% endfor %}",
    ],
)
def test_what_every_template_may_use_is_no_mistake(run: Run, checkout: Path, line: str) -> None:
    write_template(checkout, "letter", "letter", [line])
    found = json.loads(run("check", "mo/cli_letter", "--today", "2026-12-01", "--json", at=checkout).stdout)
    # A paper without a condition is always made, so a guard on it always holds: that is said, rightly.
    assert [each for each in found if each["rule"] != "always true"] == []


def test_a_reason_to_reveal_opens_a_confidential_answer(run: Run, checkout: Path) -> None:
    write_template(checkout, "letter", "letter", ["{{ home.city }}"])
    change(
        checkout,
        "    layout: letter\n",
        "    layout: letter\n    reveals: [The city is needed by whoever pays (RSMo 290.527)]\n",
    )
    assert run("check", "mo/cli_letter", "--today", "2026-12-01", at=checkout).stdout == ""


def test_no_reason_opens_the_vault(run: Run, checkout: Path) -> None:
    write_template(checkout, "letter", "letter", ["{{ home.city }}"])
    change(
        checkout,
        "    layout: letter\n",
        "    layout: letter\n    reveals: [The city is needed by whoever pays (RSMo 290.527)]\n",
    )
    change(checkout, "keep: confidential\n      unsure: allowed\n    nickname", "keep: vault\n    nickname")
    assert "`home` is vault" in found(run, checkout)


def test_a_missing_template_a_missing_twin_and_an_old_twin_are_told(run: Run, checkout: Path) -> None:
    html = twin.twin_path(checkout / "templates/docx/mo/cli_letter/letter.docx")
    text = html.read_text("utf-8")
    html.unlink()
    assert "It has no HTML twin; run `draftwell twin" in found(run, checkout)
    html.write_text(text, "utf-8")
    old = write_template(checkout, "letter", "letter", ["Other words"])
    twin.twin_path(old).write_text(text, "utf-8")
    assert "of another state of the Word file" in found(run, checkout)
    old.unlink()
    assert "`letter` has no Word template" in found(run, checkout)


def test_twin_mends_what_check_found(run: Run, checkout: Path) -> None:
    path = checkout / "templates/docx/mo/cli_letter/letter.docx"
    twin.twin_path(path).unlink()
    assert run("twin", path, at=checkout).exit_code == 0
    assert run("check", "mo/cli_letter", "--today", "2026-12-01", at=checkout).stdout == ""


def test_a_twin_is_not_touched_while_its_template_is_the_same(run: Run, checkout: Path) -> None:
    html = checkout / "templates/html/mo/cli_letter/letter.html"
    before = html.stat().st_mtime_ns
    assert "wrote" not in run("twin", at=checkout).stdout
    assert html.stat().st_mtime_ns == before


def test_a_template_that_cannot_have_a_twin_is_told_with_its_place(run: Run, checkout: Path) -> None:
    path = checkout / "templates/docx/mo/cli_letter/letter.docx"
    html = twin.twin_path(path).read_text("utf-8")
    with pytest.raises(Exception, match="paragraph 1"):
        write_template(checkout, "letter", "letter", ["{{ rate * 2 }}"])
    result = run("twin", path, at=checkout)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "letter.docx: paragraph 1" in result.stderr
    assert twin.twin_path(path).read_text("utf-8") == html


def test_blocks_leaves_a_current_template_as_it_is(run: Run, checkout: Path) -> None:
    result = run("blocks", at=checkout)
    assert result.exit_code == 0
    assert result.stdout.startswith("Templates changed: 0 of")


def test_a_stray_template_is_told(run: Run, checkout: Path) -> None:
    write_template(checkout, "leter", "letter", ["Words"])
    assert "leter.docx No document of the form uses this file" in found(run, checkout)


def test_a_passed_date_is_due_and_no_mistake(run: Run, checkout: Path) -> None:
    change(checkout, "review by: 2099-01-01", "review by: 2026-01-01")
    result = run("check", "mo/cli_letter", at=checkout)
    assert result.exit_code == 0
    assert f"due: {FORM} The form was to be read again by an attorney by 2026-01-01; " in result.stdout
    assert run("check", "mo/cli_letter", "--strict", at=checkout).exit_code == 1


def test_figures_of_the_law_become_due(run: Run) -> None:
    result = run("check", "--today", "2045-01-01")
    assert result.exit_code == 0
    assert "due: app/law/parameters.yaml: minimum_wage_missouri" in result.stdout


def test_check_tells_a_program_the_same(run: Run, checkout: Path) -> None:
    change(checkout, "review by: 2099-01-01", "review by: 2026-01-01")
    findings = json.loads(run("check", "mo/cli_letter", "--json", at=checkout).stdout)
    assert {finding["level"] for finding in findings} == {"due"}
    assert findings[0]["place"] == FORM


def test_everything_wrong_is_told_in_one_run(run: Run, checkout: Path) -> None:
    change(checkout, "    cites: [RSMo 290.527]\n", "")
    change(checkout, "when: kind_of_work is other", "when: kind_of_work is else")
    write_template(checkout, "letter", "letter", ["{{ nobody }} {{ nothing }}"])
    assert len(found(run, checkout).splitlines()) >= 4


def test_a_twin_of_its_template_that_says_other_words_is_told_apart(run: Run, checkout: Path) -> None:
    html = twin.twin_path(checkout / "templates/docx/mo/cli_letter/letter.docx")
    html.write_text(html.read_text("utf-8").replace("Dear", "Deer"), "utf-8")
    findings = json.loads(run("check", "mo/cli_letter", "--json", at=checkout).stdout)
    assert [finding["rule"] for finding in findings] == ["stale twin"]


def test_templates_are_looked_at_while_the_questionnaire_cannot_be_read(run: Run, checkout: Path) -> None:
    change(checkout, "kind: hours", "kind: ours")
    twin.twin_path(checkout / "templates/docx/mo/cli_letter/letter.docx").unlink()
    said = found(run, checkout)
    assert "did you mean `hours`?" in said
    assert "It has no HTML twin" in said


def test_faults_come_in_the_order_of_their_places(run: Run, checkout: Path) -> None:
    change(checkout, "    cites: [RSMo 290.527]\n", "")
    change(checkout, "when: kind_of_work is other", "when: kind_of_work is else")
    write_template(checkout, "letter", "letter", ["x", "{{ nobody }}", *["x"] * 8, "{{ nobody }}"])
    lines = found(run, checkout).splitlines()
    assert ["questionnaires" in line for line in lines] == [True, True, False, False]
    assert "paragraph 2 " in lines[2]
    assert "paragraph 11 " in lines[3]


def test_every_fault_has_a_rule_and_those_in_word_a_file_and_a_spot(run: Run, checkout: Path) -> None:
    change(checkout, "    cites: [RSMo 290.527]\n", "")
    write_template(checkout, "letter", "letter", ["x", "{{ nobody }}", "{{ home.city }}"])
    findings = json.loads(run("check", "mo/cli_letter", "--json", at=checkout).stdout)
    assert [each["rule"] for each in findings] == ["law", "unknown name", "contained"]
    assert [each["spot"] for each in findings] == ["", "paragraph 2", "paragraph 3"]
    assert {each["file"] for each in findings[1:]} == {"templates/docx/mo/cli_letter/letter.docx"}
    assert {each["form"] for each in findings} == {"mo/cli_letter"}


def comments(path: Path) -> list[str]:
    """The words of the comments in a Word file."""
    return [comment.text for comment in Document(str(path)).comments]


def test_mark_writes_copies_with_a_comment_at_each_fault_and_leaves_the_file(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    path = write_template(checkout, "letter", "letter", ["Words", "{{ nobody }}"])
    before = path.read_bytes()
    result = run("check", "mo/cli_letter", "--mark", tmp_path / "marked", at=checkout)
    assert result.exit_code == 1
    said = comments(tmp_path / "marked/mo/cli_letter/letter.docx")
    assert len(said) == 1
    assert "`nobody` is neither asked nor a fact" in said[0]
    assert path.read_bytes() == before
    assert comments(path) == []


def test_mark_refuses_a_folder_that_holds_something(run: Run, checkout: Path) -> None:
    result = run("check", "mo/cli_letter", "--mark", checkout / "templates/docx", at=checkout)
    assert result.exit_code == 2
    assert "holds something; name another folder" in result.stderr


def test_mark_and_paths_do_not_share_a_folder(run: Run, checkout: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run("check", "--mark", out, "--paths", out, at=checkout)
    assert (result.exit_code, out.exists()) == (2, False)
    assert "give each a folder of its own" in result.stderr


def test_without_a_fault_no_folder_is_written(run: Run, checkout: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = run(
        "check",
        "mo/cli_wages",
        "--today",
        "2026-12-01",
        "--mark",
        out,
        "--paths",
        tmp_path / "p",
        at=checkout,
    )
    assert "none, so" in result.stderr
    assert not out.exists()


def gapped(checkout: Path) -> None:
    """Let the letter print what is asked only when the work was other work."""
    write_template(checkout, "letter", "letter", ["Dear {{ worker_name.full }}", "As {{ other_work }}"])


def test_a_name_that_no_answer_gives_on_some_path_is_told_with_answers_that_run_into_it(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    gapped(checkout)
    paths = tmp_path / "paths"
    result = run("check", "mo/cli_letter", "--today", "2026-12-01", "--paths", paths, at=checkout)
    told = [line for line in result.stdout.splitlines() if "`other_work` is not there" in line]
    assert len(told) == 1
    assert told[0].startswith("templates/docx/mo/cli_letter/letter.docx: paragraph 2")
    command = next(line for line in result.stdout.splitlines() if "draftwell assemble" in line)
    ran = run(*command.split()[1:], at=checkout)
    assert ran.exit_code == 2
    assert "The template reads a name it was not given: 'other_work'" in ran.stderr


def test_without_paths_the_answers_stand_below_the_fault_as_an_answer_file(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    gapped(checkout)
    lines = run("check", "mo/cli_letter", "--today", "2026-12-01", at=checkout).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if "`other_work` is not there" in line)
    below = [line[4:] for line in lines[at + 1 :] if line.startswith("    ")]
    (tmp_path / "answers.yaml").write_text("\n".join(below), "utf-8")
    command = ("assemble", "mo/cli_letter", tmp_path / "answers.yaml", "--out", tmp_path / "packet")
    assert "other_work" in run(*command, "--today", "2026-12-01", at=checkout).stderr


def test_a_guarded_name_is_no_fault(run: Run, checkout: Path) -> None:
    lines = ["Dear {{ worker_name.full }}", "{% if works_otherwise %}As {{ other_work }}{% endif %}"]
    gapped(checkout)
    change(checkout, "facts:\n", "facts:\n  works_otherwise: kind_of_work is other\n")
    write_template(checkout, "letter", "letter", lines)
    told = run("check", "mo/cli_letter", "--today", "2026-12-01", at=checkout).stdout
    assert "other_work" not in told
