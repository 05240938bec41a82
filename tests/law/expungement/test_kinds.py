"""The one question about the nature of a charge, which stands for eight with a yes or a no."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.expungement.charge import read_flags
from tests.law.expungement.invented import arrest, felony, misdemeanor, only, said

SINGLE = (
    "domestic", "registration", "death_element", "intoxication", "cdl", "marijuana", "identity_misuse",
    "hiv_variant",
)  # fmt: skip
UNASKED = dict.fromkeys(SINGLE)


@pytest.mark.parametrize("build", [misdemeanor, felony, arrest])
def test_none_of_these_answers_every_question_with_no(build):
    assert said(build(**UNASKED, charge_kinds=("none",))) == "may generate"


@pytest.mark.parametrize("answers", [UNASKED, {**UNASKED, "charge_kinds": ()}])
def test_without_any_answer_nothing_is_known(answers):
    assert said(misdemeanor(**answers)) == "attorney must decide"


@pytest.mark.parametrize("kind", SINGLE)
def test_what_is_chosen_is_decided_as_a_yes_to_its_own_question(kind):
    one = only(felony(**UNASKED, charge_kinds=(kind,)))
    other = only(felony(**{**dict.fromkeys(SINGLE, False), kind: True}))
    assert (one.outcome, one.reason, one.route) == (other.outcome, other.reason, other.route)


def test_a_single_answer_still_counts_beside_it():
    assert only(misdemeanor(**{**UNASKED, "domestic": True}, charge_kinds=("none",))).excluded


@given(
    st.dictionaries(st.sampled_from(SINGLE), st.sampled_from([True, False, None])),
    st.lists(st.sampled_from([*SINGLE, "none"]), min_size=1),
)
def test_no_yes_is_ever_lost(single, chosen):
    flags = read_flags({**single, "charge_kinds": tuple(chosen)})
    for kind in SINGLE:
        assert getattr(flags, kind) is (single.get(kind) is True or kind in chosen)
