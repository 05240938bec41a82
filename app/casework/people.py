"""The people of the office and how they sign in: a link that works once, then a session kept here."""

from datetime import datetime
from typing import Any

from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.core.kinds import refuse
from app.core.kinds.base import as_text
from app.store import journal, links, people, sessions
from app.store.errors import NotFound
from app.store.people import Person
from app.store.sessions import Session
from app.store.transaction import Transaction
from app.store.who import COMMAND_LINE, Who

OWNER = "The owner"


def create_owner(desk: Desk, name: str = OWNER, bar_number: str = "") -> Person:
    """Add the person who owns this office's matters; raises Refused for a name that cannot be kept."""
    names = as_text(name, limit=100), as_text(bar_number, limit=40)
    if not names[0]:
        raise refuse("Write a name.")

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        return {"object": people.create(t, COMMAND_LINE, names[0], now, bar_number=names[1]).id}

    id = str(perform(desk, COMMAND_LINE, "person.create", "person", Stamp(), do)["object"])
    return find(desk, id)


def find(desk: Desk, id: str) -> Person:
    """One person who may sign in; raises NotFound."""
    with desk.store.reading() as t:
        return people.find(t, COMMAND_LINE, id)


def everyone(desk: Desk) -> tuple[Person, ...]:
    """Everybody who may sign in, oldest first."""
    with desk.store.reading() as t:
        return people.everyone(t, COMMAND_LINE)


def owner(desk: Desk) -> Person:
    """The office's first person, made when there is none yet."""
    there = everyone(desk)
    return there[0] if there else create_owner(desk)


def disable(desk: Desk, person: str) -> None:
    """Let a person sign in no more and end what they have open; raises NotFound."""

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        people.disable(t, COMMAND_LINE, person, now)
        return {"object": person}

    perform(desk, COMMAND_LINE, "person.disable", person, Stamp(), do)


def sign_in_link(desk: Desk, person: str) -> str:
    """The token of a fresh link that signs this person in once, within a quarter of an hour."""
    with desk.store.transaction() as t:
        now = desk.clock()
        journal.write(t, COMMAND_LINE, "link.issue", person, now)
        return links.issue(t, person, now)


def sign_in(desk: Desk, token: str) -> str:
    """Use up a link and return the token of a fresh session; raises NotFound if the link is not good."""
    with desk.store.transaction() as t:
        now = desk.clock()
        who = links.redeem(t, token, now)
        journal.write(t, who, "person.sign-in", who.id, now)
        return sessions.start(t, who.id, now)


def session(desk: Desk, token: str) -> Session | None:
    """The session of a token if it is in force, its idle time begun anew, else None."""
    now = desk.clock()
    try:
        with desk.store.reading() as t:
            found = sessions.find(t, token, now)
        if sessions.due(found, now):
            with desk.store.transaction() as t:
                sessions.touch(t, token, now)
    except NotFound:
        return None
    return found


def sign_out(desk: Desk, token: str) -> None:
    """End a session; nothing happens if it is over already."""
    with desk.store.transaction() as t:
        now = desk.clock()
        try:
            who: Who = sessions.find(t, token, now).who
        except NotFound:
            return
        sessions.end(t, token)
        journal.write(t, who, "person.sign-out", who.id, now)
