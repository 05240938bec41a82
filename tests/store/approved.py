"""An approval of a draft as it stands, with one clean file, for the tests of the store."""

from app.store import approvals, drafts
from app.store.approvals import Approval, Copy, Grounds, copy_of
from app.store.drafts import Draft
from app.store.ids import new_id
from app.store.transaction import Transaction
from app.store.who import Who
from tests.store.conftest import NOW


def approve(
    t: Transaction,
    who: Who,
    draft: Draft,
    data: bytes,
    *,
    said: str = "Dana Whitfield",
    title: str = "Letter",
) -> Approval:
    """Approve a draft at its revision and edition; `data` becomes its one clean file."""
    copy = copy_of(data, "letter", title, "2-other-side", 1, f"01 {title}", "docx")
    grounds = Grounds(draft.revision, draft.edition or "", "print")
    given = Approval(new_id(), said, "70001", who.name, NOW, grounds, "2026-03-02", (title,), (copy,))
    approvals.approve(t, who, draft.id, given, {copy.id: data})
    return given


def approved(t: Transaction, who: Who, draft: Draft) -> tuple[Copy, ...]:
    """The copies of the newest approval."""
    found = approvals.latest(t, who, draft.id)
    return found.copies if found else ()


def edition_of(t: Transaction, who: Who, draft: Draft) -> Draft:
    """The draft with an edition pinned."""
    drafts.pin(t, who, draft.id, "0" * 64, NOW)
    return drafts.find(t, who, draft.id)
