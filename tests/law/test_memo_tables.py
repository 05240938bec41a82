"""What each result shows the attorney: every sum of every track and reading, every clock, every step once."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.memo_table import MemoTable, Working
from app.core.values import When
from app.law.catalogue import CALCULATIONS
from app.law.memo_tables import tables

TODAY = date(2026, 12, 1)


def weeks(*starts: str, hours: str = "44", paid: str = "400") -> tuple[dict[str, object], ...]:
    return tuple(
        {
            "starts": When(date.fromisoformat(day), date.fromisoformat(day)),
            "hours": Decimal(hours),
            "paid": Decimal(paid),
        }
        for day in starts
    )


def shown(name: str, **inputs: object) -> list[MemoTable | Working]:
    return list(tables(CALCULATIONS[name].run(today=TODAY, **inputs)))


def drawn(found: list[MemoTable | Working], title: str) -> MemoTable:
    return next(each for each in found if isinstance(each, MemoTable) and each.title.startswith(title))


def test_the_tracks_stand_side_by_side_and_are_not_added() -> None:
    found = shown("wages.weeks", weeks=weeks("2026-03-01", paid="300"), agreed_rate=Decimal(16))
    rows = drawn(found, "What each track comes to").rows
    assert [row[0].split(":")[0] for row in rows] == ["Missouri", "Federal", "Contract"]


def test_a_track_without_a_sum_is_named_and_has_no_row() -> None:
    table = drawn(shown("wages.weeks", weeks=weeks("2026-03-01")), "What each track comes to")
    assert [row[0].split(":")[0] for row in table.rows] == ["Missouri", "Federal"]
    assert "Nothing is short on the contract track." in table.notes


def test_a_claim_without_weeks_shows_no_empty_sums() -> None:
    assert shown("wages.weeks", weeks=()) == []
    assert shown("wages.limitations", weeks=()) == []


def test_the_calendar_has_no_column_for_a_track_without_a_sum() -> None:
    found = shown("wages.limitations", weeks=weeks("2026-03-01", hours="40"))
    assert [title for title in drawn(found, "Last day to file").columns if "FLSA" in title] == []
    assert [row[0] for row in drawn(found, "Unpaid wages still in time").rows] == ["Missouri"]


def test_a_week_that_could_not_be_computed_is_listed_with_its_reason() -> None:
    given = (*weeks("2026-03-01"), weeks("2026-03-08")[0] | {"paid": None})
    rows = drawn(shown("wages.weeks", weeks=given), "Workweek by workweek").rows
    assert "in no figure: The pay in the workweek" in rows[1][0]


def test_a_reading_that_is_not_confirmed_says_so() -> None:
    rows = drawn(shown("wages.weeks", weeks=weeks("2026-03-01")), "Other readings").rows
    laws = [row[3] for row in rows if "never below the Missouri minimum" in row[0]]
    assert laws
    assert all(law.endswith("(not confirmed)") for law in laws)


def test_last_pay_after_a_quit_stands_among_the_sums() -> None:
    found = shown("wages.final_pay", how_ended="quit", amount=Decimal(320))
    assert drawn(found, "Last pay as promised wages").rows[0][1] == "$320.00"


def test_a_day_on_which_no_claim_ends_is_never_said_to_have_passed() -> None:
    fired = When(date(2026, 5, 1), date(2026, 5, 1))
    rows = drawn(shown("wages.deadlines", how_ended="fired", discharged_on=fired), "Deadlines").rows
    assert not [row for row in rows if "PASSED" in row[2]]


def test_the_restitution_table_names_no_greater_without_the_income() -> None:
    rows = drawn(shown("wages.trafficking", weeks=weeks("2026-03-01")), "Value of the labor").rows
    assert not [row for row in rows if row[0].startswith("The greater")]
    assert ("Gross income or value to the defendant", "not known") in rows


def test_every_other_reading_has_its_sums_and_its_law() -> None:
    rows = drawn(shown("wages.weeks", weeks=weeks("2026-03-01")), "Other readings").rows
    assert rows
    assert all(all(cell for cell in row) for row in rows)


def test_workweeks_of_the_same_arithmetic_are_worked_once() -> None:
    found = shown("wages.weeks", weeks=weeks("2026-03-01", "2026-03-08", "2026-03-22"))
    (working,) = [each for each in found if isinstance(each, Working)]
    assert working.title == "Workweeks 1 to 3, the same each week, March 1, 2026 to March 28, 2026"


def test_workweeks_of_different_arithmetic_are_worked_apart() -> None:
    mixed = (*weeks("2026-03-01"), *weeks("2026-03-08", paid="500"), *weeks("2026-03-15"))
    found = [each.title for each in shown("wages.weeks", weeks=mixed) if isinstance(each, Working)]
    assert found == [
        "Workweeks 1 and 3, the same each week, March 1, 2026 to March 21, 2026",
        "Workweek 2: March 8 to 14, 2026",
    ]


def test_every_step_names_its_law() -> None:
    (working,) = [
        each for each in shown("wages.weeks", weeks=weeks("2026-03-01")) if isinstance(each, Working)
    ]
    assert all(line.law for line in working.lines)


def test_the_calendar_has_a_row_for_each_workweek_and_marks_lost_ones() -> None:
    found = drawn(shown("wages.limitations", weeks=weeks("2022-03-06", "2026-03-01")), "Last day to file")
    assert len(found.rows) == 2
    assert "lost" in " ".join(found.rows[0])
    assert "lost" not in " ".join(found.rows[1])


def test_both_methods_of_the_final_pay_penalty_stand_side_by_side() -> None:
    fired = When(date(2026, 10, 1), date(2026, 10, 1))
    found = shown(
        "wages.final_pay", how_ended="fired", discharged_on=fired, rate=Decimal(18), hours=Decimal(60),
        hours_per_day=Decimal(8), work_days=("monday", "tuesday"), request_made=True, request_date=fired,
    )  # fmt: skip
    rows = drawn(found, "Final pay and its penalty").rows
    assert [row[0][:2] for row in rows] == ["M1", "M2"]
    assert all(cell.startswith("$") for row in rows for cell in row[1:])


def test_an_inexact_deadline_has_both_readings() -> None:
    about = When(date(2026, 2, 1), date(2026, 3, 1), "about")
    found = drawn(
        shown("wages.deadlines", how_ended="fired", discharged_on=about, last_day=about), "Deadlines"
    )
    assert any("later reading" in row[2] for row in found.rows)


@pytest.mark.parametrize("name", sorted(CALCULATIONS))
def test_every_table_has_as_many_cells_as_columns(name: str) -> None:
    """Whatever a result shows for almost no input fits the memo's seven columns."""
    calculation = CALCULATIONS[name]
    given = {"weeks": weeks("2026-03-01"), "how_ended": "fired", "amount": Decimal(1), "county": "Jackson"}
    given |= {"city": "Kansas City", "order_for": "adult"}
    day = When(date(2026, 3, 1), date(2026, 3, 1))
    given |= {"first_day": day, "last_day": day, "starts": day, "day": day, "days": Decimal(3)}
    result = calculation.run(today=TODAY, **{key: given[key] for key in calculation.inputs if key in given})
    for each in tables(result):
        if isinstance(each, MemoTable):
            assert 2 <= len(each.columns) <= 7
            assert {len(row) for row in each.rows} <= {len(each.columns)}


def test_what_is_no_result_shows_nothing() -> None:
    assert tables(None) == ()
