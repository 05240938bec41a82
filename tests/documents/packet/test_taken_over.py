"""What the memo says of answers that were taken over from another draft of the client."""

from collections import Counter

from app.core.answers import Given
from app.documents.memo_answers import _compact, _taken, source

OWN = Given("Robin", "person", "Dana Whitfield", "2026-12-01T10:00:00+00:00")
TAKEN = Given("Robin", "person", "Dana Whitfield", "2026-11-02T10:00:00+00:00", "another")


def test_an_answer_taken_over_is_told_with_who_gave_it_and_when() -> None:
    assert source(TAKEN) == "answered, Dana Whitfield, 2026-11-02, taken over"


def test_an_answer_of_the_drafts_own_is_not_called_taken_over() -> None:
    assert source(OWN) == "answered, Dana Whitfield, 2026-12-01"


def test_a_section_taken_over_as_a_whole_says_so_once() -> None:
    answers = [("name", "Robin", source(TAKEN)), ("language", "English", source(TAKEN))]
    (row,) = _compact("About you", answers, source(OWN))
    assert row == (
        "About you (answered, Dana Whitfield, 2026-11-02, taken over)",
        "name: Robin; language: English",
    )


def test_a_single_answer_given_anew_says_its_own_source() -> None:
    answers = [
        ("name", "Robin", source(TAKEN)),
        ("city", "Liberty", source(TAKEN)),
        ("pay", "$9", source(OWN)),
    ]
    ((_, lines),) = _compact("About you", answers, source(OWN))
    assert lines == "name: Robin; city: Liberty; pay: $9 (answered, Dana Whitfield, 2026-12-01)"


def test_the_memo_explains_the_word_only_where_it_stands() -> None:
    assert _taken(Counter([source(TAKEN)]))
    assert not _taken(Counter([source(OWN)]))
