"""The items of a list: adding one, one like another, and taking one away."""

from app.casework import path
from app.casework.acts import Stamp
from app.casework.changing import Changes, Outcome, add, change, put, reopen
from app.casework.desk import Desk
from app.casework.path import Spot
from app.casework.reading import NotAsked, Opened
from app.core.interview import Interview
from app.core.kinds import refuse
from app.core.questionnaire import Question
from app.store.changes import Change, RemoveItem
from app.store.ids import new_id
from app.store.who import Who

MOST = 260
"""Items of a list that sets no limit of its own: five years of weeks."""


def add_item(desk: Desk, who: Who, draft: str, number: int, stamp: Stamp) -> Outcome:
    """Add an item; the outcome leads to the first question about it. Raises Refused when the list is full."""
    return _added(desk, who, "item.add", draft, number, stamp, None)


def duplicate_item(desk: Desk, who: Who, draft: str, number: int, item: str, stamp: Stamp) -> Outcome:
    """Add an item that says the same as another one; raises NotAsked when that one is gone."""
    return _added(desk, who, "item.duplicate", draft, number, stamp, item)


def remove_item(desk: Desk, who: Who, draft: str, number: int, item: str, stamp: Stamp) -> Outcome:
    """Take an item away with everything said about it; nothing happens if it is gone already."""

    def work(now: Opened) -> Changes:
        question = list_at(now, number)
        ids = now.answers.items(question.path)
        if item not in ids:
            return Changes(now.answers)
        after = now.answers.without_item(question.path, item)
        made: list[Change] = [RemoveItem(item, question.shared)]
        if len(ids) - 1 < (question.least or 0):
            return Changes(after.without(question.path), [*made, reopen(question)])
        return Changes(after, made)

    return change(desk, who, "item.remove", draft, stamp, work, lambda _: Spot(number))


def list_at(now: Opened, number: int) -> Question:
    """The list with this number on the path; raises NotAsked."""
    question = now.asked(number).question
    if not question.is_list:
        raise NotAsked
    return question


def room(now: Opened, question: Question, more: int = 1) -> None:
    """Raise Refused when a list cannot take so many more items."""
    most = MOST if question.most is None else int(question.most)
    if len(now.answers.items(question.path)) + more > most:
        raise refuse(f"This list takes at most {most}; remove one before you add another.")


def _added(
    desk: Desk, who: Who, act: str, draft: str, number: int, stamp: Stamp, like: str | None
) -> Outcome:
    id = new_id()

    def work(now: Opened) -> Changes:
        question = list_at(now, number)
        room(now, question)
        changes = Changes(now.answers.without(question.path).with_item(question.path, id))
        changes.made = [reopen(question), add(now, question, id)]
        return _alike(changes, now, question, like, id) if like else changes

    def go(after: Interview) -> Spot:
        question = after.form.numbered(number)
        return path.first_of(after, question, id) if question else Spot(number)

    return change(desk, who, act, draft, stamp, work, go)


def _alike(changes: Changes, now: Opened, question: Question, like: str, id: str) -> Changes:
    if like not in now.answers.items(question.path):
        raise NotAsked
    for each in question.each:
        given = now.answers.get(each.path, like)
        if given is not None:
            changes.made.append(put(each, given.value, id))
            changes.answers = changes.answers.put(each.path, given, id)
    return changes
