"""A fact that nothing reads is found; one that anything reads is not."""

from dataclasses import replace

import pytest

from app.core.linting import unused
from app.core.places import Place
from tests.core.conftest import FormOf

QUESTIONS = "a: {ask: A?, kind: yes or no}\nb: {ask: '%s', kind: yes or no%s}"
FACTS = "facts:\n  one: {means: O, when: a is yes}\n  two: {means: T, when: one is yes}\n"


def found(
    form_of: FormOf, ask: str = "B?", more: str = "", rest: str = "", read: tuple[str, ...] = ()
) -> list[str]:
    return [fault.sentence for fault in unused.faults(form_of(QUESTIONS % (ask, more), FACTS + rest), read)]


def test_a_fact_that_nothing_reads_is_said_with_what_it_alone_reads(form_of: FormOf) -> None:
    assert found(form_of) == ["Nothing reads `two`, nor `one`, which it alone reads; take it out, or use it."]


@pytest.mark.parametrize(
    ("ask", "more", "rest", "read"),
    [
        ("Is it {two}?", "", "", ()),
        ("B?", ", when: two is yes", "", ()),
        ("B?", ", must: [{that: two is yes, say: No.}]", "", ()),
        ("B?", "", "flags:\n  f: {level: note, say: So., when: two is yes, law: RSMo 1.010}\n", ()),
        ("B?", "", "gates:\n  g: {say: 'So {two}.', law: RSMo 1.010}\n", ()),
        ("B?", "", "documents:\n  d: {title: D, for: client, when: two is yes}\n", ()),
        ("B?", "", "", ("two",)),
        ("B?", "", "", ("two.part",)),
    ],
)
def test_a_fact_that_is_read_is_used(
    form_of: FormOf, ask: str, more: str, rest: str, read: tuple[str, ...]
) -> None:
    assert found(form_of, ask, more, rest, read) == []


def test_a_fact_of_a_shared_file_may_be_read_by_another_form(form_of: FormOf) -> None:
    form = form_of(QUESTIONS % ("B?", ""), FACTS)
    shared = Place("questionnaires/shared/x.yaml")
    facts = {name: replace(fact, place=shared) for name, fact in form.facts.items()}
    assert list(unused.faults(replace(form, facts=facts), ())) == []
