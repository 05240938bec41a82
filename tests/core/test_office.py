"""An office profile is read with every mistake at its place, and survives the settings page."""

from pathlib import Path
from textwrap import dedent

import pytest

from app.core import loader, office
from app.core.places import Mistakes

EXAMPLE = Path(__file__).resolve().parents[2] / "office.example.yaml"


def read(text: str) -> office.Office:
    return office.read(loader.parse(dedent(text).encode(), "office.yaml"))


def mistakes(text: str) -> list[str]:
    with pytest.raises(Mistakes) as found:
        read(text)
    return [str(mistake) for mistake in found.value.mistakes]


def test_the_example_profile_says_everything() -> None:
    profile = office.load_office(EXAMPLE)
    assert profile.name
    assert profile.address
    assert profile.payee
    assert profile.payment_address
    assert profile.hotlines


def test_the_example_s_default_attorney_is_one_of_its_attorneys() -> None:
    profile = office.load_office(EXAMPLE)
    assert profile.attorney(profile.default("signing_attorney"))


def test_a_profile_may_leave_everything_out() -> None:
    assert read("office: Prairie Lantern") == office.Office(name="Prairie Lantern")


@pytest.mark.parametrize("wanted", ["99901", "morgan tessel", " Morgan  TESSEL "])
def test_an_attorney_is_found_by_bar_number_or_name(wanted: str) -> None:
    profile = read("attorneys: [{name: Morgan Tessel, bar number: '99901'}]")
    assert profile.attorney(wanted) == profile.attorneys[0]


def test_nobody_is_found_by_nothing() -> None:
    assert read("attorneys: [{name: Morgan Tessel}]").attorney("") is None


def test_a_default_the_office_does_not_have_is_none() -> None:
    assert read("defaults: {reply_days: '14'}").default("county") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("redaction list: {on: 2026-11-20, items: [account number]}", "Write the name of the attorney who"),
        ("redaction list: {entered by: M, on: soon, items: [account number]}", "Write the day on which"),
        ("redaction list: {entered by: M, on: 2026-11-20}", "Name what is redacted; each item is one"),
        (
            "redaction list: {entered by: M, on: 2026-11-20, items: [acount number]}",
            "acount number is nothing that can be redacted (did you mean `account number`?).",
        ),
        ("offise: A", "office.yaml:1:1 `offise` is not a word of the language here"),
        ("phone: call me", "office.yaml:1:1 Write a phone number with its area code, like 816-555-0142."),
        ("email: nobody", "office.yaml:1:1 Write an e-mail address with one @"),
        ("exit address: http://example.org", "office.yaml:1:1 The exit address begins with https://"),
        ("address: {street: 1 A St}", "office.yaml:1:1 Write the city."),
        ("attorneys: [{bar number: '1'}]", "office.yaml:1:13 A line `name:` is missing here."),
        ('file names: "{number} {client}"', "office.yaml:1:1 {client} is not part of a file name"),
        ('file names: "../{number} {title}"', "office.yaml:1:1 A file name holds {number} and {title}"),
        ('file names: "{title}"', "office.yaml:1:1 A file name holds {number} and {title}"),
        ('office: "A\\u0007B"', "a control character"),
        ("letterhead: {lines: one}", "must be a list"),
    ],
)  # fmt: skip
def test_a_mistake_is_one_sentence_at_its_place(text: str, said: str) -> None:
    assert any(said in mistake for mistake in mistakes(text)), mistakes(text)


def test_two_attorneys_of_one_bar_number_cannot_be_told_apart() -> None:
    assert (
        "in common" in mistakes("attorneys: [{name: A B, bar number: '1'}, {name: C D, bar number: '1'}]")[0]
    )


def test_every_mistake_is_told_at_once() -> None:
    assert len(mistakes("phone: x\nfax: y\nemail: z\nexit address: w\n")) == 4


def test_the_settings_page_gives_back_what_it_was_given() -> None:
    profile = office.load_office(EXAMPLE)
    assert office.from_fields(office.as_file(profile)) == profile


def test_a_mistake_in_a_field_names_the_field() -> None:
    with pytest.raises(Mistakes) as found:
        office.from_fields({"office": "A", "phone": "call me"})
    assert found.value.mistakes[0].place.file == "office profile: phone"


def test_an_empty_profile_has_an_empty_file() -> None:
    assert office.as_file(office.EMPTY) == {"file names": "{matter} {number} {title}"}
