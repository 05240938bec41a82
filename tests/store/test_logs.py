"""Logs at their most talkative, and the errors of every failing call, show no fact, no token and no key."""

import logging
import traceback
from collections.abc import Callable, Iterator
from itertools import count

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from app.store import answers, drafts, editions, lifts, links, matters, once, people, sessions, tables
from app.store.changes import Put, RemoveItem
from app.store.drafts import Draft
from app.store.errors import StoreError
from app.store.store import Store
from app.store.transaction import Transaction
from app.store.who import COMMAND_LINE, Who
from tests.store import planted
from tests.store.conftest import NOW
from tests.store.test_at_rest import FACTS, sow

Act = Callable[[Transaction, Who, Draft, str], object]

FAILING: list[Act] = [
    lambda t, who, d, fact: drafts.find(t, who, fact),
    lambda t, who, d, fact: drafts.rename(t, who, fact, fact, NOW),
    lambda t, who, d, fact: drafts.rename(t, who, d.id, fact, NOW.replace(tzinfo=None)),
    lambda t, who, d, fact: matters.find(t, who, fact),
    lambda t, who, d, fact: matters.start(t, Who(fact, fact, fact), fact, NOW),
    lambda t, who, d, fact: answers.save(t, who, d.id, 9, [Put(fact, fact)], NOW),
    lambda t, who, d, fact: answers.save(t, who, d.id, 0, [Put(fact, {fact: object()})], NOW),  # type: ignore[dict-item]
    lambda t, who, d, fact: answers.save(t, who, d.id, 0, [Put(fact, {fact: float("nan")})], NOW),
    lambda t, who, d, fact: answers.save(t, who, d.id, 0, [Put(fact, fact, item=fact)], NOW),
    lambda t, who, d, fact: answers.save(t, who, d.id, 0, [RemoveItem(fact)], NOW),
    lambda t, who, d, fact: lifts.withdraw(t, who, d.id, fact, NOW),
    lambda t, who, d, fact: links.redeem(t, fact, NOW),
    lambda t, who, d, fact: sessions.find(t, fact, NOW),
    lambda t, who, d, fact: people.find(t, who, fact),
    lambda t, who, d, fact: editions.fetch(t, fact),
    lambda t, who, d, fact: twice(t, who, fact),
    lambda t, who, d, fact: t.connection.execute(tables.draft.insert().values(id=fact, matter_id=fact)),
    lambda t, who, d, fact: t.connection.execute(text("SELECT :fact FROM nowhere"), {"fact": fact}),
]


def twice(t: Transaction, who: Who, fact: str) -> None:
    once.finish(t, who, fact, fact, NOW)
    once.finish(t, who, fact, fact, NOW)


class Said(logging.Handler):
    """Keeps every line that is logged, formatted, with its error."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def facts(self) -> list[str]:
        everything = "\n".join(self.lines).encode("utf-8", "surrogatepass")
        return [fact for fact in FACTS if any(disguise in everything for disguise in planted.disguises(fact))]


@pytest.fixture
def said() -> Iterator[Said]:
    handler, root = Said(), logging.getLogger()
    names = ("sqlalchemy", "sqlalchemy.engine", "sqlalchemy.pool", "alembic")
    levels = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.addHandler(handler)
    yield handler
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def fail(store: Store, act: Act, who: Who, draft: Draft, fact: str) -> None:
    """Let an act fail and log its error with everything a log may hold."""
    try:
        with store.transaction() as t:
            act(t, who, draft, fact)
    except (StoreError, SQLAlchemyError, TypeError, ValueError) as error:
        logging.getLogger("draftwell").exception("failed: %r %s", error, error)
        logging.getLogger("draftwell").error("".join(traceback.format_exception(error)))
    else:
        pytest.fail("this act was to fail")


def fail_often(store: Store, who: Who, draft: Draft, times: int) -> None:
    facts = count()
    for _ in range(times):
        for act in FAILING:
            fail(store, act, who, draft, FACTS[next(facts) % len(FACTS)])


def test_three_hundred_errors_show_no_fact(store: Store, owner: Who, draft: Draft, said: Said) -> None:
    fail_often(store, owner, draft, 17)
    assert len(said.lines) > 600
    assert said.facts() == []


def test_a_talkative_log_of_planting_shows_no_fact(store: Store, said: Said) -> None:
    sow(store)
    assert any("INSERT INTO answer" in line for line in said.lines)
    assert said.facts() == []


def test_a_talkative_log_shows_no_token(store: Store, owner: Who, said: Said) -> None:
    with store.transaction() as t:
        tokens = [links.issue(t, owner.id, NOW), sessions.start(t, owner.id, NOW)]
        links.redeem(t, tokens[0], NOW)
        sessions.find(t, tokens[1], NOW)
    assert not [line for line in said.lines for token in tokens if token in line]


def test_parameters_would_show_if_they_were_not_hidden(said: Said) -> None:
    open_engine = create_engine("sqlite://")
    with open_engine.connect() as connection:
        connection.execute(text("SELECT :fact"), {"fact": FACTS[0]})
    open_engine.dispose()
    assert said.facts() == [FACTS[0]]


def test_no_object_of_the_store_shows_a_fact(store: Store, said: Said) -> None:
    sow(store)
    with store.reading() as t:
        who = people.everyone(t, COMMAND_LINE)[0].who
        for draft in drafts.listed(t, who):
            logging.getLogger("draftwell").error("%r", (draft, lifts.lifted(t, who, draft.id), who, t, store))
            logging.getLogger("draftwell").error("%r", matters.find(t, who, draft.matter))
    assert said.facts() == []
