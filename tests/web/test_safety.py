"""What a survivor's device may show: neutral titles, word-free addresses, no memory, no script from data."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask

from app.casework.desk import Desk
from app.core.questionnaire import Question
from app.store.transaction import Transaction
from app.web import fields
from tests.web.office import Browser, form_of, place, seed
from tests.web.pages import Page

ADDRESS = re.compile(
    r"/(d(/[0-9a-z]{20}(/[0-9]{1,3}(/[0-9a-z]{1,20})?)?(/[a-z])?(/[0-9]{1,2})?)?"
    r"|[fot]|[tw]/[0-9a-z]{10,64}(/[a-z])?|away|leaving|in/\S+)?"
)
PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "{{ 4211*3 }}{% if 1 %}x{% endif %}",
    "</textarea><script>alert(1)</script>",
    "javascript:alert(1)",
    "]]><svg onload=alert(1)>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
)


def crawl(owner: Browser, start: str) -> Iterator[Page]:
    """Every page that can be reached by links."""
    seen, waiting = set(), [start]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        page = owner.get(address)
        yield page
        waiting += [
            link.split("#")[0]
            for link in page.all("//a/@href")
            if link.startswith("/") and link not in ("/exit",) and link.split("#")[0]
        ]


@pytest.fixture
def crawled(owner: Browser, desk: Desk) -> list[Page]:
    """Every page of two drafts in which everything is answered."""
    seed(desk, "web/kinds")
    seed(desk, "web/lists")
    return list(crawl(owner, "/"))


def test_addresses_hold_no_word_and_titles_no_difference(crawled: list[Page]) -> None:
    assert len(crawled) > 60
    for page in crawled:
        assert ADDRESS.fullmatch(page.address.split("?")[0]), page.address
        assert page.one("//title").text == "Notes"
        assert len(page.all("//link[@rel='icon']")) == 1


def test_no_page_names_another_place_on_the_web(crawled: list[Page]) -> None:
    for page in crawled:
        for address in page.all("//@src | //@href | //@action"):
            assert address.startswith(("/", "#")), address


def test_the_way_out_is_on_every_page(crawled: list[Page]) -> None:
    for page in crawled:
        link = page.one("//a[@href='/exit']")
        assert set(link.get("rel").split()) == {"nofollow", "noreferrer"}


def test_printing_a_page_prints_one_sentence(crawled: list[Page]) -> None:
    """Its style sheet hides all but the notice; see pages.css."""
    for page in crawled:
        assert page.one("//*[@class='dw-print']").text_content()


def test_no_box_has_a_name_that_browsers_fill_in(crawled: list[Page]) -> None:
    known = re.compile(
        r"name|mail|tel|phone|addr|street|city|zip|postal|bday|birth|user|pass|card", re.IGNORECASE
    )
    for page in crawled:
        if page.address.startswith("/o"):
            continue  # the office's own address, on the office's own computer
        for name in page.all(
            "//main//input[not(@type='hidden')]/@name | //main//textarea/@name | //main//select/@name"
        ):
            assert not known.search(name), (page.address, name)


def test_looking_never_writes(owner: Browser, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seed(desk, "web/kinds")
    list(crawl(owner, "/"))

    def refuse(*_: object) -> Transaction:
        raise AssertionError("a page that was only looked at wrote")

    monkeypatch.setattr(type(desk.store), "transaction", refuse)
    assert len(list(crawl(owner, "/"))) > 30


def typed_everywhere(question: Question, text: str) -> dict[str, Any]:
    """The same text in every box of a question."""
    boxes = question.kind.fields(question.settings)
    return {fields.input_name(at): text for at in range(len(boxes))}


@pytest.mark.parametrize("payload", PAYLOADS)
def test_what_is_typed_never_becomes_markup(owner: Browser, desk: Desk, payload: str) -> None:
    """In every box, refused or saved, on every page that shows it; each page is parsed and checked."""
    ref = seed(desk, "web/kinds", payload[:100])
    home = owner.get(f"/d/{ref}")
    for question in form_of(desk, "web/kinds").questions():
        if question.kind_name == "notice" or question.path == "what":
            continue
        page = owner.get(place(desk, home, question.path))
        answer = owner.client.post(
            page.address, data={**page.fields(), **typed_everywhere(question, payload), "do": "save"}
        )
        assert answer.status_code in (303, 422), question.path
        if answer.status_code == 422:
            harmless(Page(answer, page.address))
    for page in crawl(owner, f"/d/{ref}"):
        harmless(page)


def harmless(page: Page) -> None:
    """No element, attribute or address of the payloads has come to life."""
    assert not page.all("//img | //svg | //@onerror | //@onload | //@onfocus | //script[not(@src)]")
    assert not [each for each in page.all("//@href | //@src") if each.lower().startswith("javascript")]
    assert "12633" not in page.text


def test_the_same_words_unescaped_would_be_noticed(app: Flask) -> None:
    """The control: the check finds markup that came to life."""
    from lxml import html

    tree = html.document_fromstring(f"<main>{PAYLOADS[1]}</main>")
    assert tree.xpath("//@onerror")


def test_logs_hold_nothing_that_was_typed(
    owner: Browser, desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = owner.begin("web/kinds")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("planted-fact-in-an-error")

    monkeypatch.setattr("app.casework.drafting.answer", broken)
    with caplog.at_level("DEBUG"):
        owner.send(page, {"a0": "planted-fact-in-an-answer"}, status=500)
    logged = "\n".join(record.getMessage() + str(record.exc_info) for record in caplog.records)
    assert "RuntimeError in question.page" in logged
    assert "planted-fact" not in logged
