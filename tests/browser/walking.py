"""Answers a whole questionnaire in a real browser, from its own example answers."""

from typing import Any

from playwright.sync_api import Page

from app.casework.desk import Desk
from app.core.examples import example
from app.core.questionnaire import Question
from app.core.values import Gap
from tests.web.office import form_of
from tests.web.walker import MOST_STEPS, at, filling, table_filling


class Walk:
    """One walk through a questionnaire, page by page."""

    def __init__(self, page: Page, desk: Desk, name: str) -> None:
        self.page, self.form = page, form_of(desk, name)
        self.answers = example(self.form, desk.today)
        self.items: dict[str, list[str]] = {}

    def whole(self) -> None:
        """Start a draft and answer every question, up to the check page."""
        self.begin()
        for _ in range(MOST_STEPS):
            found = at(self.form, self.path)
            if found is None:
                return
            self.step(*found)
        raise AssertionError("The questions do not come to an end.")

    def begin(self) -> None:
        """Start a draft and open its first question."""
        self.page.goto("/")
        self.page.fill("[name=a0]", "R. S.")
        self.page.check(f"[name=a1][value='{self.form.name}']")
        self.press("main form[action='/d'] button[type=submit]")
        self.press("main a.govuk-button")

    @property
    def path(self) -> str:
        """Where the browser is."""
        return "/" + self.page.url.split("/", 3)[3]

    def press(self, selector: str) -> None:
        """Press something that leads to a page."""
        with self.page.expect_navigation(timeout=20_000):
            self.page.locator(selector).first.click()

    def step(self, question: Question, item: str | None) -> None:
        """Answer the page that is there."""
        if question.as_table:
            return self._table(question)
        if question.is_list:
            return self._list(question)
        given = self.answers.get(question.path, self._place(question, item))
        typed, do = filling(question, given.value if given else Gap("undecided"))
        for name, text in typed.items():
            self.fill(name, text)
        before = self.path
        self.press(f"button[name=do][value={do}]")
        assert self.path != before, self.page.locator("main").inner_text()
        return None

    def fill(self, name: str, text: Any) -> None:
        """Put an answer into the boxes of one name, as a person would."""
        boxes = self.page.locator(f"[name='{name}']")
        kind = boxes.first.get_attribute("type")
        if kind in ("radio", "checkbox"):
            for each in [text] if isinstance(text, str) else text:
                if each:
                    self.page.check(f"[name='{name}'][value='{each}']")
        elif boxes.first.evaluate("box => box.tagName") == "SELECT":
            boxes.first.select_option(text)
        elif boxes.first.is_visible():
            boxes.first.fill(text)

    def _place(self, question: Question, item: str | None) -> str | None:
        if item is None:
            return None
        known = self.items.setdefault(question.in_list, [])
        if item not in known:
            known.append(item)
        return self.answers.items(question.in_list)[known.index(item)]

    def _list(self, question: Question) -> None:
        wanted, there_are = (
            len(self.answers.items(question.path)),
            self.page.locator("section.dw-item").count(),
        )
        if there_are:
            self.page.check(f"[name=a0][value={'no' if there_are == wanted else 'yes'}]")
            return self.press("button[name=do][value=save]")
        return self.press(f"button[name=do][value={'add' if wanted else 'none'}]")

    def _table(self, question: Question) -> None:
        rows = self.page.locator("table#rows tbody tr[id]")
        while rows.count() < len(self.answers.items(question.path)):
            self.press("button[name=do][value=more]")
        names = self.page.locator("table#rows [name]").evaluate_all("boxes => boxes.map(box => box.name)")
        for name, text in table_filling(self.form, question, self.answers, set(names)).items():
            self.fill(name, text)
        self.press("button[name=do][value=done]")
