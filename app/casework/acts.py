"""How every act is done: one transaction, one journal line, and one effect however often it is sent."""

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.casework.desk import Desk
from app.store import journal, once
from app.store.errors import Repeated
from app.store.transaction import Transaction
from app.store.who import Who

Result = dict[str, Any]
"""What an act comes to, as JSON can say it; the same for every repetition."""


@dataclass(frozen=True)
class Stamp:
    """What a page knew when it was made: the revision, a print of the answer shown, and its own key."""

    revision: int | None = None
    was: str = ""
    key: str = ""
    content: str = field(default="", repr=False)
    """A print of what is sent: a page brought back by Back and sent with other words is another request."""


def perform(
    desk: Desk, who: Who, act: str, object: str, stamp: Stamp, do: Callable[[Transaction, datetime], Result]
) -> Result:
    """Do an act once for its key and write its line; `do` may name its object and its result."""
    while True:
        try:
            return _attempt(desk, who, act, object, stamp, do)
        except Repeated:
            continue


def _attempt(
    desk: Desk, who: Who, act: str, object: str, stamp: Stamp, do: Callable[[Transaction, datetime], Result]
) -> Result:
    key = f"{act} {object} {stamp.key} {stamp.content}" if stamp.key else ""
    with desk.store.transaction() as t:
        done = once.remember(t, who, key) if key else None
        if isinstance(done, Mapping):
            return dict(done)
        now = desk.clock()
        result = do(t, now)
        journal.write(
            t, who, act, str(result.get("object") or object), now, str(result.get("result") or "done")
        )
        if key:
            once.finish(t, who, key, result, now)
        return result


def print_of(content: object) -> str:
    """A short print by which two contents can be told apart, but not read."""
    text = json.dumps(content, sort_keys=True, ensure_ascii=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
