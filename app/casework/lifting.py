"""Lifting a gate: an attorney's name, bar number and reason release what it holds back."""

import re
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from app.casework import attorneys
from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.casework.reading import Opened, opened
from app.core.kinds import Problem, Refused
from app.core.kinds.base import as_text
from app.core.reach import rests_on
from app.documents.packet import Lifted
from app.store import lifts
from app.store.lifts import Lift
from app.store.transaction import Transaction
from app.store.who import Who

SHAPES = {
    "name": re.compile(r".{3,}"),
    "bar_number": re.compile(r"[0-9]{3,8}"),
    "reason": re.compile(r".{8,}", re.DOTALL),
}
"""What each part of a lift must look like: a name, digits, and a reason of more than a word or two."""
_WANTED = {
    "name": "Write the name of the attorney who lifts this.",
    "bar_number": "Write the attorney's bar number: three to eight digits.",
    "reason": "Write the reason in one or two sentences.",
}


def lift(
    desk: Desk, who: Who, draft: str, gate: str, name: str, bar_number: str, reason: str, stamp: Stamp
) -> None:
    """Lift a raised gate; raises Refused beside the part that is missing, or when the gate is not raised."""
    said = checked(_WANTED, {"name": name, "bar_number": bar_number, "reason": reason})
    attorneys.check(desk, said["name"], said["bar_number"])

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        before = opened(desk, t, who, draft)
        if gate not in {raised.name for raised in before.interview.gates}:
            raise Refused(Problem("", "Nothing holds these papers back any more; there is nothing to lift."))
        lifts.lift(t, who, draft, gate, said["name"], said["bar_number"], said["reason"], now)
        return {"object": draft}

    perform(desk, who, "gate.lift", draft, stamp, do)


def withdraw(desk: Desk, who: Who, draft: str, gate: str, stamp: Stamp) -> None:
    """Put a lifted gate up again; raises NotFound if it was not lifted."""

    def do(t: Transaction, now: datetime) -> dict[str, Any]:
        lifts.withdraw(t, who, draft, gate, now)
        return {"object": draft}

    perform(desk, who, "gate.withdraw", draft, stamp, do)


def lifted(desk: Desk, who: Who, draft: str) -> tuple[Lift, ...]:
    """The lifts in force of a draft, oldest first."""
    with desk.store.reading() as t:
        return standing(opened(desk, t, who, draft), lifts.lifted(t, who, draft))


def standing(now: Opened, found: tuple[Lift, ...]) -> tuple[Lift, ...]:
    """The lifts that still hold: one lapses when an answer its gate rests on is given anew."""
    return tuple(each for each in found if not _answered_since(now, each))


def _answered_since(now: Opened, lift: Lift) -> bool:
    gate = next((each for each in now.form.gates if each.name == lift.gate), None)
    judged = rests_on(now.form, gate.when) if gate else set()
    at = lift.at.isoformat(timespec="seconds")
    return any(
        given.at > at and not judged.isdisjoint(path.split("."))
        for (path, _), given in now.answers.given.items()
    )


def for_papers(found: tuple[Lift, ...]) -> tuple[Lifted, ...]:
    """The lifts as the packet wants them."""
    return tuple(
        Lifted(each.gate, each.name, each.bar_number, each.reason, each.at.isoformat(timespec="minutes"))
        for each in found
    )


def checked(wanted: Mapping[str, str], said: Mapping[str, str]) -> dict[str, str]:
    """What an attorney signs an act with, each part in its shape; Refused with the sentence `wanted` has."""
    problems: list[Problem] = []
    texts: dict[str, str] = {}
    for part, sentence in wanted.items():
        try:
            texts[part] = as_text(
                said[part], limit=2_000 if part == "reason" else 100, lines=part == "reason"
            )
        except Refused as refused:
            problems += [Problem(part, problem.sentence) for problem in refused.problems]
            continue
        if not SHAPES[part].fullmatch(texts[part]):
            problems.append(Problem(part, sentence))
    if problems:
        raise Refused(*problems)
    return texts
