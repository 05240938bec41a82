"""An office at work: facts typed into every box there is, papers made, and whatever can go wrong."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from flask import Flask

from app.casework import changing, drafting, people
from app.casework.acts import Stamp
from app.casework.desk import Desk
from app.core import interview
from app.core.answers import EMPTY, Answers, Given
from app.core.examples import raw_example
from app.core.interview import Asked
from app.core.kinds import Raw, Refused
from app.core.questionnaire import Form, Question
from app.core.values import Value
from app.store import database
from app.store.changes import AddItem, Change
from tests.store import planted
from tests.web.office import Browser, Walk, place, ref_of, signed_in
from tests.web.pages import Page

FORM = "mo/wage_claim"
FACTS = planted.facts(2_000)
CHOICES = {
    "language": "other",
    "contact_ways": ["call", "text", "email", "mail", "helper"],
    "earlier_demand": "yes",
    "request_made": "yes",
    "employer_represented": "yes",
    "name_shown": "initials",
}
"""Choices that open further questions in which something can be typed."""


@dataclass
class Planter:
    """Fills answers with facts nobody else says, and remembers those the store was to keep."""

    form: Form
    today: date
    given: list[str] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)

    def fact(self) -> str:
        """A fresh fact."""
        self.given.append(FACTS[len(self.given)])
        return self.given[-1]

    def answers(self, items: int) -> Answers:
        """The example's answers with a fact in every box for words, and lists with so many items."""
        answers = EMPTY
        while waiting := [each for each in self._read(answers).asked if each.given is None]:
            for asked in waiting:
                answers = self._answered(answers, asked, items)
        return answers

    def _read(self, answers: Answers) -> interview.Interview:
        return interview.read(self.form, answers, self.today)

    def _answered(self, answers: Answers, asked: Asked, items: int) -> Answers:
        question = asked.question
        if not question.is_list:
            return answers.put(question.path, Given(self._value(question)), asked.item)
        if question.as_table:
            rows = question.example if isinstance(question.example, list) else []
            return self._table(answers, question, rows)
        for number in range(min(items, int(question.most or items))):
            answers = answers.with_item(question.path, f"i{number}")
        return answers.put(question.path, Given(True))

    def _table(self, answers: Answers, question: Question, rows: list[dict[str, Raw]]) -> Answers:
        for number, row in enumerate(rows):
            answers = answers.with_item(question.path, f"i{number}")
            for each in question.each:
                if each.name in row:
                    value = each.kind.read(row[each.name], each.settings)
                    answers = answers.put(each.path, Given(value), f"i{number}")
        return answers.put(question.path, Given(True))

    def _value(self, question: Question) -> Value:
        raw = CHOICES.get(question.name, raw_example(question))
        before = set(self.kept)
        try:
            return question.kind.read(self._said(question, raw), question.settings)
        except Refused:
            self.kept = before
            return question.kind.read(raw, question.settings)

    def _said(self, question: Question, raw: Raw) -> Raw:
        match question.kind_name:
            case "text" | "story" if question.name != "signing_attorney":
                return self.keep()
            case "name":
                return {part: self.keep() for part in ("first", "middle", "last", "suffix")}
            case "address":
                boxes = {part: self.keep() for part in ("street", "unit", "city")}
                return {**boxes, "state": "MO", "zip": "64106"}
        return raw

    def keep(self) -> str:
        """A fresh fact that the store is to keep."""
        fact = self.fact()
        self.kept.add(fact)
        return fact


class Everything(logging.Handler):
    """Writes every line of every logger into a file, with the trace of its error."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.DEBUG)
        self.file = file
        self.lines = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        self.lines += 1
        with self.file.open("a", encoding="utf-8", errors="surrogatepass") as out:
            out.write(self.format(record) + "\n")


@contextmanager
def talkative(file: Path) -> Iterator[Everything]:
    """Every logger at DEBUG, everything it says kept in a file."""
    handler, root = Everything(file), logging.getLogger()
    names = [None, *logging.root.manager.loggerDict, "sqlalchemy.engine", "sqlalchemy.pool", "draftwell"]
    before = {name: logging.getLogger(name).level for name in names}
    for name in names:
        logging.getLogger(name).setLevel(logging.DEBUG)
    root.addHandler(handler)
    try:
        yield handler
    finally:
        root.removeHandler(handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


@dataclass
class Office:
    """The application of one office and the owner's browser."""

    app: Flask
    desk: Desk
    planter: Planter
    there: Browser = field(init=False)

    def __post_init__(self) -> None:
        self.there = signed_in(self.app, self.desk)

    @property
    def file(self) -> Path:
        """The database file."""
        return self.desk.data / database.FILE

    def work(self, drafts: int) -> Page:
        """A draft answered page by page, others put in by an act each, papers looked at and downloaded."""
        page = self.answered_on_pages()
        for _ in range(drafts):
            self.put_in()
        self.look_at(ref_of(page))
        return page

    def answered_on_pages(self) -> Page:
        """A whole draft, typed into the pages; leads to the check page."""
        walk = Walk(self.there, self.desk, FORM)
        walk.answers = self.planter.answers(2)
        return walk.whole()

    def put_in(self) -> str:
        """A whole draft with long lists, its title a fact, put in by one act; its reference."""
        who, title, answers = people.owner(self.desk).who, self.planter.fact(), self.planter.answers(60)
        ref = drafting.start(self.desk, who, FORM, title, Stamp())
        self.planter.kept.add(title)
        now = drafting.open_draft(self.desk, who, ref)
        made: list[Change] = []
        for question in self.planter.form.lists():
            made += [
                AddItem(question.path, f"{item}{ref[:16]}", place, question.shared)
                for place, item in enumerate(answers.items(question.path), 1)
            ]
        for (path, item), given in answers.given.items():
            asked = self.planter.form.question(path)
            assert asked is not None
            made.append(changing.put(asked, given.value, f"{item}{ref[:16]}" if item else None))
        with self.desk.store.transaction() as t:
            changing.save(self.desk, t, who, now, changing.Changes(answers, made), self.desk.clock())
        return ref

    def look_at(self, ref: str) -> None:
        """Every page about a draft, every preview, a gate lifted with facts, and the packet in both ways."""
        for page in ("", "/c", "/r", "/a", "/p", "/v", "/n", "/x"):
            self.there.get(f"/d/{ref}{page}")
        for number in range(1, len(self.planter.form.documents) + 1):
            self.there.get(f"/d/{ref}/p/{number}")
        self._lift(ref)
        papers = self.there.get(f"/d/{ref}/p")
        for typed in ({"names": "plain"}, {"folder": "4-office-only"}, {"file": "records_demand.pdf"}):
            response = self.there.client.post(f"/d/{ref}/p", data={**papers.fields(), **typed})
            assert response.status_code == 200, response.text[:500]

    def _lift(self, ref: str) -> None:
        review = self.there.get(f"/d/{ref}/r")
        for address in review.tree.xpath("//main//a/@href[contains(., '/r/')]"):
            said = {f"a{number}": self.planter.keep() for number in (0, 2)}
            self.there.send(self.there.get(address), {**said, "a1": "99901"}, do="lift")

    def fail(self, page: Page, rounds: int) -> int:
        """Whatever can go wrong while a fact is typed, so many times over; how many pages said so."""
        failures = 0
        address = place(self.desk, page, "job_title")
        for _ in range(rounds):
            failures += sum((self._refused(address), self._overtaken(address), self._foreign(address)))
            failures += sum((self._no_table(address), self._damaged(page), self._not_there(address)))
        return failures

    def _post(self, address: str, said: str, **more: str) -> int:
        fields = self.there.get(address).fields()
        data = {**fields, "a0": said, "do": "save", **more}
        return self.there.client.post(address, data=data).status_code

    def _refused(self, address: str) -> bool:
        return self._post(address, self.planter.fact() + "\x07") == 422

    def _overtaken(self, address: str) -> bool:
        return self._post(address, self.planter.fact(), was="0" * 24, revision="1") == 409

    def _foreign(self, address: str) -> bool:
        return self._post(address, self.planter.fact(), csrf=self.planter.fact()) == 403

    def _not_there(self, address: str) -> bool:
        return self.there.client.get(f"/d/{self.planter.fact()}").status_code == 404

    def _no_table(self, address: str) -> bool:
        fields = self.there.get(address).fields()
        with self._changed(
            "ALTER TABLE answer RENAME TO elsewhere", "ALTER TABLE elsewhere RENAME TO answer"
        ):
            data = {**fields, "a0": self.planter.fact(), "do": "save"}
            return self.there.client.post(address, data=data).status_code >= 500

    def _damaged(self, page: Page) -> bool:
        flip = "UPDATE draft SET sealed = substr(sealed, 1, 40) || x'00' || substr(sealed, 42)"
        with closing(sqlite3.connect(self.file)) as connection:
            kept = connection.execute("SELECT id, sealed FROM draft").fetchall()
            connection.execute(flip)
            connection.commit()
            try:
                return self.there.client.get(f"/d/{ref_of(page)}").status_code >= 500
            finally:
                connection.executemany("UPDATE draft SET sealed = ?2 WHERE id = ?1", kept)
                connection.commit()

    @contextmanager
    def _changed(self, there: str, back: str) -> Iterator[None]:
        with closing(sqlite3.connect(self.file)) as connection:
            connection.execute(there)
            connection.commit()
            try:
                yield
            finally:
                connection.execute(back)
                connection.commit()
