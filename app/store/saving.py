"""Making changes to the answers and items of one draft, in order, in the caller's transaction."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby

from sqlalchemy import delete, insert, select, update

from app.store import attachments, rows, tables
from app.store.changes import AddItem, Change, MoveItem, Put, Remove, RemoveItem
from app.store.errors import NotFound
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.who import Who

_ANSWER, _ITEM = tables.answer, tables.item
_AT_A_TIME = 500
"""Values in one IN list, well under SQLite's limit for parameters."""


@dataclass
class Saving:
    """What the changes of one save need to know; `items` are the row ids of the items there are."""

    t: Transaction
    locker: Locker
    draft: str
    who: Who
    now: datetime
    items: set[str] = field(default_factory=set)

    def make(self, changes: Sequence[Change]) -> None:
        """Make the changes in order; neighbouring answers go together, so that 500 of them are quick."""
        if any(_is_about_items(change) for change in changes):
            known = select(_ITEM.c.id).where(_ITEM.c.matter_id == self.locker.matter)
            self.items = set(self.t.connection.scalars(known))
        for kind, group in groupby(changes, type):
            if kind is Put:
                self._put([change for change in group if isinstance(change, Put)])
            else:
                for change in group:
                    self._one(change)

    def _one(self, change: Change) -> None:
        match change:
            case Remove():
                self._remove(change)
            case AddItem():
                self._add_item(change)
            case RemoveItem():
                self._remove_item(change)
            case MoveItem():
                self._move_item(change)

    def _put(self, puts: list[Put]) -> None:
        made = [self._row(put) for put in puts]
        latest = {row["id"]: row for row in made}
        ids = list(latest)
        for start in range(0, len(ids), _AT_A_TIME):
            some = ids[start : start + _AT_A_TIME]
            self.t.connection.execute(delete(_ANSWER).where(_ANSWER.c.id.in_(some)))
        self.t.connection.execute(insert(_ANSWER), list(latest.values()))

    def _row(self, put: Put) -> dict[str, object]:
        home, about = self._home(put.shared), self._about(put)
        return rows.answer_row(self.locker, home, put, about, self.who, self.now, self.draft)

    def _remove(self, change: Remove) -> None:
        try:
            about = self._about(change)
        except NotFound:
            return
        id = rows.answer_mark(self.locker, self._home(change.shared), change.question, about)
        self.t.connection.execute(delete(_ANSWER).where(_ANSWER.c.id == id))

    def _add_item(self, change: AddItem) -> None:
        row = rows.item_row(self.locker, self._home(change.shared), change)
        id = str(row["id"])
        if id in self.items:
            self.t.connection.execute(update(_ITEM).where(_ITEM.c.id == id).values(row))
        else:
            self.t.connection.execute(insert(_ITEM).values(row))
            self.items.add(id)

    def _remove_item(self, change: RemoveItem) -> None:
        id = self._there(change.id, change.shared)
        self.t.connection.execute(delete(_ITEM).where(_ITEM.c.id == id))
        self.items.discard(id)
        if not change.shared:
            attachments.forget(self.t, self.locker, self.draft, change.id)

    def _move_item(self, change: MoveItem) -> None:
        id = self._there(change.id, change.shared)
        self.t.connection.execute(update(_ITEM).where(_ITEM.c.id == id).values(position=change.position))

    def _home(self, shared: bool) -> str | None:
        return None if shared else self.draft

    def _about(self, change: Put | Remove) -> str | None:
        """Return the row id of the item an answer is about: the draft's own first, then the matter's."""
        if change.item is None:
            return None
        if not change.shared:
            own = rows.item_mark(self.locker, self.draft, change.item)
            if own in self.items:
                return own
        return self._there(change.item, True)

    def _there(self, id: str, shared: bool) -> str:
        mark = rows.item_mark(self.locker, self._home(shared), id)
        if mark not in self.items:
            raise NotFound
        return mark


def _is_about_items(change: Change) -> bool:
    return change.item is not None if isinstance(change, Put | Remove) else True
