"""Each planted fault is found, by its own rule and where it stands; where none is planted, nothing is."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.casework.checking import form_faults
from app.core.faults import RULES
from tests.check.planted import SEEDS, tried
from tests.check.seeding import NAME, Seed

TODAY = date(2026, 12, 1)
ELSEWHERE = frozenset({"changed since review", "no source", "official form", "translation"})
"""Rules about files that this form has none of; their seeds stand in `test_seeded_elsewhere`."""
WAITING = frozenset(
    {
        "undefined", "always true", "unused", "reading grade", "words differ",
        *(rule for rule in RULES if rule.startswith("unreachable")),
    }
)  # fmt: skip
"""Rules that nothing produces yet."""


@pytest.mark.parametrize("seed", tuple(tried()), ids=str)
def test_a_planted_fault_is_found_by_its_rule_where_it_stands(
    seed: Seed, checkout: Path, figure: Callable[[str, str, int], None]
) -> None:
    if seed.rule in WAITING:
        pytest.skip("nothing produces this rule yet")
    seed.plant(checkout)
    found = form_faults(checkout, NAME, TODAY)
    own = [fault.place for fault in found if fault.rule == seed.rule]
    assert [place for place in own if place.startswith(seed.where(checkout))], found
    figure("Proved", "planted faults found by their rule", 1)


def test_where_nothing_is_planted_nothing_is_found(clean: Path) -> None:
    assert form_faults(clean, NAME, TODAY) == []


def test_every_rule_has_planted_faults() -> None:
    assert {seed.rule for seed in SEEDS} == set(RULES) - ELSEWHERE


def test_more_than_three_hundred_faults_are_planted() -> None:
    assert len({str(seed) for seed in SEEDS}) == len(SEEDS) > 300
