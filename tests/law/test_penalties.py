"""The pay cut without notice (F6) and the factory that pays late (F7)."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.values import When
from app.law.parameters import TABLE
from app.law.penalties import factory, pay_cut
from tests.law.invented import exact

TODAY = date(2026, 11, 23)
FACTORY = {"manufactory": True, "sum_due": Decimal("400.00"), "due_on": exact(date(2026, 11, 1))}


def cut(**more):
    answers = {"corporation": True, "was_cut": True, "notice_given": False} | more
    return pay_cut(table=TABLE, today=TODAY, **answers)


def late(**more):
    return factory(table=TABLE, today=TODAY, **(FACTORY | more))


def test_a_pay_cut_without_notice_costs_the_corporation_50_dollars():
    assert (cut().answer, cut().amount_text, cut().citation) == ("yes", "$50.00", "RSMo 290.100")


@pytest.mark.parametrize("answers", [{"corporation": False}, {"was_cut": False}, {"notice_given": True}])
def test_one_missing_condition_closes_it(answers):
    assert (cut(**answers).answer, cut(**answers).amount) == ("no", 0)


@pytest.mark.parametrize("name", ["corporation", "was_cut", "notice_given"])
def test_one_condition_not_known_is_doubtful(name: str):
    assert cut(**{name: None}).answer == "doubtful"


def test_a_factory_that_pays_late_owes_double():
    assert (late().answer, late().amount) == ("yes", Decimal("800.00"))


@pytest.mark.parametrize(("paid", "answer"), [(16, "no"), (17, "yes")])
def test_the_fifteenth_day_is_in_time(paid: int, answer: str):
    assert late(paid_on=exact(date(2026, 11, paid))).answer == answer


def test_a_factory_that_still_has_time_owes_no_double():
    assert late(due_on=exact(date(2026, 11, 20))).answer == "no"


def test_an_inexact_payday_around_the_limit_is_doubtful():
    around = When(date(2026, 11, 1), date(2026, 11, 10), "range")
    assert late(due_on=around).answer == "doubtful"


def test_no_factory_no_double():
    assert late(manufactory=False).answer == "no"
