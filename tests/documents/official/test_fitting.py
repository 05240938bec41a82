"""No word of a value is lost between a field and its addendum, whatever the value and the box."""

from hypothesis import given
from hypothesis import strategies as st

from app.documents.official import face
from app.documents.official.fields import FormField
from app.documents.official.fitting import MARK, Fitted, fitted
from app.documents.official.maps import Box

WORDS = st.text(st.characters(codec="ascii", categories=["L", "N", "P"]), min_size=1, max_size=14)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=4).map(
    "\n".join
)
BOXES = st.builds(
    lambda wide, high: Box(1, 72, 300, 72 + wide, 300 + high),
    st.floats(10, 480, allow_nan=False), st.floats(8, 300, allow_nan=False),
)  # fmt: skip


def shown(made: Fitted) -> list[str]:
    return " ".join(line.text for line in made.lines).replace(MARK, "").split()


@given(TEXTS, BOXES, st.booleans(), st.none() | st.integers(1, 400))
def test_shown_and_left_over_are_the_whole(text: str, box: Box, several: bool, most: int | None) -> None:
    made = fitted(text, box, FormField("A", "text", (), several_lines=several), most, goes_on=True)
    if made.lines:
        assert shown(made) + made.rest.split() == text.split()
    else:
        assert made.rest.split() == text.split()


@given(TEXTS, BOXES, st.booleans())
def test_no_line_leaves_its_box(text: str, box: Box, several: bool) -> None:
    for line in fitted(
        text, box, FormField("A", "text", (), several_lines=several), None, goes_on=True
    ).lines:
        assert box.left <= line.x
        assert line.x + face.width(line.text, line.size) <= box.right
        assert box.bottom <= line.y
        assert line.y + 0.7 * line.size <= box.top + 0.01


@given(TEXTS, BOXES)
def test_without_an_addendum_a_value_is_whole_or_refused(text: str, box: Box) -> None:
    made = fitted(text, box, FormField("A", "text", (), several_lines=True), None, goes_on=False)
    assert (shown(made), made.rest) in ((text.split(), ""), ([], text))


@given(TEXTS, BOXES, st.integers(1, 30))
def test_a_field_with_a_place_for_each_letter_never_takes_more(text: str, box: Box, places: int) -> None:
    own = FormField("A", "text", (), comb=True, most=places)
    made = fitted(text, box, own, None, goes_on=True)
    flat = " ".join(text.split())
    assert bool(made.rest) == (len(flat) > places)
    assert len(made.lines) <= places
