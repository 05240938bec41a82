"""A second draft of a client: what is asked again, what it took over, from which draft, by whom and when."""

import pytest

from app.casework import drafting, forms, taken
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.casework.path import Spot
from app.casework.reading import Opened
from app.core.questionnaire import Question
from app.store import answers as saved_answers
from app.store.who import Who
from tests.web.office import ROOT, Clock

FORM = "web/shared"


def start(desk: Desk, who: Who, title: str, matter: str | None = None) -> Opened:
    return drafting.open_draft(desk, who, drafting.start(desk, who, FORM, title, Stamp(), matter))


def say(desk: Desk, who: Who, now: Opened, name: str, words: str) -> None:
    question = now.form.question(name)
    assert question is not None
    drafting.answer(desk, who, now.draft.id, Spot(question.number), words, Stamp())


@pytest.fixture
def first(desk: Desk, who: Who) -> Opened:
    """A draft whose questions are both answered."""
    now = start(desk, who, "R. S. wages")
    say(desk, who, now, "client", "Robin Sample")
    say(desk, who, now, "own", "only of the first")
    return now


@pytest.fixture
def second(desk: Desk, who: Who, first: Opened, clock: Clock) -> Opened:
    """Another draft of the same client, begun a day later."""
    clock.pass_by(days=1)
    return start(desk, who, "R. S. name", first.draft.matter)


def over(desk: Desk, who: Who, draft: Opened) -> list[tuple[str | None, list[str]]]:
    now = drafting.open_draft(desk, who, draft.draft.id)
    return [
        (
            origin.draft.title if origin.draft else None,
            [each.question.name for section in origin.sections for each in section.asked],
        )
        for origin in taken.over(desk, who, now)
    ]


def test_a_second_draft_asks_only_what_is_new(second: Opened) -> None:
    assert [each.question.name for each in second.interview.missing] == ["own"]


def test_it_says_what_it_took_over_and_from_which_draft(desk: Desk, who: Who, second: Opened) -> None:
    assert over(desk, who, second) == [("R. S. wages", ["client"])]


def test_the_first_draft_took_nothing_over(desk: Desk, who: Who, first: Opened, second: Opened) -> None:
    assert over(desk, who, first) == []


def test_an_answer_of_another_client_is_not_there(desk: Desk, who: Who, first: Opened) -> None:
    other = start(desk, who, "Somebody else")
    assert over(desk, who, other) == []
    assert [each.question.name for each in other.interview.missing] == ["client", "own"]


def test_what_is_given_anew_in_the_second_is_taken_over_by_the_first(
    desk: Desk, who: Who, first: Opened, second: Opened
) -> None:
    say(desk, who, second, "client", "Robin Lee Sample")
    assert over(desk, who, second) == []
    assert over(desk, who, first) == [("R. S. name", ["client"])]


def test_who_gave_it_and_when_stays_with_it(desk: Desk, who: Who, first: Opened, second: Opened) -> None:
    given = second.answers.get("client")
    assert given is not None
    assert (given.by, given.at[:10], given.taken_from) == (who.name, "2026-12-01", first.draft.id)


def test_an_answer_of_a_deleted_draft_still_says_that_it_was_taken_over(
    desk: Desk, who: Who, first: Opened, second: Opened
) -> None:
    drafting.delete(desk, who, first.draft.id, Stamp())
    assert over(desk, who, second) == [(None, ["client"])]


def test_where_an_answer_was_given_is_sealed_with_it(desk: Desk, who: Who, first: Opened) -> None:
    with desk.store.reading() as t:
        saved = saved_answers.load(t, who, first.draft.id)
    assert {each.given_in for each in saved.answers} == {first.draft.id}


def test_every_court_form_takes_the_client_over_from_the_wage_claim() -> None:
    wages = {question.path for question in _shared("mo/wage_claim")}
    for name in ("mo/name_change", "mo/protection_order", "mo/expungement"):
        common = wages & {question.path for question in _shared(name)}
        assert {"client_name", "contact_ways", "safe_phone", "home_address", "signing_attorney"} <= common


def test_no_other_form_takes_over_what_is_decided_for_one_filing() -> None:
    for name in ("mo/name_change", "mo/protection_order", "mo/expungement"):
        shared = {question.name for question in _shared(name)}
        assert not shared & {
            "filed_by",
            "caption_style",
            "courthouse",
            "fee_route",
            "exhibits",
            "verification",
        }


def _shared(name: str) -> list[Question]:
    return [question for question in forms.current(ROOT, name).questions() if question.shared]
