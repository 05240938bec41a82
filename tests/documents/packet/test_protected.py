"""What lies in the vault is recognised however it is written, and only that."""

import pytest

from app.documents import protected
from tests.documents.packet.conftest import DraftOf


def found(drafted: DraftOf, text: str, **changed: str) -> bool:
    return protected.masked(text, protected.secrets(drafted(**changed).interview)) != text


@pytest.mark.parametrize(
    "text",
    [
        "1200 North Oak Street, Apt 4", "1200 N. Oak St.", "1200 n oak st", "1200 Oak", "1200  NORTH\nOAK",
        "1200, N Oak St",
        "ana.s@example.org", "ANA.S @ example.org", "Robin Placeholder", "816 555 0143", "Kit Lanternson",
        "816-555-0142", "(816) 555-0142", "+1 816 555 0142", "8165550142",
    ],
)  # fmt: skip
def test_the_vault_is_recognised(drafted: DraftOf, text: str) -> None:
    assert found(drafted, f"Come to me: {text} please.")


@pytest.mark.parametrize(
    "text",
    ["1201 North Oak Street", "12000 Oak", "North Oak Street", "816-555-0199", "400 Sample Street", "Robin"],
)
def test_what_only_looks_alike_is_let_through(drafted: DraftOf, text: str) -> None:
    assert not found(drafted, f"Come to {text} please.")


def test_a_box_number_is_recognised(drafted: DraftOf) -> None:
    box = '{street: P.O. Box 417, city: Liberty, state: MO, zip: "64068"}'
    assert found(drafted, "write to P.O. Box 417", home=box)
    assert found(drafted, "write to PO box 417", home=box)


def test_a_masked_text_keeps_all_else(drafted: DraftOf) -> None:
    known = protected.secrets(drafted().interview)
    assert protected.masked("I live at 1200 N. Oak St. with Bo.", known) == "I live at [protected]. with Bo."


def test_common_words_in_the_vault_hold_nothing_back(drafted: DraftOf) -> None:
    helper = "'my sister, at her work, 816-555-0143'"
    assert not found(drafted, "I wrote my hours to my sister at her work.", helper=helper)
    assert found(drafted, "my sister, at her work, 816-555-0143", helper=helper)


def test_an_empty_vault_recognises_nothing(drafted: DraftOf) -> None:
    assert not found(drafted, "1200 North Oak Street", home="''", safe_phone="''", helper="''")
