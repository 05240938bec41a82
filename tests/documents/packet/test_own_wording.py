"""The wording of our own templates threatens nobody and tells nothing of anybody, clause by clause."""

import re
from datetime import date
from pathlib import Path

import pytest

from app.core import examples, forms, office
from app.documents import identity, readback, threats
from app.documents.assembly import Draft, Packet, packet
from app.documents.places import pieces
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = sorted(
    ROOT / f"templates/docx/{name}/{document.name}.docx"
    for name in forms.names(ROOT)
    for document in forms.load_form(ROOT, name, CALCULATIONS).documents
    if document.audience == "other side"
)


def clauses(template: Path) -> list[str]:
    texts = (re.sub(r"\{\{.*?\}\}", "X", piece.text) for piece in pieces(template.read_bytes()))
    return [re.sub(r"\{%.*?%\}", " ", text) for text in texts]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_no_clause_of_a_template_trips_the_guard(template: Path) -> None:
    for clause in clauses(template):
        assert [hit.sentence for hit in threats.hits(clause)] == []
        assert not [*identity.statuses(clause), *identity.numbers(clause), *identity.births(clause, None)]


def test_a_clause_that_did_would_be_seen() -> None:
    assert threats.hits("If you do not pay X by X, X will go to the police.")


@pytest.fixture(scope="module")
def sample() -> Packet:
    """The packet that `make run` writes."""
    form = forms.load_form(ROOT, "mo/wage_claim", CALCULATIONS)
    profile = office.load_office(ROOT / "office.example.yaml")
    today = date(2026, 12, 1)
    return packet(Draft(form, ROOT, examples.example(form, today), profile, today))


def test_the_sample_packet_says_the_same_in_word_and_pdf(sample: Packet) -> None:
    assert readback.differences(sample) == {}


def test_nothing_is_found_in_the_sample_packet(sample: Packet) -> None:
    assert sample.findings == ()
    assert sample.withheld == ()
