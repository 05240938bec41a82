"""axe-core finds nothing on any page: every kind, with errors, lists, tables, the office's pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from app.casework import drafting, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from tests.browser.conftest import Open
from tests.web.office import FORMS, ROOT, form_of, seed

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture
def root() -> Path:
    return FORMS


def faults(page: Page) -> list[str]:
    """What axe finds on the page that is open."""
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("rules => axe.run({runOnly: rules})", RULES)
    return [
        f"{page.url} {each['id']}: {node['html'][:150]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]


def addresses(desk: Desk) -> Iterator[str]:
    """Every kind of page there is."""
    yield from (
        "/",
        "/o",
        "/t",
        "/leaving",
        "/away",
        "/nothing",
        f"/in/{people.sign_in_link(desk, people.owner(desk).id)}",
    )
    for name in ("web/kinds", "web/lists"):
        ref, form = seed(desk, name), form_of(desk, name)
        yield from (f"/d/{ref}{rest}" for rest in ("", "/c", "/r", "/a", "/p", "/v", "/n", "/x"))
        for question in form.questions():
            if not question.in_list and question.kind_name != "notice":
                yield f"/d/{ref}/{question.number}"
            elif question.in_list == "things":
                yield f"/d/{ref}/{question.number}/1things"
        if name == "web/lists":
            weeks, things = form.question("weeks"), form.question("things")
            assert weeks is not None
            assert things is not None
            yield f"/d/{ref}/{weeks.number}/t"
            yield f"/d/{ref}/{things.number}/1things/x"


BEYOND = """() => {
  const wide = document.documentElement.scrollWidth > window.innerWidth
  const beyond = wide ? [...document.querySelectorAll('body *')].filter(
    each => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.dw-scroll')) : []
  const exit = document.querySelector('.dw-exit')
  const right = exit ? exit.getBoundingClientRect().right : 0
  const spills = exit && (exit.scrollWidth > exit.clientWidth + 1 || right > window.innerWidth)
  return [...beyond.map(each => each.outerHTML.slice(0, 160)), ...(spills ? ['Leave now'] : [])]
}"""
"""What reaches over the right edge of a page that scrolls sideways, and the way out if it leaves its pill."""


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_is_found_on_any_page(signed_in: Open, desk: Desk, width: int) -> None:
    # axe looks at the page from inside, which our policy forbids everybody else.
    page = signed_in(bypass_csp=True, viewport={"width": width, "height": 800})
    found, count = [], 0
    for address in addresses(desk):
        page.goto(address)
        if page.url.endswith(address):
            count += 1
        found += faults(page)
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), (
            f"{address} scrolls sideways"
        )
    assert found == []
    assert count > 40


def test_with_text_twice_as_large_a_phone_still_shows_all_of_every_page(signed_in: Open, desk: Desk) -> None:
    page = signed_in(bypass_csp=True, viewport={"width": 360, "height": 800})
    wide = []
    for address in addresses(desk):
        page.goto(address)
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        wide += [f"{address}: {each}" for each in page.evaluate(BEYOND)]
    assert wide == []


def test_nothing_is_found_on_what_a_second_draft_of_a_client_took_over(signed_in: Open, desk: Desk) -> None:
    page = signed_in(bypass_csp=True, viewport={"width": 360, "height": 800})
    who = people.owner(desk).who
    matter = drafting.find(desk, who, seed(desk, "web/shared", "First")).matter
    ref = drafting.start(desk, who, "web/shared", "Second", Stamp(), matter)
    for address in (f"/d/{ref}", f"/d/{ref}/c"):
        page.goto(address)
        assert page.get_by_role("heading", name="Taken over from “First”").is_visible()
        assert faults(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_nothing_is_found_on_pages_that_show_what_is_wrong(signed_in: Open, desk: Desk) -> None:
    page = signed_in(bypass_csp=True)
    ref = seed(desk, "web/kinds")
    for name in ("word", "place", "day", "exact_day", "pay", "agreed", "some"):
        question = form_of(desk, "web/kinds").question(name)
        assert question is not None
        page.goto(f"/d/{ref}/{question.number}")
        for box in page.locator("main input[type=text]").all():
            if box.is_visible():
                box.fill("")
        for box in page.locator("main input[type=checkbox]:checked").all():
            box.uncheck()
        if name == "agreed":
            page.evaluate(
                "document.querySelectorAll('input[type=radio]').forEach(each => each.checked = false)"
            )
        page.click("button[name=do][value=save]")
        page.wait_for_selector("#errors")
        assert page.evaluate("document.activeElement.id") == "errors"
        assert faults(page) == []


def test_a_planted_fault_is_found(signed_in: Open) -> None:
    """The control."""
    page = signed_in(bypass_csp=True)
    page.evaluate("document.querySelector('main').append(document.createElement('input'))")
    assert any("label" in each for each in faults(page))
