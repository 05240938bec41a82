"""Saving a list as a table: every mistake by row and column, or all rows at once."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from app.casework.acts import Stamp
from app.casework.cells import Column, Row, columns, said_in
from app.casework.changing import Changes, Outcome, add, change, check_stamp, onward_from, put, reopen
from app.casework.desk import Desk
from app.casework.items import list_at, room
from app.casework.path import Spot
from app.casework.reading import Opened
from app.casework.said import value_of
from app.core import interview
from app.core.answers import Answers, Given
from app.core.interview import Interview
from app.core.kinds import Refused
from app.core.questionnaire import Question
from app.core.values import Value, When
from app.store.changes import MoveItem, Remove, RemoveItem
from app.store.ids import new_id
from app.store.who import Who


@dataclass(frozen=True)
class CellMistake:
    """What is wrong in a row (from 0; None for the whole table) and under which column, if under one."""

    row: int | None
    key: str
    label: str
    sentence: str


class TableRefused(Exception):
    """A table cannot be taken; `mistakes` has all of them and nothing was saved."""

    def __init__(self, mistakes: Sequence[CellMistake]) -> None:
        super().__init__(" ".join(mistake.sentence for mistake in mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True)
class Table:
    """What a page sends: its rows, each with the cells it had, and whether these are all there are."""

    rows: Sequence[Row]
    finished: bool = False
    replace: bool = False
    """Whether items that are in no row go away."""


def save_table(desk: Desk, who: Who, draft: str, number: int, table: Table, stamp: Stamp) -> Outcome:
    """Save all rows of a list, or raise TableRefused, Refused, Overtaken or NotAsked and save nothing."""

    def work(now: Opened) -> Changes:
        question = list_at(now, number)
        check_stamp(now, now.asked(number), stamp)
        return _Saving(desk, now, question, table).changes()

    def go(after: Interview) -> Spot | None:
        question = after.form.numbered(number)
        given = after.answers.get(question.path) if question else None
        return onward_from(Spot(number))(after) if table.finished and given else Spot(number)

    return change(desk, who, "table.save", draft, stamp, work, go)


@dataclass
class _Saving:
    """One save of one table, gathering mistakes on the way."""

    desk: Desk
    now: Opened
    question: Question
    table: Table
    mistakes: list[CellMistake] = field(default_factory=list)
    ids: list[tuple[int, str]] = field(default_factory=list)
    """The row number and the item of each row that stays."""

    def changes(self) -> Changes:
        changes = Changes(self.now.answers)
        self._rows(changes)
        self._refuse()
        self._order(changes)
        return self._finish(changes) if self.table.finished else self._open(changes)

    def _rows(self, changes: Changes) -> None:
        existing = set(self.now.answers.items(self.question.path))
        new = 0
        for number, row in enumerate(self.table.rows):
            id = row.item if row.item in existing else None
            if row.remove or (row.cells and row.empty):
                self._drop(changes, id)
                continue
            if row.empty and id is None:
                continue
            if id is None:
                id, new = new_id(), new + 1
                changes.made.append(add(self.now, self.question, id, new))
                changes.answers = changes.answers.with_item(self.question.path, id)
            self.ids.append((number, id))
            self._cells(changes, number, row, id)
        for id in existing - {id for _, id in self.ids} if self.table.replace else ():
            self._drop(changes, id)
        if new:
            room(self.now, self.question, len(self.ids) - len(existing))

    def _drop(self, changes: Changes, id: str | None) -> None:
        if id is not None and id in changes.answers.items(self.question.path):
            changes.made.append(RemoveItem(id, self.question.shared))
            changes.answers = changes.answers.without_item(self.question.path, id)

    def _cells(self, changes: Changes, number: int, row: Row, id: str) -> None:
        for question in self.question.each:
            own = [column for column in columns(self.question) if column.question is question]
            if any(column.key in row.cells for column in own):
                self._cell(changes, number, row, id, question, own)

    def _cell(
        self, changes: Changes, number: int, row: Row, id: str, question: Question, own: Sequence[Column]
    ) -> None:
        said = said_in(question, row.cells, own)
        before = changes.answers.get(question.path, id)
        if said is None:
            if before is not None:
                changes.made.append(Remove(question.path, id, self.question.shared))
                changes.answers = changes.answers.without(question.path, id)
            return
        try:
            value = value_of(question, said)
        except Refused as refused:
            for problem in refused.problems:
                column = next((each for each in own if each.part == problem.part), own[0])
                sentence = _offered(question) or problem.sentence
                self.mistakes.append(CellMistake(number, column.key, column.label, sentence))
            return
        if before is None or before.value != value:
            self._put(changes, question, value, id)

    def _put(self, changes: Changes, question: Question, value: Value, id: str) -> None:
        changes.made.append(put(question, value, id))
        changes.answers = changes.answers.put(question.path, Given(value), id)

    def _order(self, changes: Changes) -> None:
        """Put the items in the order of their day, where each has one."""
        ids = changes.answers.items(self.question.path)
        days = {id: _day(changes.answers, self.question, id) for id in ids}
        ordered = tuple(sorted(ids, key=lambda id: (days[id] or "9", ids.index(id))))
        if ordered != ids:
            changes.answers = reordered(changes.answers, self.question, ordered)
            for place, id in enumerate(ordered, 1):
                changes.made.append(MoveItem(id, place, self.question.shared))

    def _open(self, changes: Changes) -> Changes:
        """Save for now: the list waits until it is said that this is all."""
        if self.now.answers.get(self.question.path) is not None:
            changes.made.append(reopen(self.question))
            changes.answers = changes.answers.without(self.question.path)
        return self._read(changes)

    def _finish(self, changes: Changes) -> Changes:
        given = changes.answers.put(self.question.path, Given(True))
        open_elsewhere = self._missing(interview.read(self.now.form, given, self.desk.today))
        if open_elsewhere:
            return self._open(changes)
        self._put_done(changes, given)
        return self._read(changes)

    def _put_done(self, changes: Changes, answers: Answers) -> None:
        before = changes.answers.get(self.question.path)
        if before is None or before.value is not True:
            changes.made.append(put(self.question, True))
            changes.answers = answers

    def _missing(self, after: Interview) -> bool:
        """Whether questions are open that the page did not show; those it did show are mistakes."""
        rows, elsewhere = {id: number for number, id in self.ids}, False
        for asked in after.missing:
            if asked.question.in_list != self.question.name or asked.item not in rows:
                continue
            own = [each for each in columns(self.question) if each.question.path == asked.question.path]
            if own[0].key not in self.table.rows[rows[asked.item]].cells:
                elsewhere = True
                continue
            unsure = ", or ? if you don't know yet" if asked.question.unsure else ""
            sentence = f"Fill this in{unsure}."
            self.mistakes.append(CellMistake(rows[asked.item], own[0].key, own[0].label, sentence))
        self._refuse()
        return elsewhere

    def _read(self, changes: Changes) -> Changes:
        changes.after = interview.read(self.now.form, changes.answers, self.desk.today)
        rows = {id: number for number, id in self.ids}
        for broken in changes.after.broken:
            question = broken.asked.question
            if question.path == self.question.path:
                self.mistakes.append(CellMistake(None, "", "", broken.sentence))
            elif question.in_list == self.question.name and broken.asked.item in rows:
                own = next(each for each in columns(self.question) if each.question.path == question.path)
                self.mistakes.append(
                    CellMistake(rows[broken.asked.item], own.key, own.label, broken.sentence)
                )
        self._refuse()
        return changes

    def _refuse(self) -> None:
        if self.mistakes:
            raise TableRefused(sorted(self.mistakes, key=lambda each: -1 if each.row is None else each.row))


def _offered(question: Question) -> str:
    """The sentence that names what there is to choose from, for a question that has choices."""
    if question.kind_name != "choose one":
        return ""
    return f"Choose one of these: {'; '.join(question.choices.values())}."


def _day(answers: Answers, question: Question, id: str) -> str:
    first = next((each for each in question.each if each.kind_name == "date" and each.exact), None)
    given = answers.get(first.path, id) if first else None
    return given.value.earliest.isoformat() if given and isinstance(given.value, When) else ""


def reordered(answers: Answers, question: Question, ids: tuple[str, ...]) -> Answers:
    """The same answers with a list's items in another order."""
    return Answers(answers.given, {**answers.lists, question.path: ids})
