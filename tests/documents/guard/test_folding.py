"""Folding keeps every character in its place, and its short way for plain letters is no other way."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents import folding
from app.documents.folding import folded

TEXTS = st.one_of(
    st.text(), st.text(st.characters(max_codepoint=127)), st.text(st.sampled_from("aB`´–’ é\u00a0"))
)


@given(TEXTS)
def test_both_ways_of_folding_agree(text: str) -> None:
    assert folded(text) == "".join(folding._fold(each) for each in text.translate(folding._ALIKE))


@given(TEXTS)
def test_every_character_keeps_its_place(text: str) -> None:
    assert len(folded(text)) == len(text)
