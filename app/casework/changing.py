"""The one way a draft's answers change: open, work out the change, check it against the reading, save."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from app.casework import forms, memory, path
from app.casework.acts import Result, Stamp, perform
from app.casework.desk import Desk
from app.casework.memory import Reading
from app.casework.path import Spot
from app.casework.reading import Opened, opened
from app.casework.said import kept
from app.core import interview
from app.core.answers import Answers, Given
from app.core.interview import Asked, Interview
from app.core.kinds import refuse
from app.core.questionnaire import Question
from app.core.values import Value
from app.store import answers as saved_answers
from app.store import drafts, editions
from app.store.changes import AddItem, Change, Put, Remove, Source
from app.store.transaction import Transaction
from app.store.who import Who


class Overtaken(Exception):
    """Somebody gave another answer since this page was opened; both are there to compare."""

    def __init__(self, now: Opened, asked: Asked) -> None:
        super().__init__(
            "Somebody changed this answer after you opened the page. Nothing of yours was saved yet."
        )
        self.now = now
        self.asked = asked


@dataclass(frozen=True)
class Outcome:
    """What a save came to: the new revision and the page to go on to, None when all is answered."""

    revision: int
    next: Spot | None

    @classmethod
    def of(cls, result: Result) -> "Outcome":
        """The outcome from the shape acts are remembered in."""
        spot = result["next"]
        return cls(int(result["revision"]), Spot(int(spot[0]), spot[1]) if spot else None)


@dataclass
class Changes:
    """Changes to save and the answers as they will then be."""

    answers: Answers
    made: list[Change] = field(default_factory=list)
    after: Interview | None = None
    """The reading of those answers, where working them out needed one."""


Work = Callable[[Opened], Changes]
Next = Callable[[Interview], Spot | None]


def change(
    desk: Desk, who: Who, act: str, draft: str, stamp: Stamp, work: Work, go: Next, holds: Spot | None = None
) -> Outcome:
    """Do what `work` says in one transaction; `holds` is the spot whose `must` checks may refuse it."""

    fresh: list[tuple[Opened, Changes, Interview, int]] = []

    def do(t: Transaction, now: datetime) -> Result:
        before = opened(desk, t, who, draft)
        changes = work(before)
        _sign(changes, who, now)
        after = changes.after or interview.read(before.form, changes.answers, desk.today)
        if holds:
            _must_hold(after, holds)
        revision = save(desk, t, who, before, changes, now)
        fresh[:] = [(before, changes, after, revision)]
        place = go(after)
        return {"revision": revision, "next": [place.number, place.item] if place else None}

    outcome = Outcome.of(perform(desk, who, act, draft, stamp, do))
    for each in fresh:
        _keep(desk, *each)
    return outcome


def _sign(changes: Changes, who: Who, now: datetime) -> None:
    """Say in the answers, as the store will, who gave the new ones and when."""
    for each in changes.made:
        given = changes.answers.get(each.question, each.item) if isinstance(each, Put) else None
        if given is not None and isinstance(each, Put):
            signed = Given(given.value, each.source, who.name, now.isoformat(timespec="seconds"))
            changes.answers = changes.answers.put(each.question, signed, each.item)


def _keep(desk: Desk, before: Opened, changes: Changes, after: Interview, revision: int) -> None:
    """Remember the reading after a save of plain answers: the next page needs just that one."""
    if changes.after is None and before.draft.edition and all(isinstance(each, Put) for each in changes.made):
        reading = Reading(before.form, before.office, changes.answers, after, before.last)
        memory.keep(before.draft, revision, desk.today, reading)


def save(desk: Desk, t: Transaction, who: Who, before: Opened, changes: Changes, now: datetime) -> int:
    """Save changes to what was opened in this transaction; the first ones pin the draft's edition."""
    if changes.made and before.draft.edition is None:
        hash = editions.keep(t, forms.package(desk, before.form), now)
        drafts.pin(t, who, before.draft.id, hash, now)
    return saved_answers.save(t, who, before.draft.id, before.revision, changes.made, now)


def check_stamp(now: Opened, asked: Asked, stamp: Stamp) -> None:
    """Let a page through if nobody changed its own answer since, whatever else they did; raises Overtaken."""
    if stamp.revision in (None, now.revision):
        return
    if stamp.was != now.print_at(asked.question, asked.item):
        raise Overtaken(now, asked)


def put(question: Question, value: Value, item: str | None = None) -> Put:
    """The change that saves a value."""
    source: Source = "attorney" if question.by_attorney else "person"
    return Put(question.path, kept(question, value), item, source, question.shared)


def add(now: Opened, question: Question, id: str, place: int = 1) -> AddItem:
    """The change that adds an item at the end of a list, or `place` places behind it."""
    return AddItem(question.path, id, now.last.get(question.path, 0) + place, question.shared)


def reopen(question: Question) -> Remove:
    """The change that takes back “that is all” from a list."""
    return Remove(question.path, shared=question.shared)


def onward_from(spot: Spot) -> Next:
    """Go on to the first open question after a spot."""
    return lambda after: path.onward(after, spot)


def _must_hold(after: Interview, spot: Spot) -> None:
    broken = [
        each.sentence
        for each in after.broken
        if (each.asked.question.number, each.asked.item) == (spot.number, spot.item)
    ]
    if broken:
        raise refuse(" ".join(dict.fromkeys(broken)))
