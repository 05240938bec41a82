"""Where a page stands on the path of an interview, and where it leads on and back to."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.core.interview import Asked, Interview
from app.core.questionnaire import Question


@dataclass(frozen=True)
class Spot:
    """A question by its number, about one item if it has one: what a page is about."""

    number: int
    item: str | None = None


def onward(after: Interview, spot: Spot) -> Spot | None:
    """Where to go after a question: the first open one behind it, else the first open one at all."""
    found = next((asked for asked in _behind(after, spot) if not asked.answered), None) or after.next
    return page_of(after, found) if found else None


def skipped(now: Interview, spot: Spot) -> Spot | None:
    """Where to go when a question stays open: the next open one behind it, or None when it is the last."""
    found = next((asked for asked in _behind(now, spot) if not asked.answered), None)
    return page_of(now, found) if found else None


def back(now: Interview, spot: Spot) -> Spot | None:
    """The page before this one: inside an item its questions, then its list, which is one page outside."""
    question = now.form.numbered(spot.number)
    if question is not None and question.in_list:
        own = [
            asked
            for asked in now.asked
            if asked.item == spot.item and asked.question.in_list == question.in_list
        ]
        before = _before(own, spot)
        return before or Spot(_parent(now, question).number)
    return _before([asked for asked in now.asked if not asked.question.in_list], spot)


def page_of(now: Interview, asked: Asked) -> Spot:
    """The page a question is answered on: for the items of a table, the table's."""
    if asked.question.in_list:
        parent = _parent(now, asked.question)
        if parent.as_table:
            return Spot(parent.number)
    return Spot(asked.question.number, asked.item)


def first_of(now: Interview, parent: Question, item: str) -> Spot:
    """The first open question about an item, or its first one when all are answered, or the list."""
    own = [asked for asked in now.asked if asked.question.in_list == parent.name and asked.item == item]
    found = next((asked for asked in own if not asked.answered), None) or next(iter(own), None)
    return Spot(found.question.number, item) if found else Spot(parent.number)


def _behind(now: Interview, spot: Spot) -> list[Asked]:
    """What comes after a page; a list stands behind its items, unless it is the page itself."""
    question = now.form.numbered(spot.number)
    order = list(now.asked) if question is not None and question.is_list else list(_items_first(now))
    places = [(asked.question.number, asked.item) for asked in order]
    return (
        order[places.index((spot.number, spot.item)) + 1 :] if (spot.number, spot.item) in places else order
    )


def _items_first(now: Interview) -> Iterator[Asked]:
    waiting: Asked | None = None
    for asked in now.asked:
        if waiting and asked.question.in_list != waiting.question.name:
            yield waiting
            waiting = None
        if asked.question.is_list:
            waiting = asked
        else:
            yield asked
    if waiting:
        yield waiting


def _before(order: list[Asked], spot: Spot) -> Spot | None:
    places = [Spot(asked.question.number, asked.item) for asked in order]
    index = places.index(spot) if spot in places else 0
    return places[index - 1] if index else None


def _parent(now: Interview, question: Question) -> Question:
    parent = now.form.question(question.in_list)
    assert parent is not None
    return parent
