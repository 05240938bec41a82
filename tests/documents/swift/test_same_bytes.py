"""Every paper has the bytes of stock WeasyPrint, on all pages, in both copies."""

from datetime import date
from pathlib import Path

import pytest

from app.core import examples, forms, office
from app.documents import assembly, pdf, swift
from app.documents.draft import Draft
from app.law.catalogue import CALCULATIONS
from bench import contexts
from tests.documents.engine import papers

ROOT = Path(__file__).resolve().parents[3]
BENCH = ROOT / "bench" / "papers"
TODAY = date(2026, 12, 1)


def both(twin: Path, context: dict[str, object]) -> tuple[bytes, bytes]:
    swift.engaged(False)
    stock = pdf.render(twin, context, title="A paper").data
    assert swift.engaged(True)
    return stock, pdf.render(twin, context, title="A paper").data


@pytest.mark.parametrize("weeks", [0, 1, 40, 200])
def test_the_letter_of_the_bench(weeks: int) -> None:
    stock, ours = both(BENCH / "letter.html", contexts.letter_context(weeks, weeks))
    assert ours == stock


@pytest.mark.parametrize("number", range(4))
def test_the_pleading_of_the_bench(number: int) -> None:
    stock, ours = both(BENCH / "pleading.html", contexts.pleading_context(number))
    assert ours == stock


def test_papers_that_use_most_of_the_engine(tmp_path: Path) -> None:
    for made, context in ((papers.letter, papers.LETTER), (papers.pleading, papers.PLEADING)):
        stock, ours = both(papers.with_twin(made(tmp_path)), context)
        assert ours == stock


def sample() -> dict[str, bytes]:
    form = forms.load_form(ROOT, "mo/wage_claim", CALCULATIONS)
    profile = office.load_office(ROOT / "office.example.yaml")
    draft = Draft(form, ROOT, examples.example(form, TODAY), profile, TODAY)
    return dict(assembly.packet(draft).files)


def test_every_file_of_the_sample_packet() -> None:
    swift.engaged(False)
    stock = sample()
    assert swift.engaged(True)
    ours = sample()
    assert len([name for name in stock if name.endswith(".pdf")]) > 5
    assert [name for name in stock if ours[name] != stock[name]] == []
