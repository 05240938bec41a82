"""A page as a test reads it: parsed, and always checked for what must hold on every page."""

import re
from html.parser import HTMLParser
from typing import Any

from lxml import html
from werkzeug.test import TestResponse

from app.web import headers

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
TITLE = "Notes"
FOREIGN = re.compile(r"""(?:src|href|action)=["'](?:https?:)?//""")


class _Balanced(HTMLParser):
    """Notices every tag that is not closed, or closed in the wrong order."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(names) != len(set(names)):
            self.faults.append(f"<{tag}> has an attribute twice: {names}")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else, at {self.getpos()}")


class Page:
    """A response with its parsed page; making one checks it."""

    def __init__(self, response: TestResponse, address: str) -> None:
        self.response = response
        self.address = address
        self.status = response.status_code
        self.text = response.get_data(as_text=True)
        self.tree = html.document_fromstring(self.text)
        check_headers(response)
        check(self.text, self.tree)

    def one(self, path: str) -> Any:
        """The only element at an XPath."""
        found = self.tree.xpath(path)
        assert len(found) == 1, f"{path}: {len(found)} found"
        return found[0]

    def all(self, path: str) -> list[Any]:
        """Every element at an XPath."""
        return list(self.tree.xpath(path))

    @property
    def heading(self) -> str:
        """The words of the page's heading."""
        return said(self.one("//h1"))

    @property
    def words(self) -> str:
        """All words a person sees in the main part."""
        return said(self.one("//main"))

    @property
    def errors(self) -> list[str]:
        """The sentences of the error summary."""
        return [said(each) for each in self.all("//*[@id='errors']//li")]

    def fields(self, form: Any = None) -> dict[str, str]:
        """The hidden fields of a form, the page's main one unless another is given."""
        form = self.form() if form is None else form
        return {each.get("name"): each.get("value") or "" for each in form.xpath(".//input[@type='hidden']")}

    def form(self) -> Any:
        """The main form: the last one inside the main part that holds the question."""
        forms = self.all(
            "//main//form[.//input[not(@type='hidden')] or .//select or .//textarea]"
        ) or self.all("//main//form")
        return forms[-1]


def said(element: Any) -> str:
    """The words inside an element, blanks made one."""
    return " ".join(element.text_content().split())


def check_headers(response: TestResponse) -> None:
    """Every header is exactly as written down, whatever the status."""
    kept = "static" in response.headers.get("Cache-Control", "")
    for name, value in headers.EVERYWHERE.items():
        assert response.headers.get(name) == value or kept, f"{name}: {response.headers.get(name)}"
    assert "Server" not in response.headers


def check(text: str, tree: Any) -> None:
    """Everything that holds on every page."""
    balanced = _Balanced()
    balanced.feed(text)
    assert not balanced.faults, balanced.faults
    assert not balanced.open, balanced.open
    assert [said(each) for each in tree.xpath("//title")] == [TITLE]
    assert len(tree.xpath("//h1")) == 1, "one heading"
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids)), f"ids twice: {sorted(each for each in ids if ids.count(each) > 1)}"
    assert not [each for each in ids if not each or " " in each]
    assert not tree.xpath("//@style | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]"), (
        "inline"
    )
    assert not FOREIGN.search(re.sub(r'data-exit="[^"]*"', "", text)), "an address outside"
    _check_inputs(tree, set(ids))


def _check_inputs(tree: Any, ids: set[str]) -> None:
    labelled = set(tree.xpath("//label/@for"))
    for box in tree.xpath("//input[not(@type='hidden')] | //select | //textarea"):
        assert box.get("id") in labelled, f"no label: {html.tostring(box)[:200]!r}"
        if box.get("type") not in ("radio", "checkbox"):
            assert box.get("autocomplete") == "off", html.tostring(box)[:200]
        if box.tag == "textarea" or box.get("type") == "text":
            assert box.get("spellcheck") == "false", html.tostring(box)[:200]
    for box in tree.xpath("//label"):
        assert box.get("for") in ids
    for named in tree.xpath("//@aria-describedby | //@aria-labelledby"):
        assert set(named.split()) <= ids, named
    for form in tree.xpath("//form[@method='post']"):
        assert form.xpath(".//input[@name='csrf']") or not form.xpath("//nav[@aria-label='Main']"), (
            "no proof in a form"
        )
    for link in tree.xpath("//*[@id='errors']//a/@href"):
        assert link[1:] in ids, f"the summary leads nowhere: {link}"
