"""A clean copy waits for every open blank, or prints a plain rule for those an attorney has ruled."""

from pathlib import Path
from typing import Any

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import package, pdf, reading, rules, word
from app.documents.compiled import paper
from app.documents.errors import OpenGap
from tests.documents.engine import papers
from tests.documents.engine.conftest import Template

GAP = f"{GAP_OPEN}to be confirmed: day & “place”{GAP_CLOSE}"
OTHER = f"{GAP_OPEN}to be confirmed: sum{GAP_CLOSE}"
LABEL = "day & “place”"


def both(source: Path, context: dict[str, Any], ruled: frozenset[str]) -> tuple[bytes, pdf.Pdf]:
    return (
        word.render(source, context, title="x", copy="clean", ruled=ruled),
        pdf.render(papers.with_twin(source), context, title="x", copy="clean", ruled=ruled),
    )


def test_a_ruled_blank_is_the_same_rule_in_both_files(template: Template) -> None:
    source = template(("On {{ x }} and {{ y }}.", "Body Text"))
    docx, made = both(source, {"x": GAP, "y": f"No. {OTHER}"}, frozenset({LABEL, "sum"}))
    expected = f"On {'_' * 18} and No. {'_' * 14}."
    assert reading.words_of_docx(docx) == reading.words_of_pdf(made.data) == expected
    assert reading.difference(docx, made.data) is None
    assert b"Gap" not in package.unpack(docx)[package.MAIN]


def test_a_blank_that_is_not_ruled_holds_both_files_back(template: Template) -> None:
    source = template(("On {{ x }} and {{ y }}.", "Body Text"))
    twin = papers.with_twin(source)
    for ruled in (frozenset({LABEL}), frozenset[str](), frozenset({"other"})):
        with pytest.raises(OpenGap):
            word.render(source, {"x": GAP, "y": OTHER}, title="x", copy="clean", ruled=ruled)
        with pytest.raises(OpenGap):
            pdf.render(twin, {"x": GAP, "y": OTHER}, title="x", copy="clean", ruled=ruled)


def test_a_review_copy_marks_what_is_ruled(template: Template) -> None:
    source = template(("On {{ x }}.", "Body Text"))
    docx = word.render(source, {"x": GAP}, title="x", ruled=frozenset({LABEL}))
    assert reading.words_of_docx(docx) == f"On [to be confirmed: {LABEL}]."


def test_the_quick_way_prints_rules_too(template: Template) -> None:
    source = template(("On {{ x }}.", "Body Text"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(word, "_thoroughly", None)
        quick = word.render(source, {"x": GAP}, title="x", copy="clean", ruled=frozenset({LABEL}))
        patch.undo()
        patch.setattr(paper, "ready", lambda made, copy: None)
        slow = word.render(source, {"x": GAP}, title="x", copy="clean", ruled=frozenset({LABEL}))
    assert package.unpack(quick)[package.MAIN] == package.unpack(slow)[package.MAIN]


@pytest.mark.parametrize(
    ("label", "width"),
    [
        ("address of the office", 60), ("safe e-mail address", 42), ("name of the employer", 42),
        ("place of work", 42), ("attorney who signs", 42), ("days to pay", 18), ("First day of work", 18),
        ("when the work began", 18), ("last month", 18), ("hours on day 1", 14), ("agreed hourly rate", 14),
        ("Missouri bar number", 14), ("amount of the deduction", 14), ("sum", 14),
    ],
)  # fmt: skip
def test_a_rule_is_as_long_as_what_is_written_on_it(label: str, width: int) -> None:
    assert rules.rule(label) == "_" * width
