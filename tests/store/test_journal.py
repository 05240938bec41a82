"""The journal holds no fact, and every way of tampering with it shows."""

import random
import string
from datetime import timedelta

import pytest
from sqlalchemy import delete, insert, select, update

from app.store import journal, tables
from app.store.errors import Tampered
from app.store.journal import Head
from app.store.store import Store
from app.store.transaction import Transaction
from app.store.who import Who
from tests.store.conftest import NOW

TABLE = tables.journal
LINES = 30


@pytest.fixture
def head(store: Store, owner: Who) -> Head:
    with store.transaction() as t:
        for i in range(LINES):
            journal.write(t, owner, "draft.answer", f"draft{i}", NOW + timedelta(seconds=i))
        return journal.head(t)


def change_a_word(t: Transaction, chance: random.Random) -> None:
    column = chance.choice(["actor", "role", "act", "object", "result"])
    values = {column: "".join(chance.choices(string.ascii_lowercase, k=9))}
    t.connection.execute(update(TABLE).where(TABLE.c.number == chance.randint(1, LINES)).values(values))


def change_the_time(t: Transaction, chance: random.Random) -> None:
    moved = NOW - timedelta(seconds=chance.randint(1, 10**6))
    t.connection.execute(update(TABLE).where(TABLE.c.number == chance.randint(1, LINES)).values(at=moved))


def change_a_hash(t: Transaction, chance: random.Random) -> None:
    forged = f"{chance.getrandbits(256):064x}"
    t.connection.execute(update(TABLE).where(TABLE.c.number == chance.randint(1, LINES)).values(hash=forged))


def remove_a_line(t: Transaction, chance: random.Random) -> None:
    t.connection.execute(delete(TABLE).where(TABLE.c.number == chance.randint(1, LINES)))


def remove_a_line_and_close_the_gap(t: Transaction, chance: random.Random) -> None:
    gone = chance.randint(1, LINES - 1)
    t.connection.execute(delete(TABLE).where(TABLE.c.number == gone))
    for number in range(gone + 1, LINES + 1):
        t.connection.execute(update(TABLE).where(TABLE.c.number == number).values(number=number - 1))


def swap_two_lines(t: Transaction, chance: random.Random) -> None:
    one, two = chance.sample(range(1, LINES + 1), 2)
    for old, new in ((one, 1000), (two, one), (1000, two)):
        t.connection.execute(update(TABLE).where(TABLE.c.number == old).values(number=new))


def add_a_line(t: Transaction, chance: random.Random) -> None:
    last = t.connection.execute(select(TABLE).where(TABLE.c.number == LINES)).one()
    t.connection.execute(insert(TABLE).values({**last._mapping, "number": LINES + 1}))


def cut_the_tail(t: Transaction, chance: random.Random) -> None:
    t.connection.execute(delete(TABLE).where(TABLE.c.number > chance.randint(0, LINES - 1)))


ATTACKS = [
    change_a_word,
    change_the_time,
    change_a_hash,
    remove_a_line,
    remove_a_line_and_close_the_gap,
    swap_two_lines,
    add_a_line,
    cut_the_tail,
]


def found(store: Store, head: Head, attack: object, seed: int) -> bool:
    """Whether an attack shows; the attack is undone afterwards."""
    with store.engine.connect() as connection:
        t = Transaction(connection, store.office, writing=True)
        attack(t, random.Random(seed))  # type: ignore[operator]
        try:
            journal.verify(t, head)
        except Tampered:
            return True
        finally:
            connection.rollback()
    return False


def test_an_untouched_journal_holds(store: Store, head: Head) -> None:
    with store.reading() as t:
        assert journal.verify(t, head) == LINES


def test_an_empty_journal_holds(store: Store) -> None:
    with store.reading() as t:
        assert journal.head(t) == Head(0, "")
        assert journal.verify(t, Head(0, "")) == 0


def test_a_journal_that_went_on_still_holds_an_older_head(store: Store, owner: Who, head: Head) -> None:
    with store.transaction() as t:
        journal.write(t, owner, "draft.rename", "draft1", NOW)
        assert journal.verify(t, head) == LINES + 1


@pytest.mark.parametrize("attack", ATTACKS)
def test_every_attack_shows(store: Store, head: Head, attack: object) -> None:
    assert [seed for seed in range(25) if not found(store, head, attack, seed)] == []


def test_without_the_head_a_cut_tail_would_not_show(store: Store, head: Head) -> None:
    assert not found(store, Head(0, ""), cut_the_tail, 1)


def test_a_chain_made_without_the_key_does_not_hold(store: Store, head: Head) -> None:
    def rewrite(t: Transaction, chance: random.Random) -> None:
        before = ""
        for row in t.connection.execute(select(TABLE).order_by(TABLE.c.number)).all():
            words = (row.actor, row.role, row.act, "forged", row.result)
            before = journal._hash(bytes(32), before, row.number, tables.written(row.at), *words)
            forged = update(TABLE).where(TABLE.c.number == row.number).values(object="forged", hash=before)
            t.connection.execute(forged)

    assert found(store, Head(0, ""), rewrite, 0)


@pytest.mark.parametrize(
    "fact", ["Rosa Delgado", "816-555-0142 at night", "he said so", "", "a" * 81, "línea", "two\nlines"]
)
def test_anything_like_a_fact_is_refused(store: Store, owner: Who, fact: str) -> None:
    for words in ((fact, "id", "done"), ("act", fact, "done"), ("act", "id", fact)):
        with store.transaction() as t, pytest.raises(ValueError, match="plain words"):
            journal.write(t, owner, words[0], words[1], NOW, words[2])


def test_the_lines_about_one_id_come_in_order(store: Store, owner: Who, head: Head) -> None:
    with store.transaction() as t:
        journal.write(t, owner, "draft.rename", "draft3", NOW, "refused")
        lines = journal.lines(t, "draft3")
    assert [(line.number, line.act, line.result) for line in lines] == [
        (4, "draft.answer", "done"),
        (LINES + 1, "draft.rename", "refused"),
    ]
    assert {(line.actor, line.role) for line in lines} == {(owner.id, "owner")}


def test_an_act_undone_leaves_no_line(store: Store, owner: Who, head: Head) -> None:
    def act_and_fail() -> None:
        with store.transaction() as t:
            journal.write(t, owner, "draft.delete", "draft1", NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act_and_fail()
    with store.reading() as t:
        assert journal.head(t) == head
