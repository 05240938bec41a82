"""Rows pasted from a spreadsheet: all mistakes by row and column before anything is saved."""

import pytest

from app.casework.desk import Desk
from tests.web.office import Browser
from tests.web.pages import Page
from tests.web.test_table import Sheet, two

__all__ = ["two"]


def paste(sheet: Sheet, text: str, how: str = "add", status: int = 200) -> Page:
    """Paste a text into the page."""
    page = sheet.there.get(f"{sheet.address}/t")
    return sheet.there.send(page, {"a0": text, "a1": how}, do="", status=status)


def test_rows_with_tabs_are_added(two: Sheet) -> None:
    paste(two, "3/15/2026\t40\t500\tMy own notes\n3/22/2026\t38:30\t$480.00\tmemory\t\n")
    assert two.column("starts") == ["3/1/2026", "3/8/2026", "3/15/2026", "3/22/2026"]
    assert two.column("hours")[2:] == ["40", "38.5"]
    assert two.column("basis")[2:] == ["notes", "memory"]


@pytest.mark.parametrize("mark", ["\t", ",", ";", "|"])
def test_headings_may_stand_in_any_order(two: Sheet, mark: str) -> None:
    paste(two, mark.join(["Paid", "FIRST DAY", "hours"]) + "\n" + mark.join(["500", "2026-03-15", "40"]))
    assert two.column("paid")[-1] == "500.00"
    assert two.column("starts")[-1] == "3/15/2026"


def test_rows_may_take_the_place_of_those_there(two: Sheet) -> None:
    paste(two, "3/15/2026\t40\t500\tnotes", how="replace")
    assert two.column("starts") == ["3/15/2026"]


def test_all_mistakes_are_named_and_nothing_is_saved(two: Sheet) -> None:
    text = "3/15/2026\t400\t500\tnotes\n2/30/2026\t40\tten\tguess\n"
    page = paste(two, text, status=422)
    assert [each.split(":")[0] for each in page.errors] == [
        "Row 1, How many hours", "Row 2, first day", "Row 2, What were you paid", "Row 2, How do you know",
    ]  # fmt: skip
    assert page.one("//textarea").text.strip() == text.strip()
    assert len(two.column("starts")) == 2


@pytest.mark.parametrize(
    "text",
    ["", "\n\n", "first day\thours\n", 'a\t"never closed', "\ud800".encode("utf-8", "replace").decode()],
)
def test_what_holds_no_rows_is_a_sentence(two: Sheet, text: str) -> None:
    assert paste(two, text, status=422).errors


def test_a_row_with_too_many_cells_is_named(two: Sheet) -> None:
    page = paste(two, "\t".join(["3/15/2026", "40", "500", "notes", "", *["x"] * 12]), status=422)
    assert "Row 1" in page.errors[0]
    assert "columns" in page.errors[0]


def test_weeks_pasted_twice_overlap_and_are_refused(two: Sheet, owner: Browser, desk: Desk) -> None:
    paste(two, "3/8/2026\t40\t500\tnotes")
    page = two.send({}, status=422)
    assert page.errors


def test_too_many_rows_at_once_are_refused(two: Sheet) -> None:
    assert "at most" in paste(two, "3/15/2026\t40\n" * 300, status=422).errors[0]


@pytest.mark.parametrize(
    "heads", ["First day\tWorked hrs\tPaid", "First day\tWorked hrs\tMoney", "First day\tPaid\tPaid"]
)
def test_a_heading_that_is_not_known_is_named_and_nothing_is_saved(two: Sheet, heads: str) -> None:
    page = paste(two, f"{heads}\n3/15/2026\t40\t500", status=422)
    assert any("is not known" in each and (heads.split("\t")[1] in each) for each in page.errors)
    assert len(two.column("starts")) == 2


def test_cells_under_no_heading_are_refused(two: Sheet) -> None:
    page = paste(two, "First day\t\tPaid\n3/15/2026\t40\t500", status=422)
    assert "Column 2 has no name" in page.errors[0]


def test_an_empty_column_without_a_heading_is_passed_over(two: Sheet) -> None:
    paste(two, "First day\t\tPaid\n3/15/2026\t\t500")
    assert two.column("paid")[-1] == "500.00"
