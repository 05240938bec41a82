"""Nothing but plain, printable data reaches a template."""

import enum
from collections import OrderedDict
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from app.core.values import GAP_CLOSE, GAP_OPEN, Name
from app.documents import plain
from app.documents.errors import NotPlain

PLAIN = st.recursive(
    st.one_of(st.integers(), st.booleans(), st.dates(), st.decimals(allow_nan=False, allow_infinity=False)),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["a", "name", "x1"]), inner),
)


class Colour(enum.StrEnum):
    RED = "red"


def generator() -> Iterator[int]:
    yield 1


FOREIGN = [
    None,
    1.5,
    b"x",
    {1},
    object(),
    Name("a"),
    Markup("<b>"),
    Colour.RED,
    datetime(2026, 1, 1),
    OrderedDict(a=1),
    generator(),
    print,
    type,
    Decimal("NaN"),
    {1: "x"},
    {"_a": 1},
    {"a b": 1},
    {"a": [{"b": None}]},
]


@given(st.dictionaries(st.sampled_from(["a", "b"]), PLAIN))
def test_plain_data_passes(context: dict[str, object]) -> None:
    plain.check(context)


@pytest.mark.parametrize("value", FOREIGN, ids=lambda value: type(value).__name__)
def test_anything_else_is_refused(value: object) -> None:
    with pytest.raises(NotPlain):
        plain.check({"a": value})


def test_the_refusal_says_where() -> None:
    with pytest.raises(NotPlain, match=r"“people\[1\]\.born” is nothing \(None\)"):
        plain.check({"people": [{"born": date(2000, 1, 1)}, {"born": None}]})


@pytest.mark.parametrize(
    "character",
    [
        "\ud800",
        "\x00",
        "\x0b",
        "\x0c",
        "\r",
        "\x7f",
        "\x85",
        "\ufffe",
        "\uffff",
        "\ufdd2",
        "\u2028",
    ],
)
def test_what_no_page_can_show_is_refused_with_its_place(character: str) -> None:
    with pytest.raises(NotPlain, match=rf"“story\[0\]” holds .* \(U\+{ord(character):04X}\) at character 3"):
        plain.check({"story": [f"ab{character}c"]})


def test_line_feeds_tabs_and_the_marks_of_a_gap_pass() -> None:
    plain.check({"a": f"x\n\t{GAP_OPEN}to be confirmed: b{GAP_CLOSE} é 漢 🙂"})


def test_a_context_that_is_no_dict_is_refused() -> None:
    with pytest.raises(NotPlain):
        plain.check([("a", 1)])  # type: ignore[arg-type]
