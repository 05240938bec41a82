"""A form file is refused with everything that is wrong with it, each mistake at its line and column."""

import pytest

from app.core.calculation import Calculation
from app.core.checker import check
from app.core.forms import form_from
from app.core.places import Mistakes

from .conftest import HEAD, FormOf, written

ONE = "county:\n  ask: Which county?\n  kind: county\n"


def said(content: bytes, **files: bytes) -> list[str]:
    named = {f"questionnaires/shared/{name}.yaml": file for name, file in files.items()}
    with pytest.raises(Mistakes) as found:
        form_from({"questionnaires/mo/tiny.yaml": content, **named}, "mo/tiny", {})
    return [str(mistake).removeprefix("questionnaires/mo/tiny.yaml:") for mistake in found.value.mistakes]


@pytest.mark.parametrize(
    ("questions", "sentence"),
    [
        ("county:\n  kind: county", "5:5 A line `ask:` is missing here."),
        ("county:\n  ask: W\n  kind: contry", "7:7 `contry` is not a kind (did you mean `county`?)."),
        (
            "county:\n  ask: W\n  kind: county\n  hlep: x",
            "8:7 `hlep` is not a word of the language here (did you mean `help`?).",
        ),
        (
            "Cou nty:\n  ask: W\n  kind: county",
            "6:5 `Cou nty` is not a name; use small letters, digits and _.",
        ),
        ("c:\n  ask: W\n  kind: choose one", "6:5 `c` has nothing to choose from; add `from:`."),
        ("c:\n  ask: W\n  kind: story", "6:5 `c` is a story: say `read by:` whom, and what to `leave out:`."),
        (
            "c:\n  ask: W\n  kind: list",
            "6:5 `c` is a list: it needs `one:` and `each:`, and cannot stand in another.",
        ),
        ("c:\n  ask: W\n  kind: text\n  when: c seems odd", "is not a condition"),
    ],
)
def test_a_mistake_in_a_question_is_said_at_its_place(questions: str, sentence: str) -> None:
    found = said(written(questions))
    number, _, words = sentence.partition(" ")
    assert (
        any(words in line for line in found)
        if number[0].isdigit()
        else any(sentence in line for line in found)
    )


def test_all_mistakes_of_a_form_come_in_one_run() -> None:
    broken = written(
        "a:\n  kind: text\nb:\n  ask: B\n  kind: nope\nc:\n  ask: C\n  kind: text\n  when: x y z",
        "tilte: y\n",
    )
    assert len(said(broken)) == 4


def test_every_question_says_how_it_is_kept() -> None:
    content = f"{HEAD}sections:\n  - section: One\n    c:\n      ask: C\n      kind: text\n".encode()
    assert "needs `keep:`" in said(content)[0]


def test_a_form_says_its_own_name() -> None:
    assert "must say mo/tiny" in said(written(ONE).replace(b"form: mo/tiny", b"form: mo/other"))[0]


def test_a_shared_file_is_included_and_its_questions_know_it() -> None:
    question = b"    county:\n      ask: W\n      kind: county\n"
    shared = b"shared: place\nsections:\n  - section: Place\n    keep: open\n" + question
    content = f"{HEAD}sections:\n  - include: shared/place\n".encode()
    files = {"questionnaires/mo/tiny.yaml": content, "questionnaires/shared/place.yaml": shared}
    form = form_from(files, "mo/tiny", {})
    assert form.question("county").shared  # type: ignore[union-attr]


def test_a_shared_section_asked_for_each_draft_belongs_to_no_other_draft() -> None:
    question = b"    county:\n      ask: Which county?\n      kind: county\n"
    head = b"shared: place\nsections:\n  - section: Place\n    asked: for each draft\n    keep: open\n"
    content = f"{HEAD}sections:\n  - include: shared/place\n".encode()
    files = {"questionnaires/mo/tiny.yaml": content, "questionnaires/shared/place.yaml": head + question}
    form = form_from(files, "mo/tiny", {})
    assert not form.question("county").shared  # type: ignore[union-attr]


def test_a_forms_own_section_is_never_asked_for_each_draft() -> None:
    section = "sections:\n  - section: Place\n    asked: for each draft\n    keep: open\n"
    content = f"{HEAD}{section}    county:\n      ask: Which county?\n      kind: county\n".encode()
    assert "`asked:` is for shared files" in said(content)[0]


def test_a_missing_shared_file_is_named() -> None:
    content = f"{HEAD}sections:\n  - include: shared/nobody\n".encode()
    assert "questionnaires/shared/nobody.yaml" in said(content)[0]


def test_questions_have_lasting_numbers_in_file_order(form_of: FormOf) -> None:
    form = form_of("a:\n  ask: A\n  kind: text\nb:\n  ask: B\n  kind: text")
    assert [question.number for question in form.questions()] == [1, 2]


def found_by_checker(form_of: FormOf, questions: str, rest: str = "") -> list[str]:
    return [mistake.sentence for mistake in check(form_of(questions, rest))]


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        ("cuonty is Jackson", "`cuonty` is neither a question nor a fact (did you mean `county`?)."),
        ("later is x", "`later` is used here before it is asked."),
        ("pay is cahs", "“cahs” is not one of the answers to `pay` (did you mean `cash`?)."),
        ("pay is before 2026-01-01", "`pay` is a choose one question; compare it with"),
        ("any month: x is y", "No list calls its items “month”"),
    ],
)
def test_the_checker_finds_a_condition_that_can_never_be_meant(
    form_of: FormOf, when: str, sentence: str
) -> None:
    questions = f"""
county:
  ask: W
  kind: county
pay:
  ask: P
  kind: choose one
  from: {{cash: Cash}}
extra:
  ask: E
  kind: text
  when:
    all:
      - {when}
later:
  ask: L
  kind: text
"""
    assert any(line.startswith(sentence) for line in found_by_checker(form_of, questions))


def test_the_checker_finds_wording_that_pipes_a_name_too_early(form_of: FormOf) -> None:
    found = found_by_checker(form_of, "a:\n  ask: Since {b}?\n  kind: text\nb:\n  ask: B\n  kind: text")
    assert found == ["{b} is used here before it is asked."]


def test_the_checker_finds_facts_that_rest_on_each_other(form_of: FormOf) -> None:
    rest = "facts:\n  x:\n    means: X\n    when: y is yes\n  y:\n    means: Y\n    when: x is yes\n"
    assert any("rests on itself" in line for line in found_by_checker(form_of, ONE, rest))


def test_a_clean_form_has_no_finding(form_of: FormOf) -> None:
    assert found_by_checker(form_of, ONE) == []


def test_a_calculation_must_exist_and_get_what_it_needs(form_of: FormOf) -> None:
    rest = "facts:\n  x:\n    means: X\n    calculate: sum.of\n    from: [county, hat]\n"
    needs = {
        "sum.of": Calculation(
            "sum.of", lambda **_: None, Calculation, frozenset({"county", "due"}), frozenset({"due"})
        )
    }
    with pytest.raises(Mistakes) as found:
        form_of(ONE, rest, needs)
    sentences = [mistake.sentence for mistake in found.value.mistakes]
    assert sentences == ["`hat` is not an input of sum.of.", "sum.of needs `due` in `from:`."]
