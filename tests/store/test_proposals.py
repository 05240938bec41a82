"""Proposed templates: sealed, the office's own, one open for each paper, ended once, not to be exchanged."""

import pytest
from sqlalchemy import select, update

from app.store import proposals, tables
from app.store.errors import NotFound, Tampered
from app.store.proposals import Checked, Decided, Proposal, State
from app.store.store import Store
from app.store.who import Who
from tests.store.conftest import NOW

DOCX = b"PK the proposed letter to Rosa Example"


def checked(docx: bytes = DOCX, base: str = "one") -> Checked:
    files: dict[proposals.File, bytes] = {"docx": docx, "twin": b"<p>twin", "former": b"PK former"}
    return Checked(base, "2026-03-02", 0, files, {"faults": ["a sentence"]})


def propose(store: Store, who: Who, docx: bytes = DOCX, replaces: str | None = None) -> str:
    with store.transaction() as t:
        return proposals.propose(t, who, "mo/small", "letter", checked(docx), replaces, NOW)


def find(store: Store, who: Who, id: str) -> Proposal:
    with store.reading() as t:
        return proposals.find(t, who, id)


def end(store: Store, who: Who, id: str, state: State = "approved") -> None:
    with store.transaction() as t:
        proposals.end(t, who, id, state, Decided(who.name, who.id, "Morgan Tessel", "99901"), NOW)


def test_a_proposal_comes_back_with_its_files_and_its_report(store: Store, owner: Who) -> None:
    found = find(store, owner, propose(store, owner))
    assert (found.document, found.by, found.state, found.decided) == ("letter", owner.name, "open", None)
    with store.reading() as t:
        assert proposals.content(t, owner, found, "docx") == DOCX
        assert proposals.content(t, owner, found, "former") == b"PK former"
        assert proposals.report(t, owner, found) == {"faults": ["a sentence"]}


def test_nothing_of_it_lies_open(store: Store, owner: Who) -> None:
    propose(store, owner)
    with store.reading() as t:
        rows = repr(t.connection.execute(select(tables.proposal)).all()).encode()
    assert not [word for word in (b"Rosa", b"letter", b"mo/small", b"Dana", b"sentence") if word in rows]


def test_everybody_of_the_office_sees_it(store: Store, owner: Who, stranger: Who) -> None:
    id = propose(store, owner)
    with store.reading() as t:
        assert [each.id for each in proposals.listed(t, stranger)] == [id]


def test_another_file_replaces_the_one_that_was_open(store: Store, owner: Who, stranger: Who) -> None:
    first = propose(store, owner)
    second = propose(store, stranger, b"PK second", replaces=first)
    assert find(store, owner, first).state == "replaced"
    with store.reading() as t:
        waiting = proposals.waiting_for(t, owner, "mo/small", "letter")
    assert waiting is not None
    assert (waiting.id, waiting.by_id) == (second, stranger.id)


@pytest.mark.parametrize("replaces", [None, "another"])
def test_a_file_that_would_replace_another_than_was_seen_is_not_kept(
    store: Store, owner: Who, replaces: str | None
) -> None:
    first = propose(store, owner)
    with pytest.raises(NotFound):
        propose(store, owner, b"PK second", replaces)
    assert find(store, owner, first).state == "open"


def test_the_end_is_told_with_who_and_under_which_name(store: Store, owner: Who, stranger: Who) -> None:
    id = propose(store, owner)
    end(store, stranger, id)
    found = find(store, owner, id)
    assert (found.state, found.ended_at) == ("approved", NOW)
    assert found.decided == Decided(stranger.name, stranger.id, "Morgan Tessel", "99901")


@pytest.mark.parametrize("state", ["approved", "refused", "withdrawn", "replaced"])
def test_it_ends_only_once(store: Store, owner: Who, state: State) -> None:
    id = propose(store, owner)
    end(store, owner, id, state)
    with pytest.raises(NotFound):
        end(store, owner, id, "approved")
    with pytest.raises(NotFound), store.transaction() as t:
        proposals.check_again(t, owner, id, checked())
    assert find(store, owner, id).state == state


def test_a_new_check_takes_the_place_of_the_last_one(store: Store, owner: Who) -> None:
    id = propose(store, owner)
    with store.transaction() as t:
        proposals.check_again(t, owner, id, checked(base="two"))
    assert find(store, owner, id).base == "two"


def test_a_new_check_of_another_file_is_refused(store: Store, owner: Who) -> None:
    id = propose(store, owner)
    with pytest.raises(ValueError, match="Another file"), store.transaction() as t:
        proposals.check_again(t, owner, id, checked(b"PK another"))


def test_a_file_put_in_anothers_place_is_noticed(store: Store, owner: Who) -> None:
    first = propose(store, owner)
    second = propose(store, owner, b"PK second", replaces=first)
    table = tables.proposal
    with store.transaction() as t:
        other = t.connection.scalar(select(table.c.docx).where(table.c.id == second))
        t.connection.execute(update(table).where(table.c.id == first).values(docx=other))
    with pytest.raises(Tampered), store.reading() as t:
        proposals.content(t, owner, proposals.find(t, owner, first), "docx")
