"""Values print as a law office writes them, and a gap prints as itself whatever the filter."""

from datetime import date
from decimal import Decimal

import pytest

from app.core.values import GAP_CLOSE, GAP_OPEN
from app.documents import filters
from app.documents.environment import fill
from app.documents.errors import CannotPrint, NameMissing

GAP = f"{GAP_OPEN}to be confirmed: pay{GAP_CLOSE}"


@pytest.mark.parametrize(
    ("name", "value", "printed"),
    [
        ("money", Decimal("1234.505"), "$1,234.51"),
        ("money", 0, "$0.00"),
        ("money", Decimal("-3.2"), "-$3.20"),
        ("hours", Decimal("40.00"), "40"),
        ("hours", Decimal("47.50"), "47.5"),
        ("number", 1234567, "1,234,567"),
        ("words", 14, "fourteen"),
        ("words", 42, "forty-two"),
        ("words", 1005, "one thousand five"),
        ("words", 210_300, "two hundred ten thousand three hundred"),
        ("day", date(2026, 3, 5), "March 5, 2026"),
        ("caps", "Straße é", "STRASSE É"),
        ("listed", ["Ana"], "Ana"),
        ("listed", ["Ana", "Bo"], "Ana and Bo"),
        ("listed", ["Ana", "Bo", "Cy"], "Ana, Bo, and Cy"),
        ("listed", [], ""),
    ],
)
def test_a_filter_prints(name: str, value: object, printed: str) -> None:
    assert filters.FILTERS[name](value) == printed


@pytest.mark.parametrize("name", filters.FILTERS)
def test_a_gap_passes_through_every_filter(name: str) -> None:
    assert filters.FILTERS[name](GAP) == GAP


@pytest.mark.parametrize("name", filters.FILTERS)
def test_a_missing_name_raises_in_every_filter(name: str) -> None:
    with pytest.raises(NameMissing):
        fill("{{ nothing | " + name + " }}", {})


@pytest.mark.parametrize(
    ("name", "value"), [("money", True), ("words", Decimal("1.5")), ("day", 3), ("listed", 3)]
)
def test_a_filter_refuses_what_it_cannot_print(name: str, value: object) -> None:
    with pytest.raises(CannotPrint):
        filters.FILTERS[name](value)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (2026, "2026"),
        (Decimal("1200.50"), "1200.50"),
        (True, "yes"),
        (date(2026, 3, 5), "March 5, 2026"),
        ("x", "x"),
    ],
)
def test_without_a_filter_a_value_prints_plainly(value: object, printed: str) -> None:
    assert fill("{{ value }}", {"value": value}) == printed


@pytest.mark.parametrize("value", [[1], {"a": 1}])
def test_a_list_or_a_mapping_has_no_printed_form(value: object) -> None:
    with pytest.raises(CannotPrint):
        fill("{{ value }}", {"value": value})


def test_the_letters_of_a_text_are_not_a_list() -> None:
    with pytest.raises(CannotPrint, match="not a list"):
        fill("{% for x in value %}{{ x }}{% endfor %}", {"value": GAP})


def test_a_missing_name_in_a_condition_raises_too() -> None:
    with pytest.raises(NameMissing):
        fill("{% if nothing %}x{% endif %}", {})


def test_a_part_may_be_called_as_a_method_of_a_mapping_is() -> None:
    assert fill("{{ a.items }} {{ a.get }}", {"a": {"items": "three", "get": "x"}}) == "three x"


def test_no_method_of_a_value_can_be_reached() -> None:
    with pytest.raises(NameMissing):
        fill("{{ a.upper }}", {"a": "x"})


def test_markup_in_an_answer_is_escaped() -> None:
    assert fill("{{ a }}", {"a": "<b>&'\""}) == "&lt;b&gt;&amp;&#39;&#34;"


def test_html_keeps_line_feeds_and_blanks() -> None:
    assert filters.in_html("a\nb  c <") == "a<br>b\u00a0 c &lt;"
