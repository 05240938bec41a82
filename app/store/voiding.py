"""Ending approvals: whatever changes a draft ends them in its own transaction and deletes their clean copies.

What is left of an ended approval is who gave it, when it ended and why; its files are gone.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Row, delete, select, update

from app.store import journal, tables
from app.store.locker import Locker
from app.store.transaction import Transaction
from app.store.who import Who

Why: TypeAlias = Literal["answers", "exhibits", "gates", "edition", "defaults", "again", "withdrawn"]
"""What changed after the approval, or that an attorney gave another one or took it back."""

_TABLE, _FILE, _DRAFT = tables.approval, tables.clean_file, tables.draft
_STANDING = select(_TABLE).where(_TABLE.c.ended_at.is_(None)).order_by(_TABLE.c.approved_at, _TABLE.c.id)


def of_draft(t: Transaction, who: Who, locker: Locker, draft: str, why: Why, now: datetime) -> None:
    """End the approvals of one draft."""
    _end(t, who, locker, t.connection.execute(_STANDING.where(_TABLE.c.draft_id == draft)), why, now)


def of_matter(t: Transaction, who: Who, locker: Locker, why: Why, now: datetime) -> None:
    """End the approvals of every draft of the locker's matter, for what they share has changed."""
    drafts = select(_DRAFT.c.id).where(_DRAFT.c.matter_id == locker.matter)
    _end(t, who, locker, t.connection.execute(_STANDING.where(_TABLE.c.draft_id.in_(drafts))), why, now)


def of_office(t: Transaction, who: Who, why: Why, now: datetime) -> None:
    """End every approval of the office, whoever gave it, for what all its drafts share has changed."""
    matter, key = tables.matter, tables.vault_key
    joined = select(matter.c.id, key.c.id.label("key_id"), key.c.wrapped)
    joined = joined.join(key, key.c.matter_id == matter.c.id)
    mine = joined.where(matter.c.organisation_id == t.office.organisation)
    approved = select(_DRAFT.c.matter_id).join(_TABLE, _TABLE.c.draft_id == _DRAFT.c.id)
    standing = approved.where(_TABLE.c.ended_at.is_(None))
    for row in t.connection.execute(mine.where(matter.c.id.in_(standing)).with_for_update()).all():
        of_matter(t, who, t.matter_locker(row.id, row.key_id, row.wrapped), why, now)


def _end(
    t: Transaction, who: Who, locker: Locker, found: Iterable[Row[Any]], why: Why, now: datetime
) -> None:
    for row in list(found):
        place = f"{row.draft_id}/{row.id}"
        sealed = locker.seal("approval", place, {**locker.unseal("approval", place, row.sealed), "why": why})
        t.connection.execute(delete(_FILE).where(_FILE.c.approval_id == row.id))
        t.connection.execute(update(_TABLE).where(_TABLE.c.id == row.id).values(sealed=sealed, ended_at=now))
        journal.write(t, who, "approval.void", row.draft_id, now, why)
