"""Handing out clean copies: only while their approval stands, as looked at while the journal is written."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.casework import approved, archive
from app.casework.acts import Stamp, perform
from app.casework.approving import journal_name
from app.casework.desk import Desk
from app.casework.papers import Desired, Download
from app.store import approvals
from app.store.approvals import Copy
from app.store.errors import NotFound
from app.store.transaction import Transaction
from app.store.who import Who


class Lapsed(Exception):
    """There are no clean copies of the answers as they stand."""

    def __init__(self) -> None:
        super().__init__("There are no clean copies of these answers. Approve the papers as they stand now.")


def download(desk: Desk, who: Who, draft: str, wanted: Desired) -> Download:
    """One clean file, a folder or all of them, and a journal line; raises Lapsed or NotFound."""
    _end_what_lapsed(desk, who, draft)
    found: list[tuple[Copy, bytes]] = []

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        given = approved.seen(desk, t, who, draft).standing
        if given is None:
            raise Lapsed
        copies = [copy for copy in given.copies if _is_wanted(copy, wanted)]
        if not copies:
            raise NotFound
        found[:] = approvals.files(t, who, draft, copies)
        return {"object": draft, "result": _told(copies, wanted)}

    perform(desk, who, "clean.download", draft, Stamp(), do)
    return _one(*found[0], wanted) if wanted.document else _several(found, wanted)


def _end_what_lapsed(desk: Desk, who: Who, draft: str) -> None:
    """Delete the clean copies of answers that are no longer these, where the store could not see it."""
    if approved.look(desk, who, draft).lapsed:
        with desk.store.transaction() as t:
            if approved.seen(desk, t, who, draft).lapsed:
                approvals.withdraw(t, who, draft, "defaults", desk.clock())


def _is_wanted(copy: Copy, wanted: Desired) -> bool:
    if wanted.document:
        return (copy.document, copy.ending) == (wanted.document, wanted.ending)
    return wanted.folder in ("", copy.folder)


def _told(copies: Sequence[Copy], wanted: Desired) -> str:
    """What the journal says was handed out: a file, a folder, or all."""
    return journal_name(copies[0]) if wanted.document else wanted.folder or "all"


def _one(copy: Copy, data: bytes, wanted: Desired) -> Download:
    name = f"{copy.name}.{copy.ending}" if wanted.plain_names else copy.neutral
    return Download(name, copy.ending, data)


def _several(found: Sequence[tuple[Copy, bytes]], wanted: Desired) -> Download:
    files = {_path(copy, wanted): data for copy, data in found}
    return Download("Clean.zip", "zip", archive.packed(files))


def _path(copy: Copy, wanted: Desired) -> str:
    name = f"{copy.name}.{copy.ending}" if wanted.plain_names else copy.neutral
    return f"{copy.folder}/{name}"
