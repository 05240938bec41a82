"""What an attorney reviewed is known by one hash, which writing the review down does not change."""

from pathlib import Path

import pytest

from app.core.forms import load_form
from app.documents import edition
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).resolve().parents[2]
FORM = load_form(ROOT, "mo/wage_claim", CALCULATIONS)
CONTENT = edition.files(ROOT, FORM)
NAME = FORM.files[0]
REVIEW = b"reviewed:\n  edition: 0123456789ab\n  by: Robin Vale\n  on: 2026-11-24\n"


def digest(old: bytes = b"", new: bytes = b"", name: str = NAME) -> str:
    assert old in CONTENT[name]
    return edition.digest_of_review(CONTENT | {name: CONTENT[name].replace(old, new, 1)}, FORM)


def test_writing_the_review_down_leaves_the_hash() -> None:
    assert digest(b"status: draft\n", b"status: reviewed\n" + REVIEW) == digest()


def test_a_later_day_of_review_leaves_the_hash() -> None:
    assert digest(b"review by: 2027", b"review by: 2028") == digest()


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [(b"ask: ", b"ask: Now ", NAME), (b"ask: ", b"ask: Now ", "questionnaires/shared/client.yaml")],
)
def test_anything_else_changes_it(old: bytes, new: bytes, name: str) -> None:
    assert digest(old, new, name) != digest()


def test_a_changed_template_changes_it() -> None:
    assert digest(b"PK", b"Pk", f"templates/docx/{FORM.name}/demand_letter.docx") != digest()
