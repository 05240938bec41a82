"""What becomes of a line whose process hangs, dies or fails, and what the manifest says of it."""

import csv
from collections.abc import Callable
from concurrent.futures import TimeoutError as TookTooLong
from pathlib import Path

import pytest
from pebble import ProcessExpired

from app.casework import batch
from app.casework.batch import Outcome


def raising(error: Exception) -> Callable[[], Outcome]:
    """A result that is not there because of an error."""

    def result() -> Outcome:
        raise error

    return result


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (TookTooLong(), "longer than 120 seconds"),
        (ProcessExpired("gone", -9), "want of memory"),
        (MemoryError(), "MemoryError"),
        (KeyError("Robin Sample"), "KeyError"),
    ],
)
def test_a_line_that_cannot_be_made_is_set_aside_with_a_reason(error: Exception, reason: str) -> None:
    outcome = batch._outcome("A1", raising(error))
    assert not outcome.made
    assert reason in outcome.reason
    assert "Robin" not in outcome.reason


def test_the_manifest_holds_no_formula(tmp_path: Path) -> None:
    path = tmp_path / "manifest.csv"
    batch._manifest(path, [Outcome("A1", False, reason="=1+1"), Outcome("B", True, 3, ("-Letter",))])
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["reason"] for line in lines] == ["'=1+1", ""]
    assert lines[1]["held_back"] == "'-Letter"
    assert lines[1]["folder"] == "B"
