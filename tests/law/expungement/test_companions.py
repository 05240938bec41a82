"""What a petition says of the petitions in other courts, and how it numbers and words what it prints."""

from typing import Any

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN
from tests.law.expungement.invented import Item, arrest, felony, misdemeanor, prostitution, screened


def told(*charges: Item, **person: Any) -> list[str]:
    return [each.other_petitions_text for each in screened(*charges, **person).petitions]


def greene(**changes: Any) -> Item:
    return misdemeanor(**{"county": "Greene", "case_number": "1931-CR00001", **changes})


def test_a_petition_alone_tells_of_no_other():
    (found,) = screened(misdemeanor()).petitions
    assert (found.other_petitions_text, found.has_other_petitions) == ("", False)


def test_each_of_two_petitions_tells_of_the_other_and_of_the_places_of_both():
    places = (
        "Counting the crimes of these petitions, and every crime expunged before, Petitioner uses one of the"
        " two felonies and one of the three misdemeanors that RSMo 610.140.13 allows in a lifetime."
    )
    assert told(felony(), greene()) == [
        "Petitioner files at the same time a petition under RSMo 610.140 in the Circuit Court of Greene"
        f" County for one misdemeanor. {places}",
        "Petitioner files at the same time a petition under RSMo 610.140 in the Circuit Court of Jackson"
        f" County for one felony. {places}",
    ]


def test_three_petitions_tell_of_two_others():
    (first, *_) = told(misdemeanor(), greene(), misdemeanor(county="Clay", level="infraction"))
    assert first.startswith(
        "Petitioner files at the same time petitions under RSMo 610.140 in the Circuit Court of Greene County"
        " (one misdemeanor) and the Circuit Court of Clay County (one infraction)."
    )


def test_earlier_expungements_take_places_too():
    (first, _) = told(misdemeanor(), greene(), prior_expunged=True, prior_felonies=0, prior_misdemeanors=1)
    assert "none of the two felonies and three of the three misdemeanors" in first


def test_earlier_expungements_nobody_knows_of_are_a_marked_gap():
    known = {"prior_expunged": True, "prior_felonies": None, "prior_misdemeanors": 0}
    (first, _) = told(misdemeanor(decided=True), greene(decided=True), **known)
    assert f"{GAP_OPEN}to be confirmed: earlier expungements{GAP_CLOSE} of the two felonies" in first


def test_one_course_of_conduct_is_said_to_count_once():
    (first, _) = told(misdemeanor(course_group="a"), greene(course_group="A"))
    assert "those of one course of criminal conduct once" in first
    assert "none of the two felonies and one of the three misdemeanors" in first


def test_an_ordinance_with_jail_is_said_to_share_the_misdemeanors_places():
    ordinance = misdemeanor(
        jurisdiction="municipal",
        level="ordinance",
        ordinance_jail=True,
        statute="50-1",
        municipality="Raytown",
    )
    (first, _) = told(ordinance, greene())
    assert "two of the three misdemeanors and ordinance violations with jail that RSMo 610.140.13" in first


@pytest.mark.parametrize("other", [arrest(), prostitution(county="Clay", offense_date=None)])
def test_no_petition_tells_of_a_case_under_another_section(other: Item):
    assert not any(told(misdemeanor(), other))


def test_a_petition_held_back_is_not_told_of():
    assert told(misdemeanor(), greene(obligations_paid=False)) == [""]


@pytest.mark.parametrize(
    ("how", "plea", "noun"),
    [
        ("plea", "pleaded guilty to", "plea"),
        ("found", "was found guilty of", "finding"),
        (None, "pleaded guilty to, or was found guilty of", "plea or finding"),
    ],
)
def test_a_charge_says_how_guilt_came_about(how: str | None, plea: str, noun: str):
    (charge,) = screened(misdemeanor(how_guilty=how)).petitions[0].charges
    assert (charge.plea_text, charge.plea_or_finding_text) == (plea, noun)


def test_an_arrest_without_a_charge_says_nothing_of_a_plea():
    (charge,) = screened(arrest(how_guilty="plea")).petitions[0].charges
    assert (charge.plea_text, charge.plea_or_finding_text) == ("", "")


def test_one_crime_and_several_have_their_own_words():
    one, two = (screened(*charges).petitions[0] for charges in ([misdemeanor()], [misdemeanor()] * 2))
    assert (one.charge_count_text, two.charge_count_text) == ("one charge", "two charges")
    assert (one.each_crime_text, two.each_crime_text) == ("the crime", "each crime")
    assert (one.the_crimes_text, two.the_crimes_text) == ("the crime", "the crimes")
    assert (one.each_disposition_text, two.each_disposition_text) == ("the disposition", "each disposition")


def test_a_charge_keeps_the_number_it_has_in_the_memo():
    _, second = screened(misdemeanor(), greene()).petitions
    assert [(each.number, each.record_number) for each in second.charges] == [("1", "2")]
