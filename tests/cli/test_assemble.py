"""`draftwell assemble`: a packet from an answer file, or sentences and nothing written."""

import json
import os
from pathlib import Path

import pytest
import yaml

from app.documents import reading
from tests.cli.checkouts import Process, Run

ANSWERS: dict[str, object] = {
    "worker_name": {"first": "Robin", "last": "Sample"},
    "home": {"street": "100 Example Street", "city": "Kansas City", "state": "MO", "zip": "64106"},
    "nickname": "",
    "story": "They said pay would come.",
    "kind_of_work": "kitchen",
    "started": "2025-03-02",
    "rate": "13.75",
    "weeks": [{"starts": "2025-03-02", "hours": "38", "basis": "own_notes"}],
    "consent": "yes",
    "reply_days": "14",
}
WEEK = {"starts": "2025-03-02", "hours": "38", "paid": "0"}
DAY = ("--today", "2025-12-01")


def answered(folder: Path, name: str = "answers.yaml", **changes: object) -> Path:
    """An answer file with some answers changed; None leaves one out."""
    answers = {key: value for key, value in {**ANSWERS, **changes}.items() if value is not None}
    path = folder / name
    text = json.dumps(answers) if name.endswith(".json") else yaml.safe_dump(answers, allow_unicode=True)
    path.write_text(text, "utf-8")
    return path


def refused(run: Run, folder: Path, file: Path, form: str = "mo/cli_letter") -> list[str]:
    """The lines assemble refuses a file with; fails if anything was written."""
    before = sorted(folder.rglob("*"))
    result = run("assemble", form, file, "--out", folder / "packet", *DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert sorted(folder.rglob("*")) == before
    assert "Traceback" not in result.stderr
    assert "Draftwell itself" not in result.stderr
    return result.stderr.strip().splitlines()


def test_a_packet_has_word_beside_pdf_in_the_folders_of_their_audiences(run: Run, tmp_path: Path) -> None:
    result = run("assemble", "mo/cli_letter", answered(tmp_path), "--out", tmp_path / "packet", *DAY)
    assert result.exit_code == 0, result.stderr
    letter = next((tmp_path / "packet/2-other-side").glob("*.docx"))
    assert letter.with_suffix(".pdf").is_file()
    assert reading.difference(letter.read_bytes(), letter.with_suffix(".pdf").read_bytes()) is None
    assert "Robin Sample" in reading.words_of_docx(letter.read_bytes())
    assert {path.name for path in (tmp_path / "packet").iterdir()} == {
        "2-other-side", "4-office-only", "manifest.json",
    }  # fmt: skip


def test_json_gives_the_same_papers_as_yaml(run: Run, tmp_path: Path) -> None:
    packets = []
    for ending in ("yaml", "json"):
        out = tmp_path / ending
        run("assemble", "mo/cli_letter", answered(tmp_path, f"answers.{ending}"), "--out", out, *DAY)
        packets.append(
            {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        )
    assert packets[0]
    assert packets[0] == packets[1]


def test_the_manifest_can_be_printed_for_a_program(run: Run, tmp_path: Path) -> None:
    result = run(
        "assemble", "mo/cli_letter", answered(tmp_path), "--out", tmp_path / "packet", *DAY, "--json"
    )
    assert json.loads(result.stdout) == json.loads((tmp_path / "packet/manifest.json").read_text("utf-8"))


def test_a_raised_gate_holds_the_paper_back_says_so_and_ends_with_1(run: Run, tmp_path: Path) -> None:
    file = answered(tmp_path, consent="no")
    result = run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY)
    assert result.exit_code == 1
    assert "1 paper is not in the packet, held back or withheld; the memo says why." in result.stderr
    assert "held back: Letter, until an attorney lifts no_consent" in result.stderr
    assert "The worker has not agreed to send the letter." in result.stderr
    assert not (tmp_path / "packet/2-other-side").exists()


def test_a_packet_without_the_papers_the_form_is_for_ends_with_1(
    run: Run, checkout: Path, tmp_path: Path
) -> None:
    form = checkout / "questionnaires/mo/cli_letter.yaml"
    text = form.read_text("utf-8")
    form.write_text(
        text.replace("for: other side", "for: other side\n    when: rate is more than 100", 1), "utf-8"
    )
    result = run(
        "assemble", "mo/cli_letter", answered(tmp_path), "--out", tmp_path / "packet", *DAY, at=checkout
    )
    assert result.exit_code == 1, result.stderr
    assert "No paper for the court or the other side is in the packet" in result.stderr
    assert (tmp_path / "packet/manifest.json").is_file()


def test_no_option_of_the_command_line_lifts_a_gate(run: Run) -> None:
    words = run("assemble", "--help").stdout.split("Options:")[1].lower()
    assert "lift" not in words
    assert "gate" not in words


def test_an_answer_off_the_path_is_named_and_reaches_nothing(run: Run, tmp_path: Path) -> None:
    file = answered(tmp_path, other_work="Sorting wool")
    result = run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY)
    assert "not used: other_work" in result.stderr
    for path in (tmp_path / "packet").rglob("*.docx"):
        assert "wool" not in reading.words_of_docx(path.read_bytes())


def test_a_gap_is_printed_as_a_marked_gap(run: Run, tmp_path: Path) -> None:
    file = answered(tmp_path, home={"gap": "not safe"})
    assert run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY).exit_code == 0
    sheet = next((tmp_path / "packet/4-office-only").glob("*Office sheet.docx"))
    assert "to be confirmed" in reading.words_of_docx(sheet.read_bytes())


def test_every_question_left_open_is_named_with_its_words(run: Run, tmp_path: Path) -> None:
    lines = refused(run, tmp_path, answered(tmp_path, rate=None, story=None, consent=None))
    assert len(lines) == 3
    assert all("answers.yaml:" in line for line in lines)
    assert any("`rate` is not answered (“What was the hourly rate”)" in line for line in lines)
    assert any("`story`" in line and "{gap: not known}" in line for line in lines)


def test_a_question_that_may_stay_empty_says_how(run: Run, tmp_path: Path) -> None:
    (line,) = refused(run, tmp_path, answered(tmp_path, nickname=None))
    assert 'answer it, or write "" to leave it empty.' in line


def test_an_attorneys_choice_may_stay_open(run: Run, tmp_path: Path) -> None:
    file = answered(tmp_path, reply_days=None)
    assert run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY).exit_code == 0


def test_an_office_profile_fills_an_attorneys_choice(run: Run, tmp_path: Path) -> None:
    office = tmp_path / "office.yaml"
    office.write_text("office: Example Legal Clinic\ndefaults:\n  reply_days: 21\n", "utf-8")
    file = answered(tmp_path, reply_days=None)
    result = run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY, "--office", office)
    assert result.exit_code == 0, result.stderr


@pytest.mark.parametrize("text", ["nam: x\n", "defaults:\n  reply_days: -3\n", "", "[1, 2"])
def test_a_mistake_in_the_office_profile_is_a_sentence(run: Run, tmp_path: Path, text: str) -> None:
    office = tmp_path / "office.yaml"
    office.write_text(text, "utf-8")
    file = answered(tmp_path, reply_days=None)
    result = run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY, "--office", office)
    assert result.exit_code == 2
    assert not (tmp_path / "packet").exists()
    assert "Draftwell itself" not in result.stderr


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"started": "2025-02-30"}, "February 2025 has no day 30"),
        ({"started": "2025-13-01"}, "A month is a number from 1 to 12"),
        ({"started": "02.03.2025"}, "Write a date like"),
        ({"rate": "0"}, "cannot be less than $0.01"),
        ({"rate": "12.345"}, "two digits"),
        ({"rate": "ten"}, "dollars and cents"),
        ({"weeks": [{"starts": "2025-03-02", "hours": "200", "basis": "memory"}]}, "A week has 168 hours"),
        (
            {"weeks": [{"starts": "2025-03-02", "hours": "-8", "basis": "memory"}]},
            "Hours cannot be less than 0",
        ),
        ({"weeks": [{"starts": "2025-03", "hours": "8", "basis": "memory"}]}, "one exact day"),
        ({"weeks": []}, "Give at least 1 week"),
        ({"weeks": "none"}, "is a list"),
        ({"kind_of_wrk": "kitchen"}, "did you mean `kind_of_work`?"),
        ({"kind_of_work": "kichen"}, "is not one of the answers"),
        ({"worker_name": "Robin Sample"}, "by its parts"),
        ({"worker_name": {"frist": "Robin", "last": "Sample"}}, "`frist` is not a part"),
        ({"home": {"street": "1 A", "city": "B", "state": "XX", "zip": "1"}}, "two letters"),
        ({"consent": {"gap": "not known"}}, "“not known” is not possible here"),
        ({"story": {"gap": "maybe"}}, "{gap: not known} or {gap: not safe}"),
        ({"story": "x" * 20_001}, "shorten it to 20,000"),
        ({"nickname": "x" * 1_001}, "shorten it to 1,000"),
        ({"nickname": "two\nlines"}, "one line"),
        ({"nickname": "\ufdd0"}, "without a meaning"),
        ({"nickname": "a\u202eb"}, "reading direction"),
        ({"nickname": ["a", "list"]}, "plain text"),
    ],
)
def test_a_bad_answer_is_refused_with_file_and_line(
    run: Run, tmp_path: Path, change: dict[str, object], sentence: str
) -> None:
    lines = refused(run, tmp_path, answered(tmp_path, **change))
    assert any(line.startswith(f"{tmp_path}/answers.yaml:") and sentence in line for line in lines), lines


@pytest.mark.parametrize(
    ("weeks", "rate", "sentence"),
    [
        ([WEEK, {**WEEK, "starts": "2025-03-05"}], "13.75", "share days"),
        ([{**WEEK, "starts": "2018-03-04"}], "13.75", "2019"),
        ([WEEK], "0", "cannot be less than $0.01"),
    ],
)
def test_weeks_the_law_cannot_take_are_refused(
    run: Run, tmp_path: Path, weeks: list[object], rate: str, sentence: str
) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text(yaml.safe_dump({"agreed_rate": rate, "weeks": weeks}), "utf-8")
    lines = refused(run, tmp_path, path, "mo/cli_wages")
    assert any(sentence in line.lower() or sentence in line for line in lines), lines


def test_twenty_thousand_characters_of_story_are_taken(run: Run, tmp_path: Path) -> None:
    file = answered(tmp_path, story="word " * 4_000)
    assert run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY).exit_code == 0


HOSTILE = [
    "<b>bold</b> & <script>alert(1)</script>",
    "{{ rate }} {% for x in y %} {# note #}",
    "{{ ''.__class__ }} ${7*7} <%= 1 %>",
    "&amp; &lt; ]]> <!-- -->",
    "=1+1; DROP TABLE; ../../etc",
    "O’Hara, Łukasz Nguyễn-Muñoz",
    '" onload="x',
    "\\n \\ud800 %s {0} {name}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_marks_of_other_languages_print_as_typed(run: Run, tmp_path: Path, text: str) -> None:
    file = answered(tmp_path, worker_name={"first": text, "last": "Sample"})
    result = run("assemble", "mo/cli_letter", file, "--out", tmp_path / "packet", *DAY)
    assert result.exit_code == 0, result.stderr
    letter = next((tmp_path / "packet/2-other-side").glob("*.docx"))
    wanted = " ".join(text.split())
    assert wanted in " ".join(reading.words_of_docx(letter.read_bytes()).split())
    assert reading.difference(letter.read_bytes(), letter.with_suffix(".pdf").read_bytes()) is None


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("a.yaml", b"", "empty"),
        ("a.yaml", b"   \n# nothing\n", "empty"),
        ("a.json", b'{"nickname": "\\ud800"}', "cannot be printed"),
        ("a.json", b'{"nickname": "a\\u0000b"}', "control character"),
        ("a.yaml", b"nickname: a\x01b\n", "cannot be printed"),
        ("a.yaml", b'nickname: "a\\x01b"\n', "control character"),
        ("a.yaml", b"\xff\xfe\x00binary\x00", "UTF-8"),
        ("a.yaml", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "UTF-8"),
        ("a.json", b'{"story": "' + b"x" * 1_000_000 + b'"}', "500,000 bytes"),
        ("a.yaml", b"rate: 1\nrate: 2\n", "a second time"),
        ("a.yaml", b"a: &x 1\nb: *x\n", "anchor"),
        ("a.yaml", b"rate: !!python/object:os.system x\n", "tag"),
        ("a.yaml", b"rate: [1, 2\n", "brackets"),
        ("a.yaml", b"just words\n", "`name: answer` lines"),
        ("a.yaml", b"[" * 3_000, "nested deeper"),
        ("a.txt", b"rate: 1\n", ".yaml or .json"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    run: Run, tmp_path: Path, name: str, data: bytes, sentence: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    lines = refused(run, tmp_path, path)
    assert lines[0].startswith(str(path))
    assert any(sentence in line for line in lines), lines


def test_a_folder_and_a_missing_file_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    assert "cannot be read" in refused(run, tmp_path, tmp_path / "folder.yaml")[0]
    assert "cannot be read" in refused(run, tmp_path, tmp_path / "missing.yaml")[0]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_an_unreadable_file_is_refused(run: Run, tmp_path: Path) -> None:
    path = answered(tmp_path)
    path.chmod(0)
    assert "cannot be read" in refused(run, tmp_path, path)[0]


def test_a_folder_that_holds_something_is_never_written_over(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "packet"
    out.mkdir()
    (out / "kept.txt").write_text("kept")
    result = run("assemble", "mo/cli_letter", answered(tmp_path), "--out", out, *DAY)
    assert result.exit_code == 2
    assert "not empty" in result.stderr
    assert [path.name for path in out.iterdir()] == ["kept.txt"]


def test_folders_above_the_packet_are_made(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "new" / "packet"
    assert run("assemble", "mo/cli_letter", answered(tmp_path), "--out", out, *DAY).exit_code == 0
    assert (out / "manifest.json").is_file()


@pytest.mark.parametrize("out", ["answers.yaml", "answers.yaml/packet", "/proc/packet"])
def test_a_place_that_cannot_be_written_is_refused(run: Run, tmp_path: Path, out: str) -> None:
    result = run("assemble", "mo/cli_letter", answered(tmp_path), "--out", tmp_path / out, *DAY)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Draftwell itself" not in result.stderr


def test_a_process_of_its_own_makes_the_same_packet(draftwell: Process, tmp_path: Path) -> None:
    result = draftwell("assemble", "mo/cli_letter", answered(tmp_path), "--out", tmp_path / "packet", *DAY)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "packet/manifest.json").is_file()


def test_a_process_of_its_own_refuses_without_a_traceback(draftwell: Process, tmp_path: Path) -> None:
    result = draftwell(
        "assemble", "mo/cli_letter", answered(tmp_path, rate="0"), "--out", tmp_path / "packet", *DAY
    )
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "packet").exists()
