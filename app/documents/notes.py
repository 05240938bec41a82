"""What a review copy tells its attorney beside the text: each open blank it prints, each flag it rests on."""

from dataclasses import dataclass
from typing import Literal

from app.core.questionnaire import Level

Anchor = tuple[str, tuple[str, ...]]
"""What a tag of a template does and the name it reads: `("print", ("weeks", "[]", "hours"))`.

It prints a value, asks a condition within a paragraph (`if`), or asks one that holds paragraphs (`around`).
"""

HEADS: dict[Level, str] = {"must fix": "Must fix", "check": "Check", "note": "Note"}
"""What stands above a flag, by its level."""


@dataclass(frozen=True)
class Note:
    """One note: what it says, by what law, and what it is anchored to.

    A note about a blank stands at the first place that prints the blank with its label; one about a flag at
    the first paragraph of the first tier of anchors that the finished paper has.
    """

    kind: Literal["gap", "flag"]
    level: Level
    text: str
    law: str = ""
    label: str = ""
    anchors: tuple[frozenset[Anchor], ...] = ()

    @property
    def head(self) -> str:
        """The word or two that open it."""
        return "Blank" if self.kind == "gap" else HEADS[self.level]
