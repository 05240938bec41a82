"""What belongs to somebody else answers exactly like what never was, in every function that takes an id."""

import inspect
from collections.abc import Callable
from types import ModuleType

import pytest

from app.store import answers, approvals, drafts, lifts, matters, once, people
from app.store.changes import Put
from app.store.drafts import Draft
from app.store.errors import NotFound
from app.store.ids import new_id
from app.store.store import Store
from app.store.transaction import Transaction
from app.store.who import COMMAND_LINE, Who
from tests.store.approved import approve
from tests.store.conftest import NOW

Call = Callable[[Transaction, Who, Draft], object]

CALLS: dict[str, Call] = {
    "matters.find": lambda t, who, d: matters.find(t, who, d.matter),
    "matters.rename": lambda t, who, d: matters.rename(t, who, d.matter, "taken", NOW),
    "matters.unlock": lambda t, who, d: matters.unlock(t, who, d.matter),
    "drafts.start": lambda t, who, d: drafts.start(t, who, "mo/wage_claim", "taken", NOW, matter=d.matter),
    "drafts.find": lambda t, who, d: drafts.find(t, who, d.id),
    "drafts.rename": lambda t, who, d: drafts.rename(t, who, d.id, "taken", NOW),
    "drafts.pin": lambda t, who, d: drafts.pin(t, who, d.id, "0" * 64, NOW),
    "drafts.delete": lambda t, who, d: drafts.delete(t, who, d.id),
    "drafts.unlock": lambda t, who, d: drafts.unlock(t, who, d.id),
    "answers.load": lambda t, who, d: answers.load(t, who, d.id),
    "answers.save": lambda t, who, d: answers.save(t, who, d.id, 1, [Put("wage", "taken")], NOW),
    "lifts.lift": lambda t, who, d: lifts.lift(t, who, d.id, "represented", "n", "1", "r", NOW),
    "lifts.lifted": lambda t, who, d: lifts.lifted(t, who, d.id),
    "lifts.withdraw": lambda t, who, d: lifts.withdraw(t, who, d.id, "represented", NOW),
    "approvals.approve": lambda t, who, d: approve(t, who, d, b"taken"),
    "approvals.latest": lambda t, who, d: approvals.latest(t, who, d.id),
    "approvals.files": lambda t, who, d: approvals.files(t, who, d.id, ()),
    "approvals.withdraw": lambda t, who, d: approvals.withdraw(t, who, d.id, "withdrawn", NOW),
}
LISTS: dict[str, Callable[[Transaction, Who], object]] = {
    "matters.listed": matters.listed,
    "drafts.listed": drafts.listed,
}
STARTS = {"matters.start"}
MODULES: tuple[ModuleType, ...] = (matters, drafts, answers, lifts, approvals)


def scoped() -> set[str]:
    """Every public function of these modules that acts for somebody."""
    return {
        f"{module.__name__.rpartition('.')[2]}.{name}"
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if "who" in inspect.signature(function).parameters
    }


@pytest.fixture
def full(store: Store, owner: Who, draft: Draft) -> Draft:
    with store.transaction() as t:
        answers.save(t, owner, draft.id, 0, [Put("wage", "12.50")], NOW)
        lifts.lift(t, owner, draft.id, "represented", "Dana Whitfield", "70001", "Called counsel", NOW)
        drafts.pin(t, owner, draft.id, "0" * 64, NOW)
        approve(t, owner, drafts.find(t, owner, draft.id), b"clean")
        return drafts.find(t, owner, draft.id)


def refusal(store: Store, who: Who, draft: Draft, call: Call) -> tuple[type[BaseException], str, object]:
    with pytest.raises(NotFound) as refused, store.transaction() as t:
        call(t, who, draft)
    return type(refused.value), str(refused.value), refused.value.args


def test_every_function_that_acts_for_somebody_is_tried_here() -> None:
    assert scoped() == CALLS.keys() | LISTS.keys() | STARTS


@pytest.mark.parametrize("name", CALLS)
def test_somebody_elses_answers_like_what_never_was(
    store: Store, stranger: Who, full: Draft, name: str
) -> None:
    nowhere = Draft(new_id(), new_id(), "", "", None, 0, NOW, NOW)
    assert refusal(store, stranger, full, CALLS[name]) == refusal(store, stranger, nowhere, CALLS[name])


@pytest.mark.parametrize("name", CALLS)
def test_what_never_was_is_refused_to_the_owner_too(store: Store, owner: Who, name: str) -> None:
    nowhere = Draft(new_id(), new_id(), "", "", None, 0, NOW, NOW)
    assert refusal(store, owner, nowhere, CALLS[name])


@pytest.mark.parametrize("name", CALLS)
def test_the_owner_may_do_it(store: Store, owner: Who, full: Draft, name: str) -> None:
    with store.transaction() as t:
        CALLS[name](t, owner, full)


def test_strangers_attempts_change_nothing(store: Store, owner: Who, stranger: Who, full: Draft) -> None:
    def state() -> object:
        with store.reading() as t:
            found = drafts.find(t, owner, full.id), matters.find(t, owner, full.matter)
            return (
                *found,
                answers.load(t, owner, full.id),
                lifts.lifted(t, owner, full.id),
            ), approvals.latest(t, owner, full.id)

    before = state()
    for call in CALLS.values():
        refusal(store, stranger, full, call)
    assert state() == before


@pytest.mark.parametrize("name", LISTS)
def test_lists_show_only_ones_own(store: Store, owner: Who, stranger: Who, full: Draft, name: str) -> None:
    with store.reading() as t:
        assert len(LISTS[name](t, owner)) == 1  # type: ignore[arg-type]
        assert LISTS[name](t, stranger) == ()


def test_the_command_line_owns_nothing(store: Store, full: Draft) -> None:
    with store.reading() as t:
        assert drafts.listed(t, COMMAND_LINE) == ()


def test_the_same_key_by_two_people_is_two_requests(store: Store, owner: Who, stranger: Who) -> None:
    with store.transaction() as t:
        once.finish(t, owner, "key", {"revision": 1}, NOW)
        assert once.remember(t, stranger, "key") is None


def test_a_person_who_never_was_is_not_found(store: Store, owner: Who) -> None:
    with store.reading() as t, pytest.raises(NotFound):
        people.find(t, owner, new_id())
