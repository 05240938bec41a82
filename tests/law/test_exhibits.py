"""Exhibits get their letters from their order, and the public record reads no title that is not for it."""

from datetime import date
from string import ascii_uppercase

from hypothesis import given
from hypothesis import strategies as st

from app.law.catalogue import CALCULATIONS
from app.law.exhibits import NEUTRAL_TITLE, ExhibitsResult, letter, letters, letters_whole
from app.law.parameters import TABLE

TODAY = date(2026, 11, 24)


def exhibit(title: str, public: object = True) -> dict[str, object]:
    return {"exhibit_title": title, "exhibit_public": public, "exhibit_file": f"{title}.pdf"}


def lettered(*exhibits: dict[str, object]) -> ExhibitsResult:
    return letters(table=TABLE, today=TODAY, exhibits=exhibits)


def titled(result: ExhibitsResult) -> dict[str, str]:
    return {each.title: each.letter for each in result.items}


def test_letters_go_from_a_to_z_and_on_with_two():
    assert [letter(number) for number in range(1, 27)] == list(ascii_uppercase)
    assert [letter(number) for number in (27, 28, 52, 53, 702, 703)] == ["AA", "AB", "AZ", "BA", "ZZ", "AAA"]


@given(st.integers(min_value=1, max_value=5000), st.integers(min_value=1, max_value=5000))
def test_no_two_exhibits_share_a_letter(one: int, other: int):
    assert (letter(one) == letter(other)) == (one == other)


def test_another_order_gives_other_letters():
    first, second = exhibit("Birth certificate"), exhibit("Licence")
    assert titled(lettered(first, second)) == {"Birth certificate": "A", "Licence": "B"}
    assert titled(lettered(second, first)) == {"Licence": "A", "Birth certificate": "B"}


def test_of_a_confidential_exhibit_the_public_reads_its_letter_only():
    found = lettered(exhibit("Birth certificate"), exhibit("Doctor’s letter", public=False))
    assert [(each.letter, each.title, each.file) for each in found.confidential_items] == [
        ("B", NEUTRAL_TITLE, "")
    ]
    assert "Doctor" not in repr(found)


def test_papers_that_are_not_public_read_every_title():
    found = letters_whole(table=TABLE, today=TODAY, exhibits=(exhibit("Doctor’s letter", public=False),))
    assert found.items[0].title == "Doctor’s letter"
    assert (found.has_public, found.has_confidential) == (False, True)


def test_an_exhibit_nobody_decided_about_is_confidential():
    assert not lettered(exhibit("Photo", public=None)).items[0].public


def test_no_exhibits_are_no_gap():
    found = CALCULATIONS["exhibits.letters"].run(exhibits=None, today=TODAY)
    assert (found.items, found.has_any) == ((), False)
