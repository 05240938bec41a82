"""The value of forced labor for restitution (F8); the figures of the restitution note."""

from datetime import date
from decimal import Decimal

from app.law.trafficking import labor_value
from tests.law.invented import claim, days, dollars, run, week

HALDEN = run(26, date(2026, 4, 5), 72, 0)


def test_26_weeks_of_72_hours_are_worth_16588_federally():
    found = labor_value(claim(*HALDEN))
    assert found.rows[0].federal_value == "$638.00"
    assert found.federal_value == dollars("16,588.00")


def test_the_income_to_the_defendant_is_taken_when_it_is_greater():
    found = labor_value(claim(*HALDEN), Decimal("41600.00"))
    assert (found.greater, found.greater_of_text) == (dollars("41,600.00"), "the income to the defendant")


def test_without_income_the_value_of_the_labor_is_taken():
    found = labor_value(claim(*HALDEN))
    assert (found.greater, found.has_income) == (dollars("16,588.00"), False)


def test_no_greater_is_named_while_the_income_is_not_known():
    found = labor_value(claim(*HALDEN))
    assert (found.greater_of_text, found.defendant_income_text) == ("", "not known")
    assert labor_value(claim(*HALDEN), Decimal(1)).greater_of_text == "the value of the labor"


def test_liquidated_damages_are_shown_doubled_and_cited():
    found = labor_value(claim(*HALDEN))
    assert found.federal_with_liquidated == dollars("33,176.00")
    assert any("Edwards" in caution.citation for caution in found.cautions)


def test_wages_received_stand_apart_and_are_not_subtracted():
    found = labor_value(claim(week(date(2026, 2, 8), 40, 900)))
    assert (found.paid, found.federal_value) == (dollars("900.00"), dollars("290.00"))


def test_the_missouri_value_follows_the_rate_of_each_day():
    found = labor_value(claim(days(date(2025, 12, 28), 0, 0, 8, 8, 8, 0, 8, 8)))
    assert found.missouri_value == dollars("570.00")


def test_labor_without_overtime_cover_is_valued_without_it():
    found = labor_value(claim(week(date(2026, 2, 8), 72, 0), claim_overtime=False))
    assert found.federal_value == dollars("522.00")
