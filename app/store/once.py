"""Idempotency: the same request by the same person has one effect, however often it arrives."""

from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

from app.store import tables
from app.store.errors import Repeated
from app.store.locker import Raw
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE = tables.idempotency
# The same request sent twice at once: the second waits here until the first is over.
_TURNSTILE = select(tables.person.c.id).where(tables.person.c.id == bindparam("who")).with_for_update()


def remember(t: Transaction, who: Who, key: str) -> Raw:
    """Return the outcome of this person's request with the same key, or None if it is new."""
    if t.writing:
        t.connection.execute(_TURNSTILE, {"who": who.id})
    id = _mark(t, who, key)
    sealed = t.connection.scalar(select(_TABLE.c.sealed).where(_TABLE.c.id == id))
    return None if sealed is None else t.office.unseal("idempotency", id, sealed)["outcome"]


def finish(t: Transaction, who: Who, key: str, outcome: Raw, now: datetime) -> None:
    """Note the outcome in the transaction of the act itself; Repeated if another one was faster."""
    if outcome is None:
        raise ValueError("An outcome must be something, or it could not be told from none.")
    id = _mark(t, who, key)
    sealed = t.office.seal("idempotency", id, {"outcome": outcome})
    try:
        t.connection.execute(insert(_TABLE).values(id=id, sealed=sealed, at=now))
    except IntegrityError:
        raise Repeated from None


def forget(t: Transaction, before: datetime) -> int:
    """Remove the outcomes of requests before this moment and return how many."""
    return t.connection.execute(delete(_TABLE).where(_TABLE.c.at < before)).rowcount


def _mark(t: Transaction, who: Who, key: str) -> str:
    return t.office.mark("idempotency", who.id, key)
