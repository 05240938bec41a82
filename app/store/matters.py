"""Matters: one client's legal business, each with a key of its own that can be destroyed."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, insert, select, update

from app.store import tables
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.vault import Key
from app.store.who import Who

_TABLE = tables.matter


@dataclass(frozen=True)
class Matter:
    """A matter by id and the label its owner gave it."""

    id: str
    label: str = field(repr=False)
    created_at: datetime
    updated_at: datetime


def start(t: Transaction, who: Who, label: str, now: datetime) -> Matter:
    """Open a matter that belongs to this person, under a fresh key."""
    id, key = new_id(), Key.random()
    locker = Locker(t.office.cipher, key, t.office.organisation, id)
    row = {"id": id, "organisation_id": t.office.organisation, "owner_id": who.id, "revision": 0}
    row |= {"sealed": locker.seal("matter", id, {"label": label}), "created_at": now, "updated_at": now}
    t.connection.execute(insert(_TABLE).values(row))
    wrapped = {"id": key.id.hex(), "organisation_id": t.office.organisation, "matter_id": id}
    t.connection.execute(insert(tables.vault_key).values(**wrapped, wrapped=t.office.wrap(key)))
    return Matter(id, label, now, now)


def find(t: Transaction, who: Who, id: str) -> Matter:
    """Return one matter of this person, or raise NotFound."""
    row = _owned(t, who, id)
    return _matter(row, t.matter_locker(row.id, row.key_id, row.wrapped))


def listed(t: Transaction, who: Who) -> tuple[Matter, ...]:
    """Return the matters of this person, latest change first."""
    rows = t.connection.execute(_of(t, who).order_by(_TABLE.c.updated_at.desc(), _TABLE.c.id))
    return tuple(_matter(row, t.matter_locker(row.id, row.key_id, row.wrapped)) for row in rows)


def rename(t: Transaction, who: Who, id: str, label: str, now: datetime) -> None:
    """Give a matter another label."""
    locker = unlock(t, who, id)
    sealed = locker.seal("matter", id, {"label": label})
    t.connection.execute(update(_TABLE).where(_TABLE.c.id == id).values(sealed=sealed, updated_at=now))


def unlock(t: Transaction, who: Who, id: str) -> Locker:
    """Return the locker of a matter of this person, or raise NotFound."""
    row = _owned(t, who, id)
    return t.matter_locker(row.id, row.key_id, row.wrapped)


def shred(t: Transaction, id: str) -> None:
    """Destroy a matter's key, then all its rows; the caller has made sure that it may go."""
    t.connection.execute(delete(tables.vault_key).where(tables.vault_key.c.matter_id == id))
    t.connection.execute(delete(_TABLE).where(_TABLE.c.id == id))
    t.shredded = True


def _of(t: Transaction, who: Who) -> Select[Any]:
    key = tables.vault_key
    columns = select(_TABLE, key.c.id.label("key_id"), key.c.wrapped)
    joined = columns.join(key, key.c.matter_id == _TABLE.c.id)
    return joined.where(_TABLE.c.owner_id == who.id, _TABLE.c.organisation_id == t.office.organisation)


def _owned(t: Transaction, who: Who, id: str) -> Row[Any]:
    row = t.connection.execute(_of(t, who).where(_TABLE.c.id == id)).first()
    if row is None:
        raise NotFound
    return row


def _matter(row: Row[Any], locker: Locker) -> Matter:
    sealed = locker.unseal("matter", row.id, row.sealed)
    return Matter(row.id, str(sealed["label"]), row.created_at, row.updated_at)
