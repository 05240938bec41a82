"""Packets of generated drafts of the court forms: complete, each word only where its class may go."""

from functools import lru_cache
from random import Random

import pytest

from app.core.forms import load_form
from app.core.questionnaire import DocumentSpec, Form, Question
from app.core.reach import reaches
from app.documents import assembly, reading
from app.documents.draft import Draft
from app.documents.packet import Lifted
from app.law.catalogue import CALCULATIONS
from tests.properties.amounts import amount
from tests.properties.packets import Generated
from tests.properties.sayings import TODAY, Words
from tests.properties.shipped import ROOT, invented_office
from tests.properties.walks import abandoned, walked

FORMS = ("mo/name_change", "mo/protection_order", "mo/expungement")
SEEDS = range(amount(2, 30))


@lru_cache(maxsize=3)
def form(name: str) -> Form:
    return load_form(ROOT, name, CALCULATIONS)


@lru_cache(maxsize=2)
def packet(name: str, seed: int) -> Generated:
    random, on_path, left = Random(seed), Words("Zq"), Words("Vy")
    reached = walked(form(name), random, on_path)
    answers = abandoned(reached, random, left)
    lifted = [Lifted(gate.name, "Morgan A. Tessel", "99901", "Talked over") for gate in reached.gates]
    draft = Draft(form(name), ROOT, answers, invented_office(), TODAY, lifted=lifted)
    return Generated(draft, assembly.packet(draft), on_path, left)


@pytest.fixture(
    scope="module",
    params=[(name, seed) for name in FORMS for seed in SEEDS],
    ids=lambda each: f"{each[0]}-{each[1]}",
)
def made(request: pytest.FixtureRequest) -> Generated:
    return packet(*request.param)


def test_an_abandoned_answer_never_prints(made: Generated) -> None:
    assert len(made.left.said) > 2
    assert {word for document in made.texts for word in made.found(made.left, document)} == set()


def test_both_files_of_every_paper_say_the_same(made: Generated) -> None:
    both = [paper for paper in made.papers if not paper.paper.pdf_only]
    assert [reading.difference(paper.docx, paper.pdf) for paper in both] == [None] * len(both)


def test_no_word_reaches_a_reader_its_class_keeps_it_from(made: Generated) -> None:
    for paper in made.papers:
        spec = paper.paper.spec
        found = [made.on_path.said[word] for word in made.found(made.on_path, spec.name)]
        astray = {question.path for question in found if not may_stand(made.draft.form, question, spec)}
        assert astray == set(), spec.name


def may_stand(form: Form, question: Question, spec: DocumentSpec) -> bool:
    """Whether its class, its mark, or a calculation that opens its list lets an answer into a paper."""
    opened = {
        source.partition(".")[0]
        for fact in form.facts.values()
        if fact.calculation and fact.calculation.opens
        for source in fact.inputs.values()
    }
    marked = bool(question.redact) and spec.name.endswith("_unredacted")
    return reaches(question.keep, spec) or marked or (question.in_list or question.name) in opened


def test_what_is_said_in_confidence_stands_where_it_may() -> None:
    """The control: the same search finds confidential words in papers that the public may not read."""
    last = packet(FORMS[-1], SEEDS[-1])
    found = {
        last.on_path.said[word].keep
        for paper in last.papers
        if paper.paper.spec.filing != "public" or paper.paper.audience == "office only"
        for word in last.found(last.on_path, paper.paper.document)
    }
    assert {"open", "confidential", "counsel only"} <= found
