"""`draftwell check` reads templates of papers for elements, of redacted twins and of closed court papers."""

from datetime import date
from pathlib import Path

import pytest

from app.casework import checking
from tests.documents.filing import court_form

TODAY = date(2026, 12, 1)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(checking, "CALCULATIONS", court_form.CATALOGUE)
    return court_form.lay_out(tmp_path / "root")


def said(root: Path, paper: str = "", *lines: str) -> list[str]:
    """The mistakes after a paper's template says these lines."""
    if paper:
        court_form.template(root, paper, court_form.PAPERS[paper][0], list(lines))
    found = checking.form_faults(root, court_form.NAME, TODAY)
    # Its petition asks whether a petition is made, for other tests: that always holds, and is told.
    return [fault.sentence for fault in found if fault.rule != "always true"]


def test_the_form_of_the_tests_has_no_mistake(root: Path) -> None:
    assert said(root) == []


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{{ this.cuort }}", "`cuort` is not a part of `this` (did you mean `court`?)."),
        ("{% for x in this.cases %}{{ x.nmber }}{% endfor %}", "`nmber` is not a part of `this.cases`"),
        ("{{ this.cases }}", "`this.cases` is a list"),
        ("{{ counted }}", "`counted` is counsel only, so it may not stand in a paper for court"),
        ("{{ home.line }}", "`home` is vault, so it may not stand in a paper for court."),
    ],
)
def test_a_name_that_is_not_there_or_may_not_be_is_said(root: Path, line: str, sentence: str) -> None:
    assert any(sentence in found for found in said(root, "petition", line))


def test_a_marked_confidential_name_may_stand_in_a_redacted_paper_alone(root: Path) -> None:
    assert said(root, "petition", "{{ born.text }}") == []
    assert any("`born` is confidential" in found for found in said(root, "notice", "{{ born.text }}"))


def test_a_paper_for_no_element_has_none(root: Path) -> None:
    assert any(
        "`this` is neither asked nor a fact" in found for found in said(root, "notice", "{{ this.court }}")
    )


def test_a_closed_paper_names_no_vault(root: Path) -> None:
    found = said(root, "order", "{{ home.line }}")
    assert any(
        "`home` is vault, so it may not stand in a paper for court that is filed conf" in f for f in found
    )


def test_what_is_marked_stands_in_no_public_paper_without_twins(root: Path) -> None:
    found = said(root, "notice", "{{ account }}")
    assert found == [
        "`account` is marked to be redacted, and everybody reads `notice`, where it would stand in full;"
        " give the document `twins: redacted`, or take the name out."
    ]
    assert said(root, "notice", "{{ client_name.full }}") == []
    assert said(root, "order", "{{ account }}") == []
