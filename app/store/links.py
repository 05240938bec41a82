"""Sign-in links: 256 random bits that work once and for a quarter of an hour; only a keyed hash is kept."""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import insert, select, update

from app.store import people, tables
from app.store.errors import NotFound
from app.store.transaction import Transaction
from app.store.who import Who

LASTS = timedelta(minutes=15)
_TABLE = tables.sign_in


def issue(t: Transaction, person_id: str, now: datetime, lasts: timedelta = LASTS) -> str:
    """Return the token of a fresh link for this person."""
    people.active(t, person_id)
    token = secrets.token_urlsafe(32)
    row = {"id": _mark(t, token), "person_id": person_id, "issued_at": now, "expires_at": now + lasts}
    t.connection.execute(insert(_TABLE).values(row))
    return token


def redeem(t: Transaction, token: str, now: datetime) -> Who:
    """Use up a link and say whose it is; NotFound if it was used, is over, or never was."""
    # A clock that was set back must not bring an old link to life, so one from the future is refused too.
    good = (
        _TABLE.c.id == _mark(t, token),
        _TABLE.c.used_at.is_(None),
        _TABLE.c.expires_at > now,
        _TABLE.c.issued_at <= now + timedelta(minutes=5),
    )
    person_id = t.connection.scalar(select(_TABLE.c.person_id).where(*good))
    used = t.connection.execute(update(_TABLE).where(*good).values(used_at=now))
    if person_id is None or used.rowcount != 1:
        raise NotFound
    return people.active(t, person_id).who


def _mark(t: Transaction, token: str) -> str:
    return t.office.mark("sign_in", token)
