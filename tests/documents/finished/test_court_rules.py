"""Rule 55.02(b), measured on every pleading of every form as it would be filed."""

from pathlib import Path

import pytest

from app.core.forms import load_form, names
from app.law.catalogue import CALCULATIONS
from tests.documents.engine.test_court_rules import ink, sizes
from tests.documents.finished.stories import ROOT

Pleadings = dict[str, bytes]


@pytest.fixture(scope="module")
def pleadings(finished: dict[str, bytes]) -> Pleadings:
    """The clean copies of the papers that are set as pleadings."""
    set_so = {
        f"{name}/{document.name}"
        for name in names(Path(ROOT))
        for document in load_form(ROOT, name, CALCULATIONS).documents
        if document.layout == "pleading"
    }
    clean = {name: data for name, data in finished.items() if name.endswith(", clean")}
    found = {name: data for name, data in clean.items() if name.split(": ")[-1].split(",")[0] in set_so}
    assert len(found) > 40
    return found


def test_every_word_is_of_thirteen_points_or_more(pleadings: Pleadings) -> None:
    assert {name for name, data in pleadings.items() if min(sizes(data)) < 13 - 1e-6} == set()


def test_the_ink_keeps_an_inch_from_every_edge_but_for_the_number(pleadings: Pleadings) -> None:
    astray = {
        name
        for name, data in pleadings.items()
        for left, top, right, bottom in ink(data)
        if min(left, top, right) < 72 - 1 or bottom < 36 - 1
    }
    assert astray == set()
