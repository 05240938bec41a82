"""Lifting a gate: an attorney's name, bar number and reason release what it holds back."""

from datetime import datetime
from typing import Any

from app.casework.acts import Stamp, perform
from app.casework.desk import Desk
from app.casework.reading import opened
from app.core.kinds import Problem, Refused
from app.core.kinds.base import as_text
from app.documents.packet import Lifted
from app.store import lifts
from app.store.lifts import Lift
from app.store.transaction import Transaction
from app.store.who import Who


def lift(
    desk: Desk, who: Who, draft: str, gate: str, name: str, bar_number: str, reason: str, stamp: Stamp
) -> None:
    """Lift a raised gate; raises Refused beside the part that is missing, or when the gate is not raised."""
    said = _checked(name=name, bar_number=bar_number, reason=reason)

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
        lifts.withdraw(t, who, draft, gate)
        return {"object": draft}

    perform(desk, who, "gate.withdraw", draft, stamp, do)


def lifted(desk: Desk, who: Who, draft: str) -> tuple[Lift, ...]:
    """The lifts in force of a draft, oldest first."""
    with desk.store.reading() as t:
        return lifts.lifted(t, who, draft)


def for_papers(found: tuple[Lift, ...]) -> tuple[Lifted, ...]:
    """The lifts as the packet wants them."""
    return tuple(
        Lifted(each.gate, each.name, each.bar_number, each.reason, each.at.isoformat(timespec="minutes"))
        for each in found
    )


def _checked(**said: str) -> dict[str, str]:
    wanted = {
        "name": "Write the name of the attorney who lifts this.",
        "bar_number": "Write the attorney's bar number.",
        "reason": "Write the reason in one or two sentences.",
    }
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
        if not texts[part]:
            problems.append(Problem(part, sentence))
    if problems:
        raise Refused(*problems)
    return texts
