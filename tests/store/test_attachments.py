"""Files of exhibits: sealed, scoped, replaced whole, gone with their draft, and the end of approvals."""

import pytest
from sqlalchemy import func, select, update

from app.store import answers, approvals, attachments, drafts, tables
from app.store.attachments import Attachment
from app.store.changes import AddItem, RemoveItem
from app.store.drafts import Draft
from app.store.errors import NotFound, Tampered
from app.store.store import Store
from app.store.who import Who
from tests.store.approved import approve
from tests.store.conftest import NOW

BYTES = b"%PDF-1.7 the lease of Rosa Example"


def attach(store: Store, who: Who, draft: str, item: str = "one", data: bytes = BYTES) -> None:
    with store.transaction() as t:
        attachments.attach(t, who, draft, item, "lease of Rosa.pdf", data, 3, 1, NOW)


def listed(store: Store, who: Who, draft: str) -> tuple[Attachment, ...]:
    with store.reading() as t:
        return attachments.listed(t, who, draft)


def test_a_file_comes_back_with_what_was_told_of_it(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id)
    (found,) = listed(store, owner, draft.id)
    assert (found.item, found.name, found.pages, found.without_text, found.size) == (
        "one", "lease of Rosa.pdf", 3, 1, len(BYTES),
    )  # fmt: skip
    with store.reading() as t:
        assert attachments.content(t, owner, draft.id, found) == BYTES


def test_nothing_of_it_lies_open(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id)
    with store.reading() as t:
        rows = t.connection.execute(select(tables.attachment)).all()
    assert b"Rosa" not in repr(rows).encode()
    assert "one" not in {str(part) for row in rows for part in row}


def test_another_file_for_the_same_exhibit_takes_the_place_of_the_first(
    store: Store, owner: Who, draft: Draft
) -> None:
    attach(store, owner, draft.id)
    attach(store, owner, draft.id, data=b"%PDF second")
    (found,) = listed(store, owner, draft.id)
    assert found.size == len(b"%PDF second")


def test_attaching_and_removing_move_the_revision(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id)
    with store.transaction() as t:
        assert drafts.find(t, owner, draft.id).revision == draft.revision + 1
        attachments.remove(t, owner, draft.id, "one", NOW)
        assert drafts.find(t, owner, draft.id).revision == draft.revision + 2
    assert listed(store, owner, draft.id) == ()


def test_removing_what_is_not_there_is_told(store: Store, owner: Who, draft: Draft) -> None:
    with pytest.raises(NotFound), store.transaction() as t:
        attachments.remove(t, owner, draft.id, "one", NOW)


def test_files_of_exhibits_that_are_gone_go_too(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id, "one")
    attach(store, owner, draft.id, "two")
    with store.transaction() as t:
        attachments.keep_only(t, owner, draft.id, ["two"])
    assert [each.item for each in listed(store, owner, draft.id)] == ["two"]


def test_a_stranger_neither_sees_nor_changes_them(
    store: Store, owner: Who, stranger: Who, draft: Draft
) -> None:
    attach(store, owner, draft.id)
    (found,) = listed(store, owner, draft.id)
    for act in (
        lambda t: attachments.listed(t, stranger, draft.id),
        lambda t: attachments.content(t, stranger, draft.id, found),
        lambda t: attachments.remove(t, stranger, draft.id, "one", NOW),
        lambda t: attachments.keep_only(t, stranger, draft.id, []),
        lambda t: attachments.attach(t, stranger, draft.id, "one", "x", b"x", 1, 0, NOW),
    ):
        with pytest.raises(NotFound), store.transaction() as t:
            act(t)
    assert listed(store, owner, draft.id) == (found,)


def test_deleting_the_draft_deletes_its_files(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id)
    with store.transaction() as t:
        drafts.delete(t, owner, draft.id)
    with store.reading() as t:
        assert t.connection.scalar(select(func.count()).select_from(tables.attachment)) == 0


def test_a_file_put_in_anothers_place_is_noticed(store: Store, owner: Who, draft: Draft) -> None:
    attach(store, owner, draft.id, "one")
    attach(store, owner, draft.id, "two", b"%PDF other")
    one, two = listed(store, owner, draft.id)
    table = tables.attachment
    with store.transaction() as t:
        other = t.connection.scalar(select(table.c.content).where(table.c.id == two.id))
        t.connection.execute(update(table).where(table.c.id == one.id).values(content=other))
    with pytest.raises(Tampered), store.reading() as t:
        attachments.content(t, owner, draft.id, one)


@pytest.mark.parametrize("act", ["attach", "remove"])
def test_both_end_the_approval_and_delete_its_clean_copies(
    store: Store, owner: Who, draft: Draft, act: str
) -> None:
    attach(store, owner, draft.id)
    with store.transaction() as t:
        approve(t, owner, drafts.find(t, owner, draft.id), b"clean")
    with store.transaction() as t:
        if act == "attach":
            attachments.attach(t, owner, draft.id, "two", "x", b"x", 1, 0, NOW)
        else:
            attachments.remove(t, owner, draft.id, "one", NOW)
    with store.reading() as t:
        given = approvals.latest(t, owner, draft.id)
        assert given is not None
        assert given.why == "exhibits"
        assert t.connection.scalar(select(func.count()).select_from(tables.clean_file)) == 0


def test_taking_the_exhibit_out_of_the_list_deletes_its_file(store: Store, owner: Who, draft: Draft) -> None:
    with store.transaction() as t:
        added = [AddItem("exhibits", "one", 1), AddItem("exhibits", "two", 2)]
        answers.save(t, owner, draft.id, 0, added, NOW)
    attach(store, owner, draft.id, "one")
    attach(store, owner, draft.id, "two")
    with store.transaction() as t:
        answers.save(t, owner, draft.id, 3, [RemoveItem("one")], NOW)
    assert [each.item for each in listed(store, owner, draft.id)] == ["two"]
