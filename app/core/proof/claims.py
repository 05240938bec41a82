"""What the proof has to show: a thing that may never be so, or one that must be so on some path."""

from dataclasses import dataclass

from app.core.proof.terms import Term
from app.core.proof.uses import GuardedUse


@dataclass(frozen=True)
class Danger:
    """A name that is not there while something reads it; a fault when any path leads to it."""

    term: Term
    name: str
    place: str
    reader: str
    """What reads it, for the sentence: `the question `since``."""
    complete: bool = True
    """Whether only interviews without a broken check count."""
    document: str = ""
    use: GuardedUse | None = None
    file: str = ""


@dataclass(frozen=True)
class Hope:
    """Something that some path must come to; a fault when none does."""

    term: Term
    rule: str
    place: str
    sentence: str
    unless: Term = True
    """What must be possible before this is asked at all; otherwise another fault says enough."""
    file: str = ""
    spot: str = ""
