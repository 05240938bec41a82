"""A draft renders from the layouts kept with its edition, whatever this version's layouts say today."""

from pathlib import Path

from app.documents import edition
from app.documents.assembly import Draft, one
from tests.documents.packet import small

SHEET = "templates/html/_layout/letter.css"


def pages(root: Path) -> bytes:
    return one(small.draft(root), "letter", "pdf")[1]


def wider(root: Path) -> None:
    sheet = root / SHEET
    sheet.write_text(sheet.read_text("utf-8").replace("margin: 1in;", "margin: 2in;"), "utf-8")


def test_a_changed_layout_changes_the_papers_made_with_it(own_root: Path) -> None:
    before = pages(own_root)
    wider(own_root)
    assert pages(own_root) != before


def test_an_old_edition_keeps_its_layout(own_root: Path) -> None:
    draft, before = small.draft(own_root), pages(own_root)
    kept = edition.files(own_root, draft.form)
    wider(own_root)
    pages(own_root)
    with edition.opened(kept) as root:
        old = Draft(draft.form, root, draft.answers, draft.office, draft.today, matter_number="2026-0143")
        assert one(old, "letter", "pdf")[1] == before
