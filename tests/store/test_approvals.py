"""An approval ends with any change in the store, whole or not at all, and its files end with it."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

import pytest
from sqlalchemy import func, select, update

from app.store import answers, approvals, drafts, journal, lifts, tables, voiding
from app.store.changes import AddItem, Change, MoveItem, Put, Remove, RemoveItem
from app.store.drafts import Draft
from app.store.errors import Conflict, NotFound, Tampered
from app.store.store import Store
from app.store.transaction import Transaction
from app.store.who import Who
from tests.store.approved import approve, approved
from tests.store.conftest import NOW

CHANGES: dict[type, Change] = {
    Put: Put("wage", "13.00"),
    Remove: Remove("wage"),
    AddItem: AddItem("weeks", "w2", 2),
    RemoveItem: RemoveItem("w1"),
    MoveItem: MoveItem("w1", 9),
}
Act = Callable[[Transaction, Who, Draft], object]
OTHERS: dict[str, Act] = {
    "drafts.pin": lambda t, who, d: drafts.pin(t, who, d.id, "1" * 64, NOW),
    "lifts.lift": lambda t, who, d: lifts.lift(t, who, d.id, "other", "n", "1", "r", NOW),
    "lifts.withdraw": lambda t, who, d: lifts.withdraw(t, who, d.id, "represented", NOW),
    "approvals.withdraw": lambda t, who, d: approvals.withdraw(t, who, d.id, "withdrawn", NOW),
    "voiding.of_office": lambda t, who, d: voiding.of_office(t, who, "defaults", NOW),
}


@pytest.fixture
def ready(store: Store, owner: Who, draft: Draft) -> Draft:
    """A draft with answers, an item, a lift and a standing approval."""
    with store.transaction() as t:
        changes = [Put("wage", "12.50"), AddItem("weeks", "w1", 1), Put("hours", "40", item="w1")]
        answers.save(t, owner, draft.id, 0, changes, NOW)
        lifts.lift(t, owner, draft.id, "represented", "Dana Whitfield", "70001", "Called counsel", NOW)
        drafts.pin(t, owner, draft.id, "0" * 64, NOW)
        found = drafts.find(t, owner, draft.id)
        approve(t, owner, found, b"a clean letter")
        return found


def count(store: Store) -> int:
    with store.reading() as t:
        return t.connection.scalar(select(func.count()).select_from(tables.clean_file)) or 0


def stands(store: Store, who: Who, draft: Draft) -> bool:
    with store.reading() as t:
        found = approvals.latest(t, who, draft.id)
        return found is not None and found.ended_at is None


def fail_after(store: Store, do: Callable[[Transaction], object]) -> None:
    """Do something in a transaction that fails at its very end."""

    def fail() -> None:
        with store.transaction() as t:
            do(t)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()


def test_the_files_come_back_as_they_were_approved(store: Store, owner: Who, ready: Draft) -> None:
    with store.reading() as t:
        [(copy, data)] = approvals.files(t, owner, ready.id, approved(t, owner, ready))
        given = approvals.latest(t, owner, ready.id)
    assert data == b"a clean letter"
    assert copy.title == "Letter"
    assert given is not None
    assert (given.name, given.bar_number, given.ruled) == ("Dana Whitfield", "70001", ("Letter",))


def test_every_kind_of_change_is_tried_here() -> None:
    assert set(get_args(Change)) == CHANGES.keys()


@pytest.mark.parametrize("kind", CHANGES)
@pytest.mark.parametrize("shared", [False, True])
def test_every_kind_of_change_ends_an_approval(
    store: Store, owner: Who, draft: Draft, kind: type, shared: bool
) -> None:
    with store.transaction() as t:
        first = [Put("wage", "12.50", shared=shared), AddItem("weeks", "w1", 1, shared)]
        revision = answers.save(t, owner, draft.id, 0, first, NOW)
        approve(t, owner, drafts.find(t, owner, draft.id), b"clean")
    change = replace(CHANGES[kind], shared=shared)
    with store.transaction() as t:
        answers.save(t, owner, draft.id, revision, [change], NOW)
    assert count(store) == 0
    assert not stands(store, owner, draft)


@pytest.mark.parametrize("act", OTHERS)
def test_everything_else_that_papers_rest_on_ends_it_too(
    store: Store, owner: Who, ready: Draft, act: str
) -> None:
    with store.transaction() as t:
        OTHERS[act](t, owner, ready)
    assert count(store) == 0
    with store.reading() as t:
        assert journal.lines(t, ready.id)[-1].act == "approval.void"


def test_a_shared_answer_ends_the_approvals_of_every_draft_of_the_matter(
    store: Store, owner: Who, ready: Draft
) -> None:
    with store.transaction() as t:
        sister = drafts.start(t, owner, "mo/name_change", "Sister", NOW, matter=ready.matter)
        apart = drafts.start(t, owner, "mo/wage_claim", "Another client", NOW)
        approve(t, owner, sister, b"hers")
        approve(t, owner, apart, b"another's")
    with store.transaction() as t:
        answers.save(t, owner, sister.id, sister.revision, [Put("client", "Rosa", shared=True)], NOW)
    assert [stands(store, owner, each) for each in (ready, sister, apart)] == [False, False, True]


def test_an_answer_of_one_draft_alone_leaves_its_sisters(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        sister = drafts.start(t, owner, "mo/name_change", "Sister", NOW, matter=ready.matter)
        answers.save(t, owner, sister.id, sister.revision, [Put("own", "x")], NOW)
    assert stands(store, owner, ready)


def test_a_save_of_nothing_ends_nothing(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        answers.save(t, owner, ready.id, ready.revision, [], NOW)
    assert stands(store, owner, ready)


def test_a_change_that_fails_leaves_the_approval(store: Store, owner: Who, ready: Draft) -> None:
    with pytest.raises(NotFound), store.transaction() as t:
        answers.save(t, owner, ready.id, ready.revision, [Put("wage", "1"), RemoveItem("nowhere")], NOW)
    fail_after(store, lambda t: answers.save(t, owner, ready.id, ready.revision, [Put("wage", "1")], NOW))
    assert stands(store, owner, ready)
    assert count(store) == 1


def test_an_approval_that_fails_halfway_leaves_nothing(store: Store, owner: Who, draft: Draft) -> None:
    fail_after(store, lambda t: approve(t, owner, draft, b"clean"))
    assert count(store) == 0
    with store.reading() as t:
        assert approvals.latest(t, owner, draft.id) is None


def test_a_stale_revision_approves_nothing(store: Store, owner: Who, draft: Draft) -> None:
    with store.transaction() as t:
        answers.save(t, owner, draft.id, 0, [Put("wage", "1")], NOW)
    with pytest.raises(Conflict), store.transaction() as t:
        approve(t, owner, draft, b"clean")
    assert count(store) == 0


def test_another_approval_ends_the_one_before(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        approve(t, owner, ready, b"again")
    with store.reading() as t:
        [(_, data)] = approvals.files(t, owner, ready.id, approved(t, owner, ready))
    assert (data, count(store)) == (b"again", 1)


def test_a_clean_file_in_anothers_place_is_refused(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        other = drafts.start(t, owner, "mo/wage_claim", "Other", NOW, matter=ready.matter)
        approve(t, owner, other, b"another letter")
    file = tables.clean_file
    with store.transaction() as t:
        rows = t.connection.execute(select(file)).all()
        for row, foreign in zip(rows, reversed(rows), strict=True):
            t.connection.execute(update(file).where(file.c.id == row.id).values(sealed=foreign.sealed))
    with store.reading() as t, pytest.raises(Tampered):
        approvals.files(t, owner, ready.id, approved(t, owner, ready))


def test_the_words_of_an_ended_approval_stay_and_say_why(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        answers.save(t, owner, ready.id, ready.revision, [Put("wage", "1")], NOW)
    with store.reading() as t:
        given = approvals.latest(t, owner, ready.id)
        with pytest.raises(NotFound):
            approvals.files(t, owner, ready.id, approved(t, owner, ready))
    assert given is not None
    assert (given.name, given.why, given.ended_at) == ("Dana Whitfield", "answers", NOW)


def test_the_journal_still_holds_together(store: Store, owner: Who, ready: Draft) -> None:
    with store.transaction() as t:
        answers.save(t, owner, ready.id, ready.revision, [Put("wage", "1")], NOW)
    with store.reading() as t:
        assert journal.verify(t) > 0
        assert journal.lines(t, ready.id)[-1].result == "answers"
