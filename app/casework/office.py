"""The office profile: one file in the data folder, read when it has changed, written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from app.casework import standing
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.core import office
from app.core.office import EMPTY, Office
from app.core.places import Mistakes
from app.store import voiding
from app.store.errors import Conflict
from app.store.transaction import Transaction
from app.store.who import Who

FILE = "office.yaml"

_read: dict[Path, tuple[tuple[int, int], Office]] = {}


def path(desk: Desk) -> Path:
    """Where the profile lies."""
    return desk.data / FILE


def profile(desk: Desk) -> Office:
    """The profile as it is now, all gaps before anything is said; raises Mistakes for a bad file."""
    file = path(desk)
    try:
        stat = file.stat()
    except FileNotFoundError:
        return EMPTY
    stamp = (stat.st_mtime_ns, stat.st_size)
    known = _read.get(file)
    if known is None or known[0] != stamp:
        _read[file] = known = (stamp, office.load_office(file, FILE))
    return known[1]


def print_of(desk: Desk) -> str:
    """A print of the profile's file, so that two people do not overwrite each other."""
    file = path(desk)
    return hashlib.sha256(file.read_bytes() if file.exists() else b"").hexdigest()[:24]


def save(desk: Desk, who: Who, content: Mapping[str, Any], stamp: Stamp) -> Office:
    """Put a profile in place of the one there is; raises Mistakes, or Conflict if that one is new."""
    new = office.from_fields(content)
    standing.check(desk, new.defaults)

    def act(t: Transaction, now: datetime) -> dict[str, Any]:
        if stamp.was != print_of(desk):
            raise Conflict(0)
        if _deciding(new) != _deciding(_before(desk)):
            # What nobody has chosen is answered by a default, in every draft of the office.
            voiding.of_office(t, who, "defaults", now)
        _write(path(desk), office.as_file(new))
        return {"object": "office"}

    perform(desk, who, "office.save", "office", stamp, act)
    return new


def begin(desk: Desk, who: Who, first: Office) -> bool:
    """Take a profile where there is none yet; whether it was taken."""
    if path(desk).exists():
        return False

    def act(t: Transaction, now: datetime) -> dict[str, Any]:
        if first.defaults or first.redaction_list:
            voiding.of_office(t, who, "defaults", now)
        _write(path(desk), office.as_file(first))
        return {"object": "office"}

    perform(desk, who, "office.save", "office", Stamp(), act)
    return True


def _before(desk: Desk) -> Office | None:
    try:
        return profile(desk)
    except Mistakes:
        return None


def _deciding(kept: Office | None) -> object:
    """What of a profile decides what papers say: defaults, and what public ones leave out."""
    return (kept.defaults, kept.redaction_list) if kept else None


def _write(file: Path, content: Mapping[str, Any]) -> None:
    text = yaml.safe_dump(dict(content), allow_unicode=True, sort_keys=False, width=100)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=".office-")
    try:
        with open(descriptor, "w", encoding="utf-8") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, file)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
