"""The head of a paper for each court: its name in two styles, and the courthouse in Jackson County."""

import re
from datetime import date

import pytest

from app.law.captions import CaptionResult, caption
from app.law.courts import COUNTIES, COURTS, ordinal
from app.law.parameters import TABLE
from app.law.refusals import Refusal


def of(county: str, **choices: str) -> CaptionResult:
    return caption(table=TABLE, today=date(2026, 11, 24), county=county, **choices)


@pytest.mark.parametrize(
    ("county", "style", "court"),
    [
        ("Jackson", "county", "IN THE CIRCUIT COURT OF JACKSON COUNTY, MISSOURI"),
        ("Jackson", "circuit", "IN THE 16TH JUDICIAL CIRCUIT, JACKSON COUNTY, MISSOURI"),
        ("St. Louis County", "county", "IN THE CIRCUIT COURT OF ST. LOUIS COUNTY, MISSOURI"),
        ("City of St. Louis", "county", "IN THE CIRCUIT COURT OF THE CITY OF ST. LOUIS, MISSOURI"),
        ("City of St. Louis", "circuit", "IN THE 22ND JUDICIAL CIRCUIT, CITY OF ST. LOUIS, MISSOURI"),
    ],
)
def test_a_court_is_named_in_the_style_chosen(county: str, style: str, court: str):
    assert of(county, style=style).court == court


def test_an_undecided_style_names_the_court_by_its_county():
    assert of("Greene") == of("Greene", style="county")


@pytest.mark.parametrize(
    ("courthouse", "line"), [("kansas_city", "AT KANSAS CITY"), ("independence", "AT INDEPENDENCE")]
)
def test_jackson_county_says_which_courthouse(courthouse: str, line: str):
    found = of("Jackson", courthouse=courthouse)
    assert (found.place_line, found.place_open) == (line, False)


def test_an_undecided_courthouse_is_open_in_jackson_county_alone():
    assert [county for county in COUNTIES if of(county).place_open] == ["Jackson"]


def test_a_courthouse_is_named_in_no_other_county():
    elsewhere = [county for county in COUNTIES if county != "Jackson"]
    assert {of(county, courthouse="kansas_city").place_line for county in elsewhere} == {""}


@pytest.mark.parametrize("style", ["county", "circuit"])
def test_every_county_has_a_caption_of_its_own_in_capitals(style: str):
    courts = [of(county, style=style).court for county in COUNTIES]
    assert len(set(courts)) == 115
    assert [court for court in courts if court != court.upper()] == []
    shape = r"IN THE (CIRCUIT COURT OF|\d+(ST|ND|RD|TH) JUDICIAL CIRCUIT,) .*, MISSOURI"
    assert [court for court in courts if not re.fullmatch(shape, court)] == []


@pytest.mark.parametrize("county", COUNTIES)
def test_a_caption_agrees_with_the_table_of_courts(county: str):
    court = COURTS[county]
    assert of(county, style="circuit").court.startswith(f"IN THE {ordinal(court.circuit).upper()} ")
    assert of(county).court.count("COUNTY") == (county != "City of St. Louis")


def test_a_circuit_from_memory_makes_the_caption_unconfirmed_only_where_it_prints():
    assert of("Clay", style="county").confirmed
    assert not of("Clay", style="circuit").confirmed
    assert "7th Judicial Circuit" in of("Clay", style="circuit").confirmed_text


def test_the_caption_of_the_city_of_st_louis_is_not_confirmed():
    assert not of("City of St. Louis").confirmed


def test_a_name_that_is_no_county_is_refused():
    with pytest.raises(Refusal, match="not a Missouri county"):
        of("Kansas City")
