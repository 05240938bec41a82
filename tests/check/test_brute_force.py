"""The proof and the trying of all answers agree, in both directions, on small generated forms."""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.check import told
from tests.check.oracle import TooMany, everything
from tests.check.small_forms import Small, make
from tests.properties.amounts import tries

FORMS = st.randoms(use_true_random=False).map(make)


def test_the_proof_finds_what_trying_all_answers_finds_and_nothing_else(
    figure: Callable[[str, str, int], None],
) -> None:
    tried = Counter[str]()

    @tries(300, 3_000)
    @given(FORMS)
    def attempt(small: Small) -> None:
        try:
            truths = everything(small)
        except TooMany:
            return
        found, known = told.by_proof(small), told.by_trying(truths)
        assert set(found) == known
        for fault in found.values():
            if fault.answers is not None:
                assert told.really(small, fault), fault
        tried.update(rule for rule, _, _ in known)
        tried["forms"] += 1
        tried["interviews"] += truths.interviews

    attempt()
    figure("Proved", "small forms on which the proof and the trying of all answers agree", tried["forms"])
    figure("Proved", "complete interviews tried for it", tried["interviews"])
    assert {"undefined", "unreachable question", "unreachable clause", "always true"} <= set(tried)


@pytest.mark.parametrize("seed", [28, 57, 289, 2373, 2383, 3713, 3942, 4270, 6236])
def test_forms_on_which_they_once_did_not_agree(seed: int) -> None:
    """Entries are never empty, an item is in its own check, and what a section hangs on hangs on too."""
    small = make(Random(seed))
    assert set(told.by_proof(small)) == told.by_trying(everything(small, 2_000))


def test_a_seed_gives_the_same_form_again() -> None:
    assert make(Random(3)).text == make(Random(3)).text
