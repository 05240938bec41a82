"""What a second person decides of a proposed template: in force from now on, refused; or taken back."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from app.casework import attorneys, lifting, template_putting, templating
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.core.kinds import Problem, Refused
from app.documents import twin
from app.store import proposals
from app.store.proposals import Decided, Proposal
from app.store.transaction import Transaction
from app.store.who import Who

WANTED = {
    "name": "Write the name of the attorney who puts this template in force.",
    "bar_number": "Write the attorney's bar number: three to eight digits.",
}
WHY = {"reason": "Write in one or two sentences what must be changed."}
OWN = "You brought this file, so somebody else approves it: a template needs two people."
OWN_NAME = "This is the name of the person who brought the file. Another attorney approves it."
OVER = "This file is not waiting any more: it was approved, refused, replaced or taken back."
MISTAKEN = "This file has mistakes, so it cannot be approved. Mend them in Word and bring it again."
STALE = "The form was changed since this file was checked. Check it again, and look at it again."
CHANGED = "Something was changed after you opened this page. Look at it again before you decide."
NOT_OWN = "Only the person who brought a file takes it back; you may refuse it."


def approve(desk: Desk, who: Who, id: str, name: str, bar_number: str, stamp: Stamp) -> None:
    """Put exactly this file and its twin in force, as a second person; raises Refused or NotWritable.

    Both files are written into the checkout before the act is over, and are put back if it cannot be kept.
    """
    said = lifting.checked(WANTED, {"name": name, "bar_number": bar_number})
    attorneys.check(desk, said["name"], said["bar_number"])
    before: dict[Path, bytes | None] = {}

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = _ready(desk, t, who, id, stamp)
        _another(found, who, said["name"])
        decided = Decided(who.name, who.id, said["name"], said["bar_number"])
        proposals.end(t, who, id, "approved", decided, now)
        before.update(template_putting.put(_files(desk, t, who, found)))
        return {"object": id, "result": f"sha256:{found.sha256}"}

    try:
        perform(desk, who, "template.approve", id, stamp, do)
    except BaseException:
        template_putting.put_back(before)
        raise


def refuse(desk: Desk, who: Who, id: str, reason: str, stamp: Stamp) -> None:
    """End a proposal of somebody else with a reason; raises Refused."""
    said = lifting.checked(WHY, {"reason": reason})

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = _waiting(t, who, id)
        if found.by_id == who.id:
            raise Refused(Problem("", OWN))
        proposals.end(t, who, id, "refused", Decided(who.name, who.id, reason=said["reason"]), now)
        return {"object": id, "result": f"sha256:{found.sha256}"}

    perform(desk, who, "template.refuse", id, stamp, do)


def withdraw(desk: Desk, who: Who, id: str, stamp: Stamp) -> None:
    """End one’s own proposal; raises Refused."""

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = _waiting(t, who, id)
        if found.by_id != who.id:
            raise Refused(Problem("", NOT_OWN))
        proposals.end(t, who, id, "withdrawn", Decided(who.name, who.id), now)
        return {"object": id, "result": f"sha256:{found.sha256}"}

    perform(desk, who, "template.withdraw", id, stamp, do)


def _waiting(t: Transaction, who: Who, id: str) -> Proposal:
    found = proposals.find(t, who, id)
    if found.ended_at is not None:
        raise Refused(Problem("", OVER))
    return found


def _ready(desk: Desk, t: Transaction, who: Who, id: str, stamp: Stamp) -> Proposal:
    """The proposal, if it is the one the page showed, without a mistake, of the form as it is now."""
    found = _waiting(t, who, id)
    if found.mistakes:
        raise Refused(Problem("", MISTAKEN))
    if templating.base_of(desk, templating.paper_of(desk, found).form) != found.base:
        raise Refused(Problem("", STALE))
    if stamp.was and stamp.was != templating.shown(found):
        raise Refused(Problem("", CHANGED))
    return found


def _another(found: Proposal, who: Who, name: str) -> None:
    """Refuse whoever brought the file, under any name, and anybody in the name of that person."""
    if found.by_id == who.id:
        raise Refused(Problem("", OWN))
    if attorneys.same_name(found.by, name):
        raise Refused(Problem("name", OWN_NAME))


def _files(desk: Desk, t: Transaction, who: Who, found: Proposal) -> Mapping[Path, bytes]:
    path = templating.paper_of(desk, found).path
    contents = [proposals.content(t, who, found, each) for each in ("docx", "twin")]
    return dict(zip((path, twin.twin_path(path)), contents, strict=True))
