"""Random complete walks over every shipped form: no template ever looks up a name that is not there."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random

import pytest

from app.core import interview
from app.core.forms import load_form, names
from app.core.questionnaire import Form
from app.documents.context import Contexts
from app.law.catalogue import CALCULATIONS
from tests.properties.amounts import amount
from tests.properties.looked_up import AFRESH, Chain, Lookup
from tests.properties.sayings import TODAY
from tests.properties.shipped import ROOT, invented_office

FORMS = tuple(names(ROOT))
CHAINS = range(amount(1, 10))
PLAIN = ("text", "yes or no", "choose one")
WALKS = amount(60, 2_600)
"""Walks of one chain; four forms in ten chains are more than 100,000."""


@cache
def lookup(name: str) -> Lookup:
    return Lookup(load_form(ROOT, name, CALCULATIONS), ROOT, invented_office())


@pytest.mark.parametrize("chain", CHAINS)
@pytest.mark.parametrize("name", FORMS)
def test_no_walk_comes_to_a_name_that_is_not_there(
    name: str, chain: int, figure: Callable[[str, str, int], None]
) -> None:
    look, due, found = lookup(name), set[str](), list[str]()
    for reading in Chain(look.form, Random(f"{name} {chain}")).walks(WALKS):
        due |= {document.template for document in reading.documents}
        found += look.missing(reading)
    assert found == []
    assert due
    figure("Proved", "random complete walks without an undefined name", WALKS)


@pytest.mark.parametrize("name", FORMS)
def test_a_name_that_is_not_asked_on_some_paths_is_found(name: str) -> None:
    look = lookup(name)
    planted, chain = planted_in(look), Chain(look.form, Random(1))
    assert [each for reading in chain.walks(AFRESH) for each in planted.missing(reading)]


def planted_in(look: Lookup) -> Lookup:
    """The same templates, each of which reads a question that hangs on a condition, without a guard."""
    planted = replace(look)
    hanging = [
        question.name
        for section in look.form.sections
        for question in section.questions
        if question.when and question.kind_name in PLAIN and question.keep == "open"
    ]
    read = "".join(f"{{% if {name} %}}x{{% endif %}}" for name in hanging)
    planted.__dict__["tags"] = {name: tags + read for name, tags in look.tags.items()}
    return planted


@pytest.mark.parametrize("name", FORMS)
def test_what_is_remembered_of_a_chain_changes_nothing(name: str) -> None:
    look = lookup(name)
    for reading in Chain(look.form, Random(2)).walks(6):
        afresh = interview.read(look.form, reading.answers, TODAY)
        assert told(look.form, afresh) == told(look.form, reading)


def told(form: Form, reading: interview.Interview) -> object:
    contexts = Contexts(reading, invented_office())
    papers = [(document.name, contexts.for_document(document).data) for document in reading.documents]
    return reading.asked, reading.flags, reading.gates, papers, reading.complete
