"""Three values: true, false and unknown, and an unknown always has a cause (Kleene's strong logic)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Why = Literal["unanswered", "gap"]


@dataclass(frozen=True)
class Truth:
    """True, False, or unknown (None) because a name is unanswered or a gap; `names` are the guilty ones."""

    value: bool | None
    why: Why | None = None
    names: tuple[str, ...] = ()

    @property
    def true(self) -> bool:
        """Certainly true."""
        return self.value is True

    @property
    def false(self) -> bool:
        """Certainly false."""
        return self.value is False


TRUE = Truth(True)
FALSE = Truth(False)


def known(value: bool) -> Truth:
    """A certain truth."""
    return TRUE if value else FALSE


def unknown(why: Why, *names: str) -> Truth:
    """An unknown with its cause and the names that would settle it."""
    return Truth(None, why, names)


def both(truths: Iterable[Truth]) -> Truth:
    """And: false if any is false, true if all are true, else unknown."""
    return _joined(list(truths), decides=False)


def either(truths: Iterable[Truth]) -> Truth:
    """Or: true if any is true, false if all are false, else unknown."""
    return _joined(list(truths), decides=True)


def _joined(truths: list[Truth], *, decides: bool) -> Truth:
    if any(truth.value is decides for truth in truths):
        return known(decides)
    open_ones = [truth for truth in truths if truth.value is None]
    if not open_ones:
        return known(not decides)
    why: Why = "unanswered" if any(truth.why == "unanswered" for truth in open_ones) else "gap"
    names = dict.fromkeys(name for truth in open_ones for name in truth.names)
    return Truth(None, why, tuple(names))


def negated(truth: Truth) -> Truth:
    """Not."""
    return truth if truth.value is None else known(not truth.value)
