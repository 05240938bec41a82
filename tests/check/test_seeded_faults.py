"""Each planted fault is found, by its own rule and where it stands; where none is planted, nothing is."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.casework.checking import form_faults
from app.core.faults import RULES
from app.documents import twin
from tests.check.planted import SEEDS, tried
from tests.check.seeding import NAME, Seed, paper

TODAY = date(2026, 12, 1)


@pytest.mark.parametrize("seed", tuple(tried()), ids=str)
def test_a_planted_fault_is_found_by_its_rule_where_it_stands(
    seed: Seed, checkout: Path, figure: Callable[[str, str, int], None]
) -> None:
    seed.plant(checkout)
    found = form_faults(checkout, NAME, TODAY)
    own = [fault.place for fault in found if fault.rule == seed.rule]
    assert [place for place in own if place.startswith(seed.where(checkout))], found
    figure("Proved", "planted faults found by their rule", 1)


def test_where_nothing_is_planted_nothing_is_found(clean: Path) -> None:
    assert form_faults(clean, NAME, TODAY) == []


def test_every_rule_has_planted_faults() -> None:
    assert {seed.rule for seed in SEEDS} == set(RULES) - {"words differ"}


def test_more_than_three_hundred_faults_are_planted() -> None:
    assert len({str(seed) for seed in SEEDS}) == len(SEEDS) > 300


@pytest.mark.parametrize("word", ["about", "work", "began", "owe", "Besides", "late"])
def test_a_twin_that_says_another_word_is_found_even_if_its_own_maker_wrote_it(
    word: str, checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No change of a file comes to this: a twin that its maker would not write again is stale."""
    made = twin.twin_of
    monkeypatch.setattr(twin, "twin_of", lambda path: re.sub(rf"\b{word}\b", "other", made(path)))
    letter = checkout / paper("letter")
    twin.twin_path(letter).write_text(twin.twin_of(letter), "utf-8")
    assert [fault.rule for fault in form_faults(checkout, NAME, TODAY)] == ["words differ"]
