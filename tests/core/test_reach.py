"""What may flow where: each class reaches its audiences only; a fact has the class it rests on."""

from dataclasses import dataclass

import pytest

from app.core.calculation import Calculation
from app.core.places import Place
from app.core.questionnaire import FOLDERS, KEEPS, DocumentSpec
from app.core.reach import classes, reaches
from tests.core.conftest import FormOf

QUESTIONS = """
a: {ask: A?, kind: yes or no}
b: {ask: B?, kind: yes or no, keep: confidential}
c: {ask: C?, kind: date, keep: counsel only}
pets:
  ask: Pets?
  kind: list
  one: pet
  each:
    name: {ask: N?, kind: text}
    secret: {ask: S?, kind: text, keep: vault}
"""
FACTS = """
facts:
  only_a: {means: A, when: a is yes}
  a_and_b: {means: AB, when: {all: [a is yes, b is yes]}}
  through: {means: T, when: a_and_b is yes}
  late: {means: L, when: {any: [a is yes, c is after 2026-01-01]}}
  pet: {means: P, when: {any pet: secret is answered}}
  of_pet: {means: OP, of: pets, when: name is answered}
"""

ALLOWED = {
    ("court", "open"), ("other side", "open"), ("client", "open"), ("client", "confidential"),
    ("office only", "open"), ("office only", "confidential"), ("office only", "counsel only"),
}  # fmt: skip


def spec(audience: str, *reveals: str) -> DocumentSpec:
    return DocumentSpec("paper", "Paper", audience, Place("x"), reveals=reveals)  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", list(FOLDERS))
@pytest.mark.parametrize("keep", KEEPS)
def test_the_table_of_the_design_holds(audience: str, keep: str) -> None:
    assert reaches(keep, spec(audience)) == ((audience, keep) in ALLOWED)  # type: ignore[arg-type]


@pytest.mark.parametrize("audience", list(FOLDERS))
def test_a_reason_opens_everything_but_the_vault(audience: str) -> None:
    paper = spec(audience, "Rule 1: needed")
    assert [keep for keep in KEEPS if not reaches(keep, paper)] == ["vault"]


@pytest.mark.parametrize(
    ("fact", "keep"),
    [
        ("only_a", "open"), ("a_and_b", "confidential"), ("through", "confidential"),
        ("late", "counsel only"),
        ("pet", "vault"), ("of_pet", "open"),
    ],
)  # fmt: skip
def test_a_fact_is_as_secret_as_the_most_secret_thing_it_rests_on(
    form_of: FormOf, fact: str, keep: str
) -> None:
    assert classes(form_of(QUESTIONS, FACTS))[fact] == keep


def test_a_question_about_an_item_has_its_own_class(form_of: FormOf) -> None:
    found = classes(form_of(QUESTIONS, FACTS))
    assert (found["pets.name"], found["pets.secret"]) == ("open", "vault")


def test_a_calculation_that_takes_out_what_is_kept_opens_its_result(form_of: FormOf) -> None:
    rest = "facts:\n  told: {means: T, calculate: t.t, from: [b]}\n"

    def told(opens: bool) -> str:
        calculation = Calculation("t.t", lambda **_: Told(), Told, frozenset({"b"}), opens=opens)
        return classes(
            form_of("b: {ask: B?, kind: yes or no, keep: confidential}", rest, {"t.t": calculation})
        )["told"]

    assert (told(False), told(True)) == ("confidential", "open")


@dataclass(frozen=True)
class Told:
    """What the calculation finds."""
