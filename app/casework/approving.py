"""Approving a draft: an attorney's name and bar number make its clean copies; any change ends them."""

from collections.abc import Set
from datetime import datetime
from typing import Any

from app.casework import approved, attorneys, lifting
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.core.kinds import Problem, Refused
from app.documents import box, clean
from app.documents.box import Job
from app.documents.clean import CleanPacket
from app.documents.draft import Draft
from app.store import approvals, journal
from app.store.approvals import Approval, Copy
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.transaction import Transaction
from app.store.who import Who

WANTED = {
    "name": "Write the name of the attorney who approves these papers.",
    "bar_number": "Write the attorney's bar number: three to eight digits.",
}
STALE = "Something was changed after you opened this page. Read the papers again before you approve them."
ALREADY = "These papers are approved already."
NOTHING = "Answer the questions first; there is nothing to approve yet."


def approve(
    desk: Desk, who: Who, draft: str, name: str, bar_number: str, ruled: Set[str], stamp: Stamp
) -> None:
    """Approve a draft and keep its clean copies; raises Refused, or a DocumentError saying what is open.

    The papers are made before the transaction begins, and kept only if nothing has moved meanwhile. `ruled`
    are the labels of the gaps that print as a rule to fill by hand.
    """
    said = lifting.checked(WANTED, {"name": name, "bar_number": bar_number})
    attorneys.check(desk, said["name"], said["bar_number"])
    with approved.opened(desk, who, draft, whole=True) as (before, document):
        if stamp.revision not in (None, before.now.revision):
            raise Refused(Problem("", STALE))
        if before.now.draft.edition is None:
            raise Refused(Problem("", NOTHING))
        made = rendered(document, frozenset(ruled))
    copies = _copies(made)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = approved.seen(desk, t, who, draft)
        if found.grounds != before.grounds:
            raise Refused(Problem("", STALE))
        if found.standing:
            raise Refused(Problem("", ALREADY))
        kept, day = tuple(copies), document.today.isoformat()
        labels = tuple(sorted(ruled))
        words = (said["name"], said["bar_number"], who.name)
        given = Approval(new_id(), *words, now, found.grounds, day, labels, kept)
        approvals.approve(t, who, draft, given, {each.id: copies[each] for each in kept})
        for each in kept:
            journal.write(t, who, "approve.copy", draft, now, f"{journal_name(each)}:{each.sha256}")
        return {"object": draft}

    perform(desk, who, "draft.approve", draft, stamp, do)


def withdraw(desk: Desk, who: Who, draft: str, stamp: Stamp) -> None:
    """Take an approval back, and its clean copies with it; raises NotFound when none stands."""

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = approvals.latest(t, who, draft)
        if found is None or found.ended_at is not None:
            raise NotFound
        approvals.withdraw(t, who, draft, "withdrawn", now)
        return {"object": draft}

    perform(desk, who, "approval.withdraw", draft, stamp, do)


def rendered(document: Draft, ruled: frozenset[str]) -> CleanPacket:
    """The clean copies of a draft: the one place where this floor has them made."""
    return box.run(Job.of(document), clean.packet, ruled)


def journal_name(copy: Copy) -> str:
    """What the journal calls a clean file: its number in the packet, or its folder's, and its format."""
    if copy.number == 0:
        return f"folder-{copy.folder[0]}.{copy.ending}"
    return f"paper-{copy.number:02d}.{copy.ending}"


def _copies(made: CleanPacket) -> dict[Copy, bytes]:
    found = {}
    for paper in made.papers:
        for ending in paper.endings:
            data = made.files[paper.path(ending)]
            words = (paper.document, paper.title, paper.folder, paper.number, paper.name, ending)
            found[approvals.copy_of(data, *words)] = data
    return found
