"""Loading and saving the answers of a draft, with a revision so that nothing is overwritten.

Each is sealed on its own. Its row is named by a keyed mark of where it belongs and which question it answers,
and that mark is bound into the seal, so it cannot be passed off as the answer to anything else.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, Update, bindparam, or_, select, update

from app.store import drafts, rows, tables, voiding
from app.store.changes import Change, Saved
from app.store.drafts import Draft
from app.store.errors import Conflict
from app.store.saving import Saving
from app.store.transaction import Transaction
from app.store.who import Who


def _seen_by_draft(table: Table) -> Select[Any]:
    either = or_(table.c.draft_id == bindparam("draft"), table.c.draft_id.is_(None))
    return select(table).where(table.c.matter_id == bindparam("matter"), either)


def _moved(table: Table) -> Update:
    moved = {"revision": table.c.revision + bindparam("step"), "updated_at": bindparam("now")}
    return update(table).where(table.c.id == bindparam("row")).values(moved)


_ITEMS, _ANSWERS = _seen_by_draft(tables.item), _seen_by_draft(tables.answer)
_DRAFT_MOVED, _MATTER_MOVED = _moved(tables.draft), _moved(tables.matter)


def load(t: Transaction, who: Who, draft: str) -> Saved:
    """Return the answers and items of a draft and the shared ones of its matter, or raise NotFound."""
    found, locker = drafts.unlock(t, who, draft)
    seen = {"draft": found.id, "matter": found.matter}
    items = [rows.item(locker, row) for row in t.connection.execute(_ITEMS, seen)]
    answers = [rows.answer(locker, row) for row in t.connection.execute(_ANSWERS, seen)]
    items.sort(key=lambda item: (item.list, item.position, item.id))
    answers.sort(key=lambda answer: (answer.question, answer.item or "", answer.shared))
    return Saved(found.revision, tuple(answers), tuple(items))


def save(
    t: Transaction, who: Who, draft: str, revision: int, changes: Sequence[Change], now: datetime
) -> int:
    """Make all changes in the order given, end the approvals they touch, and return the new revision.

    Raises Conflict if anything was saved since that revision, NotFound for an item that is not there.
    """
    found, locker = drafts.unlock(t, who, draft)
    if found.revision != revision:
        raise Conflict(found.revision)
    if not changes:
        return revision
    Saving(t, locker, found.id, who, now).make(changes)
    shared = any(change.shared for change in changes)
    _advance(t, found, now, shared=shared)
    if shared:
        voiding.of_matter(t, who, locker, "answers", now)
    else:
        voiding.of_draft(t, who, locker, found.id, "answers", now)
    return revision + 1


def _advance(t: Transaction, draft: Draft, now: datetime, *, shared: bool) -> None:
    t.connection.execute(_DRAFT_MOVED, {"row": draft.id, "step": int(not shared), "now": now})
    t.connection.execute(_MATTER_MOVED, {"row": draft.matter, "step": int(shared), "now": now})
