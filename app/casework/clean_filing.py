"""Handing out the electronic filing set of approved papers: only while their approval stands."""

from datetime import datetime
from typing import Any

from app.casework import approved, archive, efiling
from app.casework.acts import Stamp, perform
from app.casework.clean_copies import Lapsed
from app.casework.desk import Desk
from app.casework.papers import Download
from app.core.questionnaire import FOLDERS
from app.documents.box import Job
from app.documents.draft import Draft
from app.documents.efiling import CourtPaper
from app.store import approvals
from app.store.approvals import Approval, Copy
from app.store.errors import NotFound
from app.store.transaction import Transaction
from app.store.who import Who


def download(desk: Desk, who: Who, draft: str) -> Download:
    """One PDF for each approved court paper, zipped, and a journal line; raises Lapsed or NotFound.

    The set is made before the transaction begins, and handed out only if the same approval still stands.
    """
    with approved.opened(desk, who, draft) as (before, document):
        if before.standing is None:
            raise Lapsed
        given = before.standing
        with desk.store.reading() as t:
            found = approvals.files(t, who, draft, _of_court(given))
        papers = [_paper(document, copy, data) for copy, data in found]
        made = efiling.files(Job.of(document), papers)
    files = efiling.written(made, desk.today, rehearsal=False)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        standing = approved.seen(desk, t, who, draft).standing
        if standing is None or standing.id != given.id:
            raise Lapsed
        return {"object": draft, "result": "efile"}

    perform(desk, who, "clean.download", draft, Stamp(), do)
    return Download("Filing.zip", "zip", archive.packed(files))


def _of_court(given: Approval) -> list[Copy]:
    """The PDF of each court paper in filing order, without those that hold several."""
    own = [
        copy
        for copy in given.copies
        if copy.folder == FOLDERS["court"] and copy.number and copy.ending == "pdf"
    ]
    if not own:
        raise NotFound
    return sorted(own, key=lambda copy: copy.number)


def _paper(document: Draft, copy: Copy, data: bytes) -> CourtPaper:
    planned = document.plan.paper(copy.document)
    if planned is None:
        raise Lapsed
    return efiling.paper(planned.spec, data)
