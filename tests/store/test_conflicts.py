"""Nobody overwrites anybody: a save from an old revision is refused, in whatever order people save."""

import random
import threading

import pytest

from app.store import answers, drafts
from app.store.changes import Put
from app.store.drafts import Draft
from app.store.errors import Conflict
from app.store.store import Store
from app.store.who import Who
from tests.store.conftest import NOW


def save(store: Store, who: Who, draft: str, revision: int, raw: object, *, shared: bool = False) -> int:
    with store.transaction() as t:
        return answers.save(t, who, draft, revision, [Put("log", raw, shared=shared)], NOW)  # type: ignore[arg-type]


def log(store: Store, who: Who, draft: str, *, shared: bool = False) -> tuple[int, list[int]]:
    """The revision and the list kept as the one answer: what an editor sees before adding to it."""
    with store.reading() as t:
        saved = answers.load(t, who, draft)
    found = [answer.raw for answer in saved.answers if answer.shared == shared]
    return saved.revision, list(found[0]) if found else []  # type: ignore[arg-type]


@pytest.fixture
def second(store: Store, owner: Who, draft: Draft) -> Draft:
    """Another draft of the same matter."""
    with store.transaction() as t:
        return drafts.start(t, owner, "mo/wage_claim", "Second", NOW, matter=draft.matter)


def test_a_save_from_an_old_revision_is_refused(store: Store, owner: Who, draft: Draft) -> None:
    save(store, owner, draft.id, 0, [1])
    with pytest.raises(Conflict) as refused:
        save(store, owner, draft.id, 0, [2])
    assert refused.value.current == 1
    assert log(store, owner, draft.id) == (1, [1])


def test_a_save_from_a_revision_to_come_is_refused(store: Store, owner: Who, draft: Draft) -> None:
    with pytest.raises(Conflict):
        save(store, owner, draft.id, 7, [1])


def test_a_shared_answer_saved_in_another_draft_counts(
    store: Store, owner: Who, draft: Draft, second: Draft
) -> None:
    save(store, owner, second.id, 0, [1], shared=True)
    with pytest.raises(Conflict):
        save(store, owner, draft.id, 0, [2])


def test_another_drafts_own_answer_is_no_conflict(
    store: Store, owner: Who, draft: Draft, second: Draft
) -> None:
    save(store, owner, second.id, 0, [1])
    assert save(store, owner, draft.id, 0, [2]) == 1


@pytest.mark.parametrize("seed", range(10))
def test_a_hundred_interleavings_lose_nothing(
    store: Store, owner: Who, draft: Draft, second: Draft, seed: int
) -> None:
    chance = random.Random(seed)
    seen = {editor: log(store, owner, draft.id, shared=True) for editor in range(4)}
    accepted: list[int] = []
    for number in range(100):
        editor = chance.randrange(4)
        home = draft.id if editor % 2 else second.id
        if chance.random() < 0.5:
            seen[editor] = log(store, owner, home, shared=True)
        revision, read = seen[editor]
        try:
            seen[editor] = (save(store, owner, home, revision, [*read, number], shared=True), [*read, number])
            accepted.append(number)
        except Conflict:
            continue
    assert log(store, owner, draft.id, shared=True)[1] == accepted
    assert 10 < len(accepted) < 100


def test_without_the_revision_the_same_interleavings_would_lose_something() -> None:
    chance = random.Random(0)
    kept: list[int] = []
    seen: dict[int, list[int]] = dict.fromkeys(range(4), [])
    for number in range(100):
        editor = chance.randrange(4)
        if chance.random() < 0.5:
            seen[editor] = kept
        kept = seen[editor] = [*seen[editor], number]
    assert kept != list(range(100))


def test_eight_editors_at_once_lose_nothing(store: Store, owner: Who, draft: Draft) -> None:
    accepted: list[int] = []

    def edit(editor: int) -> None:
        for turn in range(12):
            while True:
                revision, read = log(store, owner, draft.id)
                try:
                    save(store, owner, draft.id, revision, [*read, 100 * editor + turn])
                except Conflict:
                    continue
                accepted.append(100 * editor + turn)
                break

    editors = [threading.Thread(target=edit, args=(editor,)) for editor in range(8)]
    for thread in editors:
        thread.start()
    for thread in editors:
        thread.join()
    revision, kept = log(store, owner, draft.id)
    assert sorted(kept) == sorted(accepted)
    assert revision == len(kept) == 96
