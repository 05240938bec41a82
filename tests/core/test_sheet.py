"""The sheets and columns of a form, and what a cell's content is as an answer."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.forms import load_form
from app.core.questionnaire import Form
from app.core.sheet import Cell, NotExact, sheets, text_of

ROOT = Path(__file__).resolve().parent.parent / "forms"


@pytest.fixture(scope="module")
def form() -> Form:
    return load_form(ROOT, "mo/cli_letter", {})


def test_the_main_sheet_has_a_column_for_each_question_and_part(form: Form) -> None:
    names = [column.name for column in sheets(form)[0].columns]
    assert names[:5] == [
        "row",
        "worker_name.first",
        "worker_name.middle",
        "worker_name.last",
        "worker_name.suffix",
    ]
    assert {"kind_of_work", "other_work", "consent", "reply_days"} <= set(names)


def test_a_list_has_a_sheet_of_its_own(form: Form) -> None:
    assert [sheet.name for sheet in sheets(form)] == ["rows", "weeks"]
    assert [column.name for column in sheets(form)[1].columns] == ["row", "starts", "hours", "basis"]


def test_a_list_that_must_be_answered_has_no_column_in_the_main_sheet(form: Form) -> None:
    assert sheets(form)[0].column("weeks") is None


def test_every_column_says_in_words_what_stands_in_it(form: Form) -> None:
    assert all(column.words for sheet in sheets(form) for column in sheet.columns)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (38.0, "38"),
        (38, "38"),
        (7.5, "7.5"),
        (-3.0, "-3"),
        (0.1 + 0.2, "0.3"),
        (13.65, "13.65"),
        (1e-7, "0.0000001"),
        (816_555_0142.0, "8165550142"),
        (True, "yes"),
        (False, "no"),
        (date(2025, 3, 2), "2025-03-02"),
        (datetime(2025, 3, 2), "2025-03-02"),
        (time(7, 30), "7:30"),
        (timedelta(hours=38, minutes=5), "38:05"),
        ("  as typed ", "  as typed "),
        ("", ""),
    ],
)
def test_a_cell_is_taken_over_exactly(cell: Cell, text: str) -> None:
    assert text_of(cell) == text


@pytest.mark.parametrize(
    "cell", [1e15, float("1e300"), datetime(2025, 3, 2, 4, 5), time(7, 30, 9), timedelta(-1)]
)
def test_a_cell_that_holds_other_than_it_shows_is_refused(cell: Cell) -> None:
    with pytest.raises(NotExact):
        text_of(cell)


@pytest.mark.parametrize("cell", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused(cell: Cell) -> None:
    with pytest.raises(NotExact):
        text_of(cell)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_typed_with_up_to_four_decimals_is_the_number_read(number: Decimal) -> None:
    assert Decimal(text_of(float(number))) == number


@given(st.text())
def test_text_is_never_changed(text: str) -> None:
    assert text_of(text) == text
