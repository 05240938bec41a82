"""`draftwell walk --flow` draws a form on letter pages, with its conditions, as text that can be searched."""

from pathlib import Path

import pytest
from lxml import etree

from app.commands import flow, flow_svg
from app.core.forms import load_form, names
from app.law.catalogue import CALCULATIONS
from tests.cli.checkouts import REPOSITORY, Run

SVG = "{http://www.w3.org/2000/svg}"


def picture(form: str) -> etree._Element:
    loaded = load_form(REPOSITORY, form, CALCULATIONS)
    return etree.fromstring(flow_svg.drawing(loaded.title, flow.boxes(loaded)).encode())


def texts(root: etree._Element) -> str:
    return " ".join(each.text or "" for each in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("form", names(REPOSITORY))
def test_every_question_and_paper_of_a_shipped_form_is_text_in_its_picture(form: str) -> None:
    loaded, said = load_form(REPOSITORY, form, CALCULATIONS), texts(picture(form))
    wanted = [f"{each.number}. " for each in loaded.questions()] + [d.title[:30] for d in loaded.documents]
    assert [words for words in wanted if words not in said] == []


@pytest.mark.parametrize("form", names(REPOSITORY))
def test_nothing_stands_across_the_edge_of_a_letter_page(form: str) -> None:
    root = picture(form)
    assert (root.get("width"), float(root.get("viewBox", "").split()[3]) % flow_svg.HEIGHT) == ("8.5in", 0)
    boxes = [each for each in root.iter(f"{SVG}rect") if each.get("class") == "b"]
    edges = [(float(each.get("y", "0")), float(each.get("height", "0"))) for each in boxes]
    assert [y for y, tall in edges if y // flow_svg.HEIGHT != (y + tall) // flow_svg.HEIGHT] == []


def test_a_condition_is_an_edge_from_its_question_with_its_words(run: Run, tmp_path: Path) -> None:
    assert run("walk", "mo/cli_letter", "--flow", tmp_path / "f.svg").exit_code == 0
    root = etree.parse(str(tmp_path / "f.svg")).getroot()
    assert "when kind_of_work is other" in texts(root)
    edges = [each for each in root.iter(f"{SVG}path") if each.get("marker-end")]
    assert len(edges) == 2


def test_the_same_form_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    for name in ("a.svg", "b.svg"):
        run("walk", "mo/cli_letter", "--flow", tmp_path / name)
    assert (tmp_path / "a.svg").read_bytes() == (tmp_path / "b.svg").read_bytes()


def test_one_section_can_be_drawn_alone(run: Run, tmp_path: Path) -> None:
    run("walk", "mo/cli_letter", "--flow", tmp_path / "f.svg", "--section", "You")
    said = texts(etree.parse(str(tmp_path / "f.svg")).getroot())
    assert "1. What is the worker's name" in said
    assert "hourly rate" not in said


def test_an_unknown_section_names_those_there_are(run: Run, tmp_path: Path) -> None:
    result = run("walk", "mo/cli_letter", "--flow", tmp_path / "f.svg", "--section", "Me")
    assert (result.exit_code, (tmp_path / "f.svg").exists()) == (2, False)
    assert "there are: You, The work" in result.stderr


def test_a_row_taller_than_a_page_still_ends(tmp_path: Path) -> None:
    rows = (flow.Row("a", "word " * 5_000), flow.Row("b", "after"))
    assert "after" in texts(etree.fromstring(flow_svg.drawing("T", [flow.Box("B", rows)]).encode()))
