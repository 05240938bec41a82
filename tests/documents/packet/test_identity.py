"""Immigration status, social security numbers and birth dates are found in every usual writing."""

from datetime import date

import pytest

from app.documents import identity

BORN = date(1990, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "She is undocumented.", "He has no papers.", "My visa ran out.", "She came on an H-2A visa.",
        "I applied for asylum.", "I have DACA.", "He overstayed.", "They are illegal immigrants.",
        "She waits for her green card.", "I do not have a work permit.", "He is not a citizen.",
        "Soy indocumentada.", "I crossed the border in May.", "She asked about her immigration status.",
    ],
)  # fmt: skip
def test_words_about_immigration_status_are_found(text: str) -> None:
    assert list(identity.statuses(text))


@pytest.mark.parametrize(
    "text",
    [
        "The wages were paid with a Visa debit card.", "That is illegal under RSMo 290.502.",
        "She had papers to sign at noon.", "A permit for parking.", "The records go back three years.",
        "The Migrant and Seasonal Agricultural Worker Protection Act may apply.",
    ],
)  # fmt: skip
def test_ordinary_words_are_not_taken_for_status(text: str) -> None:
    assert not list(identity.statuses(text))


@pytest.mark.parametrize(
    "text",
    [
        "123-45-6789", "SSN 123 45 6789", "my social is 123456789", "123.45.6789", "１２３-４５-６７８９",
        "SSN xxx-xx-6789",
    ],
)  # fmt: skip
def test_a_social_security_number_is_found(text: str) -> None:
    assert list(identity.numbers(f"Her number: {text}."))


@pytest.mark.parametrize(
    "text",
    [
        "816-555-0142", "64106-1234", "$1,234,567.89", "9407110200881234567890", "an invoice 123456789",
        "name, Social Security number and address", "000-12-3456", "2026-0143",
    ],
)  # fmt: skip
def test_other_numbers_are_let_through(text: str) -> None:
    assert not list(identity.numbers(text))


def test_a_number_is_never_repeated_whole() -> None:
    assert list(identity.numbers("123-45-6789")) == ["nine digits ending in 6789"]


@pytest.mark.parametrize(
    "text",
    [
        "March 5, 1990", "Mar. 5, 1990", "3/5/1990", "03/05/90", "1990-03-05", "5 March 1990",
        "5th of March 1990", "March 5th, 1990", "3-5-1990",
    ],
)  # fmt: skip
def test_a_known_birth_date_is_found_in_every_writing(text: str) -> None:
    assert list(identity.births(f"She came here on {text} or so.", BORN))


@pytest.mark.parametrize("text", ["I was born in June 1991.", "DOB 4/4/88", "date of birth: 1 May 1980"])
def test_words_that_give_a_birth_date_are_found_without_knowing_it(text: str) -> None:
    assert list(identity.births(text, None))


@pytest.mark.parametrize("text", ["March 6, 1990", "13/5/1990", "Week of March 5, 2026", "a birthday cake"])
def test_other_dates_are_let_through(text: str) -> None:
    assert not list(identity.births(text, BORN))
