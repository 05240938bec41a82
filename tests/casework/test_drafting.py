"""Starting, answering, taking back: one act, one transaction, one journal line."""

from typing import Any

import pytest

from app.casework import drafting, forms, items, reading
from app.casework.acts import Stamp
from app.casework.changing import Overtaken
from app.casework.desk import Desk
from app.casework.path import Spot
from app.casework.reading import NotAsked
from app.core.kinds import Refused
from app.core.values import Blank, Gap
from app.store import journal
from app.store.errors import NotFound
from app.store.who import Who
from tests.web.office import form_of, seed


@pytest.fixture
def draft(desk: Desk, who: Who) -> str:
    return drafting.start(desk, who, "web/kinds", "A. B.", Stamp())


def spot(desk: Desk, name: str, form: str = "web/kinds") -> Spot:
    question = form_of(desk, form).question(name)
    assert question is not None
    return Spot(question.number)


def value(desk: Desk, who: Who, draft: str, name: str) -> Any:
    given = drafting.open_draft(desk, who, draft).answers.get(name)
    return given and given.value


def acts(desk: Desk) -> list[str]:
    with desk.store.reading() as t:
        return [line.act for line in journal.lines(t)]


def test_every_act_is_one_line_of_the_journal(desk: Desk, who: Who, draft: str) -> None:
    before = len(acts(desk))
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    drafting.rename(desk, who, draft, "C. D.", Stamp())
    drafting.take_back(desk, who, draft, spot(desk, "word"), Stamp())
    assert acts(desk)[before:] == ["draft.answer", "draft.rename", "draft.take-back"]


def test_a_refused_answer_leaves_no_line_and_no_answer(desk: Desk, who: Who, draft: str) -> None:
    before = acts(desk)
    with pytest.raises(Refused):
        drafting.answer(desk, who, draft, spot(desk, "word"), "", Stamp())
    assert acts(desk) == before
    assert value(desk, who, draft, "word") is None


def test_the_first_answer_pins_the_edition(desk: Desk, who: Who, draft: str) -> None:
    assert drafting.find(desk, who, draft).edition is None
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    edition = drafting.find(desk, who, draft).edition
    assert edition is not None
    drafting.answer(desk, who, draft, spot(desk, "nickname"), "Al", Stamp())
    assert drafting.find(desk, who, draft).edition == edition


def test_a_pinned_draft_no_longer_reads_the_checkout(desk: Desk, who: Who, draft: str, tmp_path: Any) -> None:
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    elsewhere = Desk(desk.store, tmp_path, desk.data, desk.clock)
    assert reading.open_draft(elsewhere, who, draft).form == forms.current(desk.root, "web/kinds")


def test_an_answer_says_who_gave_it_when_and_as_what(desk: Desk, who: Who, draft: str) -> None:
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    drafting.answer(desk, who, draft, spot(desk, "reply_days"), "14", Stamp())
    answers = drafting.open_draft(desk, who, draft).answers
    word, days = answers.get("word"), answers.get("reply_days")
    assert word is not None
    assert days is not None
    assert (word.source, word.by, word.at) == ("person", who.name, "2026-12-01T15:00:00+00:00")
    assert days.source == "attorney"


def test_the_outcome_leads_to_the_first_open_question(desk: Desk, who: Who, draft: str) -> None:
    outcome = drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    assert outcome.next == spot(desk, "nickname")


def test_when_all_is_answered_there_is_nothing_to_go_on_to(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/kinds")
    assert drafting.answer(desk, who, ref, spot(desk, "word"), "A cook", Stamp()).next is None


def test_a_gap_is_taken_where_one_may_not_know(desk: Desk, who: Who, draft: str) -> None:
    drafting.answer(desk, who, draft, spot(desk, "word"), Gap("not safe"), Stamp())
    assert value(desk, who, draft, "word") == Gap("not safe")
    with pytest.raises(Refused):
        drafting.answer(desk, who, draft, spot(desk, "nickname"), Gap("not known"), Stamp())


def test_a_blank_is_taken_where_the_question_is_optional(desk: Desk, who: Who, draft: str) -> None:
    drafting.answer(desk, who, draft, spot(desk, "nickname"), Blank(), Stamp())
    assert value(desk, who, draft, "nickname") == Blank()
    with pytest.raises(Refused):
        drafting.answer(desk, who, draft, spot(desk, "word"), Blank(), Stamp())


def test_a_list_is_not_answered_with_words(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/lists")
    with pytest.raises(Refused):
        drafting.answer(desk, who, ref, spot(desk, "things", "web/lists"), "a thing", Stamp())
    with pytest.raises(Refused):
        drafting.answer(desk, who, ref, spot(desk, "rate", "web/lists"), True, Stamp())


def test_a_question_off_the_path_is_not_answered(desk: Desk, who: Who, draft: str) -> None:
    with pytest.raises(NotAsked):
        drafting.answer(desk, who, draft, spot(desk, "what"), "Something", Stamp())
    with pytest.raises(NotAsked):
        drafting.answer(desk, who, draft, Spot(999), "Something", Stamp())


def test_the_same_key_has_one_effect_and_one_outcome(desk: Desk, who: Who, draft: str) -> None:
    stamp = Stamp(key="k", content="c")
    first = drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", stamp)
    before = acts(desk)
    assert drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", stamp) == first
    assert acts(desk) == before


def test_the_same_key_with_other_words_is_another_request(desk: Desk, who: Who, draft: str) -> None:
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp(key="k", content="c"))
    drafting.answer(desk, who, draft, spot(desk, "word"), "A baker", Stamp(key="k", content="d"))
    assert value(desk, who, draft, "word") == "A baker"


def test_an_old_page_does_not_overwrite_a_newer_answer(desk: Desk, who: Who, draft: str) -> None:
    now = drafting.open_draft(desk, who, draft)
    question = now.form.question("word")
    assert question is not None
    stamp = Stamp(now.revision, now.print_at(question))
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", stamp)
    with pytest.raises(Overtaken) as both:
        drafting.answer(desk, who, draft, spot(desk, "word"), "A baker", stamp)
    assert both.value.asked.value == "A cook"
    assert value(desk, who, draft, "word") == "A cook"


def test_an_old_page_about_another_question_still_saves(desk: Desk, who: Who, draft: str) -> None:
    now = drafting.open_draft(desk, who, draft)
    question = now.form.question("nickname")
    assert question is not None
    stamp = Stamp(now.revision, now.print_at(question))
    drafting.answer(desk, who, draft, spot(desk, "word"), "A cook", Stamp())
    drafting.answer(desk, who, draft, spot(desk, "nickname"), "Al", stamp)
    assert value(desk, who, draft, "nickname") == "Al"


def test_nobody_else_touches_a_draft(desk: Desk, draft: str) -> None:
    stranger = Who("somebody-else", "Somebody", "owner")
    for act in (
        lambda: drafting.open_draft(desk, stranger, draft),
        lambda: drafting.answer(desk, stranger, draft, Spot(2), "x", Stamp()),
        lambda: drafting.rename(desk, stranger, draft, "x", Stamp()),
        lambda: drafting.delete(desk, stranger, draft, Stamp()),
        lambda: items.add_item(desk, stranger, draft, 2, Stamp()),
    ):
        with pytest.raises(NotFound):
            act()


def test_a_deleted_draft_is_gone_from_memory_too(desk: Desk, who: Who) -> None:
    ref = seed(desk, "web/kinds")
    drafting.open_draft(desk, who, ref)
    drafting.delete(desk, who, ref, Stamp())
    with pytest.raises(NotFound):
        drafting.open_draft(desk, who, ref)


def test_a_shared_answer_is_given_once_for_two_drafts_of_a_client(desk: Desk, who: Who) -> None:
    first = drafting.start(desk, who, "web/shared", "One", Stamp())
    matter = drafting.find(desk, who, first).matter
    second = drafting.start(desk, who, "web/shared", "Two", Stamp(), matter)
    drafting.answer(desk, who, first, spot(desk, "client", "web/shared"), "Dana", Stamp())
    drafting.answer(desk, who, first, spot(desk, "own", "web/shared"), "Mine", Stamp())
    answers = drafting.open_draft(desk, who, second).answers
    assert answers.get("client") is not None
    assert answers.get("own") is None


def test_a_shared_answer_changed_elsewhere_is_seen_at_once(desk: Desk, who: Who) -> None:
    first = drafting.start(desk, who, "web/shared", "One", Stamp())
    second = drafting.start(desk, who, "web/shared", "Two", Stamp(), drafting.find(desk, who, first).matter)
    drafting.answer(desk, who, second, spot(desk, "own", "web/shared"), "Mine", Stamp())
    drafting.open_draft(desk, who, second)
    drafting.answer(desk, who, first, spot(desk, "client", "web/shared"), "Dana", Stamp())
    assert value(desk, who, second, "client") == "Dana"
