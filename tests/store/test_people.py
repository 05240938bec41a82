"""People, the links they sign in with, and the sessions they get."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from app.store import links, people, sessions, tables
from app.store.errors import NotFound, Tampered
from app.store.sessions import CLIENT, SHARED, STAFF, Limits
from app.store.store import Store
from app.store.who import COMMAND_LINE, Who
from tests.store.conftest import NOW

MINUTE = timedelta(minutes=1)


@pytest.fixture
def token(store: Store, owner: Who) -> str:
    with store.transaction() as t:
        return sessions.start(t, owner.id, NOW)


def accepted(store: Store, token: str, now: datetime) -> bool:
    with store.reading() as t:
        try:
            sessions.find(t, token, now)
        except NotFound:
            return False
    return True


def redeemed(store: Store, token: str, now: datetime) -> Who | None:
    try:
        with store.transaction() as t:
            return links.redeem(t, token, now)
    except NotFound:
        return None


def link(store: Store, who: Who) -> str:
    with store.transaction() as t:
        return links.issue(t, who.id, NOW)


def test_people_come_back_as_they_were_added(store: Store, owner: Who) -> None:
    with store.reading() as t:
        found = people.find(t, owner, owner.id)
    assert (found.name, found.bar_number, found.role) == ("Dana Whitfield", "70001", "owner")
    assert found.who == owner


def test_everyone_is_listed_in_the_order_they_came(store: Store, owner: Who) -> None:
    with store.transaction() as t:
        people.create(t, COMMAND_LINE, "Robin Castellan", NOW + MINUTE)
        assert [person.name for person in people.everyone(t, owner)] == ["Dana Whitfield", "Robin Castellan"]


def test_somebody_disabled_is_gone_at_once(store: Store, owner: Who, token: str) -> None:
    unused = link(store, owner)
    with store.transaction() as t:
        people.disable(t, COMMAND_LINE, owner.id, NOW)
        assert people.everyone(t, owner) == ()
    assert not accepted(store, token, NOW)
    assert redeemed(store, unused, NOW) is None


def test_somebody_disabled_gets_no_link_and_no_session(store: Store, owner: Who) -> None:
    with store.transaction() as t:
        people.disable(t, COMMAND_LINE, owner.id, NOW)
        for begin in (links.issue, sessions.start):
            with pytest.raises(NotFound):
                begin(t, owner.id, NOW)


def test_a_link_says_whose_it_is(store: Store, owner: Who) -> None:
    assert redeemed(store, link(store, owner), NOW + MINUTE) == owner


def test_a_link_works_once(store: Store, owner: Who) -> None:
    issued = link(store, owner)
    assert [redeemed(store, issued, NOW) is None for _ in range(5)] == [False, True, True, True, True]


@pytest.mark.parametrize(
    ("after", "works"),
    [
        (timedelta(0), True),
        (14.99 * MINUTE, True),
        (15 * MINUTE, False),
        (timedelta(days=3650), False),
        (-4 * MINUTE, True),
        (-6 * MINUTE, False),
        (-timedelta(days=3650), False),
    ],
)
def test_a_link_works_for_a_quarter_of_an_hour(
    store: Store, owner: Who, after: timedelta, works: bool
) -> None:
    assert (redeemed(store, link(store, owner), NOW + after) is not None) == works


def test_a_guess_opens_nothing(store: Store, owner: Who) -> None:
    issued = link(store, owner)
    guesses = [issued[:-1] + letter for letter in "ABCDEFGH" if letter != issued[-1]] + ["", "' OR 1=1 --"]
    assert [redeemed(store, guess, NOW) for guess in guesses] == [None] * len(guesses)


def test_a_token_has_256_bits_and_is_not_kept(store: Store, owner: Who, token: str) -> None:
    assert len(token) >= 43
    with store.reading() as t:
        rows = t.connection.execute(select(tables.session)).all()
    assert token not in str(rows)


def test_a_session_says_who_and_what(store: Store, owner: Who, token: str) -> None:
    with store.transaction() as t:
        sessions.put(t, token, {"message": "Saved."}, NOW)
        found = sessions.find(t, token, NOW)
    assert (found.who, found.data) == (owner, {"message": "Saved."})
    assert found.ends_at == NOW + STAFF.absolute


@pytest.mark.parametrize("limits", [STAFF, CLIENT, SHARED])
def test_a_session_ends_when_it_lies_idle(store: Store, owner: Who, limits: Limits) -> None:
    with store.transaction() as t:
        token = sessions.start(t, owner.id, NOW, limits)
    assert accepted(store, token, NOW + limits.idle - timedelta(seconds=1))
    assert not accepted(store, token, NOW + limits.idle)


@pytest.mark.parametrize("limits", [STAFF, CLIENT, SHARED])
def test_a_session_ends_however_busy_it_is(store: Store, owner: Who, limits: Limits) -> None:
    with store.transaction() as t:
        token = sessions.start(t, owner.id, NOW, limits)
    moment = NOW
    while moment <= NOW + limits.absolute and accepted(store, token, moment):
        with store.transaction() as t:
            sessions.touch(t, token, moment)
        moment += 2 * MINUTE
    assert moment == NOW + limits.absolute


def test_touching_writes_once_a_minute(store: Store, token: str) -> None:
    with store.transaction() as t:
        sessions.touch(t, token, NOW + 0.9 * MINUTE)
        found = sessions.find(t, token, NOW + 0.9 * MINUTE)
        assert found.seen_at == NOW
        assert not sessions.due(found, NOW + 0.9 * MINUTE)
        assert sessions.due(found, NOW + MINUTE)


def test_a_clock_set_back_makes_no_session_longer(store: Store, token: str) -> None:
    assert not accepted(store, token, NOW - timedelta(hours=7))


def test_an_ended_session_is_never_accepted_again(store: Store, token: str) -> None:
    with store.transaction() as t:
        sessions.end(t, token)
    assert not any(accepted(store, token, NOW + second * timedelta(seconds=1)) for second in range(500))


def test_rotating_leaves_one_token_with_the_same_person_data_and_end(store: Store, token: str) -> None:
    with store.transaction() as t:
        sessions.put(t, token, {"message": "Saved."}, NOW)
        before = sessions.find(t, token, NOW)
        fresh = sessions.rotate(t, token, NOW)
        assert sessions.find(t, fresh, NOW) == before
    assert fresh != token
    assert not accepted(store, token, NOW)


def test_signing_out_everywhere_ends_every_session(store: Store, owner: Who, token: str) -> None:
    with store.transaction() as t:
        other = sessions.start(t, owner.id, NOW)
        assert sessions.end_all(t, owner.id) == 2
    assert not accepted(store, token, NOW)
    assert not accepted(store, other, NOW)


def test_signing_out_everywhere_leaves_others_signed_in(store: Store, stranger: Who, token: str) -> None:
    with store.transaction() as t:
        sessions.end_all(t, stranger.id)
    assert accepted(store, token, NOW)


@pytest.mark.parametrize("change", [sessions.touch, sessions.rotate])
def test_nothing_can_be_done_with_a_session_that_is_over(store: Store, token: str, change: object) -> None:
    with pytest.raises(NotFound), store.transaction() as t:
        change(t, token, NOW + STAFF.idle)  # type: ignore[operator]


def test_forgetting_removes_only_what_is_over(store: Store, owner: Who, token: str) -> None:
    later = NOW + STAFF.idle
    link(store, owner)
    with store.transaction() as t:
        fresh = sessions.start(t, owner.id, later)
        assert sessions.forget(t, later) == 1
        assert t.connection.scalar(select(func.count()).select_from(tables.sign_in)) == 0
    assert accepted(store, fresh, later)


def test_a_session_handed_to_somebody_else_is_refused(store: Store, stranger: Who, token: str) -> None:
    with store.transaction() as t:
        t.connection.execute(update(tables.session).values(person_id=stranger.id))
    with pytest.raises(Tampered):
        accepted(store, token, NOW)
