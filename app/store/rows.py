"""How an answer or item becomes a row and is read back, bound to the place it was saved in."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row

from app.store.changes import AddItem, Put, SavedAnswer, SavedItem, Source
from app.store.errors import Tampered
from app.store.locker import Locker
from app.store.who import Who


def item_mark(locker: Locker, draft: str | None, id: str) -> str:
    """Return the row id of an item of this draft, or of the matter if there is no draft."""
    return locker.mark("item", draft or "", id)


def answer_mark(locker: Locker, draft: str | None, question: str, item: str | None) -> str:
    """Return the row id of the answer to a question, about the item with that row id if there is one."""
    return locker.mark("answer", draft or "", question, item or "")


def answer_row(
    locker: Locker, draft: str | None, put: Put, item: str | None, who: Who, now: datetime, given_in: str
) -> dict[str, object]:
    """Return the row of an answer; a shared one belongs to no draft, and says which one it was given in."""
    id = answer_mark(locker, draft, put.question, item)
    words = {"question": put.question, "item": put.item, "raw": put.raw, "source": put.source}
    signed = {"by": who.name, "at": now.isoformat(), "draft": given_in}
    sealed = locker.seal("answer", id, {**words, **signed})
    return {"id": id, "matter_id": locker.matter, "draft_id": draft, "item_id": item, "sealed": sealed}


def item_row(locker: Locker, draft: str | None, add: AddItem) -> dict[str, object]:
    """Return the row of an item."""
    id = item_mark(locker, draft, add.id)
    sealed = locker.seal("item", id, {"list": add.list, "id": add.id})
    row = {"id": id, "matter_id": locker.matter, "draft_id": draft}
    return {**row, "position": add.position, "sealed": sealed}


def answer(locker: Locker, row: Row[Any]) -> SavedAnswer:
    """Return the answer of a row, or raise Tampered if it does not belong where it lies."""
    sealed = locker.unseal("answer", row.id, row.sealed)
    question, item = str(sealed["question"]), sealed["item"]
    _expect(row.id, answer_mark(locker, row.draft_id, question, row.item_id))
    return SavedAnswer(
        question,
        None if item is None else str(item),
        row.draft_id is None,
        sealed["raw"],
        cast(Source, sealed["source"]),
        str(sealed["by"]),
        datetime.fromisoformat(str(sealed["at"])),
        str(sealed.get("draft", "")),
    )


def item(locker: Locker, row: Row[Any]) -> SavedItem:
    """Return the item of a row, or raise Tampered if it does not belong where it lies."""
    sealed = locker.unseal("item", row.id, row.sealed)
    id = str(sealed["id"])
    _expect(row.id, item_mark(locker, row.draft_id, id))
    return SavedItem(str(sealed["list"]), id, row.position, row.draft_id is None)


def _expect(found: str, wanted: str) -> None:
    if found != wanted:
        raise Tampered("An answer was moved to another draft or item; restore the data folder from a backup.")
