"""Paths to try a form with."""

from app.core.examples import as_file
from app.core.proof.paths import Paths

from ..conftest import TODAY, FormOf

QUESTIONS = """
more:
  ask: More?
  kind: yes or no
  example: yes
why:
  ask: Why?
  kind: text
  when: more is yes
weeks:
  ask: Which weeks?
  kind: list
  one: week
  most: 2
  each:
    hours:
      ask: How many?
      kind: hours
"""


def test_the_shortest_path_asks_the_fewest_questions(form_of: FormOf) -> None:
    form = form_of(QUESTIONS)
    answers = Paths(form, TODAY).shortest()
    assert answers is not None
    assert as_file(form, answers) == {"more": "no", "weeks": []}


def test_the_longest_path_asks_every_question(form_of: FormOf) -> None:
    answers = Paths(form_of(QUESTIONS), TODAY).longest()
    assert answers is not None
    assert {path for path, _ in answers.given} == {"more", "why", "weeks", "weeks.hours"}


def test_a_list_has_none_one_or_as_many_items_as_it_may(form_of: FormOf) -> None:
    corners = {each.name: each.answers for each in Paths(form_of(QUESTIONS), TODAY).corners()}
    counts = [len(corners[f"weeks_{words}"].items("weeks")) for words in ("none", "one", "many")]
    assert counts == [0, 1, 2]


def test_there_is_no_path_with_more_items_than_a_list_takes(form_of: FormOf) -> None:
    assert Paths(form_of(QUESTIONS), TODAY).with_items("weeks", 3) is None
