"""Approvals: which attorney approved a draft, of which answers, and the clean copies while that stands.

Files and words are sealed under the matter's key; each file's hash lies beside its name in the approval, so
that a file put in another's place is noticed. `voiding` ends an approval.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row, insert, select

from app.store import drafts, tables, voiding
from app.store.errors import Conflict, NotFound, Tampered
from app.store.ids import new_id
from app.store.locker import Locker, Raw
from app.store.transaction import Transaction
from app.store.voiding import Why
from app.store.who import Who

_TABLE, _FILE = tables.approval, tables.clean_file


@dataclass(frozen=True)
class Copy:
    """One clean file: the row it is kept in, whose paper it is, where it stands, and its hash."""

    id: str
    document: str
    title: str
    folder: str
    number: int
    name: str = field(repr=False)
    ending: str
    sha256: str

    @property
    def neutral(self) -> str:
        """A file name that says nothing, for a client's own device."""
        closed = "-2" if not self.number and "_confidential" in self.document else ""
        return f"Clean {self.number:02d}{closed}.{self.ending}"


@dataclass(frozen=True)
class Grounds:
    """What an approval rests on: the revision, the edition, and a print of all that is answered."""

    revision: int
    edition: str
    print: str


@dataclass(frozen=True)
class Approval:
    """Who approved a draft and when; `by` is the person who was signed in, `why` says what ended it."""

    id: str
    name: str = field(repr=False)
    bar_number: str = field(repr=False)
    by: str = field(repr=False)
    at: datetime
    grounds: Grounds
    day: str
    """The day its papers were made on, which is the day they bear."""
    ruled: tuple[str, ...] = field(repr=False)
    """Labels of the gaps that print as a rule to fill by hand."""
    copies: tuple[Copy, ...] = field(repr=False)
    ended_at: datetime | None = None
    why: Why | None = None


def approve(t: Transaction, who: Who, draft: str, given: Approval, data: Mapping[str, bytes]) -> None:
    """Keep an approval with its clean files by the ids of its copies; one that stood before it ends.

    Raises Conflict if answers were saved since the revision it rests on.
    """
    found, locker = drafts.unlock(t, who, draft)
    if (found.revision, found.edition or "") != (given.grounds.revision, given.grounds.edition):
        raise Conflict(found.revision)
    voiding.of_draft(t, who, locker, draft, "again", given.at)
    words: dict[str, Raw] = {"name": given.name, "bar_number": given.bar_number, "by": given.by, "why": None}
    words |= {"grounds": asdict(given.grounds), "day": given.day, "ruled": list(given.ruled)}
    words["copies"] = [asdict(copy) for copy in given.copies]
    sealed = locker.seal("approval", f"{draft}/{given.id}", words)
    row = {"id": given.id, "draft_id": draft, "sealed": sealed, "approved_at": given.at}
    t.connection.execute(insert(_TABLE).values(row))
    for copy in given.copies:
        envelope = locker.seal_bytes("clean_file", copy.id, data[copy.id])
        kept = {"id": copy.id, "approval_id": given.id, "sealed": envelope}
        t.connection.execute(insert(_FILE).values(kept))


def latest(t: Transaction, who: Who, draft: str) -> Approval | None:
    """Return the newest approval of a draft, ended or not, or None."""
    _, locker = drafts.unlock(t, who, draft)
    ended = _TABLE.c.ended_at
    order = (_TABLE.c.approved_at.desc(), ended.is_not(None), ended.desc(), _TABLE.c.id)
    row = t.connection.execute(select(_TABLE).where(_TABLE.c.draft_id == draft).order_by(*order)).first()
    return _approval(locker, row) if row else None


def withdraw(t: Transaction, who: Who, draft: str, why: Why, now: datetime) -> None:
    """End the approval that stands; nothing happens if there is none."""
    _, locker = drafts.unlock(t, who, draft)
    voiding.of_draft(t, who, locker, draft, why, now)


def files(t: Transaction, who: Who, draft: str, wanted: Iterable[Copy]) -> list[tuple[Copy, bytes]]:
    """Return the bytes of clean files; NotFound when one is gone, Tampered if another lies there."""
    _, locker = drafts.unlock(t, who, draft)
    return [(copy, _bytes(t, locker, draft, copy)) for copy in wanted]


def _bytes(t: Transaction, locker: Locker, draft: str, copy: Copy) -> bytes:
    kept = select(_FILE.c.sealed).join(_TABLE).where(_FILE.c.id == copy.id, _TABLE.c.draft_id == draft)
    envelope = t.connection.scalar(kept.where(_TABLE.c.ended_at.is_(None)))
    if envelope is None:
        raise NotFound
    data = locker.unseal_bytes("clean_file", copy.id, envelope)
    if hashlib.sha256(data).hexdigest() != copy.sha256:
        raise Tampered(
            "A clean copy is not the file that was approved; restore the data folder from a backup."
        )
    return data


def _approval(locker: Locker, row: Row[Any]) -> Approval:
    sealed = cast(dict[str, Any], locker.unseal("approval", f"{row.draft_id}/{row.id}", row.sealed))
    return Approval(
        row.id, sealed["name"], sealed["bar_number"], sealed["by"], row.approved_at,
        Grounds(**sealed["grounds"]), sealed["day"], tuple(sealed["ruled"]),
        tuple(Copy(**each) for each in sealed["copies"]), row.ended_at, cast(Why | None, sealed["why"]),
    )  # fmt: skip


def copy_of(data: bytes, document: str, title: str, folder: str, number: int, name: str, ending: str) -> Copy:
    """The description of a clean file that is about to be kept."""
    return Copy(new_id(), document, title, folder, number, name, ending, hashlib.sha256(data).hexdigest())
