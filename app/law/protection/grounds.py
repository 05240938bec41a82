"""The grounds of an order of protection, element by element: domestic violence, stalking, sexual assault."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.terms import FAMILY, counted, figure, said
from app.law.reading import Answers

ABUSE = ("hurt", "afraid", "forced", "harassed", "sexual", "held", "pet", "followed", "threatened")
"""The kinds of act that chapter 455 calls abuse, or stalking, by a family or household member."""
HOUSEHOLD = frozenset(("household_now", "household_before"))
"""The relationships that open the ground of domestic violence for a child (455.505.1)."""


@dataclass(frozen=True)
class Told:
    """What was told about the other person and the acts, ready to be weighed."""

    child: bool
    ties: frozenset[str] | None
    """The relationships chosen; None while that is open."""
    acts: tuple[Answers, ...]
    fear: frozenset[str] | None = None
    unwanted: bool | None = None
    no_reason: bool | None = None
    distress: bool | None = None
    sexual_how: frozenset[str] | None = None
    controlled: frozenset[str] = frozenset()


def domestic_violence(told: Told) -> Outcome:
    """Whether abuse by a family or household member can be pleaded (455.010(5), (7); child 455.505.1)."""
    law = "RSMo 455.505.1" if told.child else "RSMo 455.010(1), (5), (7)"
    subject = "Ground: domestic violence"
    if told.ties is None:
        return said(subject, "fix first", "The relationship is not known yet.", law)
    if not told.ties & (HOUSEHOLD if told.child else FAMILY):
        none = "Neither a family nor a household relationship was named."
        if told.child:
            none = "The person was never a member of the child’s household, as told."
        return said(subject, "not eligible", none, law)
    if not counted(told.acts, *ABUSE):
        return said(subject, "fix first", "No act of a listed kind is told yet.", law)
    if only_shared_roof(told):
        return said(
            subject, "attorney must decide",
            "The only tie is a shared dwelling without intimacy. Judge whether it counts as having resided"
            " together, and plead the residence facts; a place where a trafficker housed people is argued,"
            " not settled.",
            law, confirmed=False,
        )  # fmt: skip
    return said(subject, "may generate", "A listed relationship and at least one listed act are told.", law)


def only_shared_roof(told: Told) -> bool:
    """Whether living at one place, without intimacy, is the only relationship told."""
    return not told.child and told.ties == frozenset(("lived_other",))


def stalking(told: Told, table: Table, today: date) -> Outcome:
    """Whether an unwanted course of conduct with fear of physical harm can be pleaded (455.010(15))."""
    subject, law = "Ground: stalking", "RSMo 455.010(15)"
    least = figure(table, "stalking_acts", today).count
    number = counted(told.acts, "followed")
    if not number:
        return said(
            subject, "not eligible", "No act of following, watching, tracking or contacting is told.", law
        )
    if number < least:
        return said(subject, "fix first", f"{number} act is told; a course of conduct takes {least}.", law)
    if told.fear is None:
        return said(
            subject, "fix first", "What was feared is not known; danger of physical harm is needed.", law
        )
    if "harm" not in told.fear:
        return said(
            subject, "attorney must decide",
            "Stop: no fear of physical harm is told. Alarm means fear of danger of physical harm; fear of"
            " embarrassment or loss alone is not enough.",
            law,
        )  # fmt: skip
    if told.unwanted is not True:
        return said(subject, "attorney must decide", "It is not clear that the contact was unwanted.", law)
    reason = f"{number} acts and fear of physical harm are told; plead why the fear was reasonable."
    return said(subject, "may generate", reason, law)


def sexual_assault(told: Told) -> Outcome:
    """Whether an involuntary sexual act, or its attempt, can be pleaded (455.010(1)(f), (14))."""
    subject, law = "Ground: sexual assault", "RSMo 455.010(1)(f), (14)"
    if not counted(told.acts, "sexual"):
        return said(subject, "not eligible", "No such act is told.", law)
    if not told.sexual_how:
        return said(
            subject, "fix first", "Force, threat, duress or the lack of consent is not told yet.", law
        )
    if told.sexual_how == frozenset(("duress",)):
        return said(
            subject, "attorney must decide",
            "Only pressure without force or threat is told. Judge duress, and whether the act was without"
            " consent.",
            law, confirmed=False,
        )  # fmt: skip
    return said(subject, "may generate", "An act and how it was against the will are told.", law)


def elements(told: Told, table: Table, today: date) -> Iterator[Outcome]:
    """Kinds of act that have elements of their own: harassment and coercion."""
    if counted(told.acts, "harassed"):
        yield _harassment(told, table, today)
    if counted(told.acts, "forced"):
        yield _coercion(told)


def _harassment(told: Told, table: Table, today: date) -> Outcome:
    subject, law = "Kind of act: harassment", "RSMo 455.010(1)(e)"
    least = figure(table, "harassment_incidents", today).count
    number = counted(told.acts, "harassed")
    if number < least:
        reason = f"{number} incident is told; more than one is needed. The label is not printed."
        return said(subject, "fix first", reason, law)
    if told.no_reason is None or told.distress is None:
        return said(subject, "fix first", "Purpose, or the distress it caused, is not known yet.", law)
    if not (told.no_reason and told.distress):
        reason = "A lawful purpose, or no real distress, is told; both elements are needed."
        return said(subject, "attorney must decide", reason, law)
    reason = f"{number} incidents, no lawful purpose and real distress are told. Leave out protected speech."
    return said(subject, "may generate", reason, law)


def _coercion(told: Told) -> Outcome:
    subject, law = "Kind of act: coercion", "RSMo 455.010(1)(d)"
    forced = [act for act in told.acts if "forced" in (act.get("act_kinds") or ())]  # type: ignore[operator]
    if any(act.get("act_force") is True for act in forced):
        return said(
            subject, "may generate", "Force, or a threat of it, is told. Only such acts carry the label.", law
        )
    return said(
        subject, "attorney must decide",
        "No force and no threat of force is told. Chapter 455 needs one; the wider coercion of trafficking"
        " law is another thing. The label is not printed; the acts may support harassment or stalking.",
        f"{law}; compare RSMo 566.200",
    )  # fmt: skip
