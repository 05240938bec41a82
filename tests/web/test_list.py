"""Lists: adding, changing, copying and removing items, and saying that these are all."""

import pytest

from app.casework.desk import Desk
from tests.web.office import Browser, place, seed
from tests.web.pages import Page


@pytest.fixture
def things(owner: Browser, desk: Desk) -> Page:
    """The page of a list with two items, of a draft in which everything is answered."""
    home = owner.get(f"/d/{seed(desk, 'web/lists')}")
    return owner.get(place(desk, home, "things"))


def items(page: Page) -> list[str]:
    """The titles of the items on a list page."""
    return [" ".join(each.text_content().split()) for each in page.all("//section[@class='dw-item']/h2")]


def test_an_empty_list_asks_for_its_first_item(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.start("web/lists"), "things"))
    assert "Add the first thing" in page.words
    assert not page.all("//button[@value='none']")


def test_an_item_is_asked_about_one_question_after_another(owner: Browser, desk: Desk) -> None:
    page = owner.send(owner.get(place(desk, owner.start("web/lists"), "things")), do="add")
    assert page.heading == "What was it?"
    page = owner.send(page, {"a0": "A watch"})
    assert page.heading == "What was it worth?"
    page = owner.send(page, {"a0": "20"})
    assert page.heading == "Was the A watch broken?"
    page = owner.send(page, {"a0": "no"})
    assert items(page) == ["Thing 1: A watch, $20.00"]


def test_another_item_may_follow(owner: Browser, things: Page) -> None:
    page = owner.send(things, {"a0": "yes"})
    assert page.heading == "What was it?"
    assert "Thing 3" in page.words


def test_an_item_begun_and_left_without_a_word_is_gone_when_that_is_all(owner: Browser, things: Page) -> None:
    owner.send(things, {"a0": "yes"})
    assert len(items(owner.get(things.address))) == 3
    page = owner.send(owner.get(things.address), {"a0": "no"})
    assert page.heading != "What was it?"
    assert items(owner.get(things.address)) == ["Thing 1: A phone, $50.00", "Thing 2: A bag, $12.50"]


def test_an_item_with_one_word_said_stays(owner: Browser, things: Page) -> None:
    owner.send(owner.send(things, {"a0": "yes"}), {"a0": "A watch"})
    owner.send(owner.get(things.address), {"a0": "no"})
    assert len(items(owner.get(things.address))) == 3


def test_a_full_list_takes_no_more(owner: Browser, desk: Desk, things: Page) -> None:
    owner.send(things, {"a0": "yes"})
    page = owner.send(owner.get(things.address), {"a0": "yes"}, status=422)
    assert "at most 3" in page.errors[0]


def test_one_must_say_whether_there_is_another(owner: Browser, things: Page) -> None:
    page = owner.send(things, {}, status=422)
    assert page.errors == ["Say whether there is another thing."]


def test_a_copy_says_the_same(owner: Browser, things: Page) -> None:
    form = things.all("//section[@class='dw-item']//form")[0]
    owner.send(things, do=form.xpath(".//button")[0].get("value"), form=form)
    assert items(owner.get(things.address)) == [
        "Thing 1: A phone, $50.00", "Thing 2: A bag, $12.50", "Thing 3: A phone, $50.00",
    ]  # fmt: skip


def test_a_copy_nobody_changed_opens_and_is_told_on_the_list(owner: Browser, things: Page) -> None:
    assert "word for word" not in things.words
    form = things.all("//section[@class='dw-item']//form")[0]
    opened = owner.send(things, do=form.xpath(".//button")[0].get("value"), form=form)
    assert opened.heading == "What was it?"
    assert "Thing 1 and thing 3 say the same, word for word." in owner.get(things.address).words
    owner.send(opened, {"a0": "A watch"})
    assert "word for word" not in owner.get(things.address).words


def test_a_list_that_must_not_be_empty_can_be_left_open(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.start("web/lists"), "things"))
    after = owner.get(page.one("//a[text()='Skip this for now']").get("href"))
    assert after.address != page.address
    assert after.heading != page.heading


def test_removing_asks_first_and_then_removes(owner: Browser, things: Page) -> None:
    remove = owner.get(things.all("//a[contains(@class, 'dw-danger')]")[0].get("href"))
    assert remove.heading == "Remove this thing?"
    assert len(items(owner.get(things.address))) == 2
    assert items(owner.send(remove, do="")) == ["Thing 1: A bag, $12.50"]


def test_removing_twice_removes_one(owner: Browser, things: Page) -> None:
    remove = owner.get(things.all("//a[contains(@class, 'dw-danger')]")[0].get("href"))
    owner.send(remove, do="")
    assert len(items(owner.send(remove, do=""))) == 1


def test_too_few_items_are_not_all(owner: Browser, desk: Desk, things: Page) -> None:
    for _ in range(2):
        page = owner.get(things.address)
        owner.send(owner.get(page.all("//a[contains(@class, 'dw-danger')]")[0].get("href")), do="")
    page = owner.send(owner.get(things.address), do="none", status=422)
    assert "at least 1" in page.errors[0]


def test_back_from_an_item_leads_to_its_list(owner: Browser, things: Page) -> None:
    first = owner.get(things.all("//a[contains(., 'Change')]")[0].get("href"))
    back = owner.get(first.one("//a[contains(@class, 'govuk-back-link')]").get("href"))
    assert back.address == things.address


def test_a_list_may_be_empty_or_not_known(owner: Browser, desk: Desk) -> None:
    page = owner.get(place(desk, owner.start("web/lists"), "helpers"))
    assert owner.send(page, do="none").address != page.address
    assert owner.send(owner.get(page.address), do="not-known").address != page.address
    assert "So far you said" in owner.get(page.address).words


def test_an_item_that_is_gone_is_no_page(owner: Browser, desk: Desk, things: Page) -> None:
    owner.get(place(desk, things, "things.what", "nothing"), status=404)
