"""A fault planted in every Word template of a shipped form at once: one run finds each, in its own file."""

import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from docx.text.paragraph import Paragraph

from app.casework.checking import form_faults
from app.core.forms import names
from app.documents import twin
from tests.check.seeding import twinned
from tests.cli.checkouts import REPOSITORY
from tests.properties.amounts import PROOF

TODAY = date(2026, 12, 1)
FORMS = names(REPOSITORY) if PROOF else ["mo/wage_claim"]


def saying(text: str) -> Callable[[Path], None]:
    """One paragraph more, in front of the first that holds words alone."""

    def plant(path: Path) -> None:
        word = Document(str(path))
        plain = (each for each in word.paragraphs if each.text.strip() and "{" not in each.text and each.runs)
        first = next(plain)
        copied = Paragraph(deepcopy(first._p), first._parent)
        for run in copied.runs[1:]:
            run._r.getparent().remove(run._r)
        copied.runs[0].text = text
        first._p.addprevious(copied._p)
        word.save(str(path))
        twinned(path)

    return plant


def without_twin(path: Path) -> None:
    twin.twin_path(path).unlink()


PLANTED: dict[str, tuple[str, Callable[[Path], None]]] = {
    "a name nobody asks": ("unknown name", saying("Said by {{ nobody_was_asked }}.")),
    "a sum": ("tag", saying("In all {{ one + one }}.")),
    "no twin": ("stale twin", without_twin),
}


@pytest.fixture(scope="module", params=FORMS)
def shipped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    root = tmp_path_factory.mktemp("shipped")
    for folder in ("templates", "questionnaires"):
        shutil.copytree(REPOSITORY / folder, root / folder)
    return str(request.param), root


@pytest.mark.parametrize("what", PLANTED)
def test_a_fault_in_every_template_is_found_in_each(
    shipped: tuple[str, Path], what: str, tmp_path: Path, figure: Callable[[str, str, int], None]
) -> None:
    name, clean = shipped
    root = Path(shutil.copytree(clean, tmp_path / "checkout"))
    rule, plant = PLANTED[what]
    planted = set(templates(root, name))
    for path in planted:
        plant(root / path)
    assert {fault.file for fault in form_faults(root, name, TODAY) if fault.rule == rule} == planted
    figure("Proved", "planted faults found by their rule", len(planted))


def test_where_nothing_is_planted_there_is_no_mistake(shipped: tuple[str, Path]) -> None:
    name, clean = shipped
    assert [fault for fault in form_faults(clean, name, TODAY) if fault.level == "mistake"] == []


def templates(root: Path, name: str) -> Iterator[str]:
    """Every Word template of a form, from the root."""
    for path in sorted((root / "templates/docx" / name).glob("*.docx")):
        yield path.relative_to(root).as_posix()
