"""Local rules, cities in several counties and the address for court papers: data with their marks."""

from datetime import date

import pytest

from app.core.values import Address
from app.law.catalogue import CALCULATIONS
from app.law.cities import CITIES, CityResult
from app.law.courts import COUNTIES
from app.law.local_rules import ROWS, LocalRulesResult
from app.law.mail import MailResult
from app.law.memo_tables import tables

TODAY = date(2026, 11, 24)


def city(name: str, county: str | None = None) -> CityResult:
    found = CALCULATIONS["courts.counties_of_city"].run(city=name, county=county, today=TODAY)
    assert isinstance(found, CityResult)
    return found


def rules(county: str) -> LocalRulesResult:
    found = CALCULATIONS["courts.local_rules"].run(county=county, today=TODAY)
    assert isinstance(found, LocalRulesResult)
    return found


def mail(court: Address | None, home: Address | None) -> MailResult:
    found = CALCULATIONS["courts.mail"].run(court_mail=court, home_address=home, today=TODAY)
    assert isinstance(found, MailResult)
    return found


def test_the_tables_name_only_counties_of_missouri():
    assert {row.county for row in ROWS} <= set(COUNTIES)
    assert {county for each in CITIES.values() for county in each.counties} <= set(COUNTIES)


def test_kansas_city_lies_in_four_counties():
    assert city("kansas city").counties_text == "Cass, Clay, Jackson and Platte"
    assert city("Kansas City").confirmed


def test_a_city_never_decides_the_county():
    assert "the city does not decide it" in city("Kansas City", "Jackson").hint
    assert not hasattr(city("Kansas City", "Jackson"), "county")


def test_a_county_that_is_none_of_a_citys_is_noticed():
    assert city("Kansas City", "Greene").elsewhere
    assert not city("Kansas City", "Clay").elsewhere


def test_counties_of_a_city_from_memory_say_so():
    assert [each.name for each in CITIES.values() if each.confirmed] == ["Kansas City"]
    assert "not confirmed" in city("Joplin").hint


def test_st_louis_may_be_the_city_or_the_county():
    for name in ("St. Louis", "st louis", "Saint Louis"):
        assert city(name).counties_text == "City of St. Louis and St. Louis County"


def test_of_an_address_neither_the_city_nor_its_counties_are_named():
    found = CALCULATIONS["courts.counties_of_city"].run(city=HOME, today=TODAY)
    assert found.several
    assert (found.city, found.counties_text) == ("", "")
    assert "Kansas" not in found.hint
    assert tables(found) == ()


def test_a_city_nobody_listed_says_nothing():
    assert (city("Mayview").several, city("Mayview").hint) == (False, "")
    assert tables(city("Mayview")) == ()


def test_jackson_county_has_local_rules_and_each_has_its_source():
    notes = rules("Jackson").notes
    assert {"Cover sheet", "Caption"} <= {each.about for each in notes}
    assert [each.about for each in notes if not each.citation or not each.confirmed_text] == []


def test_a_county_without_local_rules_here_is_told_to_ask():
    assert "Ask the clerk" in rules("Greene").none_text
    assert "Greene County" in rules("Greene").none_text


@pytest.mark.parametrize("county", COUNTIES)
def test_the_memo_tables_of_every_county_have_as_many_cells_as_columns(county: str):
    caption = CALCULATIONS["courts.caption"].run(county=county, today=TODAY)
    fees = CALCULATIONS["name_change.fees"].run(county=county, today=TODAY)
    shown = [*tables(rules(county)), *tables(caption), *tables(fees)]
    assert len(shown) == 3
    assert all(len(row) == len(each.columns) for each in shown for row in each.rows)  # type: ignore[union-attr]


HOME = Address("100 Example Street", "Apt. 3", "Kansas City", "MO", "64106")


def test_a_court_address_that_is_the_home_is_found_in_another_spelling():
    assert mail(Address("100 EXAMPLE ST.", "", "Kansas City", "MO", "64106-1234"), HOME).is_home


def test_another_house_is_not_the_home():
    assert not mail(Address("102 Example Street", "", "Kansas City", "MO", "64106"), HOME).is_home


def test_the_figures_of_safe_at_home_are_dated_parameters():
    found = CALCULATIONS["courts.safe_at_home"].run(today=TODAY)
    assert (found.term_text, found.delay_text) == ("4 years", "5 to 7 days")
    assert found.confirmed_text == "read in a secondary source"


def test_nothing_given_is_nothing_found():
    assert mail(None, HOME) == MailResult(False, False, False)
    assert not mail(HOME, None).is_home


def test_the_memo_shows_the_local_rules_of_the_court_a_paper_is_headed_for():
    (table,) = tables(CALCULATIONS["courts.caption"].run(county="Jackson", today=TODAY))
    assert table.title == "Local rules of Jackson"
    assert any("Form 17" in row[2] for row in table.rows)  # type: ignore[union-attr]


def test_a_fee_nobody_saw_is_a_question_to_the_clerk():
    (table,) = tables(CALCULATIONS["name_change.fees"].run(county="Greene", today=TODAY))
    assert table.rows[0] == ("Filing fee", "ask the clerk")  # type: ignore[union-attr]
