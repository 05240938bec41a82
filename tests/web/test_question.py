"""One question a page: every kind, gaps and blanks, faults beside the box, the way back and on."""

from typing import Any

import pytest

from app.casework import drafting, office, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.core.values import Gap
from app.web import fields
from tests.web.office import Browser, form_of, place, ref_of, seed

WRONG: list[tuple[str, dict[str, Any], str]] = [
    ("word", {"a0": ""}, "Write an answer."),
    ("word", {"a0": "x" * 101}, "shorten it to 100"),
    ("story", {"a0": "x" * 20_001}, "shorten it to 20,000"),
    ("place", {"a0": "", "a1": "", "a2": "", "a3": "Missouri", "a4": "1"}, "Write the street or PO box."),
    ("place", {"a0": "1 A", "a2": "B", "a3": "MO", "a4": "641"}, "ZIP code with five digits"),
    ("phone", {"a0": "12"}, "ten digits"),
    ("email", {"a0": "nobody"}, "one @"),
    ("county", {"a0": ""}, "Choose a county."),
    ("day", {"a0": "exact", "a1": "2", "a2": "30", "a3": "2026"}, "February 2026 has no day 30."),
    ("day", {"a0": "exact", "a1": "", "a2": "", "a3": ""}, "Write a date."),
    ("exact_day", {"a0": "2", "a1": "3", "a2": "19"}, "four digits"),
    ("exact_day", {"a0": "2", "a1": "3", "a2": "2019"}, "This is too long ago."),
    ("year", {"a0": "85"}, "less than 1900"),
    ("count", {"a0": "0"}, "less than 1"),
    ("pay", {"a0": "-5"}, "less than $0.00"),
    ("pay", {"a0": "ten"}, "dollars and cents"),
    ("hours", {"a0": "200"}, "A week has 168 hours"),
    ("agreed", {}, "Choose yes or no."),
    ("one", {"a0": "fourth"}, "is not one of the answers"),
    ("some", {}, "Choose at least one answer."),
    ("some", {"a0": ["red", "none"]}, "alone, or take it away"),
]


@pytest.fixture
def whole(owner: Browser, desk: Desk) -> str:
    """A draft in which every question of `web/kinds` is answered."""
    return f"/d/{seed(desk, 'web/kinds')}/c"


@pytest.mark.parametrize(("name", "typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_beside_the_box(
    owner: Browser, desk: Desk, whole: str, name: str, typed: dict[str, Any], sentence: str
) -> None:
    page = owner.get(place(desk, owner.get(whole), name))
    again = owner.send(page, typed, status=422)
    assert any(sentence in each for each in again.errors), again.errors
    assert again.all("//*[contains(@class, 'govuk-error-message')]")
    assert again.heading == page.heading


def test_what_was_typed_stays_in_the_box(owner: Browser, desk: Desk, whole: str) -> None:
    page = owner.get(place(desk, owner.get(whole), "pay"))
    assert (
        owner.send(page, {"a0": "ten dollars"}, status=422).one("//input[@name='a0']").get("value")
        == "ten dollars"
    )


@pytest.mark.parametrize(("do", "cause"), [("not-known", "not known"), ("not-safe", "not safe")])
def test_who_cannot_answer_may_say_so(owner: Browser, desk: Desk, do: str, cause: str) -> None:
    page = owner.begin("web/kinds")
    after = owner.send(page, do=do)
    assert after.heading != page.heading
    given = drafting.open_draft(desk, people.owner(desk).who, ref_of(page)).answers.get("word")
    assert given is not None
    assert given.value == Gap(cause)  # type: ignore[arg-type]
    assert "So far you said" in owner.get(page.address).words


def test_what_is_not_known_stays_so_when_nothing_is_typed(owner: Browser) -> None:
    page = owner.begin("web/kinds")
    owner.send(page, do="not-known")
    again = owner.get(page.address)
    assert "leave it so" in again.words
    assert owner.send(again, {"a0": ""}).heading != again.heading
    assert "I don’t know yet" in owner.get(page.address).words


def test_a_question_that_must_be_answered_offers_no_way_around(
    owner: Browser, desk: Desk, whole: str
) -> None:
    page = owner.get(place(desk, owner.get(whole), "agreed"))
    assert not page.all("//button[@value='not-known']")
    assert "must be answered" in owner.send(page, do="not-known", status=422).errors[0]


@pytest.mark.parametrize("name", ["nickname", "person"])
def test_an_optional_question_may_be_left_blank(owner: Browser, desk: Desk, whole: str, name: str) -> None:
    page = owner.get(place(desk, owner.get(whole), name))
    owner.send(page, do="blank")
    assert "Left blank" in owner.get(whole).words


@pytest.mark.parametrize("name", ["nickname", "person"])
def test_saving_an_empty_optional_question_leaves_it_blank(
    owner: Browser, desk: Desk, whole: str, name: str
) -> None:
    page = owner.get(place(desk, owner.get(whole), name))
    empty = {each.get("name"): "" for each in page.all("//main//input[@type='text']")}
    owner.send(page, empty)
    assert "Left blank" in owner.get(whole).words


def test_before_a_story_stands_who_reads_it_and_what_to_leave_out(
    owner: Browser, desk: Desk, whole: str
) -> None:
    page = owner.get(place(desk, owner.get(whole), "story"))
    before = page.text.index("Your attorney, and nobody else")
    assert page.text.index("Names of people who helped you") < page.text.index("<textarea")
    assert before < page.text.index("<textarea")
    assert "tell the attorney instead" in page.words


def test_a_notice_stands_before_the_question_that_follows_it(owner: Browser) -> None:
    assert "You can stop at any point." in owner.begin("web/kinds").words


def test_a_notice_at_the_end_stands_on_the_check_page(owner: Browser, whole: str) -> None:
    assert "That was all, Robin" in owner.get(whole).words


def test_a_section_begins_with_its_words_and_says_them_once(owner: Browser) -> None:
    first = owner.begin("web/kinds")
    assert "Take your time." in first.words
    assert "Take your time." not in owner.send(first, {"a0": "A cook"}).words


def test_back_leads_to_the_question_before(owner: Browser) -> None:
    first = owner.begin("web/kinds")
    second = owner.send(first, {"a0": "A cook"})
    back = owner.get(second.one("//a[contains(@class, 'govuk-back-link')]").get("href"))
    assert back.heading == first.heading
    assert back.one("//input[@name='a0']").get("value") == "A cook"


def test_a_change_from_the_check_page_leads_back_to_it(owner: Browser, whole: str) -> None:
    check = owner.get(whole)
    link = next(
        each for each in check.all("//a") if "Change" in each.text_content() and "job" in each.text_content()
    )
    after = owner.send(owner.get(link.get("href")), {"a0": "A baker"})
    assert after.heading == "Check your answers"
    assert "A baker" in after.words


def test_a_change_that_opens_a_question_shows_on_the_check_page(
    owner: Browser, desk: Desk, whole: str
) -> None:
    owner.send(owner.get(place(desk, owner.get(whole), "one") + "?b=c"), {"a0": "other"})
    assert "1 question is still open" in owner.get(whole).words


def test_a_question_off_the_path_is_not_reachable(owner: Browser, desk: Desk, whole: str) -> None:
    page = owner.get(place(desk, owner.get(whole), "what"), status=404)
    assert "not asked" in page.heading


def test_an_answer_to_a_question_that_is_gone_is_not_lost(owner: Browser, desk: Desk, whole: str) -> None:
    owner.send(owner.get(place(desk, owner.get(whole), "one")), {"a0": "other"})
    page = owner.get(place(desk, owner.get(whole), "what"))
    owner.send(owner.get(place(desk, owner.get(whole), "one")), {"a0": "first"})
    gone = owner.send(page, {"a0": "Words that took a while"}, status=409)
    assert "Words that took a while" in gone.words


def test_the_offices_usual_answer_stands_in_the_box_before_there_is_one(owner: Browser, desk: Desk) -> None:
    office.save(
        desk, people.owner(desk).who, {"defaults": {"county": "Clay"}}, Stamp(was=office.print_of(desk))
    )
    page = owner.get(place(desk, owner.start("web/kinds"), "county"))
    assert page.one("//option[@selected]").get("value") == "Clay"


def test_the_offices_default_decides_for_the_attorney_and_says_so(owner: Browser, desk: Desk) -> None:
    office.save(
        desk, people.owner(desk).who, {"defaults": {"reply_days": "14"}}, Stamp(was=office.print_of(desk))
    )
    start = owner.start("web/kinds")
    page = owner.get(place(desk, start, "reply_days"))
    assert "This is the office’s default." in page.words
    owner.send(page, do="undecided")
    assert "Not decided yet" in owner.get(f"/d/{ref_of(start)}/a").words


def test_the_law_behind_a_question_is_shown(owner: Browser, desk: Desk, whole: str) -> None:
    assert "RSMo 290.527" in owner.get(place(desk, owner.get(whole), "agreed")).words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"a0": "about", "a1": "3", "a2": "2", "a3": "2026"}, "about March 2, 2026"),
        ({"a0": "month", "a1": "March", "a3": "2026"}, "March 2026"),
        ({"a0": "season", "a3": "2025", "a4": "winter"}, "winter 2025"),
        ({"a0": "year", "a3": "2024"}, "2024"),
        (
            {"a0": "range", "a1": "1", "a2": "2", "a3": "2026", "a5": "1", "a6": "9", "a7": "2026"},
            "between January 2, 2026 and January 9, 2026",
        ),
    ],
)
def test_a_day_may_be_known_as_well_as_it_is(
    owner: Browser, desk: Desk, whole: str, typed: dict[str, str], words: str
) -> None:
    address = place(desk, owner.get(whole), "day")
    fields = [each.part for each in _fields(desk, "day")]
    assert fields[4] in ("season", "to_month")
    if "a4" in typed:
        typed = {**typed, f"a{fields.index('season')}": typed["a4"]}
    if "a5" in typed:
        start = fields.index("to_month")
        typed = {**typed, f"a{start}": "1", f"a{start + 1}": "9", f"a{start + 2}": "2026"}
    owner.send(owner.get(address), typed)
    assert words in owner.get(whole).words
    again = owner.get(address)
    assert owner.send(again, _kept(again)).address != address
    assert words in owner.get(whole).words


def _fields(desk: Desk, name: str) -> Any:
    question = form_of(desk, "web/kinds").question(name)
    assert question is not None
    return question.kind.fields(question.settings)


def _kept(page: Any) -> dict[str, str]:
    """What the boxes of a page hold, as a browser would send it."""
    typed = {each.get("name"): each.get("value") for each in page.all("//main//input[@type='text']")}
    typed |= {
        each.get("name"): each.get("value") for each in page.all("//main//input[@type='radio'][@checked]")
    }
    for each in page.all("//main//select"):
        chosen = each.xpath(".//option[@selected]/@value")
        typed[each.get("name")] = chosen[0] if chosen else ""
    return typed


def test_a_question_without_another_way_on_can_be_left_open(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.start("web/kinds"), "phone"))
    link = page.one("//a[text()='Skip this for now']").get("href")
    assert owner.get(link).heading != page.heading
    answered = owner.get(place(desk, owner.get(f"/d/{seed(desk, 'web/kinds')}"), "phone"))
    assert not answered.all("//a[text()='Skip this for now']")


def test_choose_all_that_fit_is_said_once() -> None:
    for help in ("Choose all that fit. You may skip this.", ""):
        box = fields.Box("checkboxes", {"hintText": "Choose all that fit."}, "")
        fields._as_heading(box, "Which?", help, "")
        assert box.params["hint"]["text"].count("Choose all that fit.") == 1
