"""The sentences of the attachment: elements act by act, homes without a basis, other cases, children."""

from datetime import date
from typing import Any

import pytest

from app.core.values import GAP_OPEN, Name
from app.law.parameters import TABLE
from app.law.protection import acts as protection_acts
from app.law.protection import children as protection_children
from app.law.protection import home as protection_home
from app.law.protection import lists as protection_lists

DAY = date(2026, 11, 24)
CHILDREN = (
    {"child_name": Name("Theo", "", "Marsh", ""), "child_lives": "other"},
    {"child_name": Name("June", "", "Marsh", ""), "child_lives": "me"},
)


def told(*kinds: str, how: tuple[str, ...] | None = None, **more: Any) -> protection_acts.Act:
    act = {"act_kinds": kinds, "act_what": "Respondent did it", "act_where": "public", **more}
    found = protection_acts.acts(table=TABLE, today=DAY, acts=(act,), sexual_how=how, order_for="adult")
    return found.recent[0]


def test_fear_is_alleged_whenever_it_was_ticked() -> None:
    assert told("afraid").elements == "It placed petitioner in fear of physical harm."


@pytest.mark.parametrize(
    ("done", "said"),
    [("done", "caused"), ("tried", "attempted to cause"), ("unsaid", "caused or attempted to cause"),
     (None, "caused or attempted to cause")],
)  # fmt: skip
def test_no_more_is_sworn_to_of_a_sexual_act_than_was_told(done: str | None, said: str) -> None:
    act = told("sexual", how=("force", "said_no"), act_done=done)
    assert act.elements == (
        f"By this act respondent {said} petitioner to engage in a sexual act by force and without consent."
    )


def test_how_an_act_was_against_the_will_is_a_gap_while_it_is_open() -> None:
    assert GAP_OPEN in told("sexual").elements


def test_abuse_of_a_pet_takes_its_intent() -> None:
    act = told("pet", act_pet_why=("punish", "scare"))
    assert act.elements == "Respondent did so to punish and to intimidate or distress petitioner."
    assert "abuse of a pet" in act.labels


@pytest.mark.parametrize("why", [None, ("unknown",)])
def test_without_an_intent_there_is_no_label_of_abuse_of_a_pet(why: tuple[str, ...] | None) -> None:
    act = told("pet", act_pet_why=why)
    assert (act.elements, act.labels) == ("", "")


def test_coercion_and_imprisonment_say_force_and_will() -> None:
    act = told("forced", "held", act_force=True)
    assert "By force or threat of force respondent compelled petitioner to do so." in act.elements
    assert "Respondent held petitioner against petitioner’s will." in act.elements


def test_a_few_words_on_harm_become_a_sentence() -> None:
    assert (
        told("hurt", act_result="A broken finger").result
        == "As a result, petitioner suffered a broken finger."
    )


def test_a_sentence_on_harm_stays_one() -> None:
    assert told("hurt", act_result="Petitioner could not walk").result == "Petitioner could not walk."


def test_a_deed_in_the_clients_own_words_keeps_its_colon() -> None:
    assert told("hurt", act_what="He hit me").joint == ":"
    assert told("hurt").joint == ","


def test_a_school_is_not_said_to_be_anyones() -> None:
    assert told("hurt", act_where="school").where == "at a school"


@pytest.mark.parametrize(
    ("typed", "said"),
    [("Theo", "T.M."), ("t.m.", "T.M."), ("June", "J.M."), ("", "the children"), ("Nobody", "the children")],
)
def test_the_child_of_an_act_is_printed_by_initials_and_never_as_typed(typed: str, said: str) -> None:
    assert protection_children.for_child(CHILDREN, typed) == said


def test_no_paper_says_that_a_child_lives_with_somebody_else() -> None:
    rows = protection_children.children(table=TABLE, today=DAY, children=CHILDREN).rows
    assert [row.lives_with for row in rows] == ["", "petitioner"]


def homes(**answers: Any) -> list[str]:
    found = protection_home.home(table=TABLE, today=DAY, **answers)
    return [term.text for term in found.terms]


@pytest.mark.parametrize("kind", ["own", "third", "guest", None])
@pytest.mark.parametrize("known", [False, None])
def test_a_home_that_is_not_known_is_named_without_its_basis(kind: str | None, known: bool | None) -> None:
    assert homes(home_kind=kind, home_known=known, lives_with_now=False) == [
        f"{protection_home.SHALL_NOT} petitioner’s dwelling, wherever it is located."
    ]


@pytest.mark.parametrize("kind", ["own", "third", "guest"])
def test_a_basis_is_said_where_the_home_is_known(kind: str) -> None:
    assert protection_home.OWNERSHIP[kind] in homes(home_kind=kind, home_known=True)[0]


def test_a_joint_home_that_was_left_is_kept_apart_from_where_the_client_lives() -> None:
    assert [each.split("premises of ")[1] for each in homes(home_kind="joint", lives_with_now=False)] == [
        "the residence that the parties shared.", "petitioner’s dwelling, wherever it is located.",
    ]  # fmt: skip


def test_a_home_that_is_shared_still_is_one_term() -> None:
    assert len(homes(home_kind="joint", lives_with_now=True)) == 1


def no_case(**answers: Any) -> bool:
    full = {"cases": (), "custody_case": "no", "respondent_filed": False, **answers}
    return protection_lists.lists(table=TABLE, today=DAY, **full).no_case


def test_no_other_case_is_said_when_none_is_told() -> None:
    assert no_case()


@pytest.mark.parametrize(
    "answers",
    [{"cases": ({"case_kind": "other", "case_known": False},)}, {"cases": None}, {"custody_case": "pending"},
     {"respondent_filed": True}, {"respondent_filed": None}],
)  # fmt: skip
def test_no_other_case_is_not_said_while_one_is_told_kept_private_or_open(answers: dict[str, Any]) -> None:
    assert not no_case(**answers)
