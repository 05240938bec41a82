"""The office profile: all of it on one page, kept as one file."""

from typing import Any

import pytest

from app.casework import office
from app.casework.desk import Desk
from app.core.office import as_file, load_office
from tests.web.office import ROOT, Browser, seed
from tests.web.pages import Page


def held(page: Page) -> dict[str, Any]:
    """What the boxes of the page hold."""
    typed = {each.get("name"): each.get("value") or "" for each in page.all("//main//input[@type='text']")}
    for each in page.all("//main//input[@type='checkbox'][@checked]"):
        typed.setdefault(each.get("name"), []).append(each.get("value"))
    return typed | {each.get("name"): each.text or "" for each in page.all("//main//textarea")}


def test_a_list_of_redactions_is_entered_with_name_and_day(owner: Browser, desk: Desk) -> None:
    name = "o-redaction.list"
    typed = {f"{name}-entered.by": "Morgan Tessel", f"{name}-on": "2026-11-20"}
    owner.send(owner.get("/o"), {**typed, f"{name}-items": ["date of birth", "account number"]}, do="")
    kept = office.profile(desk).redaction_list
    assert kept is not None
    assert (kept.entered_by, kept.on.isoformat()) == ("Morgan Tessel", "2026-11-20")
    assert kept.items == ("date of birth", "account number")


def test_a_list_without_a_day_is_refused_at_its_box(owner: Browser) -> None:
    name = "o-redaction.list"
    page = owner.send(
        owner.get("/o"), {f"{name}-entered.by": "Morgan Tessel", f"{name}-items": ["date of birth"]}, do="",
        status=422,
    )  # fmt: skip
    assert "Write the day on which the list was entered, like 2026-11-20." in page.words


def test_a_profile_written_elsewhere_is_shown_and_saved_unchanged(owner: Browser, desk: Desk) -> None:
    sample = ROOT / "office.example.yaml"
    office.path(desk).write_bytes(sample.read_bytes())
    page = owner.get("/o")
    # The two small forms of the tests know fewer defaults than the sample has.
    expected = as_file(load_office(sample))
    saved = owner.send(page, held(page), do="")
    assert "Saved." in saved.words
    found = as_file(office.profile(desk))
    assert {**found, "defaults": {}} == {**expected, "defaults": {}}


def test_everything_may_be_typed_in(owner: Browser, desk: Desk) -> None:
    typed = {
        "o-office": "Prairie Lantern",
        "o-letterhead-name": "Prairie Lantern",
        "o-letterhead-lines": "One\r\nTwo\r\n",
        "o-address-street": "1 A Street",
        "o-address-city": "Kansas City",
        "o-address-state": "MO",
        "o-address-zip": "64106",
        "o-phone": "816-555-0100",
        "o-attorneys-0-name": "Morgan Tessel",
        "o-attorneys-0-bar.number": "99901",
        "o-attorneys-0-signature.block": "Morgan Tessel\nAttorney",
        "o-payment-payee": "Trust account",
        "o-defaults-reply_days": "14",
        "o-exit.address": "https://example.org/",
        "o-hotlines-0-name": "A hotline",
        "o-hotlines-0-phone": "1-800-555-0100",
        "o-file.names": "{number} {title}",
    }
    owner.send(owner.get("/o"), typed, do="")
    found = office.profile(desk)
    assert found.letterhead_lines == ("One", "Two")
    assert found.attorneys[0].signature == ("Morgan Tessel", "Attorney")
    assert found.default("reply_days") == "14"
    assert owner.client.get("/exit").headers["Location"] == "https://example.org/"


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("o-email", "nobody", "one @"),
        ("o-phone", "12", "ten digits"),
        ("o-exit.address", "javascript:alert(1)", "begins with https://"),
        ("o-exit.address", "http://example.org", "begins with https://"),
        ("o-file.names", "{title}/../x", "A file name holds"),
        ("o-address-zip", "1", "street"),
        ("o-attorneys-0-email", "a@example.org", "Write the name."),
        ("o-hotlines-0-name", "A hotline", "Write the phone number."),
        ("o-office", "x\u202ey", "reading direction"),
    ],
)
def test_what_cannot_be_is_said_beside_its_box_and_nothing_is_saved(
    owner: Browser, desk: Desk, name: str, text: str, sentence: str
) -> None:
    page = owner.send(owner.get("/o"), {name: text}, do="", status=422)
    assert any(sentence in each for each in page.errors), page.errors
    assert held(page)[name] == text
    assert not office.path(desk).exists()


def test_an_attorney_is_removed_by_clearing_the_boxes(owner: Browser, desk: Desk) -> None:
    office.path(desk).write_bytes((ROOT / "office.example.yaml").read_bytes())
    page = owner.get("/o")
    typed = held(page)
    for name in typed:
        if name.startswith("o-attorneys-0-"):
            typed[name] = ""
    owner.send(page, typed, do="")
    assert [each.name for each in office.profile(desk).attorneys] == ["Devon R. Quill"]


def test_two_people_do_not_overwrite_each_others_profile(owner: Browser, desk: Desk) -> None:
    first, second = owner.get("/o"), owner.get("/o")
    owner.send(first, {"o-office": "The first"}, do="")
    page = owner.send(second, {"o-office": "The second"}, do="", status=409)
    assert held(page)["o-office"] == "The second"
    assert office.profile(desk).name == "The first"


def test_a_profile_that_does_not_load_is_a_calm_page_with_its_place(owner: Browser, desk: Desk) -> None:
    office.path(desk).write_text("offfice: A\n")
    page = owner.get("/o", status=503)
    assert "office.yaml:1:1" in page.words


@pytest.mark.parametrize(("name", "text"), [("reply_days", "soon"), ("county", "Nowhere")])
def test_a_default_that_is_no_answer_is_refused_beside_its_box(
    owner: Browser, desk: Desk, name: str, text: str
) -> None:
    page = owner.send(owner.get("/o"), {f"o-defaults-{name}": text}, do="", status=422)
    assert page.one(f"//*[@id='errors']//a[@href='#o-defaults-{name}']") is not None
    assert page.one(f"//*[@id='o-defaults-{name}-error']") is not None
    assert not office.path(desk).exists()


def test_a_default_with_choices_offers_them_and_a_number_says_its_limits(owner: Browser) -> None:
    page = owner.get("/o")
    assert len(page.all("//select[@id='o-defaults-county']/option")) > 100
    assert "A number" in page.words


def test_a_default_that_fits_no_question_is_named_in_words_with_the_way_to_it(
    owner: Browser, desk: Desk
) -> None:
    home = owner.get(f"/d/{seed(desk, 'mo/cli_letter')}")
    office.path(desk).write_text("defaults:\n  reply_days: soon\n")
    page = owner.get(f"{home.address}/p", status=409)
    assert "`" not in page.words
    assert page.one("//main//a[@href='/o#o-defaults-reply_days']") is not None
