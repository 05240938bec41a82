"""The journal: one line an act, each chained to the one before with a key the database does not hold.

A line says when, who, what and to which id, never a fact: only short plain words are taken. Whoever changes,
inserts, removes or reorders lines breaks the chain; a cut tail shows against a head written down elsewhere.
"""

import hmac
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, String, insert, select, type_coerce

from app.store import tables
from app.store.errors import Tampered
from app.store.transaction import Transaction
from app.store.vault import joined
from app.store.who import Who

_TABLE = tables.journal
_NEWEST = select(_TABLE.c.number, _TABLE.c.hash).order_by(_TABLE.c.number.desc()).limit(1)
# Two lines at a time would both follow the same one: the office's row is the turnstile.
_TURNSTILE = select(tables.organisation.c.id).with_for_update()
_PLAIN = re.compile(r"[a-z0-9_.:/-]{1,80}")


@dataclass(frozen=True)
class Head:
    """Number and hash of the last line; write it down outside the data folder."""

    number: int
    hash: str


@dataclass(frozen=True)
class Line:
    """One act as the journal tells it."""

    number: int
    at: datetime
    actor: str
    role: str
    act: str
    object: str
    result: str


def write(t: Transaction, who: Who, act: str, object: str, now: datetime, result: str = "done") -> None:
    """Add a line; ValueError for anything but short plain words, so that no fact can slip in."""
    words = (who.id, who.role, act, object, result)
    if not all(_PLAIN.fullmatch(word) for word in words):
        raise ValueError("The journal takes only short plain words: a-z, 0-9 and _ . : / -")
    t.connection.execute(_TURNSTILE)
    last = head(t)
    number, at = last.number + 1, tables.written(now)
    row = dict(zip(("actor", "role", "act", "object", "result"), words, strict=True))
    hash = _hash(_chain_key(t), last.hash, number, at, *words)
    t.connection.execute(insert(_TABLE).values(number=number, at=now, hash=hash, **row))


def head(t: Transaction) -> Head:
    """Return number and hash of the last line, or zero and nothing."""
    row = t.connection.execute(_NEWEST).first()
    return Head(row.number, row.hash) if row else Head(0, "")


def verify(t: Transaction, head: Head | None = None) -> int:
    """Return how many lines hold together and hold the outside head; Tampered where they do not."""
    number, hash, known, key = 0, "", head is None or head == Head(0, ""), _chain_key(t)
    for row in t.connection.execute(_in_order()):
        number += 1
        hash = _hash(key, hash, number, *row[1:-1])
        if row.number != number or not hmac.compare_digest(hash, row.hash):
            raise Tampered(f"The journal was changed at or before line {number}.")
        known = known or Head(number, hash) == head
    if not known:
        raise Tampered(
            "The journal does not hold the line that was written down: its end was cut off or replaced."
        )
    return number


def lines(t: Transaction, object: str | None = None) -> tuple[Line, ...]:
    """Return the lines, all or those about one id, oldest first."""
    wanted = select(_TABLE).order_by(_TABLE.c.number)
    if object is not None:
        wanted = wanted.where(_TABLE.c.object == object)
    return tuple(_line(row) for row in t.connection.execute(wanted))


def _in_order() -> Select[Any]:
    at = type_coerce(_TABLE.c.at, String).label("at")
    words = (_TABLE.c.actor, _TABLE.c.role, _TABLE.c.act, _TABLE.c.object, _TABLE.c.result)
    return select(_TABLE.c.number, at, *words, _TABLE.c.hash).order_by(_TABLE.c.number)


def _line(row: Row[Any]) -> Line:
    return Line(row.number, row.at, row.actor, row.role, row.act, row.object, row.result)


def _chain_key(t: Transaction) -> bytes:
    return t.office.key.derived(b"journal")


def _hash(key: bytes, before: str, number: int, *words: str) -> str:
    return hmac.digest(key, joined(before, str(number), *words), "sha256").hex()
