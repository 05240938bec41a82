"""The base document is valid, holds exactly the vocabulary, and its measures are those of the style sheet."""

import re

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from app.documents import package, styles
from app.documents.layouts import DRAFT_MARK, LAYOUTS, bundle
from app.documents.package import w
from tests.documents.engine.papers import BASE, BLOCKS

LAYOUT_FOLDER = bundle() / "html" / "_layout"
SHEET = (LAYOUT_FOLDER / "styles.css").read_text(encoding="utf-8")
DEFAULTS = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
INCH = 1440


def rule(name: str) -> dict[str, str]:
    """The declarations of a style's own class."""
    found = re.search(rf"(?m)^\.{re.escape(styles.slug(name))} \{{ (.*) \}}$", SHEET)
    assert found, f"no class for {name}"
    return dict(part.strip().split(": ", 1) for part in found[1].rstrip("; ").split("; "))


def style(name: str) -> object:
    root = package.parse(package.opened(BASE)["word/styles.xml"])
    return next(each for each in root.iter(w("style")) if each.find(w("name")).get(w("val")) == name)


def setting(name: str, path: str, key: str) -> float:
    found = style(name).find("/".join(w(step) for step in path.split("/")))
    return 0 if found is None else float(found.get(w(key)) or 0)


def edges(margin: str) -> list[str]:
    parts = margin.split()
    return {1: parts * 4, 2: parts * 2, 3: [*parts, parts[1]] if len(parts) == 3 else [], 4: parts}[
        len(parts)
    ]


def points(length: str) -> float:
    return float(length[:-2]) * (72 if length.endswith("in") else 1) if length != "0" else 0


@pytest.mark.parametrize("path", [BASE, *sorted(BLOCKS.glob("*.docx"))], ids=lambda path: path.name)
def test_the_validator_finds_nothing(path: object) -> None:
    assert OpenXmlValidator().validate(path).errors == []


def test_the_styles_are_exactly_the_vocabulary() -> None:
    held = set(package.style_names(package.opened(BASE)).values())
    named = {*styles.PARAGRAPHS, *styles.TABLES, *styles.CHARACTERS, *styles.ENGINE, styles.GAP}
    assert held - DEFAULTS == named


def test_the_base_document_has_no_words() -> None:
    assert Document(str(BASE)).paragraphs == []


@pytest.mark.parametrize("name", styles.PARAGRAPHS)
def test_size_and_spacing_are_the_same_in_word_and_in_print(name: str) -> None:
    css, size = rule(name), setting(name, "rPr/sz", "val") / 2 or 12
    assert points(css.get("font-size", "12pt")) == pytest.approx(size, abs=0.002)
    line = setting(name, "pPr/spacing", "line") / 240
    assert float(css["line-height"]) == pytest.approx(line * 1.149, abs=0.002)
    top, _, bottom, _ = edges(css["margin"])
    assert points(top) * 20 == pytest.approx(setting(name, "pPr/spacing", "before"), abs=1)
    assert points(bottom) * 20 == pytest.approx(setting(name, "pPr/spacing", "after"), abs=1)


def padding(table: str, name: str) -> list[float]:
    """The space above and below in a cell that is itself a paragraph of this style."""
    rules = re.findall(
        rf"(?m)^{re.escape(table)}:is\(td, th\):is\((.*)\) \{{\n.*padding-top: (.*); padding-bottom: (.*);$",
        SHEET,
    )
    (found,) = [rule for rule in rules if f".{styles.slug(name)}" in rule[0].split(", ")]
    return [points(found[1]), points(found[2])]


@pytest.mark.parametrize("name", styles.CELLS)
def test_a_cell_that_is_its_paragraph_keeps_the_space_above_and_below_it(name: str) -> None:
    above, beside, below, left = (points(edge) for edge in edges(rule(name)["margin"]))
    assert (beside, left) == (0, 0)
    assert padding("", name) == [above, below]
    assert padding(".fill-in-table ", name) == [above + 4, below]


@pytest.mark.parametrize("name", styles.PARAGRAPHS)
def test_indents_are_the_same_in_word_and_in_print(name: str) -> None:
    css = rule(name)
    beside = 0.0
    if "border-left" in css:
        beside = points(css["border-left"].split()[0]) + points(css["padding-left"])
    left = points(css.get("margin-left", edges(css["margin"])[3])) + beside
    assert left * 20 == pytest.approx(setting(name, "pPr/ind", "left"), abs=1)
    first = setting(name, "pPr/ind", "firstLine") - setting(name, "pPr/ind", "hanging")
    assert points(css.get("text-indent", "0")) * 20 == pytest.approx(first, abs=1)


@pytest.mark.parametrize("name", styles.PARAGRAPHS)
def test_what_stays_together_in_word_stays_together_in_print(name: str) -> None:
    css, word = rule(name), style(name)
    assert ("break-after" in css) == (word.find(f"{w('pPr')}/{w('keepNext')}") is not None)
    assert ("break-inside" in css) == (word.find(f"{w('pPr')}/{w('keepLines')}") is not None)
    assert ("break-before" in css) == (word.find(f"{w('pPr')}/{w('pageBreakBefore')}") is not None)


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=lambda layout: layout.name)
def test_a_layout_has_its_paper_and_margins_in_print_too(layout: object) -> None:
    sheet = (LAYOUT_FOLDER / f"{layout.name}.css").read_text(encoding="utf-8")
    assert f"size: {layout.width}in {layout.height}in; margin: {layout.margin}in;" in sheet
    assert layout.running_head in sheet


def test_the_mark_of_a_review_copy_is_the_same_in_word_and_in_print() -> None:
    for name in ("draft.css", "memo_draft.css"):
        assert DRAFT_MARK in (LAYOUT_FOLDER / name).read_text(encoding="utf-8")


def test_court_styles_are_of_thirteen_points_and_more() -> None:
    assert min(setting(name, "rPr/sz", "val") for name in styles.COURT) == 26
