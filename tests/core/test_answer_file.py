"""An answer file goes through the same kinds as a page; all its mistakes come at once, with their places."""

from textwrap import dedent

import pytest
from jsonschema import Draft202012Validator

from app.core import answer_file, examples, loader
from app.core.interview import read

from .conftest import TODAY, FormOf

QUESTIONS = """
client:
  ask: Name?
  kind: name
county:
  ask: Which county?
  kind: county
  unsure: allowed
note:
  ask: Anything else?
  kind: text
  may be blank: yes
weeks:
  ask: Weeks?
  kind: list
  one: week
  each:
    hours:
      ask: Hours?
      kind: hours
    extra:
      ask: Why so many?
      kind: text
      when: hours is more than 40
"""


def mistakes(form_of: FormOf, answers: str) -> list[str]:
    form = form_of(QUESTIONS)
    file = answer_file.read(form, loader.parse(dedent(answers).encode(), "a.yaml"))
    found = file.mistakes or file.against(read(form, file.answers, TODAY))
    return [str(mistake) for mistake in sorted(found)]


GOOD = "client: {first: Ana}\ncounty: {gap: not known}\nnote: ''\nweeks: [{hours: 38}]\n"


def test_a_whole_file_has_no_mistake(form_of: FormOf) -> None:
    assert mistakes(form_of, GOOD) == []


def test_an_unknown_name_is_answered_with_the_nearest(form_of: FormOf) -> None:
    found = mistakes(form_of, GOOD + "conty: Jackson\n")
    assert found == ["a.yaml:5:1 `conty` is not a question of this form (did you mean `county`?)."]


def test_a_name_that_belongs_to_an_item_is_sent_there(form_of: FormOf) -> None:
    assert "belongs inside the items of `weeks`" in mistakes(form_of, GOOD + "hours: 3\n")[0]


def test_a_wrong_part_stands_at_its_own_column(form_of: FormOf) -> None:
    assert mistakes(form_of, GOOD.replace("{first: Ana}", "{first: Ana, lsat: B}"))[0].startswith(
        "a.yaml:1:22 "
    )


def test_every_unanswered_question_is_named(form_of: FormOf) -> None:
    found = mistakes(form_of, "weeks: [{hours: 50}]\n")
    assert [line.split("`")[1] for line in found] == ["client", "county", "note", "extra"]


def test_an_empty_text_is_a_blank_only_where_it_may_be(form_of: FormOf) -> None:
    assert "by its parts" in mistakes(form_of, GOOD.replace("{first: Ana}", "''"))[0]


def test_a_gap_is_taken_only_where_it_is_allowed(form_of: FormOf) -> None:
    assert "must be answered" in mistakes(form_of, GOOD.replace("{first: Ana}", "{gap: not known}"))[0]


def test_a_gap_has_one_of_two_causes(form_of: FormOf) -> None:
    assert "A gap is" in mistakes(form_of, GOOD.replace("not known", "dunno"))[0]


def test_answers_of_an_abandoned_branch_are_listed_as_unused(form_of: FormOf) -> None:
    form = form_of(QUESTIONS)
    node = loader.parse(GOOD.replace("{hours: 38}", "{hours: 38, extra: x}").encode(), "a.yaml")
    file = answer_file.read(form, node)
    assert file.unused(read(form, file.answers, TODAY)) == ["weeks.extra"]


@pytest.mark.parametrize("content", ["- a\n", "just words\n", "weeks: 3\n", "weeks: [3]\n", "client: [1]\n"])
def test_a_file_of_another_shape_gets_a_sentence(form_of: FormOf, content: str) -> None:
    assert mistakes(form_of, content)


def test_the_example_is_complete_and_fits_the_schema(form_of: FormOf) -> None:
    form = form_of(QUESTIONS)
    answers = examples.example(form, TODAY)
    assert read(form, answers, TODAY).complete
    content = examples.as_file(form, answers)
    assert not list(Draft202012Validator(examples.schema(form)).iter_errors(content))


def test_the_schema_refuses_an_unknown_name(form_of: FormOf) -> None:
    validator = Draft202012Validator(examples.schema(form_of(QUESTIONS)))
    assert list(validator.iter_errors({"nope": "x"}))
