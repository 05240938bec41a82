"""The redline of two texts: what was taken out and put in, to the word, with a little around it."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents.redline import AROUND, Passage, passages

LETTER = "Dear Diner:\nPlease pay the cook by Friday.\nYours truly"


def test_a_word_that_changed_stands_between_those_that_stayed() -> None:
    (found,) = passages(LETTER, LETTER.replace("by Friday", "by Monday"))
    assert found == (("same", "Please pay the cook by"), ("out", "Friday."), ("in", "Monday."))


def test_texts_that_are_the_same_have_no_passage() -> None:
    assert passages(LETTER, LETTER) == ()


def test_a_paragraph_put_in_comes_after_the_words_before_it() -> None:
    (found,) = passages(LETTER, LETTER.replace("\nYours", "\nWe wait.\nYours"))
    assert found == (("same", "Please pay the cook by Friday."), ("in", "We wait."))


def test_a_paragraph_taken_out_is_told_whole() -> None:
    (found,) = passages(LETTER, "Dear Diner:\nYours truly")
    assert ("out", "Please pay the cook by Friday.") in found


def test_two_changes_far_apart_in_a_paragraph_are_two_passages() -> None:
    long = " ".join(f"word{number}" for number in range(100))
    found = passages(long, long.replace("word5 ", "first ").replace("word90 ", "second "))
    assert [[piece for piece in each if piece[0] != "same"] for each in found] == [
        [("out", "word5"), ("in", "first")], [("out", "word90"), ("in", "second")],
    ]  # fmt: skip
    assert max(len(words.split()) for each in found for _, words in each) <= 2 * AROUND


def words(found: tuple[Passage, ...], kind: str) -> list[str]:
    return [word for each in found for said, text in each if said == kind for word in text.split()]


TEXTS = st.lists(st.sampled_from("a b c d".split()), max_size=12).map(" ".join)
LINES = st.lists(TEXTS, max_size=4).map("\n".join)


@given(LINES, LINES)
def test_no_word_more_goes_and_comes_than_the_texts_have(old: str, new: str) -> None:
    found = passages(old, new)
    gone, come = words(found, "out"), words(found, "in")
    balance = len(new.split()) - len(old.split())
    own = [word for word in come if word != "¶"], [word for word in gone if word != "¶"]
    assert len(own[0]) - len(own[1]) == balance
    assert bool(found) == (old.splitlines() != new.splitlines())
