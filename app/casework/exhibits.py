"""The files of a draft's exhibits: brought, looked at and taken away; the upload guard reads each first."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.casework import papers
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.casework.reading import Opened, opened
from app.documents.exhibits import listed
from app.documents.exhibits.limits import MOST_TOGETHER
from app.documents.exhibits.refusals import NotAdmitted
from app.law.exhibits import Exhibit
from app.store import attachments
from app.store.attachments import Attachment
from app.store.errors import NotFound
from app.store.transaction import Transaction
from app.store.who import Who

LIST = listed.LIST
"""The name of the question that lists the exhibits."""


@dataclass(frozen=True)
class Row:
    """One exhibit with the file it has, if any."""

    item: str
    exhibit: Exhibit
    file: Attachment | None


@dataclass(frozen=True)
class Exhibits:
    """A draft with its exhibits in the order of their letters."""

    now: Opened
    rows: tuple[Row, ...] = field(repr=False)

    def row(self, letter: str) -> Row:
        """The exhibit with a letter; raises NotFound."""
        found = next((row for row in self.rows if row.exhibit.letter == letter), None)
        if found is None:
            raise NotFound
        return found


def look(desk: Desk, who: Who, draft: str) -> Exhibits:
    """The exhibits of a draft; raises NotFound."""
    with desk.store.reading() as t:
        return _seen(desk, t, who, draft)


def attach(desk: Desk, who: Who, draft: str, item: str, name: str, data: bytes, stamp: Stamp) -> None:
    """Keep a file for an exhibit; raises NotAdmitted with what to do, or NotFound, and then keeps nothing.

    The guard reads it in a child of the box before the transaction begins.
    """
    before = look(desk, who, draft)
    _place(before, item)
    file = papers.admitted(desk, who, draft, item, name, data)

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        found = _seen(desk, t, who, draft)
        _place(found, item)
        others = sum(row.file.size for row in found.rows if row.file and row.item != item)
        if others + len(file.pdf) > MOST_TOGETHER:
            most = MOST_TOGETHER // 1_000_000
            raise NotAdmitted(
                f"With this file the exhibits have more than {most} MB. Scan it coarser, or file it by hand."
            )
        attachments.keep_only(t, who, draft, [row.item for row in found.rows])
        attachments.attach(t, who, draft, item, file.name, file.pdf, file.pages, file.without_text, now)
        return {"object": draft}

    perform(desk, who, "exhibit.attach", draft, stamp, do)


def remove(desk: Desk, who: Who, draft: str, item: str, stamp: Stamp) -> None:
    """Delete the file of an exhibit; raises NotFound when it has none."""

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        attachments.remove(t, who, draft, item, now)
        return {"object": draft}

    perform(desk, who, "exhibit.remove", draft, stamp, do)


def _seen(desk: Desk, t: Transaction, who: Who, draft: str) -> Exhibits:
    now = opened(desk, t, who, draft)
    files = {each.item: each for each in attachments.listed(t, who, draft)}
    found = listed.items(now.interview)
    return Exhibits(now, tuple(Row(item, exhibit, files.get(item)) for item, exhibit in found.items()))


def _place(found: Exhibits, item: str) -> None:
    if item not in {row.item for row in found.rows}:
        raise NotFound
