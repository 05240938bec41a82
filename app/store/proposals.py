"""Proposed Word templates: who brought which file, what the check said of it, and what became of it.

A proposal belongs to the office and to no client. Its files and words are sealed under the office's key; each
file's hash lies beside its name, so that one put in another's place is noticed.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from typing import Any, Literal, TypeAlias, cast

from sqlalchemy import Row, Select, insert, select, update

from app.store import tables
from app.store.errors import NotFound, Tampered
from app.store.ids import new_id
from app.store.locker import Raw
from app.store.transaction import Transaction
from app.store.who import Who

State: TypeAlias = Literal["open", "replaced", "withdrawn", "refused", "approved"]
"""Waiting for a second person, or what ended it."""
File: TypeAlias = Literal["docx", "twin", "former"]
"""The proposed Word file, its HTML twin, and the Word file it was to take the place of."""

_TABLE = tables.proposal
_FILES: tuple[File, ...] = ("docx", "twin", "former")
# Two people who bring a file for the same paper at once: the office's row is the turnstile.
_TURNSTILE = select(tables.organisation.c.id).with_for_update()


@dataclass(frozen=True)
class Checked:
    """A file and what was found when it stood in the place of the one in force."""

    base: str
    """The hash of the package it was checked with, in which the former file stands."""
    day: str
    mistakes: int
    files: Mapping[File, bytes] = field(repr=False)
    report: Mapping[str, Raw] = field(repr=False)


@dataclass(frozen=True)
class Decided:
    """Who ended a proposal; an approval has an attorney's name and bar number, a refusal its reason."""

    by: str = field(repr=False)
    by_id: str
    name: str = field(default="", repr=False)
    bar_number: str = field(default="", repr=False)
    reason: str = field(default="", repr=False)


@dataclass(frozen=True)
class Proposal:
    """A proposed Word template as a list shows it; `by` is the person who brought it."""

    id: str
    form: str
    document: str
    by: str = field(repr=False)
    by_id: str
    at: datetime
    base: str
    day: str
    mistakes: int
    hashes: Mapping[str, str]
    state: State = "open"
    decided: Decided | None = None
    ended_at: datetime | None = None

    @property
    def sha256(self) -> str:
        """The hash of the proposed Word file."""
        return self.hashes["docx"]


def propose(
    t: Transaction, who: Who, form: str, document: str, checked: Checked, replaces: str | None, now: datetime
) -> str:
    """Keep a file for a document and return the proposal's id; the one it `replaces` ends.

    Raises NotFound when another one is open than the one it is to replace.
    """
    t.connection.execute(_TURNSTILE)
    waiting = waiting_for(t, who, form, document)
    if (waiting.id if waiting else None) != replaces:
        raise NotFound
    if waiting:
        end(t, who, waiting.id, "replaced", Decided(who.name, who.id), now)
    made = Proposal(new_id(), form, document, who.name, who.id, now, **_told(checked))
    place = {"id": made.id, "organisation_id": t.office.organisation, "at": now}
    t.connection.execute(insert(_TABLE).values(**place, **_sealed(t, made, checked)))
    return made.id


def check_again(t: Transaction, who: Who, id: str, checked: Checked) -> None:
    """Put what a new check found in the place of what the last one did; NotFound once it has ended."""
    found = _open(t, who, id)
    told = _told(checked)
    if told["hashes"]["docx"] != found.sha256:
        raise ValueError("Another file is another proposal.")
    changed = Proposal(found.id, found.form, found.document, found.by, found.by_id, found.at, **told)
    wanted = update(_TABLE).where(_TABLE.c.id == id, _TABLE.c.ended_at.is_(None))
    if t.connection.execute(wanted.values(**_sealed(t, changed, checked))).rowcount != 1:
        raise NotFound


def end(t: Transaction, who: Who, id: str, state: State, decided: Decided, now: datetime) -> None:
    """End a proposal that is open; NotFound when it is not."""
    found = _open(t, who, id)
    words = _words(found, state) | {"decided": asdict(decided)}
    sealed = t.office.seal("proposal", id, words)
    wanted = update(_TABLE).where(_TABLE.c.id == id, _TABLE.c.ended_at.is_(None))
    if t.connection.execute(wanted.values(sealed=sealed, ended_at=now)).rowcount != 1:
        raise NotFound


def find(t: Transaction, who: Who, id: str) -> Proposal:
    """One proposal of the office, whatever became of it, or NotFound."""
    row = t.connection.execute(_of_office(t).where(_TABLE.c.id == id)).first()
    if row is None:
        raise NotFound
    return _proposal(t, row)


def listed(t: Transaction, who: Who) -> tuple[Proposal, ...]:
    """Every proposal of the office, the newest first."""
    rows = t.connection.execute(_of_office(t).order_by(_TABLE.c.at.desc(), _TABLE.c.id))
    return tuple(_proposal(t, row) for row in rows)


def waiting_for(t: Transaction, who: Who, form: str, document: str) -> Proposal | None:
    """The open proposal of a document, or None."""
    for row in t.connection.execute(_of_office(t).where(_TABLE.c.ended_at.is_(None))):
        found = _proposal(t, row)
        if (found.form, found.document) == (form, document):
            return found
    return None


def content(t: Transaction, who: Who, wanted: Proposal, file: File) -> bytes:
    """The bytes of one of its files; NotFound when it is gone, Tampered if another lies there."""
    envelope = t.connection.scalar(select(_TABLE.c[file]).where(_TABLE.c.id == wanted.id))
    if envelope is None:
        raise NotFound
    data = t.office.unseal_bytes("proposal", wanted.id, envelope, file)
    if hashlib.sha256(data).hexdigest() != wanted.hashes[file]:
        raise Tampered("A proposed template is not the file that was brought; restore it from a backup.")
    return data


def report(t: Transaction, who: Who, wanted: Proposal) -> dict[str, Raw]:
    """What the check said of it, as it was kept; NotFound when it is gone."""
    envelope = t.connection.scalar(select(_TABLE.c.report).where(_TABLE.c.id == wanted.id))
    if envelope is None:
        raise NotFound
    return t.office.unseal("proposal", wanted.id, envelope, "report")


def _of_office(t: Transaction) -> Select[Any]:
    columns = (_TABLE.c.id, _TABLE.c.sealed, _TABLE.c.at, _TABLE.c.ended_at)
    return select(*columns).where(_TABLE.c.organisation_id == t.office.organisation)


def _open(t: Transaction, who: Who, id: str) -> Proposal:
    found = find(t, who, id)
    if found.ended_at is not None:
        raise NotFound
    return found


def _told(checked: Checked) -> dict[str, Any]:
    hashes = {name: hashlib.sha256(checked.files[name]).hexdigest() for name in _FILES}
    return {"base": checked.base, "day": checked.day, "mistakes": checked.mistakes, "hashes": hashes}


def _words(found: Proposal, state: State) -> dict[str, Raw]:
    return {
        "form": found.form, "document": found.document, "by": found.by, "by_id": found.by_id,
        "base": found.base, "day": found.day, "mistakes": found.mistakes, "hashes": dict(found.hashes),
        "state": state, "decided": None,
    }  # fmt: skip


def _sealed(t: Transaction, made: Proposal, checked: Checked) -> dict[str, bytes]:
    seal, id = t.office.seal_bytes, made.id
    return {
        "sealed": t.office.seal("proposal", id, _words(made, "open")),
        "report": t.office.seal("proposal", id, checked.report, "report"),
        **{name: seal("proposal", id, checked.files[name], name) for name in _FILES},
    }


def _proposal(t: Transaction, row: Row[Any]) -> Proposal:
    sealed = cast(dict[str, Any], t.office.unseal("proposal", row.id, row.sealed))
    decided = sealed.pop("decided")
    ending = {"decided": Decided(**decided) if decided else None, "ended_at": row.ended_at}
    return Proposal(id=row.id, at=row.at, **sealed, **ending)
