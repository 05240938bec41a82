"""What was saved comes back as it was given; shared answers belong to the matter, items own their answers."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import update

from app.store import answers, drafts, tables
from app.store.changes import AddItem, Change, MoveItem, Put, Remove, RemoveItem, Saved, SavedAnswer
from app.store.drafts import Draft
from app.store.errors import NotFound, Tampered
from app.store.store import Store
from app.store.who import Who
from tests.store.conftest import NOW
from tests.store.test_vault import raws


class Desk:
    """One person at one draft, saving from whatever revision is the latest."""

    def __init__(self, store: Store, who: Who, draft: Draft) -> None:
        self.store, self.who, self.draft = store, who, draft

    def load(self) -> Saved:
        with self.store.reading() as t:
            return answers.load(t, self.who, self.draft.id)

    def save(self, *changes: Change) -> int:
        revision = self.load().revision
        with self.store.transaction() as t:
            return answers.save(t, self.who, self.draft.id, revision, changes, NOW)

    def raws(self) -> dict[tuple[str, str | None], object]:
        return {(answer.question, answer.item): answer.raw for answer in self.load().answers}

    def items(self) -> list[tuple[str, str, int]]:
        return [(item.list, item.id, item.position) for item in self.load().items]


@pytest.fixture
def desk(store: Store, owner: Who, draft: Draft) -> Desk:
    return Desk(store, owner, draft)


@pytest.fixture
def neighbour(store: Store, owner: Who, draft: Draft) -> Desk:
    """The same person at another draft of the same matter."""
    with store.transaction() as t:
        return Desk(store, owner, drafts.start(t, owner, "mo/name_change", "Name", NOW, matter=draft.matter))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(raw=raws, question=st.text(min_size=1, max_size=30))
def test_any_answer_to_any_question_comes_back_the_same(desk: Desk, raw: object, question: str) -> None:
    desk.save(Put(question, raw))
    assert desk.raws()[question, None] == raw


def test_a_new_draft_has_no_answers(desk: Desk) -> None:
    assert desk.load() == Saved(0, (), ())


def test_a_new_answer_replaces_the_old_one(desk: Desk) -> None:
    desk.save(Put("wage", "12.50"))
    desk.save(Put("wage", "13.75"))
    assert desk.raws() == {("wage", None): "13.75"}


def test_the_last_of_two_answers_in_one_save_counts(desk: Desk) -> None:
    desk.save(Put("wage", "12.50"), Put("wage", "13.75"))
    assert desk.raws() == {("wage", None): "13.75"}


def test_an_answer_says_whence_by_whom_and_when(desk: Desk) -> None:
    desk.save(Put("wage", "12.50", source="file"))
    expected = SavedAnswer("wage", None, False, "12.50", "file", "Dana Whitfield", NOW)
    assert desk.load().answers == (expected,)


def test_a_removed_answer_is_gone(desk: Desk) -> None:
    desk.save(Put("wage", "12.50"))
    desk.save(Remove("wage"))
    assert desk.raws() == {}


def test_removing_what_was_never_given_does_no_harm(desk: Desk) -> None:
    desk.save(Remove("wage"), Remove("hours", item="nowhere"))
    assert desk.raws() == {}


def test_every_save_moves_the_revision_by_one(desk: Desk) -> None:
    assert [desk.save(Put("wage", str(i), shared=i % 2 == 0)) for i in range(6)] == [1, 2, 3, 4, 5, 6]


def test_saving_nothing_moves_nothing(desk: Desk) -> None:
    assert desk.save() == 0


def test_items_come_back_in_their_order(desk: Desk) -> None:
    desk.save(AddItem("weeks", "b", 2), AddItem("weeks", "a", 1), AddItem("helpers", "z", 9))
    assert desk.items() == [("helpers", "z", 9), ("weeks", "a", 1), ("weeks", "b", 2)]


def test_an_item_can_be_moved(desk: Desk) -> None:
    desk.save(AddItem("weeks", "a", 1), AddItem("weeks", "b", 2))
    desk.save(MoveItem("a", 3))
    assert desk.items() == [("weeks", "b", 2), ("weeks", "a", 3)]


def test_adding_an_item_again_moves_it_and_keeps_its_answers(desk: Desk) -> None:
    desk.save(AddItem("weeks", "a", 1), Put("hours", "40", item="a"))
    desk.save(AddItem("weeks", "a", 5))
    assert desk.items() == [("weeks", "a", 5)]
    assert desk.raws() == {("hours", "a"): "40"}


def test_a_removed_item_takes_its_answers_along(desk: Desk) -> None:
    desk.save(AddItem("weeks", "a", 1), AddItem("weeks", "b", 2))
    desk.save(Put("hours", "40", item="a"), Put("hours", "50", item="b"), Put("wage", "12.50"))
    desk.save(RemoveItem("a"))
    assert desk.raws() == {("hours", "b"): "50", ("wage", None): "12.50"}


def test_an_item_may_be_added_answered_and_removed_in_one_save(desk: Desk) -> None:
    desk.save(AddItem("weeks", "a", 1), Put("hours", "40", item="a"), RemoveItem("a"))
    assert desk.load().items == desk.load().answers == ()


def test_an_item_removed_in_a_save_is_not_there_for_the_rest_of_it(desk: Desk) -> None:
    desk.save(AddItem("weeks", "a", 1))
    with pytest.raises(NotFound):
        desk.save(RemoveItem("a"), Put("hours", "40", item="a"))


def test_the_same_item_id_in_two_drafts_is_two_items(desk: Desk, neighbour: Desk) -> None:
    desk.save(AddItem("weeks", "1", 1), Put("hours", "40", item="1"))
    neighbour.save(AddItem("names", "1", 1), Put("hours", "7", item="1"))
    neighbour.save(RemoveItem("1"))
    assert desk.raws() == {("hours", "1"): "40"}


ABOUT_NOTHING = [
    Put("hours", "40", item="x"),
    Put("hours", "40", item="a", shared=True),
    RemoveItem("x"),
    RemoveItem("a", shared=True),
    MoveItem("x", 1),
]


@pytest.mark.parametrize("change", ABOUT_NOTHING)
def test_a_change_about_an_item_that_is_not_there_changes_nothing(desk: Desk, change: Change) -> None:
    desk.save(AddItem("weeks", "a", 1))
    with pytest.raises(NotFound):
        desk.save(Put("wage", "12.50"), change)
    assert desk.raws() == {}


def test_a_shared_answer_is_seen_by_every_draft_of_the_matter(desk: Desk, neighbour: Desk) -> None:
    desk.save(Put("client", "Rosa", shared=True), Put("wage", "12.50"))
    assert neighbour.raws() == {("client", None): "Rosa"}


def test_a_shared_answer_is_not_seen_by_another_matter(store: Store, owner: Who, desk: Desk) -> None:
    desk.save(Put("client", "Rosa", shared=True))
    with store.transaction() as t:
        other = Desk(store, owner, drafts.start(t, owner, "mo/wage_claim", "Another", NOW))
    assert other.raws() == {}


def test_shared_and_own_answers_to_one_question_stay_apart(desk: Desk) -> None:
    desk.save(Put("name", "of the matter", shared=True), Put("name", "of the draft"))
    found = {answer.shared: answer.raw for answer in desk.load().answers}
    assert found == {True: "of the matter", False: "of the draft"}


def test_a_shared_item_belongs_to_the_matter(desk: Desk, neighbour: Desk) -> None:
    desk.save(AddItem("children", "c", 1, shared=True), Put("name", "Ana", item="c", shared=True))
    assert neighbour.items() == [("children", "c", 1)]
    assert neighbour.raws() == {("name", "c"): "Ana"}


def test_a_draft_may_answer_about_a_shared_item_for_itself(desk: Desk, neighbour: Desk) -> None:
    desk.save(AddItem("children", "c", 1, shared=True))
    desk.save(Put("school", "Lincoln", item="c"))
    assert desk.raws() == {("school", "c"): "Lincoln"}
    assert neighbour.raws() == {}


def test_a_removed_shared_item_takes_the_answers_of_all_drafts_along(desk: Desk, neighbour: Desk) -> None:
    desk.save(AddItem("children", "c", 1, shared=True))
    desk.save(Put("school", "Lincoln", item="c"))
    neighbour.save(RemoveItem("c", shared=True))
    assert desk.raws() == {}


def test_more_answers_than_one_statement_may_name_are_saved_at_once(desk: Desk) -> None:
    desk.save(*(Put(f"q{i}", i) for i in range(1200)))
    desk.save(*(Put(f"q{i}", -i) for i in range(1200)))
    assert desk.raws() == {(f"q{i}", None): -i for i in range(1200)}


def test_saving_moves_the_draft_to_the_top_of_the_list(store: Store, owner: Who, desk: Desk) -> None:
    with store.transaction() as t:
        drafts.start(t, owner, "mo/wage_claim", "Later", NOW + timedelta(hours=1))
        answers.save(t, owner, desk.draft.id, 0, [Put("wage", "1")], NOW + timedelta(hours=2))
        assert drafts.listed(t, owner)[0].id == desk.draft.id


@pytest.mark.parametrize("raw", [float("nan"), float("inf"), object(), {1, 2}, b"bytes"])
def test_what_json_cannot_say_is_refused(desk: Desk, raw: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        desk.save(Put("wage", raw))  # type: ignore[arg-type]
    assert desk.raws() == {}


def test_answers_do_not_show_in_the_words_of_an_object(desk: Desk) -> None:
    desk.save(Put("wage", "twelve fifty"))
    assert "twelve fifty" not in repr((desk.load(), Put("wage", "twelve fifty")))


SWAPS = [
    "UPDATE answer SET sealed = (SELECT sealed FROM answer AS o WHERE o.id <> answer.id)",
    "UPDATE answer SET item_id = NULL",
    "UPDATE answer SET draft_id = NULL",
    "UPDATE item SET draft_id = NULL",
    "UPDATE draft SET sealed = (SELECT sealed FROM matter)",
    "UPDATE vault_key SET wrapped = (SELECT wrapped FROM vault_key WHERE matter_id IS NULL)",
]


@pytest.mark.parametrize("swap", SWAPS)
def test_rows_rearranged_behind_our_back_are_refused(store: Store, desk: Desk, swap: str) -> None:
    desk.save(AddItem("weeks", "a", 1), Put("hours", "40", item="a"), Put("wage", "12.50"))
    with store.transaction() as t:
        t.connection.exec_driver_sql(swap)
    with pytest.raises(Tampered):
        desk.load()


def test_an_answer_handed_to_another_draft_is_refused(store: Store, desk: Desk, neighbour: Desk) -> None:
    desk.save(Put("wage", "12.50"))
    with store.transaction() as t:
        t.connection.execute(update(tables.answer).values(draft_id=neighbour.draft.id))
    with pytest.raises(Tampered):
        neighbour.load()
