"""A list as one table: saving all rows or none, every mistake by row and column, and many rows at once."""

from typing import Any

import pytest

from app.casework.desk import Desk
from tests.web.office import Browser, form_of, place, seed
from tests.web.pages import Page


class Sheet:
    """The table page of a draft, by row and column name."""

    def __init__(self, there: Browser, desk: Desk, address: str) -> None:
        self.there, self.address = there, address
        self.numbers = {
            each.name: each.number
            for each in form_of(desk, "web/lists").questions()
            if each.in_list == "weeks"
        }

    def page(self) -> Page:
        """The page as it is now."""
        return self.there.get(self.address)

    def cell(self, row: int, name: str) -> str:
        """The name of a box."""
        return f"c{row}-{self.numbers[name]}"

    def filled(self, page: Page, rows: dict[int, dict[str, str]]) -> dict[str, str]:
        """What every box holds, with some rows typed over."""
        typed = {
            each.get("name"): each.get("value") or "" for each in page.all("//table//input[@type='text']")
        }
        for each in page.all("//table//select"):
            typed[each.get("name")] = next(iter(each.xpath(".//option[@selected]/@value")), "")
        for row, cells in rows.items():
            typed |= {self.cell(row, name): text for name, text in cells.items()}
        return typed

    def send(self, rows: dict[int, dict[str, str]], do: str = "done", status: int = 200, **more: Any) -> Page:
        """Type over some rows and press a button."""
        page = self.page()
        return self.there.send(page, {**self.filled(page, rows), **more}, do=do, status=status)

    def column(self, name: str, page: Page | None = None) -> list[str]:
        """What a column holds."""
        boxes = (page or self.page()).all(f"//table[@id='rows']//*[contains(@name, '-{self.numbers[name]}')]")
        return [
            each.get("value") or "".join(each.xpath(".//option[@selected]/@value"))
            for each in boxes
            if each.get("name")[0] == "c"
        ]


@pytest.fixture
def empty(owner: Browser, desk: Desk) -> Sheet:
    """The table of a draft in which it is all that is missing."""
    home = owner.get(f"/d/{seed(desk, 'web/lists')}")
    sheet = Sheet(owner, desk, place(desk, home, "weeks"))
    page = sheet.page()
    marked = {f"x{each}": "yes" for each in range(2)}
    owner.send(page, {**sheet.filled(page, {}), **marked}, do="save")
    return sheet


@pytest.fixture
def two(owner: Browser, desk: Desk) -> Sheet:
    """A table with two rows."""
    home = owner.get(f"/d/{seed(desk, 'web/lists')}")
    return Sheet(owner, desk, place(desk, home, "weeks"))


WEEK = {"starts": "3/1/2026", "hours": "40", "paid": "$500", "basis": "notes"}


def test_rows_are_saved_together(empty: Sheet) -> None:
    page = empty.send({0: WEEK, 1: {**WEEK, "starts": "3/8/2026", "hours": "41:30"}})
    assert page.heading != "Which weeks did you work?"
    assert empty.column("starts") == ["3/1/2026", "3/8/2026"]
    assert empty.column("hours") == ["40", "41.5"]


def test_empty_rows_do_not_count(empty: Sheet) -> None:
    empty.send({2: WEEK})
    assert len(empty.column("starts")) == 1


def test_every_mistake_is_named_by_row_and_column_and_nothing_is_saved(empty: Sheet) -> None:
    bad = {0: {**WEEK, "hours": "200"}, 1: {**WEEK, "starts": "2/30/2026", "paid": "ten"}, 2: WEEK}
    page = empty.send(bad, status=422)
    assert page.errors == [
        "Week 1, How many hours: A week has 168 hours; write 168 or fewer.",
        "Week 2, first day: February 2026 has no day 30.",
        "Week 2, What were you paid: Write an amount in dollars and cents, like 304.00.",
    ]
    assert empty.column("paid", page)[1] == "ten"
    assert empty.column("starts") == ["", "", ""]


def test_a_finished_table_has_no_empty_cells(empty: Sheet) -> None:
    page = empty.send({0: {**WEEK, "paid": ""}}, status=422)
    assert page.errors == ["Week 1, What were you paid: Fill this in."]


def test_an_unfinished_table_may_be_saved_for_now(empty: Sheet) -> None:
    page = empty.send({0: {**WEEK, "paid": ""}}, do="save")
    assert page.heading == "Which weeks did you work?"
    assert empty.column("starts") == ["3/1/2026"]


def test_a_question_mark_is_a_figure_not_known_yet(empty: Sheet) -> None:
    empty.send({0: {**WEEK, "hours": "?", "basis": "?"}})
    assert empty.column("hours") == ["?"]
    assert empty.column("basis") == ["?"]


def test_where_the_figure_must_be_known_a_question_mark_is_refused(empty: Sheet) -> None:
    assert "must be answered" in empty.send({0: {**WEEK, "paid": "?"}}, status=422).errors[0]


def test_overlapping_weeks_are_refused(empty: Sheet) -> None:
    page = empty.send({0: WEEK, 1: {**WEEK, "starts": "3/4/2026"}}, status=422)
    assert len(page.errors) == 1
    assert "share days" in page.errors[0]


def test_rows_stand_in_the_order_of_their_days(empty: Sheet) -> None:
    empty.send({0: {**WEEK, "starts": "3/15/2026"}, 1: WEEK})
    assert empty.column("starts") == ["3/1/2026", "3/15/2026"]


def test_sums_stand_below(two: Sheet) -> None:
    totals = [each.text_content() for each in two.page().all("//tfoot//output")]
    assert totals == ["78.50", "$980.00"]


def test_the_last_week_is_repeated_a_week_later(two: Sheet) -> None:
    two.send({}, do="repeat", times="3")
    assert two.column("starts")[-3:] == ["3/15/2026", "3/22/2026", "3/29/2026"]
    assert two.column("hours")[-3:] == ["38.5"] * 3


def test_what_was_typed_before_repeating_is_saved_too(two: Sheet) -> None:
    two.send({0: {"paid": "777"}}, do="repeat", times="1")
    assert two.column("paid")[0] == "777.00"


@pytest.mark.parametrize("times", ["0", "many", "9999", "-1", ""])
def test_a_senseless_number_of_repeats_is_a_sentence(two: Sheet, times: str) -> None:
    assert "how many times" in two.send({}, do="repeat", times=times, status=422).errors[0]


def test_a_range_is_filled_where_there_is_no_week_yet(two: Sheet) -> None:
    fill = {
        f"f-{two.numbers['hours']}": "35",
        f"f-{two.numbers['paid']}": "400",
        f"f-{two.numbers['basis']}": "notes",
    }
    two.send({}, do="fill", first="2/22/2026", last="3/22/2026", **fill)
    assert two.column("starts") == ["2/22/2026", "3/1/2026", "3/8/2026", "3/15/2026", "3/22/2026"]
    assert two.column("hours") == ["35", "40", "38.5", "35", "35"]


def test_sixty_weeks_are_filled_in_one_go(two: Sheet) -> None:
    two.send({}, do="fill", first="1/5/2025", last="2/22/2026", **{f"f-{two.numbers['hours']}": "35"})
    assert len(two.column("starts")) == 62


@pytest.mark.parametrize(("first", "last"), [("", ""), ("3/8/2026", "3/1/2026"), ("1/1/2000", "1/1/2026")])
def test_a_senseless_range_is_a_sentence(two: Sheet, first: str, last: str) -> None:
    assert two.send({}, do="fill", first=first, last=last, status=422).errors


def test_a_row_is_removed(two: Sheet) -> None:
    two.send({}, do="save", x0="yes")
    assert two.column("starts") == ["3/8/2026"]


def test_more_rows_come_when_asked_for(two: Sheet) -> None:
    assert len(two.column("starts", two.send({}, do="more"))) == 7


def test_a_table_takes_only_so_many_rows(two: Sheet) -> None:
    page = two.send({}, do="fill", first="1/5/2020", last="2/22/2026", status=422)
    assert any("260" in each or "80" in each for each in page.errors)


def test_what_is_not_changed_keeps_who_gave_it_and_when(
    owner: Browser, desk: Desk, two: Sheet, clock: Any
) -> None:
    from app.casework import drafting, people

    ref = two.address.split("/")[2]
    who = people.owner(desk).who
    before = drafting.open_draft(desk, who, ref).answers
    clock.pass_by(minutes=5)
    two.send({0: {"paid": "1.00"}})
    after = drafting.open_draft(desk, who, ref).answers
    changed = [key for key, given in after.given.items() if before.given.get(key) != given]
    assert [path for path, _ in changed] == ["weeks.paid"]


def test_what_the_law_makes_of_the_rows_stands_on_the_attorneys_page_only(owner: Browser, two: Sheet) -> None:
    law = "What the law gives for these weeks"
    assert law not in two.page().words
    assert law in owner.get(f"/d/{two.address.split('/')[2]}/a").words


def test_saving_for_now_says_so(two: Sheet) -> None:
    assert two.send({}, do="save").one("//p[@role='status']").text == "Saved."
    assert not two.page().all("//p[@role='status']")


def test_a_mistake_in_a_range_leaves_its_boxes_open_with_what_was_typed(two: Sheet) -> None:
    hours = f"f-{two.numbers['hours']}"
    page = two.send({}, do="fill", first="3/8/2026", last="3/1/2026", **{hours: "35"}, status=422)
    assert page.one("//details[@open]//input[@id='last']").get("value") == "3/1/2026"
    assert page.one(f"//details[@open]//input[@id='{hours}']").get("value") == "35"
    assert page.one("//*[@id='errors']//a").get("href") == "#first"


def test_the_check_page_shows_the_rows_and_their_sums(owner: Browser, two: Sheet) -> None:
    page = owner.get(f"/d/{two.address.split('/')[2]}/c")
    assert "78.50" in page.words
    assert "$980.00" in page.words
