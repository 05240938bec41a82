"""Requests have one effect, editions stay what they were, and lifted gates say who lifted them and why."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select, update

from app.store import answers, drafts, editions, lifts, once, tables
from app.store.changes import Put
from app.store.drafts import Draft
from app.store.errors import NotFound, Repeated, Tampered
from app.store.lifts import Lift
from app.store.store import Store
from app.store.who import Who
from tests.store.conftest import NOW

FILES = {"questionnaire.yaml": b"form: mo/wage_claim\n" * 200, "templates/letter.docx": bytes(range(256))}

packages = st.dictionaries(st.text(min_size=1, max_size=8), st.binary(max_size=40), max_size=4)


def act(store: Store, who: Who, draft: Draft, key: str) -> object:
    """Add an answer and say how many there are, once for each key."""
    with store.transaction() as t:
        outcome = once.remember(t, who, key)
        if outcome is None:
            revision = answers.load(t, who, draft.id).revision
            answers.save(t, who, draft.id, revision, [Put(f"q{revision}", "given")], NOW)
            outcome = {"revision": revision + 1}
            once.finish(t, who, key, outcome, NOW)
        return outcome


def effects(store: Store, who: Who, draft: Draft) -> int:
    with store.reading() as t:
        return len(answers.load(t, who, draft.id).answers)


def test_a_request_sent_fifty_times_has_one_effect(store: Store, owner: Who, draft: Draft) -> None:
    outcomes = [act(store, owner, draft, "key") for _ in range(50)]
    assert outcomes == [{"revision": 1}] * 50
    assert effects(store, owner, draft) == 1


def test_a_request_sent_by_eight_threads_at_once_has_one_effect(
    store: Store, owner: Who, draft: Draft
) -> None:
    threads = [threading.Thread(target=act, args=(store, owner, draft, "key")) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert effects(store, owner, draft) == 1


def test_different_keys_are_different_requests(store: Store, owner: Who, draft: Draft) -> None:
    for key in ("a", "b", "a", "c", "b"):
        act(store, owner, draft, key)
    assert effects(store, owner, draft) == 3


def test_an_act_that_failed_may_be_tried_again(store: Store, owner: Who, draft: Draft) -> None:
    def finish_and_fail() -> None:
        with store.transaction() as t:
            once.finish(t, owner, "key", {"revision": 1}, NOW)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        finish_and_fail()
    act(store, owner, draft, "key")
    assert effects(store, owner, draft) == 1


def test_finishing_twice_is_told(store: Store, owner: Who) -> None:
    with store.transaction() as t:
        once.finish(t, owner, "key", True, NOW)
    with pytest.raises(Repeated), store.transaction() as t:
        once.finish(t, owner, "key", True, NOW)


def test_an_outcome_cannot_be_nothing(store: Store, owner: Who) -> None:
    with store.transaction() as t, pytest.raises(ValueError, match="outcome"):
        once.finish(t, owner, "key", None, NOW)


def test_old_requests_are_forgotten(store: Store, owner: Who) -> None:
    with store.transaction() as t:
        once.finish(t, owner, "old", True, NOW)
        once.finish(t, owner, "new", True, NOW + timedelta(days=2))
        assert once.forget(t, NOW + timedelta(days=1)) == 1
        assert (once.remember(t, owner, "old"), once.remember(t, owner, "new")) == (None, True)


def test_an_edition_comes_back_byte_by_byte(store: Store) -> None:
    with store.transaction() as t:
        assert editions.fetch(t, editions.keep(t, FILES, NOW)) == FILES


def test_an_edition_is_stored_once_and_small(store: Store) -> None:
    with store.transaction() as t:
        first = editions.keep(t, FILES, NOW)
        assert editions.keep(t, dict(reversed(FILES.items())), NOW) == first == editions.digest(FILES)
        stored = t.connection.execute(tables.edition.select()).all()
    assert len(stored) == 1
    assert len(stored[0].content) < len(FILES["questionnaire.yaml"])


@given(packages, packages)
def test_different_editions_have_different_hashes(some: dict[str, bytes], others: dict[str, bytes]) -> None:
    assert (editions.digest(some) == editions.digest(others)) == (some == others)


def test_name_and_content_cannot_slide_into_one_another() -> None:
    assert editions.digest({"ab": b"c"}) != editions.digest({"a": b"bc"})


def test_an_edition_never_kept_is_not_found(store: Store) -> None:
    with store.reading() as t, pytest.raises(NotFound):
        editions.fetch(t, "0" * 64)


@pytest.mark.parametrize("change", [lambda kept: b"", lambda kept: kept[:300], lambda kept: kept[::-1]])
def test_an_edition_changed_behind_our_back_is_refused(
    store: Store, change: Callable[[bytes], bytes]
) -> None:
    with store.transaction() as t:
        hash = editions.keep(t, FILES, NOW)
        kept = t.connection.execute(select(tables.edition.c.content)).scalar_one()
        t.connection.execute(update(tables.edition).values(content=change(kept)))
        with pytest.raises(Tampered):
            editions.fetch(t, hash)


def test_a_draft_stays_with_its_edition(store: Store, owner: Who, draft: Draft) -> None:
    with store.transaction() as t:
        drafts.pin(t, owner, draft.id, editions.keep(t, FILES, NOW), NOW)
        drafts.rename(t, owner, draft.id, "Another title", NOW)
        found = drafts.find(t, owner, draft.id)
    assert found.edition == editions.digest(FILES)
    assert (found.form, found.title) == ("mo/wage_claim", "Another title")


def lift(store: Store, who: Who, draft: Draft, gate: str, minutes: int = 0) -> Lift:
    with store.transaction() as t:
        at = NOW + timedelta(minutes=minutes)
        return lifts.lift(t, who, draft.id, gate, "Dana Whitfield", "70001", "Counsel agreed", at)


def test_a_lift_says_who_why_and_at_which_revision(store: Store, owner: Who, draft: Draft) -> None:
    act(store, owner, draft, "key")
    made = lift(store, owner, draft, "represented")
    assert made == Lift("represented", "Dana Whitfield", "70001", "Counsel agreed", 1, "Dana Whitfield", NOW)
    with store.reading() as t:
        assert lifts.lifted(t, owner, draft.id) == (made,)


def test_lifts_come_oldest_first(store: Store, owner: Who, draft: Draft) -> None:
    lift(store, owner, draft, "second", 2)
    lift(store, owner, draft, "first", 1)
    with store.reading() as t:
        assert [made.gate for made in lifts.lifted(t, owner, draft.id)] == ["first", "second"]


def test_a_withdrawn_lift_is_no_longer_in_force(store: Store, owner: Who, draft: Draft) -> None:
    lift(store, owner, draft, "represented")
    lift(store, owner, draft, "at work")
    with store.transaction() as t:
        lifts.withdraw(t, owner, draft.id, "represented", NOW)
        assert [made.gate for made in lifts.lifted(t, owner, draft.id)] == ["at work"]


def test_a_gate_that_was_not_lifted_cannot_be_withdrawn(store: Store, owner: Who, draft: Draft) -> None:
    with store.transaction() as t, pytest.raises(NotFound):
        lifts.withdraw(t, owner, draft.id, "represented", NOW)


def test_a_lift_handed_to_another_draft_is_refused(store: Store, owner: Who, draft: Draft) -> None:
    lift(store, owner, draft, "represented")
    with store.transaction() as t:
        other = drafts.start(t, owner, "mo/wage_claim", "Other", NOW, matter=draft.matter)
        t.connection.execute(update(tables.lift).values(draft_id=other.id))
        with pytest.raises(Tampered):
            lifts.lifted(t, owner, other.id)
