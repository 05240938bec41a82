"""A proof that cannot be finished is said in a sentence."""

from datetime import date
from pathlib import Path

import pytest

from app.casework import checking_proof
from app.core.forms import load_form
from app.core.proof import proving
from app.core.proof.universe import Undecided
from app.core.proof.witness import ProofError
from app.law.catalogue import CALCULATIONS

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("trouble", [Undecided, ProofError])
def test_a_proof_that_cannot_be_finished_rules_nothing_out(
    trouble: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(*_: object) -> None:
        raise trouble("stuck")

    monkeypatch.setattr(proving, "prove", stuck)
    form = load_form(ROOT, "mo/name_change", CALCULATIONS)
    (fault,) = checking_proof.faults(ROOT, form, date(2026, 11, 24))
    assert (fault.rule, fault.level) == ("undefined", "not ruled out")
    assert "could not be finished" in fault.sentence
