"""Open blanks and flags stand as comments of the Word file, for the eyes that may see them."""

import subprocess
import sys
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from app.documents import package, reading, word
from app.documents.draft import Draft
from app.documents.notes import Note
from tests.documents.copies import notes
from tests.documents.copies.notes import Comment
from tests.documents.engine.conftest import Template
from tests.documents.packet import small

REST = "danger is answered"


def with_flag(root: Path, *tests: str, say: str = "Look at the job.") -> Path:
    """The small form with one more flag."""
    conditions = "".join(f"\n        - {test}" for test in tests)
    flag = f'flags:\n  own:\n    level: must fix\n    when:\n      all:{conditions}\n    say: "{say}"\n'
    flag += "    law: RSMo 1\n"
    (root / small.FILE).write_text(small.FORM.replace("flags:\n", flag), "utf-8")
    return root


def said(draft: Draft, document: str = "letter") -> list[Comment]:
    paper = draft.plan.paper(document)
    assert paper is not None
    return notes.comments(draft.make(paper).docx)


def test_each_blank_has_one_comment_where_it_is_printed(own_root: Path) -> None:
    found = said(small.draft(own_root, started="{gap: not known}", rate="{gap: not safe}"))
    assert [each.said for each in found] == [
        "Blank. First day: not known yet. Find it out.",
        "Blank. Hourly rate: not safe to say. Talk with the client before it is asked for or written down.",
    ]
    assert all("[to be confirmed: first day] at [to be confirmed: hourly rate]" in each.on for each in found)


def test_a_blank_printed_twice_has_one_comment_at_its_first_place(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["First {{ rate }}.", "Then {{ rate }}."])
    found = said(small.draft(own_root, rate="{gap: not known}"))
    assert [each.on for each in found] == ["First [to be confirmed: hourly rate]."]


def test_a_choice_not_made_names_its_alternatives(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["By {{ track }}."])
    draft = small.draft(own_root)
    profile = small.profile(small.PROFILE.replace(", track: state", ""))
    found = said(Draft(draft.form, own_root, draft.answers, profile, small.TODAY))
    assert found[0].said == "Blank. Law: not decided. An attorney decides: State law; Federal law."


def test_a_flag_stands_where_its_question_is_printed(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Hello.", "{{ client_name.full }} was {{ job }}."])
    found = said(small.draft(with_flag(own_root, "job is answered")))
    assert found == [Comment("0", "Must fix. Look at the job. RSMo 1", "Ana Sample was line cook.")]


def test_a_flag_stands_at_the_passage_its_condition_opens(own_root: Path) -> None:
    lines = ["Hello.", "{%p if has_story %}", "It was told.", "{%p endif %}", "Goodbye."]
    small.template(own_root, "letter", "letter", lines)
    found = said(small.draft(with_flag(own_root, "story is answered")))
    assert [each.on for each in found] == ["It was told."]


def test_a_flag_of_a_passage_that_is_not_there_stands_nowhere(own_root: Path) -> None:
    lines = ["Hello.", "{%p if has_story %}", "It was told.", "{%p endif %}", "Goodbye."]
    small.template(own_root, "letter", "letter", lines)
    draft = small.draft(with_flag(own_root, "job is answered", "asks_court is no"), story="''")
    assert said(draft) == []


def test_a_flag_that_rests_on_nothing_printed_stands_nowhere(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Hello {{ employer.full }}."])
    assert said(small.draft(with_flag(own_root, "job is answered"))) == []


def test_a_flag_on_what_only_counsel_may_see_is_in_no_paper_for_the_other_side(own_root: Path) -> None:
    assert said(small.draft(with_flag(own_root, "job is answered", REST))) == []


def test_the_same_flag_without_it_would_stand_there(own_root: Path) -> None:
    """The control."""
    assert [each.said for each in said(small.draft(with_flag(own_root, "job is answered")))] == [
        "Must fix. Look at the job. RSMo 1"
    ]


def test_a_flag_that_pipes_a_confidential_answer_is_not_for_the_other_side(own_root: Path) -> None:
    root = with_flag(own_root, "job is answered", say="Ask {chosen_name} about it.")
    assert said(small.draft(root), "letter") == []


def test_no_flag_stands_in_a_paper_for_the_client(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["Hello."])
    small.template(own_root, "steps", "sheet", ["{{ client_name.full }} was {{ job }}."])
    assert said(small.draft(with_flag(own_root, "job is answered")), "steps") == []


def test_a_flag_that_reads_like_a_threat_is_in_no_paper_for_the_other_side(own_root: Path) -> None:
    root = with_flag(own_root, "job is answered", say="We will call the police and immigration.")
    assert said(small.draft(root)) == []


def test_a_flag_raised_by_what_is_not_known_says_so_first_and_is_no_fact(own_root: Path) -> None:
    small.template(own_root, "letter", "letter", ["At {{ rate }}."])
    found = said(small.draft(with_flag(own_root, "rate is more than 5"), rate="{gap: not known}"))
    assert found[1].said == "Must fix. May apply: “hourly rate” is not known. Look at the job. RSMo 1"


@pytest.mark.parametrize(
    "hostile", ["<b>x</b> & ]]> --> ', \"", "<w:comment/> {{ 7*7 }} {% if x %}", "א שלום"]
)
def test_a_hostile_answer_in_a_flag_stays_text(own_root: Path, hostile: str) -> None:
    root = with_flag(own_root, "job is answered", say="It says {job} here.")
    quoted = "'" + hostile.replace("'", "''") + "'"
    found = said(small.draft(root, job=quoted))
    assert [each.said for each in found] == [f"Must fix. It says {hostile} here. RSMo 1"]


def test_a_file_with_comments_is_valid_and_names_no_time_and_no_person(
    own_root: Path, tmp_path: Path
) -> None:
    draft = small.draft(with_flag(own_root, "job is answered"), rate="{gap: not known}")
    paper = draft.plan.paper("letter")
    assert paper is not None
    docx = draft.make(paper).docx
    (tmp_path / "a.docx").write_bytes(docx)
    assert OpenXmlValidator().validate(tmp_path / "a.docx").errors == []
    part = package.unpack(docx)["word/comments.xml"].decode()
    assert part.count('w:author="Draftwell" w:initials="DW">') == 2
    assert "w:date" not in part


def test_libreoffice_keeps_every_comment(own_root: Path, tmp_path: Path) -> None:
    draft = small.draft(with_flag(own_root, "job is answered"), rate="{gap: not known}")
    paper = draft.plan.paper("letter")
    assert paper is not None
    (tmp_path / "a.docx").write_bytes(draft.make(paper).docx)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    command += ["--convert-to", "fodt", "--outdir", str(tmp_path), str(tmp_path / "a.docx")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert (tmp_path / "a.fodt").read_text(encoding="utf-8").count("<office:annotation ") == 2


def test_memo_and_safety_note_have_no_comments(own_root: Path) -> None:
    from app.documents import assembly

    packet = assembly.packet(small.draft(own_root, rate="{gap: not known}"))
    office = [each for each in packet.papers if each.paper.folder == "4-office-only"]
    assert office
    assert all(notes.comments(each.docx) == [] for each in office)


def test_a_paper_without_notes_has_no_part_for_comments(template: Template) -> None:
    source = template(("Hello {{ x }}.", "Body Text"))
    docx = word.render(source, {"x": "you"}, title="x", notes=(Note("gap", "must fix", "x", label="y"),))
    assert docx == word.render(source, {"x": "you"}, title="x")
    assert "word/comments.xml" not in package.unpack(docx)


def test_comments_are_no_words_of_the_paper(own_root: Path) -> None:
    draft = small.draft(with_flag(own_root, "job is answered"))
    paper = draft.plan.paper("letter")
    assert paper is not None
    made = draft.make(paper)
    assert "Look at the job" not in reading.words_of_docx(made.docx)
    assert "Look at the job" not in reading.words_of_pdf(made.pdf)
    assert reading.difference(made.docx, made.pdf) is None


def test_another_process_makes_the_same_bytes(template: Template) -> None:
    source = template(("Hello {{ x }}.", "Body Text"))
    program = (
        "import hashlib, pathlib; from app.documents import word; from app.documents.notes import Note\n"
        "anchors = (frozenset({('print', ('x',)), ('if', ('y',)), ('print', ('z',))}),)\n"
        "notes = tuple(Note('flag', 'check', each, 'law', anchors=anchors) for each in 'abc')\n"
        f"docx = word.render(pathlib.Path({str(source)!r}), {{'x': 'you'}}, title='x', notes=notes)\n"
        "assert docx.count(b'word/comments.xml') == 2\n"
        "print(hashlib.sha256(docx).hexdigest())"
    )
    run = [subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True,
                          env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."}) for seed in "12"]  # fmt: skip
    assert run[0].stdout == run[1].stdout
