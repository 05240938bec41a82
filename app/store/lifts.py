"""Lifted gates: which attorney let papers out again, and why."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select

from app.store import drafts, tables, voiding
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE = tables.lift


@dataclass(frozen=True)
class Lift:
    """A gate lifted by an attorney at a revision of the draft; `by` is the person who was signed in."""

    gate: str
    name: str = field(repr=False)
    bar_number: str = field(repr=False)
    reason: str = field(repr=False)
    revision: int
    by: str = field(repr=False)
    at: datetime


def lift(
    t: Transaction, who: Who, draft: str, gate: str, name: str, bar_number: str, reason: str, now: datetime
) -> Lift:
    """Note that a gate of this draft is lifted; an approval of the papers without it ends."""
    found, locker = drafts.unlock(t, who, draft)
    voiding.of_draft(t, who, locker, draft, "gates", now)
    made = Lift(gate, name, bar_number, reason, found.revision, who.name, now)
    id = new_id()
    row = {"id": id, "draft_id": draft, "lifted_at": now}
    words = {"gate": gate, "name": name, "bar_number": bar_number, "reason": reason}
    sealed = locker.seal("lift", f"{draft}/{id}", {**words, "revision": found.revision, "by": who.name})
    t.connection.execute(insert(_TABLE).values(**row, sealed=sealed))
    return made


def lifted(t: Transaction, who: Who, draft: str) -> tuple[Lift, ...]:
    """Return the lifts in force, oldest first."""
    _, locker = drafts.unlock(t, who, draft)
    return tuple(_lift(locker, row) for row in _rows(t, draft))


def withdraw(t: Transaction, who: Who, draft: str, gate: str, now: datetime) -> None:
    """Put a gate up again, which ends an approval; NotFound if it was not lifted."""
    _, locker = drafts.unlock(t, who, draft)
    ids = [row.id for row in _rows(t, draft) if _lift(locker, row).gate == gate]
    if not ids:
        raise NotFound
    t.connection.execute(delete(_TABLE).where(_TABLE.c.id.in_(ids)))
    voiding.of_draft(t, who, locker, draft, "gates", now)


def _rows(t: Transaction, draft: str) -> list[Row[Any]]:
    wanted = select(_TABLE).where(_TABLE.c.draft_id == draft)
    return list(t.connection.execute(wanted.order_by(_TABLE.c.lifted_at, _TABLE.c.id)))


def _lift(locker: Locker, row: Row[Any]) -> Lift:
    sealed = locker.unseal("lift", f"{row.draft_id}/{row.id}", row.sealed)
    gate, name, bar_number, reason, by = (
        str(sealed[key]) for key in ("gate", "name", "bar_number", "reason", "by")
    )
    return Lift(gate, name, bar_number, reason, int(str(sealed["revision"])), by, row.lifted_at)
