"""The hidden fields of every form: its proof, its key, and what it knew of the answer when it was made."""

from dataclasses import dataclass

from flask import request

from app.casework.acts import Stamp, print_of
from app.store.ids import new_id
from app.web import access


@dataclass(frozen=True)
class Hidden:
    """What a form carries along."""

    csrf: str
    key: str
    revision: str = ""
    was: str = ""


def hidden(revision: int | None = None, was: str = "") -> Hidden:
    """The fields for a form that is about to be shown; a fresh key each time."""
    return Hidden(access.form_token(), new_id(), "" if revision is None else str(revision), was)


def stamp() -> Stamp:
    """The stamp of the form that was sent; what it says is part of it: other words are another request."""
    content = sorted(
        (name, request.form.getlist(name)) for name in request.form if name not in ("csrf", "key")
    )
    revision = request.form.get("revision", "")
    number = int(revision) if revision.isascii() and revision.isdigit() and len(revision) < 12 else -1
    key = request.form.get("key", "")[:40]
    return Stamp(number, request.form.get("was", "")[:40], key, print_of(content))
