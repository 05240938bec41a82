"""The people of the office: who may sign in, and under which name they act."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, insert, select, update

from app.store import tables
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE = tables.person


@dataclass(frozen=True)
class Person:
    """Somebody who works with Draftwell; an attorney has a bar number."""

    id: str
    name: str = field(repr=False)
    bar_number: str = field(repr=False)
    role: str
    created_at: datetime

    @property
    def who(self) -> Who:
        """The same person as the one on whose behalf things are done."""
        return Who(self.id, self.name, self.role)


def create(
    t: Transaction, who: Who, name: str, now: datetime, role: str = "owner", bar_number: str = ""
) -> Person:
    """Add a person to the office."""
    person = Person(new_id(), name, bar_number, role, now)
    sealed = t.office.seal("person", person.id, {"name": name, "bar_number": bar_number})
    office = t.office.organisation
    row = {"id": person.id, "organisation_id": office, "role": role, "sealed": sealed, "created_at": now}
    t.connection.execute(insert(_TABLE).values(row))
    return person


def everyone(t: Transaction, who: Who) -> tuple[Person, ...]:
    """Return the people who may sign in, oldest first."""
    active = select(_TABLE).where(
        _TABLE.c.organisation_id == t.office.organisation, _TABLE.c.disabled_at.is_(None)
    )
    rows = t.connection.execute(active.order_by(_TABLE.c.created_at, _TABLE.c.id))
    return tuple(_person(t, row) for row in rows)


def find(t: Transaction, who: Who, id: str) -> Person:
    """Return one person who may sign in, or raise NotFound."""
    return active(t, id)


def disable(t: Transaction, who: Who, id: str, now: datetime) -> None:
    """Let a person sign in no more, and end what they have open, at once."""
    active(t, id)
    t.connection.execute(update(_TABLE).where(_TABLE.c.id == id).values(disabled_at=now))
    for belonging in (tables.session, tables.sign_in):
        t.connection.execute(delete(belonging).where(belonging.c.person_id == id))


def active(t: Transaction, id: str) -> Person:
    """Return a person who may sign in, on nobody's behalf: for signing in itself."""
    wanted = select(_TABLE).where(
        _TABLE.c.id == id,
        _TABLE.c.organisation_id == t.office.organisation,
        _TABLE.c.disabled_at.is_(None),
    )
    row = t.connection.execute(wanted).first()
    if row is None:
        raise NotFound
    return _person(t, row)


def _person(t: Transaction, row: Row[Any]) -> Person:
    sealed = t.office.unseal("person", row.id, row.sealed)
    return Person(row.id, str(sealed["name"]), str(sealed["bar_number"]), row.role, row.created_at)
