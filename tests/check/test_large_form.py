"""The form that the check is timed with holds what forms hold, and no fault: a fault would be timed too."""

from datetime import date
from pathlib import Path

from app.casework.checking import form_faults
from app.core.forms import load_form
from bench import large_form

TODAY = date(2026, 12, 1)


def test_it_has_as_many_questions_as_wanted_and_no_fault(tmp_path: Path) -> None:
    large_form.build(tmp_path, 60)
    assert len(list(load_form(tmp_path, large_form.NAME, {}).questions())) == 60
    assert form_faults(tmp_path, large_form.NAME, TODAY) == []


def test_its_proof_would_find_a_fault(tmp_path: Path) -> None:
    """The control."""
    large_form.build(tmp_path, 20)
    file = tmp_path / f"questionnaires/{large_form.NAME}.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace("day_2 is after day_1", "day_2 is after day_2"), "utf-8")
    assert {fault.rule for fault in form_faults(tmp_path, large_form.NAME, TODAY)} == {"unreachable clause"}
