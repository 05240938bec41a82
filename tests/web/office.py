"""Somebody at the pages of an office without scripts, and the way through a whole questionnaire."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from app.casework import changing, checked, checked_kept, checked_package, drafting, forms, people
from app.casework.acts import Stamp
from app.casework.checked_kept import Result
from app.casework.desk import Desk
from app.core.answers import Answers
from app.core.examples import example
from app.core.forms import names
from app.core.questionnaire import Form, Question
from app.core.values import Gap
from app.store.changes import AddItem, Change
from app.web.serving import create_server
from tests.web.pages import Page
from tests.web.walker import MOST_STEPS, at, filling, table_filling

ROOT = Path(__file__).resolve().parents[2]
FORMS = ROOT / "tests" / "forms"
NOW = datetime(2026, 12, 1, 15, 0, tzinfo=UTC)


class Clock:
    """A clock that a test may move."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **time: int) -> None:
        """Let time go by."""
        self.now += timedelta(**time)


class Browser:
    """Somebody at the pages; every page that comes is checked."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()

    def get(self, address: str, status: int = 200) -> Page:
        """Ask for a page, following where it leads."""
        response = self.client.get(address)
        while response.status_code == 303:
            address = response.headers["Location"]
            response = self.client.get(address)
        assert response.status_code == status, (address, response.status_code, response.text[-1500:])
        return Page(response, address)

    def send(
        self,
        page: Page,
        typed: dict[str, Any] | None = None,
        do: str = "save",
        status: int = 200,
        form: Any = None,
    ) -> Page:
        """Send a page's form with these words and follow where it leads."""
        form = page.form() if form is None else form
        data = {**page.fields(form), **(typed or {}), **({"do": do} if do else {})}
        address = form.get("action") or page.address
        response = self.client.post(address, data=data)
        if response.status_code == 303:
            return self.get(response.headers["Location"], status)
        assert response.status_code == status, (address, response.status_code, response.text[-1500:])
        return Page(response, address)

    def start(self, form: str, title: str = "R. S.") -> Page:
        """Start a draft and see its overview."""
        return self.send(self.get("/"), {"a0": title, "a1": form}, do="")

    def begin(self, form: str) -> Page:
        """Start a draft and see its first question."""
        return self.get(self.start(form).one("//main//a[contains(@class, 'govuk-button')]").get("href"))


def believed_clean(desk: Desk) -> None:
    """Spare a test the check of forms that are larger than its own: they count as found without a fault."""
    for name in (*names(desk.root), checked.SHARED):
        digest = checked_package.digest(desk.root, name)
        checked_kept.write(desk.data, name, Result(digest, desk.today, ()))


def signed_in(app: Flask, desk: Desk) -> Browser:
    """The owner, signed in by a fresh link."""
    there = Browser(app)
    token = people.sign_in_link(desk, people.owner(desk).id)
    there.send(there.get(f"/in/{token}"), do="")
    return there


@contextmanager
def served(app: Flask) -> Iterator[int]:
    """A real server for as long as one needs it; gives its port."""
    server = create_server(app, "127.0.0.1", 0)

    def run() -> None:
        # Closing its socket from here is how it is told to end.
        with suppress(OSError, ValueError):
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    try:
        yield server.effective_port
    finally:
        server.close()
        thread.join(10)
        server.task_dispatcher.shutdown()
        # What a test did not wait for to be closed would be found open by whichever test comes later.
        for channel in tuple(server.active_channels.values()):
            channel.close()


def form_of(desk: Desk, name: str) -> Form:
    """A form as the pages see it."""
    return forms.current(desk.root, name)


def ref_of(page: Page) -> str:
    """The reference of the draft a page is about."""
    return page.address.split("?")[0].split("/")[2]


def place(desk: Desk, page: Page, path: str, item: str = "") -> str:
    """The address of a question of the draft a page is about."""
    name = draft_form(desk, page)
    question = form_of(desk, name).question(path)
    assert question is not None
    return f"/d/{ref_of(page)}/{question.number}" + (f"/{item}" if item else "")


def draft_form(desk: Desk, page: Page) -> str:
    """The name of the form of the draft a page is about."""
    return drafting.find(desk, people.owner(desk).who, ref_of(page)).form


_examples: dict[tuple[int, date], tuple[Form, Answers]] = {}


def examples(form: Form, today: date) -> Answers:
    """A form's example answers, worked out once."""
    if (id(form), today) not in _examples:
        _examples[id(form), today] = (form, example(form, today))
    return _examples[id(form), today][1]


def seed(desk: Desk, name: str, title: str = "R. S.") -> str:
    """A draft answered from the examples, put straight into the store; its reference."""
    who, form = people.owner(desk).who, form_of(desk, name)
    ref = drafting.start(desk, who, name, title, Stamp())
    answers = examples(form, desk.today)
    now = drafting.open_draft(desk, who, ref)
    made: list[Change] = []
    for question in form.lists():
        for position, item in enumerate(answers.items(question.path), 1):
            made.append(AddItem(question.path, f"{item}{question.path}", position, question.shared))
    for (path, item), given in answers.given.items():
        question = form.question(path)
        assert question is not None
        if not question.by_attorney:
            made.append(changing.put(question, given.value, f"{item}{question.in_list}" if item else None))
    with desk.store.transaction() as t:
        changing.save(desk, t, who, now, changing.Changes(answers, made), desk.clock())
    return ref


class Walk:
    """One walk through a questionnaire by its example answers, page by page."""

    def __init__(self, there: Browser, desk: Desk, name: str) -> None:
        self.there, self.form = there, form_of(desk, name)
        self.answers: Answers = examples(self.form, desk.today)
        self.items: dict[str, list[str]] = {}

    def whole(self) -> Page:
        """Start a draft and answer everything; returns the check page."""
        page = self.there.begin(self.form.name)
        for _ in range(MOST_STEPS):
            found = at(self.form, page.address)
            if found is None:
                return page
            page = self.step(page, *found)
        raise AssertionError("The questions do not come to an end.")

    def step(self, page: Page, question: Question, item: str | None) -> Page:
        """Answer one page."""
        if question.as_table:
            return self._table(page, question)
        if question.is_list:
            return self._list(page, question)
        given = self.answers.get(question.path, self._example_item(question, item))
        typed, do = filling(question, given.value if given else Gap("undecided"))
        after = self.there.send(page, typed, do)
        assert after.address != page.address, (page.heading, after.errors)
        return after

    def _example_item(self, question: Question, item: str | None) -> str | None:
        if item is None:
            return None
        known = self.items.setdefault(question.in_list, [])
        if item not in known:
            known.append(item)
        return self.answers.items(question.in_list)[known.index(item)]

    def _list(self, page: Page, question: Question) -> Page:
        wanted, there_are = (
            len(self.answers.items(question.path)),
            len(page.all("//section[@class='dw-item']")),
        )
        if there_are == wanted:
            return self.there.send(page, {"a0": "no"}, do="save" if wanted else "none")
        return self.there.send(page, {"a0": "yes"}, do="save" if there_are else "add")

    def _table(self, page: Page, question: Question) -> Page:
        while len(page.all("//table[@id='rows']/tbody/tr[@id]")) < len(self.answers.items(question.path)):
            page = self.there.send(page, do="more")
        shown = set(page.tree.xpath("//table[@id='rows']//@name"))
        return self.there.send(page, table_filling(self.form, question, self.answers, shown), do="done")
