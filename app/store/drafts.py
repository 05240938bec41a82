"""Drafts: the answers of one matter to one form, with title, edition and revision."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import sqlalchemy as sql
from sqlalchemy import Row, bindparam, insert, select, update

from app.store import matters, tables, voiding
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE = tables.draft
_MATTER, _KEY = tables.matter, tables.vault_key
_OWN = (
    select(_TABLE, _MATTER.c.revision.label("shared"), _KEY.c.id.label("key_id"), _KEY.c.wrapped)
    .select_from(_TABLE.join(_MATTER).join(_KEY, _KEY.c.matter_id == _MATTER.c.id))
    .where(_MATTER.c.owner_id == bindparam("who"), _MATTER.c.organisation_id == bindparam("office"))
)
_ONE = _OWN.where(_TABLE.c.id == bindparam("draft"))
_ONE_LOCKED = _ONE.with_for_update()
_ALL = _OWN.order_by(_TABLE.c.updated_at.desc(), _TABLE.c.id)


@dataclass(frozen=True)
class Draft:
    """A draft as the home page shows it; its revision moves with every answer of its own or its matter."""

    id: str
    matter: str
    form: str
    title: str = field(repr=False)
    edition: str | None
    revision: int
    created_at: datetime
    updated_at: datetime


def start(t: Transaction, who: Who, form: str, title: str, now: datetime, matter: str | None = None) -> Draft:
    """Start a draft in a matter of this person, or in a new one of the same name."""
    matter_id = matter or matters.start(t, who, title, now).id
    locker = matters.unlock(t, who, matter_id)
    id = new_id()
    sealed = _head(locker, id, form, title, None)
    row = {"id": id, "matter_id": matter_id, "revision": 0, "sealed": sealed}
    t.connection.execute(insert(_TABLE).values(**row, created_at=now, updated_at=now))
    return find(t, who, id)


def find(t: Transaction, who: Who, id: str) -> Draft:
    """Return one draft of this person, or raise NotFound."""
    return unlock(t, who, id)[0]


def listed(t: Transaction, who: Who) -> tuple[Draft, ...]:
    """Return the drafts of this person, latest change first."""
    rows = t.connection.execute(_ALL, {"who": who.id, "office": t.office.organisation})
    return tuple(_opened(t, row)[0] for row in rows)


def rename(t: Transaction, who: Who, id: str, title: str, now: datetime) -> None:
    """Give a draft another title."""
    draft, locker = unlock(t, who, id)
    _update(t, id, _head(locker, id, draft.form, title, draft.edition), now)


def pin(t: Transaction, who: Who, id: str, edition: str, now: datetime) -> None:
    """Say from which edition a draft renders from now on; an approval of another one ends."""
    draft, locker = unlock(t, who, id)
    voiding.of_draft(t, who, locker, id, "edition", now)
    _update(t, id, _head(locker, id, draft.form, draft.title, edition), now)


def delete(t: Transaction, who: Who, id: str) -> None:
    """Remove a draft, and with the last one of a matter the matter, its key first."""
    matter = find(t, who, id).matter
    t.connection.execute(sql.delete(_TABLE).where(_TABLE.c.id == id))
    if t.connection.scalar(select(_TABLE.c.id).where(_TABLE.c.matter_id == matter).limit(1)) is None:
        matters.shred(t, matter)


def unlock(t: Transaction, who: Who, id: str) -> tuple[Draft, Locker]:
    """Return a draft of this person with its matter's locker, or raise NotFound.

    In a writing transaction the matter stays locked, so that its revisions cannot move meanwhile.
    """
    wanted = {"draft": id, "who": who.id, "office": t.office.organisation}
    row = t.connection.execute(_ONE_LOCKED if t.writing else _ONE, wanted).first()
    if row is None:
        raise NotFound
    return _opened(t, row)


def _opened(t: Transaction, row: Row[Any]) -> tuple[Draft, Locker]:
    locker = t.matter_locker(row.matter_id, row.key_id, row.wrapped)
    head = locker.unseal("draft", row.id, row.sealed)
    edition = None if head["edition"] is None else str(head["edition"])
    # Both counters only grow, so their sum stays the same only while neither moves.
    revision = row.revision + row.shared
    names = (str(head["form"]), str(head["title"]), edition)
    return Draft(row.id, row.matter_id, *names, revision, row.created_at, row.updated_at), locker


def _head(locker: Locker, id: str, form: str, title: str, edition: str | None) -> bytes:
    return locker.seal("draft", id, {"form": form, "title": title, "edition": edition})


def _update(t: Transaction, id: str, sealed: bytes, now: datetime) -> None:
    t.connection.execute(update(_TABLE).where(_TABLE.c.id == id).values(sealed=sealed, updated_at=now))
