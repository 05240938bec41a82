"""The crimes RSMo 610.140 excludes: for good, by a list to confirm, or by an attorney's decision."""

from typing import Any

import pytest

from app.law.parameters import value_on
from tests.law.expungement.invented import (
    FILING,
    Item,
    arrest,
    day,
    felony,
    misdemeanor,
    only,
    said,
    screened,
)


def _list(mark: str) -> list[str]:
    return str(value_on(f"expungement_excluded_{mark}", FILING).value).replace(",", " ").split()


@pytest.mark.parametrize("statute", _list("listed"))
def test_every_listed_statute_is_out(statute: str):
    row = only(misdemeanor(statute=f"RSMo {statute}.1", offense_text="An invented charge"))
    assert (row.outcome, row.excluded) == ("not eligible", True)


@pytest.mark.parametrize("statute", ["570.223", "566.203"])
def test_a_listed_crime_is_out_whatever_an_attorney_decided_and_the_list_is_not_confirmed(statute: str):
    row = screened(misdemeanor(statute=statute, decided=True)).outcomes[0]
    assert (row.outcome, row.confirmed) == ("not eligible", False)


@pytest.mark.parametrize("statute", [each for each in _list("added") if not each.startswith("566.")])
def test_a_statute_only_a_bill_adds_is_for_the_attorney_and_not_confirmed(statute: str):
    row = screened(misdemeanor(statute=statute)).outcomes[0]
    assert (row.outcome, row.confirmed) == ("attorney must decide", False)
    assert said(misdemeanor(statute=statute, decided=True)) == "may generate"


@pytest.mark.parametrize("statute", _list("dropped"))
def test_a_statute_a_bill_drops_is_for_the_attorney(statute: str):
    assert said(misdemeanor(statute=statute)) == "attorney must decide"


def test_before_2025_the_dropped_statutes_were_out_and_the_added_were_not():
    then: dict[str, Any] = {"filing_day": day(2024, 12, 31)}
    assert said(misdemeanor(statute="570.090"), **then) == "not eligible"
    assert said(misdemeanor(statute="574.140"), **then) == "may generate"


@pytest.mark.parametrize("statute", ["566.010", "566.203", "566.215", "566.999"])
def test_all_of_chapter_566_is_out(statute: str):
    assert said(misdemeanor(statute=statute)) == "not eligible"


@pytest.mark.parametrize("statute", ["567.020", "570.030", "579.015", "569.120", "570.120"])
def test_what_no_list_names_is_not_out(statute: str):
    assert said(misdemeanor(statute=statute)) == "may generate"


@pytest.mark.parametrize(
    "changes",
    [
        {"registration": True}, {"domestic": True}, {"intoxication": True}, {"cdl": True},
        {"level": "felony", "offense_class": "a"},
        {"level": "felony", "offense_class": "d", "death_element": True},
        {"level": "felony", "offense_class": "e", "offense_text": "Assault 3rd degree"},
        {"level": "felony", "offense_class": "e", "offense_text": "Kidnapping in the third degree"},
        {"offense_text": "Domestic assault, 4th degree", "statute": "565.076"},
        {"level": "felony", "offense_class": "b", "offense_text": "Robbery in the first degree"},
    ],
)  # fmt: skip
def test_a_crime_of_an_excluded_kind_is_out(changes: Item):
    row = only(misdemeanor(**changes))
    assert (row.outcome, row.excluded) == ("not eligible", True)


@pytest.mark.parametrize(
    "changes",
    [
        {"statute": "571.030"},
        {"statute": "565.076", "offense_text": "Assault"},
        {"level": "felony", "offense_class": "c", "statute": "565.054"},
        {"level": "felony", "offense_class": "b", "offense_text": "Robbery"},
        {"level": "felony", "offense_class": "b", "offense_text": "Attempted robbery 1"},
        {"level": "felony", "offense_class": "b", "offense_text": "Taking a car", "statute": "570.027"},
        {"level": "felony", "offense_class": "d", "offense_text": "Conspiracy"},
    ],
)  # fmt: skip
def test_a_crime_that_may_be_of_an_excluded_kind_is_for_the_attorney(changes: Item):
    assert said(misdemeanor(**changes)) == "attorney must decide"


def test_a_number_from_memory_never_ends_eligibility():
    row = screened(felony(offense_text="Taking a car", statute="571.015")).outcomes[0]
    assert (row.outcome, row.confirmed) == ("attorney must decide", False)


@pytest.mark.parametrize("name", ["registration", "domestic", "intoxication", "cdl", "death_element"])
def test_what_would_exclude_a_felony_must_be_known(name: str):
    assert said(felony(**{name: None})) == "attorney must decide"


def test_a_misdemeanor_needs_no_word_about_death():
    assert said(misdemeanor(death_element=None)) == "may generate"


@pytest.mark.parametrize("statute", ["", "567.20", "I do not know"])
def test_a_statute_that_cannot_be_read_is_for_the_attorney(statute: str):
    assert said(misdemeanor(statute=statute)) == "attorney must decide"


@pytest.mark.parametrize("changes", [{"offense_text": "Robbery 1"}, {"offense_text": "Robbery"}])
def test_a_dangerous_felony_is_never_told_as_confirmed(changes: Item):
    assert not screened(felony(**changes)).outcomes[0].confirmed


def test_a_felony_that_is_an_assault_by_its_number_alone_is_not_confirmed():
    row = screened(felony(offense_text="Harm to a person", statute="565.054")).outcomes[0]
    assert (row.outcome, row.confirmed, row.citation) == ("attorney must decide", False, "RSMo 610.140.3(5)")


@pytest.mark.parametrize("changes", [{"domestic": True}, {"offense_text": "Domestic assault"}])
def test_an_ordinance_on_domestic_assault_is_for_the_attorney(changes: Item):
    row = only(_ordinance(**changes))
    assert (row.outcome, row.citation) == ("attorney must decide", "RSMo 610.140.3(9); RSMo 610.140.3(5)")


def test_an_assault_that_is_a_misdemeanor_and_not_domestic_is_not_out():
    assert said(misdemeanor(offense_text="Assault 4th degree", statute="565.056")) == "may generate"


def test_an_ordinance_is_to_be_compared_with_the_excluded_crimes():
    found = screened(_ordinance())
    assert (found.charges[0].outcome, found.ordinance_check) == ("may generate", True)


def test_an_ordinance_that_cites_an_excluded_statute_is_for_the_attorney():
    assert said(_ordinance(statute="569.050")) == "attorney must decide"


def test_the_offense_of_an_arrest_may_be_excluded_too():
    row = only(arrest(statute="570.223"))
    assert (row.route, row.outcome) == ("R140A", "not eligible")


def test_an_exclusion_cites_its_item():
    assert only(misdemeanor(statute="570.223")).citation == "RSMo 610.140.3(6)"


def _ordinance(**changes: Any) -> Item:
    return misdemeanor(
        **{
            "jurisdiction": "municipal", "level": "ordinance", "offense_class": None, "statute": "50-107",
            "municipality": "Kansas City", "court_name": "", "ordinance_jail": True, **changes,
        }
    )  # fmt: skip
