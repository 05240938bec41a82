"""Any value, anywhere in any layer and encoding, is found; what a value shown says too is not reported."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.documents.guard import files, kept
from tests.documents.guard.encodings import ENCODINGS

LETTERS = st.sampled_from("abcdefghijklmnopqrstuvwxyzáéñöğłž")
WORDS = st.text(LETTERS, min_size=2, max_size=9)
SENTENCES = st.lists(WORDS, min_size=5, max_size=12).map(" ".join)
NUMBERS = st.integers(1_000_000, 999_999_999).map(str)
NOISE = st.binary(max_size=300)


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(SENTENCES, NUMBERS),
    st.sampled_from(list(ENCODINGS)),
    st.sampled_from(list(files.BYTES)),
    NOISE,
    NOISE,
)
def test_a_value_in_bytes_is_found(text: str, encoding: str, layer: str, before: bytes, after: bytes) -> None:
    data = before + b" " + ENCODINGS[encoding](text) + b" " + after
    assert kept.leaks(files.BYTES[layer](data), note=text)


@settings(max_examples=100, deadline=None)
@given(st.one_of(SENTENCES, NUMBERS), st.sampled_from(list(files.WORDS)), SENTENCES, SENTENCES)
def test_a_value_among_words_is_found(text: str, layer: str, before: str, after: str) -> None:
    assert kept.leaks(files.WORDS[layer](f"{before}, {text}. {after}"), note=text)


@settings(max_examples=60, deadline=None)
@given(st.one_of(SENTENCES, NUMBERS), st.sampled_from(list(ENCODINGS)), SENTENCES)
def test_a_value_that_may_be_shown_is_not_reported(text: str, encoding: str, around: str) -> None:
    data = files.BYTES["an inflated stream"](ENCODINGS[encoding](text))
    assert kept.leaks(data, note=text, told=f"{around}, {text}, {around}") == []


@settings(max_examples=60, deadline=None)
@given(SENTENCES, SENTENCES, st.sampled_from(list(files.WORDS)))
def test_another_value_is_not_found(kept_away: str, written: str, layer: str) -> None:
    assume(kept_away.replace(" ", "") not in written.replace(" ", ""))
    assume(written.replace(" ", "")[::-1] != kept_away.replace(" ", ""))
    assert kept.leaks(files.WORDS[layer](written), note=kept_away) == []
