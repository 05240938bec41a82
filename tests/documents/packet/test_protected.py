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
        "+18165550142", "18165550142", "816/555-0142", "816,555,0142", "816_555_0142", "816    555    0142",
        "816\n555-0142", "٨١٦-٥٥٥-٠١٤٢", "2410-555-618", "816\u200b5550142",
        "1200NorthOakStreet", "1200_North_Oak_Street", "1200\nNorth Oak Street", "1200 North\n\nOak Street",
        "teertS kaO htroN 0021", "1200 No\u00adrth O\u034fak Street", "1200 No\u0301rth Oak",
        "Lanternson, Kit", "LANTERNSON,\nKIT", "Kit\nLanternson", "Kit M. Lanternson", "K\u200bit Lanternson",
        "nosnretnaL tiK", "Placeholder, Robin", "Robin\nPlaceholder",
        "ana.s@\nexample.org", "ana.s at example dot org", "gro.elpmaxe@s.ana",
    ],
)  # fmt: skip
def test_the_vault_is_recognised(drafted: DraftOf, text: str) -> None:
    assert found(drafted, f"Come to me: {text} please.")


@pytest.mark.parametrize(
    "text",
    [
        "1201 North Oak Street", "12000 Oak", "North Oak Street", "816-555-0199", "400 Sample Street",
        "Robin", "28165550142", "81655501423", "816-555 and 0142", "1200 Oakland", "1200 plates, an oak",
        "the kit", "Kit and Lanternson", "Lanternson and Kit", "tiK", "ana at example",
    ],
)  # fmt: skip
def test_what_only_looks_alike_is_let_through(drafted: DraftOf, text: str) -> None:
    assert not found(drafted, f"Come to {text} please.")


def test_a_short_street_needs_its_gaps(drafted: DraftOf) -> None:
    home = '{street: 4 B Street, city: Liberty, state: MO, zip: "64068"}'
    assert found(drafted, "at 4 B Street", home=home)
    assert found(drafted, "at 4\nB St.", home=home)
    assert not found(drafted, "Apartment 4b", home=home)


def test_a_number_abroad_is_recognised(drafted: DraftOf) -> None:
    assert found(drafted, "+44 20/7946-0958", safe_phone="+44 20 7946 0958")


def test_contacts_among_free_words_of_the_vault_are_recognised(drafted: DraftOf) -> None:
    helper = "'ask my sister at sis@example.org or 816/555-0199'"
    assert found(drafted, "SIS@ example.org", helper=helper)
    assert found(drafted, "+18165550199", helper=helper)


def test_a_box_number_is_recognised(drafted: DraftOf) -> None:
    box = '{street: P.O. Box 417, city: Liberty, state: MO, zip: "64068"}'
    assert found(drafted, "write to P.O. Box 417", home=box)
    assert found(drafted, "write to PO box 417", home=box)


def test_a_masked_text_keeps_all_else(drafted: DraftOf) -> None:
    known = protected.secrets(drafted().interview)
    assert protected.masked("I live at 1200 N. Oak St. with Bo.", known) == "I live at [protected]. with Bo."


def test_everything_of_the_vault_is_masked_where_it_stands(drafted: DraftOf) -> None:
    known = protected.secrets(drafted().interview)
    text = "Café at 1200\nNo\u00adrth Oak Street; call 1\u200b8165550142 – or Lanternson, Kit."
    assert protected.masked(text, known) == "Café at [protected]; call [protected] – or [protected]."


def test_common_words_in_the_vault_hold_nothing_back(drafted: DraftOf) -> None:
    helper = "'my sister, at her work, 816-555-0143'"
    assert not found(drafted, "I wrote my hours to my sister at her work.", helper=helper)
    assert found(drafted, "my sister, at her work, 816-555-0143", helper=helper)


def test_an_empty_vault_recognises_nothing(drafted: DraftOf) -> None:
    assert not found(drafted, "1200 North Oak Street", home="''", safe_phone="''", helper="''")
