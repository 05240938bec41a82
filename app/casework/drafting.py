"""Starting, naming, deleting and opening drafts, and giving, changing and taking back their answers."""

from datetime import datetime

from app.casework import forms, memory, papers, reading
from app.casework.acts import Result, Stamp, perform
from app.casework.changing import Changes, Outcome, change, check_stamp, onward_from, put
from app.casework.desk import Desk
from app.casework.path import Spot
from app.casework.reading import Opened
from app.casework.said import Said, value_of
from app.core.answers import Given
from app.core.kinds import refuse
from app.core.kinds.base import as_text
from app.core.questionnaire import Question
from app.core.values import Gap
from app.store import drafts, matters
from app.store.changes import Remove, RemoveItem
from app.store.drafts import Draft
from app.store.matters import Matter
from app.store.transaction import Transaction
from app.store.who import Who

LONGEST_TITLE = 120

open_draft = reading.open_draft


def listed(desk: Desk, who: Who) -> tuple[Draft, ...]:
    """The drafts of this person, latest change first."""
    with desk.store.reading() as t:
        return drafts.listed(t, who)


def clients(desk: Desk, who: Who) -> tuple[Matter, ...]:
    """The matters of this person, for another draft about the same client."""
    with desk.store.reading() as t:
        return matters.listed(t, who)


def find(desk: Desk, who: Who, draft: str) -> Draft:
    """One draft of this person without its answers; raises NotFound."""
    with desk.store.reading() as t:
        return drafts.find(t, who, draft)


def start(desk: Desk, who: Who, form: str, title: str, stamp: Stamp, matter: str | None = None) -> str:
    """Start a draft, in a matter if one is named, and return its id; raises Refused or Mistakes."""
    name = _title(title)
    forms.current(desk.root, form)

    def do(t: Transaction, now: datetime) -> Result:
        return {"object": drafts.start(t, who, form, name, now, matter).id}

    return str(perform(desk, who, "draft.start", "draft", stamp, do)["object"])


def rename(desk: Desk, who: Who, draft: str, title: str, stamp: Stamp) -> None:
    """Give a draft another title; raises Refused for none or one that is too long."""
    name = _title(title)

    def do(t: Transaction, now: datetime) -> Result:
        drafts.rename(t, who, draft, name, now)
        return {"object": draft}

    perform(desk, who, "draft.rename", draft, stamp, do)


def delete(desk: Desk, who: Who, draft: str, stamp: Stamp) -> None:
    """Delete a draft for good, with the key of its matter if it is the last one."""

    def do(t: Transaction, now: datetime) -> Result:
        drafts.delete(t, who, draft)
        return {"object": draft}

    perform(desk, who, "draft.delete", draft, stamp, do)
    memory.forget(draft)
    papers.forget(draft)


def answer(desk: Desk, who: Who, draft: str, spot: Spot, said: Said, stamp: Stamp) -> Outcome:
    """Save an answer, a gap, a blank or “that is all”; or raise Refused, Overtaken or NotAsked."""

    def work(now: Opened) -> Changes:
        asked = now.asked(spot.number, spot.item)
        value = value_of(asked.question, said)
        check_stamp(now, asked, stamp)
        after = now.answers.put(asked.question.path, Given(value), spot.item)
        made = Changes(after, [put(asked.question, value, spot.item)])
        return without_begun(made, asked.question) if asked.question.is_list else made

    return change(desk, who, "draft.answer", draft, stamp, work, onward_from(spot), holds=spot)


def take_back(desk: Desk, who: Who, draft: str, spot: Spot, stamp: Stamp) -> Outcome:
    """Leave a question unanswered again; an attorney's choice is undecided then, default or not."""

    def work(now: Opened) -> Changes:
        asked = now.asked(spot.number, spot.item)
        question = asked.question
        check_stamp(now, asked, stamp)
        if question.by_attorney and not question.is_list:
            undecided = Gap("undecided")
            after = now.answers.put(question.path, Given(undecided), spot.item)
            return Changes(after, [put(question, undecided, spot.item)])
        after = now.answers.without(question.path, spot.item)
        return Changes(after, [Remove(question.path, spot.item, question.shared)])

    return change(desk, who, "draft.take-back", draft, stamp, work, onward_from(spot))


def without_begun(changes: Changes, question: Question) -> Changes:
    """The same changes without the items that were begun and about which nothing was said.

    Somebody who added one, went back and says “that is all” had no other in mind. What the list needs stays.
    """
    known = changes.answers
    ids = known.items(question.path)
    told = {about for (path, about) in known.given if path.startswith(f"{question.path}.")}
    empty = [each for each in ids if each not in told][: max(0, len(ids) - int(question.least or 0))]
    for each in empty:
        known = known.without_item(question.path, each)
    return Changes(known, [*changes.made, *(RemoveItem(each, question.shared) for each in empty)])


def _title(text: str) -> str:
    title = as_text(text, limit=LONGEST_TITLE)
    if not title:
        raise refuse("Write a name for this draft, for example the client's initials.")
    return title
