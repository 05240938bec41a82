"""A week whose hours are asked by day: where its boxes stand and what it counts."""

import pytest

from app.casework.desk import Desk
from tests.web.office import Browser, place
from tests.web.test_table import Sheet, two

__all__ = ["two"]


@pytest.fixture
def changed(owner: Browser, desk: Desk, two: Sheet) -> Sheet:
    """The same table after the rate changed inside its second week."""
    first = owner.send(owner.get(place(desk, two.page(), "changes")), do="add")
    second = owner.send(first, {"a0": "3", "a1": "10", "a2": "2026"})
    owner.send(owner.send(second, {"a0": "17"}), {"a0": "no"})
    return two


def test_a_week_with_a_new_rate_inside_is_asked_for_its_days(changed: Sheet) -> None:
    assert changed.column("day_1") == [""]
    assert len(changed.column("hours")) == 1
    errors = changed.send({}, status=422).errors
    assert errors[0].startswith("Week 2, Hours on the first day")


def test_a_day_has_24_hours(changed: Sheet) -> None:
    assert "24" in changed.send({1: {"day_1": "8", "day_2": "25"}}, status=422).errors[0]


def test_the_days_of_such_a_week_are_saved(changed: Sheet) -> None:
    page = changed.send({1: {"day_1": "8", "day_2": "9"}})
    assert page.heading != "Which weeks did you work?"
    assert changed.column("day_2") == ["9"]


def test_a_row_that_turns_out_to_need_more_is_saved_and_asked_for_it(changed: Sheet) -> None:
    page = changed.send({1: {"starts": "3/15/2026", "hours": "40"}, 0: {"starts": "3/8/2026"}})
    assert page.heading == "Which weeks did you work?"
    assert changed.column("day_1") == [""]
    assert changed.column("starts") == ["3/8/2026", "3/15/2026"]


def test_hours_by_day_are_what_a_week_counts_on_every_page(owner: Browser, changed: Sheet) -> None:
    changed.send({1: {"day_1": "8", "day_2": "9"}})
    assert changed.page().one(f"//output[@data-total='{changed.numbers['hours']}']").text == "57.00"
    assert "57.00" in owner.get(f"/d/{changed.address.split('/')[2]}/c").words


def test_the_days_of_a_week_stand_in_a_line_below_it_and_count_as_hours(changed: Sheet) -> None:
    page = changed.page()
    boxes = page.all("//tr[@class='dw-days']//input[@data-sum]")
    assert [each.get("data-sum") for each in boxes] == [str(changed.numbers["hours"])] * 2
    assert not [each for each in page.all("//thead//th") if "first day?" in each.text_content().casefold()]
