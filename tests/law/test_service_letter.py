"""The service letter of RSMo 290.140: corporation, seven employees, ninety days, one year."""

from datetime import date

import pytest

from app.core.values import When
from app.law.parameters import TABLE
from app.law.refusals import Refusal
from app.law.service_letter import service_letter
from tests.law.invented import exact

ELIGIBLE = {
    "how_ended": "fired",
    "first_day": exact(date(2025, 1, 6)),
    "last_day": exact(date(2026, 5, 1)),
    "corporation": True,
    "seven_employees": True,
}


def asked(today: date = date(2026, 11, 23), **more):
    return service_letter(table=TABLE, today=today, **(ELIGIBLE | more))


def test_all_conditions_met_is_eligible():
    found = asked()
    assert (found.answer, found.eligible, found.request_by) == ("yes", True, date(2027, 5, 1))


@pytest.mark.parametrize("condition", ["corporation", "seven_employees"])
def test_one_condition_that_fails_is_enough(condition: str):
    assert asked(**{condition: False}).answer == "no"


@pytest.mark.parametrize("condition", ["corporation", "seven_employees", "first_day", "last_day"])
def test_one_condition_not_known_makes_it_doubtful(condition: str):
    assert asked(**{condition: None}).answer == "doubtful"


@pytest.mark.parametrize(
    ("first", "days", "answer"), [(date(2026, 2, 1), 90, "yes"), (date(2026, 2, 2), 89, "no")]
)
def test_the_ninetieth_day_counts_first_and_last_day(first: date, days: int, answer: str):
    found = asked(first_day=exact(first))
    assert (found.days_least, found.answer) == (days, answer)


def test_inexact_days_around_ninety_are_doubtful():
    found = asked(first_day=When(date(2026, 1, 15), date(2026, 2, 15), "range"))
    assert (found.days_least, found.days_most, found.answer) == (76, 107, "doubtful")


@pytest.mark.parametrize(("today", "answer"), [(date(2027, 5, 1), "yes"), (date(2027, 5, 2), "no")])
def test_the_request_may_be_made_on_the_last_day_of_the_year(today: date, answer: str):
    assert asked(today).answer == answer


def test_a_request_already_made_in_time_stays_in_time():
    found = asked(date(2027, 8, 1), request_date=exact(date(2027, 4, 1)))
    assert (found.answer, found.answer_by) == ("yes", date(2027, 5, 16))


def test_work_that_goes_on_has_no_service_letter():
    assert asked(how_ended="still_working").answer == "no"


def test_getting_away_is_doubtful():
    assert asked(how_ended="ran_away").answer == "doubtful"


def test_each_reason_cites_the_statute():
    assert {reason.citation for reason in asked().reasons} == {"RSMo 290.140"}


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(Refusal, match="lies before the first"):
        asked(last_day=exact(date(2024, 1, 1)))
