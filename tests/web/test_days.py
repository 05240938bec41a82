"""A week whose hours are asked by day: where its boxes stand and what it counts."""

from tests.web.office import Browser
from tests.web.test_table import Sheet, changed, two

__all__ = ["changed", "two"]


def test_hours_by_day_are_what_a_week_counts_on_every_page(owner: Browser, changed: Sheet) -> None:
    changed.send({1: {"day_1": "8", "day_2": "9"}})
    assert changed.page().one(f"//output[@data-total='{changed.numbers['hours']}']").text == "57.00"
    assert "57.00" in owner.get(f"/d/{changed.address.split('/')[2]}/c").words


def test_the_days_of_a_week_stand_in_a_line_below_it_and_count_as_hours(changed: Sheet) -> None:
    page = changed.page()
    boxes = page.all("//tr[@class='dw-days']//input[@data-sum]")
    assert [each.get("data-sum") for each in boxes] == [str(changed.numbers["hours"])] * 2
    assert not [each for each in page.all("//thead//th") if "first day?" in each.text_content().casefold()]
