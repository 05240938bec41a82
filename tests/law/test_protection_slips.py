"""What open answers give away: found by the question's name, and never repeated."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.values import Address, Name
from app.law.parameters import TABLE
from app.law.protection import slips as protection_slips

DAY = date(2026, 11, 24)
SECRET: dict[str, Any] = {
    "home_county": "Clay", "home_county_known": False, "venue_county": "Jackson", "home_known": False,
    "home_address": Address("418 Hidden Lane", "", "Liberty", "MO", "64068", False),
    "acts": ({"act_kinds": ("hurt",), "act_what": "Respondent did it", "act_witness": "Pat Example"},),
    "children": ({"child_name": Name("Ana", "", "Quill", "")},),
    "weapons_what": "Two handguns in the bedroom closet",
}  # fmt: skip


def slips(**told: Any) -> protection_slips.SlipsResult:
    return protection_slips.slips(table=TABLE, today=DAY, **(SECRET | told))


SLIPS = {
    "county": "Respondent was seen in Clay County",
    "witness": "Pat Example told her",
    "child": "Ana Quill saw it all",
    "first name": "He hit Ana too",
    "weapons": "He keeps two handguns in the bedroom closet",
}


@pytest.mark.parametrize("words", SLIPS.values(), ids=SLIPS)
@pytest.mark.parametrize("question", ["danger_now", "fear_facts", "custody_facts", "factor_history"])
def test_what_was_told_in_confidence_is_found_in_an_open_answer(question: str, words: str) -> None:
    found = slips(**{question: words})
    assert found.slipped
    assert protection_slips.TEXTS[question] in found.slipped_where


@pytest.mark.parametrize("words", SLIPS.values(), ids=SLIPS)
def test_a_story_of_several_paragraphs_is_read_whole(words: str) -> None:
    assert slips(narrative=("Petitioner is afraid.", words)).slipped


@pytest.mark.parametrize("words", SLIPS.values(), ids=SLIPS)
def test_lists_are_read_too(words: str) -> None:
    assert slips(exhibits=({"exhibit_title": words},)).slipped
    assert slips(cases=({"case_where": words},)).slipped


@given(st.sampled_from(sorted(SLIPS)), st.sampled_from(sorted(protection_slips.TEXTS)))
def test_a_finding_never_repeats_what_it_found(kind: str, question: str) -> None:
    said = slips(**{question: SLIPS[kind]}).slipped_where
    assert not any(secret in said for secret in ("Clay", "Pat", "Ana", "Quill", "handgun", "closet"))


def test_ordinary_words_are_no_slip() -> None:
    assert not slips(danger_now="Respondent struck petitioner and says that he will come back").slipped


def test_a_county_that_the_caption_names_is_no_slip() -> None:
    assert not slips(danger_now=SLIPS["county"], venue_county="Clay").slipped


def test_a_county_that_the_respondent_knows_is_no_slip() -> None:
    assert not slips(danger_now=SLIPS["county"], home_county_known=True).slipped


def test_a_county_that_may_be_known_or_not_is_a_slip() -> None:
    assert slips(danger_now=SLIPS["county"], home_county_known=None).slipped


def test_the_city_of_the_home_is_for_the_attorney_to_see() -> None:
    found = slips(danger_now="Respondent drove through Liberty")
    assert (found.city, found.slipped, found.city_where) == (True, False, "the danger now")


def test_a_city_inside_another_word_is_not_found() -> None:
    assert not slips(danger_now="Respondent took all liberty and Libertyville").city


def test_a_weapon_used_in_an_act_is_only_pointed_out() -> None:
    found = slips(danger_now="Respondent held a gun to petitioner's head")
    assert (found.slipped, found.weapons) == (False, True)


def test_a_threat_told_only_as_fear_is_pointed_out() -> None:
    assert slips(fear_facts="Respondent said that she would not live to see the new year").threat_untold


def test_a_threat_that_stands_in_an_act_is_not() -> None:
    acts = ({"act_kinds": ("threatened",), "act_what": "Respondent said he would kill her"},)
    assert not slips(fear_facts="Respondent said that he would kill her", acts=acts).threat_untold
