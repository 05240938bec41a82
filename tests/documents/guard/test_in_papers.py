"""A whole paper that prints what its reader may not see is caught in both formats, and only such a one."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.documents import leaks
from app.documents.draft import Draft
from app.documents.errors import NameMissing
from app.documents.findings import Finding
from app.documents.refusals import Withheld
from tests.documents.packet import small

Let = Callable[[], None]
ROWS = [
    "{{ job }}",
    "Hidden: {{ danger }} and {{ friend.full }}",
    "Call {{ safe_phone }}; born {{ born_on.text }}",
]
KEPT = {"danger", "friend", "safe_phone", "born_on"}


@pytest.fixture
def leaky(small_root: Path, tmp_path: Path) -> Draft:
    """A letter for the other side whose template prints four answers it may not."""
    root = small.lay_out(tmp_path / "root")
    small.template(root, "letter", "letter", ROWS)
    return small.draft(root)


@pytest.fixture
def reach_off(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every answer goes into every context; the guard has the table of its own."""
    monkeypatch.setattr("app.core.reach.reaches", lambda keep, document, name="": True)


def found(draft: Draft, document: str = "letter") -> dict[str, Finding]:
    paper = draft.plan.paper(document)
    assert paper
    return {each.kept: each for each in draft.make(paper).findings if each.kind == "leak"}


def test_as_a_rule_the_template_is_refused(leaky: Draft) -> None:
    with pytest.raises(NameMissing):
        found(leaky)


@pytest.mark.usefixtures("reach_off")
def test_with_reach_off_each_answer_is_caught_in_both_formats(leaky: Draft) -> None:
    leaks_ = found(leaky)
    assert leaks_.keys() == KEPT
    for finding in leaks_.values():
        assert "the text of the Word file" in finding.place
        assert "page 1 of the PDF" in finding.place
        assert finding.final


@pytest.mark.usefixtures("reach_off")
def test_the_paper_is_handed_to_nobody_and_the_words_are_not_repeated(leaky: Draft) -> None:
    with pytest.raises(Withheld) as refused:
        leaky.one("letter")
    said = f"{refused.value} {found(leaky)}"
    for word in ("gun", "Lanternson", "0142", "1990"):
        assert word not in said


@pytest.mark.usefixtures("reach_off")
def test_with_the_search_off_the_leak_goes_through(leaky: Draft, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    monkeypatch.setattr(leaks.Search, "found", lambda self, layers, fixed=str: [])
    assert found(leaky) == {}


@pytest.mark.parametrize("document", ["letter", "exhibit", "steps"])
def test_an_ordinary_paper_has_no_leak(small_root: Path, document: str) -> None:
    assert found(small.draft(small_root), document) == {}


@pytest.mark.usefixtures("reach_off")
def test_what_an_open_answer_says_too_is_no_leak(leaky: Draft) -> None:
    told = small.draft(leaky.root, job="cook, who said that he has a gun at home")
    assert found(told).keys() == KEPT - {"danger"}


@pytest.mark.usefixtures("reach_off")
def test_for_the_vault_only_a_whole_name_or_address_answered_openly_counts(leaky: Draft) -> None:
    told = small.draft(leaky.root, job="cook with Kit Lanternson, 816-555-0142")
    assert found(told).keys() == KEPT
    told = small.draft(leaky.root, employer="{first: Kit, last: Lanternson}")
    assert found(told).keys() == KEPT - {"friend"}


@pytest.mark.usefixtures("reach_off")
def test_the_attorney_may_read_all_but_the_vault(leaky: Draft, small_root: Path) -> None:
    paper = leaky.plan.paper("attorney_memo")
    letter = leaky.plan.paper("letter")
    assert paper
    assert letter
    made = leaky.make(letter)
    told = leaky.guard.search(paper, made.docx, made.pdf)
    assert {each.kept for each in told if each.kind == "leak"} == {"friend", "safe_phone"}
