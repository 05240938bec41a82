"""Who is signed in: kept here, not in the cookie, whose token is stored as a keyed hash only.

The clock may be wrong or be set back; neither makes a session last longer.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, delete, insert, or_, select, update

from app.store import people, tables
from app.store.errors import NotFound
from app.store.locker import Raw
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE = tables.session
_TOUCH_EVERY = timedelta(minutes=1)
_CLOCKS_DIFFER_BY = timedelta(minutes=5)


@dataclass(frozen=True)
class Limits:
    """How long a session may lie idle, and how long it may last in all."""

    idle: timedelta
    absolute: timedelta


STAFF = Limits(timedelta(minutes=15), timedelta(hours=8))
CLIENT = Limits(timedelta(minutes=10), timedelta(hours=1))
SHARED = Limits(timedelta(minutes=5), timedelta(hours=1))


@dataclass(frozen=True)
class Session:
    """A session in force, with the data the pages keep in it."""

    who: Who
    data: Mapping[str, Raw] = field(repr=False)
    started_at: datetime
    seen_at: datetime
    ends_at: datetime


def start(t: Transaction, person_id: str, now: datetime, limits: Limits = STAFF) -> str:
    """Begin a session and return its token, which is always a fresh one."""
    people.active(t, person_id)
    row = {"person_id": person_id, "started_at": now, "seen_at": now, "ends_at": now + limits.absolute}
    return _insert(t, {**row, "idle_seconds": int(limits.idle.total_seconds())}, {})


def find(t: Transaction, token: str, now: datetime) -> Session:
    """Return the session of a token, or raise NotFound if there is none or its time is over."""
    row = _row(t, token, now)
    data = t.office.unseal("session", _place(row.person_id, row.id), row.sealed)
    return Session(people.active(t, row.person_id).who, data, row.started_at, row.seen_at, row.ends_at)


def due(session: Session, now: datetime) -> bool:
    """Say whether a session was last seen so long ago that touching it would write."""
    return now - session.seen_at >= _TOUCH_EVERY


def touch(t: Transaction, token: str, now: datetime) -> None:
    """Start the idle time anew; NotFound if it is over already."""
    row = _row(t, token, now)
    if now - row.seen_at >= _TOUCH_EVERY:
        t.connection.execute(update(_TABLE).where(_TABLE.c.id == row.id).values(seen_at=now))


def put(t: Transaction, token: str, data: Mapping[str, Raw], now: datetime) -> None:
    """Replace the data of a session."""
    row = _row(t, token, now)
    sealed = t.office.seal("session", _place(row.person_id, row.id), data)
    t.connection.execute(update(_TABLE).where(_TABLE.c.id == row.id).values(sealed=sealed))


def rotate(t: Transaction, token: str, now: datetime) -> str:
    """Return a new token for the same session; the old one is dead from now on."""
    row = _row(t, token, now)
    data = t.office.unseal("session", _place(row.person_id, row.id), row.sealed)
    end(t, token)
    kept = ("person_id", "started_at", "seen_at", "ends_at", "idle_seconds")
    return _insert(t, {name: row._mapping[name] for name in kept}, data)


def end(t: Transaction, token: str) -> None:
    """Sign out; nothing happens if that was done before."""
    t.connection.execute(delete(_TABLE).where(_TABLE.c.id == _mark(t, token)))


def end_all(t: Transaction, person_id: str) -> int:
    """Sign a person out everywhere and return how many sessions ended."""
    return t.connection.execute(delete(_TABLE).where(_TABLE.c.person_id == person_id)).rowcount


def forget(t: Transaction, now: datetime) -> int:
    """Remove the sessions whose time is over, and the links too; return how many sessions."""
    links = tables.sign_in
    t.connection.execute(delete(links).where(or_(links.c.expires_at <= now, links.c.used_at.is_not(None))))
    rows = t.connection.execute(select(_TABLE)).all()
    over = [row.id for row in rows if _over(row, now)]
    t.connection.execute(delete(_TABLE).where(_TABLE.c.id.in_(over)))
    return len(over)


def _insert(t: Transaction, row: dict[str, object], data: Mapping[str, Raw]) -> str:
    token = secrets.token_urlsafe(32)
    id = _mark(t, token)
    sealed = t.office.seal("session", _place(row["person_id"], id), data)
    t.connection.execute(insert(_TABLE).values({**row, "id": id, "sealed": sealed}))
    return token


def _place(person_id: object, id: str) -> str:
    """Return the row for the seal, with whose it is, so that a session cannot be handed to somebody else."""
    return f"{person_id}/{id}"


def _row(t: Transaction, token: str, now: datetime) -> Row[Any]:
    row = t.connection.execute(select(_TABLE).where(_TABLE.c.id == _mark(t, token))).first()
    if row is None or _over(row, now):
        raise NotFound
    return row


def _over(row: Row[Any], now: datetime) -> bool:
    seen_at: datetime = row.seen_at
    ends_at: datetime = row.ends_at
    idle = now - seen_at >= timedelta(seconds=row.idle_seconds)
    return idle or now >= ends_at or now < seen_at - _CLOCKS_DIFFER_BY


def _mark(t: Transaction, token: str) -> str:
    return t.office.mark("session", token)
