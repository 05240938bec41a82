"""One sum to demand for each track, in which no hour is paid for twice."""

from datetime import date
from decimal import Decimal

import pytest

from app.law.demand import demand
from app.law.parameters import TABLE
from app.law.refusals import Refusal
from tests.law.invented import FIVE_DAYS, dollars, exact, last_pay, week, worked

TODAY = date(2026, 7, 20)
WEEK = week(date(2026, 4, 26), 52, 0, overtime_premium=0)
"""The last week of example C: 52 hours, nothing paid."""


def asked(today: date = TODAY, **more):
    final = last_pay(
        today, how_ended="fired", discharged_on=exact(date(2026, 5, 1)), rate=Decimal(16), hours=Decimal(52),
        hours_per_day=Decimal(8), work_days=FIVE_DAYS, request_made=True,
        request_date=exact(date(2026, 5, 8)),
    )  # fmt: skip
    owed = worked(WEEK, today=today, agreed_rate=Decimal(16))
    return demand(table=TABLE, today=today, **({"owed": owed, "final": final, "method": "work_days"} | more))


def test_last_pay_is_not_added_to_a_track_that_holds_its_hours():
    found = asked(same_hours=True)
    assert found.pay_only_once
    assert found.demand_with_missouri == dollars("7,986.00")  # 870.00 x 3 + 5,376.00
    assert found.demand_with_federal == dollars("6,217.00")  # (377.00 + 43.50) x 2 + 5,376.00
    assert found.demand_contract == dollars("6,208.00")  # 832.00 + 5,376.00
    assert (found.base, found.base_with_missouri) == (dollars("832.00"), 0)


def test_last_pay_that_stands_apart_is_added():
    found = asked(same_hours=False)
    assert (found.demand_with_missouri, found.pay_only_once) == (dollars("8,818.00"), False)


def test_hours_that_may_be_the_same_are_paid_once_and_must_be_settled():
    found = asked()
    assert (found.demand_with_missouri, found.same_hours) == (dollars("7,986.00"), True)
    assert [caution.level for caution in found.cautions] == ["must fix", "check"]


def test_the_chosen_method_sets_the_penalty_and_without_one_the_smaller_counts():
    assert asked(method="calendar_days").penalty == dollars("5,485.71")
    found = asked(method=None)
    assert (found.penalty, found.method_chosen) == (dollars("5,376.00"), False)


def test_last_pay_alone_is_demanded_where_there_are_no_weeks():
    final = last_pay(TODAY, how_ended="quit", amount=Decimal(320))
    found = demand(table=TABLE, today=TODAY, owed=worked(today=TODAY), final=final)
    assert found.demand_last_pay == dollars("320.00")
    assert not found.has_missouri
    assert not found.pay_only_once
    assert not found.has_cautions


def test_a_track_with_nothing_short_keeps_last_pay():
    owed = worked(week(date(2026, 4, 26), 40, 900), today=TODAY)
    found = asked(owed=owed, same_hours=True)
    assert found.base_with_missouri == dollars("832.00")


def test_without_weeks_and_last_pay_there_is_nothing_to_demand():
    with pytest.raises(Refusal, match="worked out first"):
        demand(table=TABLE, today=TODAY)
