"""The files of exhibits: clean PDFs that belong to a draft, sealed under its matter's key and gone with it.

What a file is called, which exhibit it is for, and its bytes are sealed apart, so that a list opens no file.
Attaching or removing one moves the draft's revision and ends its approval, as an answer does.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import cast

from sqlalchemy import delete, insert, select, update

from app.store import drafts, tables, voiding
from app.store.drafts import Draft
from app.store.errors import NotFound, Tampered
from app.store.ids import new_id
from app.store.locker import Locker, Raw
from app.store.transaction import Transaction
from app.store.who import Who

_TABLE, _DRAFT = tables.attachment, tables.draft


@dataclass(frozen=True)
class Attachment:
    """One file as a list shows it: the exhibit's item, its name, pages, size and hash."""

    id: str
    item: str
    name: str = field(repr=False)
    pages: int
    without_text: int
    size: int
    sha256: str
    at: datetime


def attach(
    t: Transaction, who: Who, draft: str, item: str, name: str, data: bytes, pages: int, without_text: int,
    now: datetime,
) -> None:  # fmt: skip
    """Keep a file for an exhibit, in place of the one it had; raises NotFound for another's draft."""
    found, locker = drafts.unlock(t, who, draft)
    _delete(t, (each for each in _listed(t, locker, draft) if each.item == item))
    id = new_id()
    told: dict[str, Raw] = {
        "item": item, "name": name, "pages": pages, "without_text": without_text, "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
    }  # fmt: skip
    row = {"id": id, "draft_id": draft, "at": now, "sealed": locker.seal("attachment", f"{draft}/{id}", told)}
    content = locker.seal_bytes("attachment", f"{draft}/{id}", data, "content")
    t.connection.execute(insert(_TABLE).values(**row, content=content))
    _moved(t, who, locker, found, now)


def remove(t: Transaction, who: Who, draft: str, item: str, now: datetime) -> None:
    """Delete the file of an exhibit; raises NotFound when it has none."""
    found, locker = drafts.unlock(t, who, draft)
    own = [each for each in _listed(t, locker, draft) if each.item == item]
    if not own:
        raise NotFound
    _delete(t, own)
    _moved(t, who, locker, found, now)


def keep_only(t: Transaction, who: Who, draft: str, items: Iterable[str]) -> None:
    """Delete the files of exhibits that are no longer in the list."""
    kept = set(items)
    _, locker = drafts.unlock(t, who, draft)
    _delete(t, (each for each in _listed(t, locker, draft) if each.item not in kept))


def forget(t: Transaction, locker: Locker, draft: str, item: str) -> None:
    """Delete the file of an exhibit that is being taken out of the list; nothing happens if it has none."""
    _delete(t, (each for each in _listed(t, locker, draft) if each.item == item))


def listed(t: Transaction, who: Who, draft: str) -> tuple[Attachment, ...]:
    """Every file of a draft, oldest first, without opening any."""
    _, locker = drafts.unlock(t, who, draft)
    return _listed(t, locker, draft)


def content(t: Transaction, who: Who, draft: str, wanted: Attachment) -> bytes:
    """The bytes of a file; NotFound when it is gone, Tampered if another lies there."""
    _, locker = drafts.unlock(t, who, draft)
    kept = select(_TABLE.c.content).where(_TABLE.c.id == wanted.id, _TABLE.c.draft_id == draft)
    envelope = t.connection.scalar(kept)
    if envelope is None:
        raise NotFound
    data = locker.unseal_bytes("attachment", f"{draft}/{wanted.id}", envelope, "content")
    if hashlib.sha256(data).hexdigest() != wanted.sha256:
        raise Tampered("A file of an exhibit is not the one that was attached; restore it from a backup.")
    return data


def _listed(t: Transaction, locker: Locker, draft: str) -> tuple[Attachment, ...]:
    columns = select(_TABLE.c.id, _TABLE.c.sealed, _TABLE.c.at).where(_TABLE.c.draft_id == draft)
    found = []
    for row in t.connection.execute(columns.order_by(_TABLE.c.at, _TABLE.c.id)):
        told = locker.unseal("attachment", f"{draft}/{row.id}", row.sealed)
        words = (str(told["item"]), str(told["name"]))
        numbers = (cast(int, told["pages"]), cast(int, told["without_text"]), cast(int, told["size"]))
        found.append(Attachment(row.id, *words, *numbers, str(told["sha256"]), row.at))
    return tuple(found)


def _delete(t: Transaction, gone: Iterable[Attachment]) -> None:
    for each in gone:
        t.connection.execute(delete(_TABLE).where(_TABLE.c.id == each.id))


def _moved(t: Transaction, who: Who, locker: Locker, draft: Draft, now: datetime) -> None:
    moved = {"revision": _DRAFT.c.revision + 1, "updated_at": now}
    t.connection.execute(update(_DRAFT).where(_DRAFT.c.id == draft.id).values(moved))
    voiding.of_draft(t, who, locker, draft.id, "exhibits", now)
