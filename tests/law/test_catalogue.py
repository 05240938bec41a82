"""What a questionnaire may name: every calculation, its inputs, its result, and how a refusal arrives."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.values import Gap
from app.law import parameters
from app.law.catalogue import CALCULATIONS, calculations
from app.law.figure_words import FIGURE_WORDS
from app.law.parameters import table
from tests.law.invented import exact, run, week

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("name", CALCULATIONS)
def test_every_result_is_a_frozen_dataclass(name: str):
    result = CALCULATIONS[name].result
    assert is_dataclass(result)
    assert result.__dataclass_params__.frozen


@pytest.mark.parametrize("name", CALCULATIONS)
def test_what_a_calculation_needs_is_among_its_inputs(name: str):
    calculation = CALCULATIONS[name]
    assert calculation.name == name
    assert calculation.needs <= calculation.inputs


@pytest.mark.parametrize("name", CALCULATIONS)
def test_a_calculation_without_any_answer_gives_a_result_or_a_gap(name: str):
    calculation = CALCULATIONS[name]
    found = calculation.run(**dict.fromkeys(calculation.inputs), today=TODAY)
    assert isinstance(found, Gap | calculation.result)


@pytest.mark.parametrize("name", CALCULATIONS)
def test_every_number_that_is_money_or_a_day_has_its_printed_form(name: str):
    names = {field.name: field.type for field in fields(CALCULATIONS[name].result)}
    unprinted = [n for n, kind in names.items() if kind is Decimal and f"{n}_text" not in names]
    assert unprinted in ([], ["defendant_income"], ["small_claims_cap"])


def test_the_main_calculation_runs_as_the_interview_calls_it():
    found = CALCULATIONS["wages.weeks"].run(weeks=run(6, date(2025, 3, 2), 38, 380), today=TODAY)
    assert found.missouri_total_text == "$2,565.00"


def test_a_refusal_arrives_as_a_gap_with_its_sentence():
    found = CALCULATIONS["wages.weeks"].run(weeks=(week(date(2025, 12, 28), 40, 0),), today=TODAY)
    assert isinstance(found, Gap)
    assert "give the hours of each of its seven days" in found.reason


def test_an_old_table_keeps_computing_with_the_law_it_holds():
    text = Path(parameters.__file__).with_name("parameters.yaml").read_bytes().replace(b"13.75", b"20.00")
    old = calculations(table(text))["wages.weeks"]
    found = old.run(weeks=run(1, date(2025, 3, 2), 40, 0), today=TODAY)
    assert found.missouri_unpaid == Decimal(800)


@pytest.mark.parametrize(("amount", "within"), [("5000.00", True), ("5000.01", False)])
def test_small_claims_court_takes_up_to_its_limit(amount: str, within: bool):
    found = CALCULATIONS["wages.small_claims"].run(amount=Decimal(amount), today=TODAY)
    assert (found.within, found.cap_text) == (within, "$5,000.00")


@pytest.mark.parametrize(("last", "sick_time"), [(date(2025, 4, 30), False), (date(2025, 5, 1), True)])
def test_work_in_the_paid_sick_time_window_is_seen(last: date, sick_time: bool):
    windows = CALCULATIONS["wages.windows"]
    found = windows.run(first_day=exact(date(2024, 1, 1)), last_day=exact(last), today=TODAY)
    assert found.sick_time is sick_time


@pytest.mark.parametrize(("first", "outside"), [(date(2025, 8, 27), True), (date(2025, 8, 28), False)])
def test_work_before_public_employers_came_in_is_seen(first: date, outside: bool):
    found = CALCULATIONS["wages.windows"].run(first_day=exact(first), last_day=None, today=TODAY)
    assert found.public_employer is outside


def test_every_figure_a_calculation_gives_has_a_name_for_people():
    named = {
        each.name
        for calculation in CALCULATIONS.values()
        for each in fields(calculation.result)
        if f"{each.name}_text" in {other.name for other in fields(calculation.result)}
    }
    assert named == set(FIGURE_WORDS)
    assert len(set(FIGURE_WORDS.values())) >= len(FIGURE_WORDS) - 1
