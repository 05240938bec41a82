"""The product's papers made by work on text are the ones made from a tree, whatever the answers."""

import random
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import office
from app.core.examples import example
from app.core.forms import load_form
from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import assembly, template, word
from app.documents.compiled import marks, paper
from app.documents.draft import Draft
from app.documents.errors import BrokenDocument, DocumentError
from app.documents.layouts import bundle
from app.law.catalogue import CALCULATIONS
from tests.documents.compiled import made
from tests.documents.engine import papers

ROOT = Path(__file__).resolve().parents[3]
GAP = f"{GAP_OPEN}to be confirmed: pay & <more>{GAP_CLOSE}"
TEXTS = (
    "",
    "x",
    "a\nb",
    "\n",
    "\t",
    "a\tb",
    "& < > \" '",
    GAP,
    f"a {GAP}\n{GAP} z",
    GAP_OPEN,
    "é 漢 🙂",
    "  two  ",
    "{{ x }}",
)
Case = tuple[Path, dict[str, Any]]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Every paper of the wage claim's example, the memo included, and the engine's two test papers."""
    folder = tmp_path_factory.mktemp("papers")
    found: list[Case] = [
        (papers.letter(folder), dict(papers.LETTER)),
        (papers.pleading(folder), dict(papers.PLEADING)),
    ]
    form = load_form(ROOT, "mo/wage_claim", CALCULATIONS)
    today = date(2026, 12, 1)
    draft = Draft(form, ROOT, example(form, today), office.load_office(ROOT / "office.example.yaml"), today)
    with pytest.MonkeyPatch.context() as patch:
        render = word.render

        def noting(source: Path, data: Any, **more: Any) -> bytes:
            found.append((source, data))
            return render(source, data, **more)

        patch.setattr(word, "render", noting)
        assembly.packet(draft)
    return found


def shaken(value: object, chance: random.Random, odds: float) -> Any:
    """The same plain data with some texts, lists and answers replaced by others of their kind."""
    if isinstance(value, dict):
        return {key: shaken(part, chance, odds) for key, part in value.items()}
    if isinstance(value, list | tuple):
        parts = [shaken(part, chance, odds) for part in value]
        return chance.choice(([], parts[:1], parts * 2)) if chance.random() < odds else parts
    if chance.random() > odds:
        return value
    if isinstance(value, bool):
        return not value
    return chance.choice(TEXTS) if isinstance(value, str) else value


def outcome(make: Any) -> made.Parts | str:
    try:
        return made.parts(make())
    except DocumentError as fault:
        return type(fault).__name__


def agree(source: Path, context: Mapping[str, object], copy: Any) -> bool:
    """Whether both ways give the same file; the answer is whether the quick way could do it."""
    read = template.read(source)
    ready = paper.ready(read, copy)
    assert ready is not None
    slow = outcome(lambda: word._thoroughly(read, source.stem, context, "A & B", copy))
    try:
        quick = outcome(lambda: ready.filled(context, "A & B"))
    except marks.Complicated:
        return False
    assert quick == slow
    return True


def test_the_papers_of_the_example_are_the_same_by_both_ways(cases: list[Case]) -> None:
    assert all(agree(source, context, "review") for source, context in cases)


@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 10**9),
    odds=st.sampled_from([0.05, 0.3, 0.8]),
    copy=st.sampled_from(["review", "clean"]),
)
def test_papers_of_other_answers_are_the_same_by_both_ways(
    cases: list[Case], seed: int, odds: float, copy: str
) -> None:
    chance = random.Random(seed)
    source, context = chance.choice(cases)
    agree(source, shaken(context, chance, odds), copy)


def test_every_template_of_a_form_is_made_the_quick_way() -> None:
    files = [
        each for each in (bundle() / "docx").rglob("*.docx") if each.parent.name not in ("_blocks", "_office")
    ]
    read = [template.read(each) for each in files if not each.name.startswith("_")]
    assert read
    assert all(paper.ready(each, "review") and paper.ready(each, "clean") for each in read)


def test_every_template_of_a_form_is_proven_to_stay_well_formed() -> None:
    files = [each for each in (bundle() / "docx").rglob("*.docx") if not each.parent.name.startswith("_")]
    made = [paper.ready(template.read(each), "review") for each in files if not each.name.startswith("_")]
    assert made
    assert all(each is not None and each.is_whole for each in made)


@pytest.mark.parametrize(
    "rows",
    [
        ["{{ x }}", "{{ y }}"],
        ["{%p if x %}", "{{ x }}", "{%p endif %}", "{{ y }}"],
        ["{%p for z in many %}", "{{ z }}", "{%p endfor %}"],
        ["{% if x %}said{% else %}{{ y }}{% endif %}"],
        ["{{ x }} kept {{ y }}"],
    ],
    ids=str,
)
@pytest.mark.parametrize("place", ["body", "cell"])
def test_emptied_paragraphs_are_the_same_by_both_ways(tmp_path: Path, rows: list[str], place: str) -> None:
    document = papers.begin("letter")
    where: Any = document
    if place == "cell":
        where = papers.table(document, [[("Label", "Table text"), (rows[0], "Table text")]]).rows[0].cells[1]
    for text in rows[1:] if place == "cell" else rows:
        where.add_paragraph(text, style="Table text" if place == "cell" else "Body Text")
    document.add_paragraph("Last words.", style="Body Text")
    file = tmp_path / "a.docx"
    document.save(str(file))
    for x in TEXTS:
        for many in ([], [x], [x, "b", x]):
            assert agree(file, {"x": x, "y": "", "many": many}, "review") or GAP_OPEN in x


def test_no_mark_is_left_in_a_paper(cases: list[Case]) -> None:
    for source, context in cases:
        text = made.parts(word.render(source, context, title="x"))["word/document.xml"].decode()
        assert not set(text) & {marks.PARAGRAPH, marks.CELL, marks.CELL_END, marks.TABLE, marks.TABLE_END}


def test_broken_xml_is_refused_the_quick_way_too() -> None:
    with pytest.raises(BrokenDocument):
        paper._strictly(b"<a>a & b</a>")
