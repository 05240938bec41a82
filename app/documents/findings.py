"""What reading a finished paper can find in it."""

from dataclasses import dataclass
from typing import Literal

from app.core.questionnaire import Level

What = Literal[
    "threat", "mention", "immigration status", "social security number", "birth date", "protected",
    "leak", "words differ", "no glyph", "form not filled",
    "exhibit",
]  # fmt: skip

FINAL: frozenset[What] = frozenset({"threat", "protected", "leak", "form not filled"})
"""What withholds a paper whatever an attorney decides: a threat, what its reader may not see, no paper."""


@dataclass(frozen=True)
class Finding:
    """Words in one paper that may not stand there, with their place and, where known, who said them.

    `question` and `item` are of the answer that holds the words and is to be changed.
    """

    level: Level
    kind: What
    document: str
    title: str
    place: str
    words: str
    """The words found, or what they are when they must not be repeated."""
    sentence: str
    question: str = ""
    item: str | None = None
    kept: str = ""
    """Of a leak: the question whose answer is told, which is not the one to change."""

    @property
    def final(self) -> bool:
        """Whether the paper is withheld and no lifting helps."""
        return self.kind in FINAL
