"""What a calculation says beside its figures: the steps of the arithmetic, the cautions for the attorney."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from app.law.parameters import Parameter

Level = Literal["must fix", "check", "note"]


@dataclass(frozen=True)
class Step:
    """One line of arithmetic with the law it rests on; `track` names the measure it belongs to."""

    track: str
    text: str
    citation: str


@dataclass(frozen=True)
class Caution:
    """A sentence for the reviewing attorney, with its citation and how much it matters."""

    text: str
    citation: str
    level: Level


def unconfirmed(parameters: Iterable[Parameter]) -> tuple[Caution, ...]:
    """One `check` for each parameter that comes from memory and that a figure rests on."""
    rests = {p.key: p for p in parameters if not p.confirmed}
    return tuple(
        Caution(
            f"A figure here rests on {p.title}, which has not been confirmed; read {p.citation} first.",
            p.citation,
            "check",
        )
        for p in rests.values()
    )
