"""Section numbers in whatever way people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.law.expungement.statute import between, chapter, placed, sections


@pytest.mark.parametrize(
    "text",
    [
        "567.020", "RSMo 567.020", "RSMo 567.020.1", "§ 567.020(1)", "567.020.1(2)", "Section 567.020, RSMo",
        "sec. 567.020 RSMo. 2016", "567 . 020", "567. 020", "V.A.M.S. §567.020", "567.020-001Y20",
        "Mo. Rev. Stat. § 567.020", "５６７.０２０",
    ],
)  # fmt: skip
def test_a_section_is_found_however_it_is_written(text: str):
    assert sections(text) == ("567.020",)


@pytest.mark.parametrize("text", ["567.20", "567.02", "567", "567.0205", "", "stealing", "1567.020", "12-34"])
def test_another_number_is_not_taken_for_it(text: str):
    assert "567.020" not in sections(text)


def test_several_sections_are_all_found():
    assert sections("570.030 and 570.223; 570.030.2") == ("570.030", "570.223")


def test_the_chapter_stands_before_the_dot():
    assert chapter("567.020") == 567


@pytest.mark.parametrize(
    ("section", "inside"),
    [("565.049", False), ("565.050", True), ("565.0505", True), ("565.076", True), ("565.077", False)],
)
def test_a_family_of_sections_has_a_first_and_a_last(section: str, inside: bool):
    assert between(section, "565.050", "565.076") is inside


@pytest.mark.parametrize(
    ("section", "found"),
    [("0.010", False), ("1.010", True), ("701.300", True), ("702.010", False), ("999.999", False)],
)
def test_the_statutes_run_from_chapter_1_to_701(section: str, found: bool):
    assert placed(section) is found


@given(st.text())
def test_no_text_breaks_the_search(text: str):
    assert isinstance(sections(text), tuple)
