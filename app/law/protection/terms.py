"""The words of chapter 455 that its screening and its papers share: kinds of act, figures, citations."""

from collections.abc import Mapping
from datetime import date

from app.law.outcome import Outcome, Result
from app.law.parameters import Parameter, Table
from app.law.reading import Answers

DEFINITIONS = "RSMo 455.010"
ADULT = "RSMo 455.010(12), 455.020"
CHILD = "RSMo 455.503.2, 455.505.1"

KINDS: Mapping[str, tuple[str, str]] = {
    "hurt": ("battery", "455.010(1)(c)"),
    "afraid": ("assault", "455.010(1)(b)"),
    "forced": ("coercion", "455.010(1)(d)"),
    "harassed": ("harassment", "455.010(1)(e)"),
    "sexual": ("sexual assault", "455.010(1)(f)"),
    "held": ("unlawful imprisonment", "455.010(1)(g)"),
    "pet": ("abuse of a pet", "455.010(1)(a)"),
    "followed": ("an act of stalking", "455.010(15)"),
    "threatened": ("a threat of abuse", "455.010(1)"),
}
"""Each kind of act by the answer's key: its name and the place where chapter 455 defines it."""

FAMILY = frozenset(
    ("spouse", "former_spouse", "blood", "marriage", "child_in_common", "romantic", "lived_intimate",
     "lived_other")
)  # fmt: skip
"""The relationships of section 455.010(7)."""


def kinds_of(act: Answers) -> tuple[str, ...]:
    """The kinds one act was told as."""
    found = act.get("act_kinds")
    return tuple(str(each) for each in found) if isinstance(found, tuple) else ()


def counted(acts: tuple[Answers, ...], *kinds: str) -> int:
    """How many acts were told as one of the kinds."""
    return sum(1 for act in acts if set(kinds) & set(kinds_of(act)))


def figure(table: Table, key: str, today: date) -> Parameter:
    """A figure of chapter 455 in force on a day."""
    return table.value_on(f"protection_{key}", today)


def said(subject: str, outcome: Result, reason: str, citation: str, *, confirmed: bool = True) -> Outcome:
    """One outcome of the screening, told to attorneys only."""
    return Outcome(subject, outcome, reason, citation, confirmed=confirmed)
