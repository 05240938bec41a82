"""Which of the three classes of RSMo 527.290.2 a petitioner may be in, and what else limits the record."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.law.outcome import Outcome

EXEMPTION = "RSMo 527.290.2"
HOUSEHOLD = frozenset(("spouse", "relative", "lived_with", "partner", "co_parent"))
"""The relationships that make a family or household member (RSMo 455.010(7))."""
_CONTROL = (
    "Only control was named, by a family or household member. Coercion in section 455.010 takes force or a"
    " threat of force: ask what was done."
)
HARMS = frozenset(("hurt", "threatened", "controlled", "stalked", "sexual", "trafficked"))


@dataclass(frozen=True)
class Danger:
    """What a person said about being harmed; None is whatever was not said or is not known."""

    kinds: frozenset[str] | None
    by: frozenset[str] | None
    under_18: bool | None
    case: bool | None
    if_published: bool | None

    @property
    def harmed(self) -> bool | None:
        """Whether anyone hurt, threatened, controlled, stalked or trafficked the person."""
        return None if self.kinds is None else bool(self.kinds & HARMS)

    @property
    def household(self) -> bool | None:
        """Whether one of those who did it is a family or household member."""
        return None if self.by is None else bool(self.by & HOUSEHOLD)

    @property
    def only_control(self) -> bool:
        """Whether nothing but control was named, which need not be abuse under RSMo 455.010(1)."""
        return self.kinds is not None and self.kinds & HARMS == {"controlled"}

    @property
    def trafficked(self) -> bool:
        """Whether trafficking was named, whose crimes stand in chapter 566."""
        return bool(self.kinds and "trafficked" in self.kinds)


def danger(kinds: object, by: object, under_18: object, case: object, if_published: object) -> Danger:
    """The answers as they stand, anything else than an answer as not known."""
    return Danger(_chosen(kinds), _chosen(by), _said(under_18), _said(case), _said(if_published))


def _chosen(value: object) -> frozenset[str] | None:
    return frozenset(map(str, value)) if isinstance(value, tuple | list) else None


def _said(value: object) -> bool | None:
    return value if isinstance(value, bool) else None


def classes(told: Danger) -> tuple[Outcome, Outcome, Outcome]:
    """The outcome for the first, second and third class, each with its reason."""
    return _first(told), _second(told), _third(told)


def _first(told: Danger) -> Outcome:
    law = f"{EXEMPTION}(1); RSMo 455.010"
    if (none := _nobody(told, law, "1")) is not None:
        return none
    if told.case is None:
        return _class("1", "attorney must decide", "Whether there is a criminal case is not known.", law)
    if not told.case:
        return _class("1", "not eligible", "No criminal case was named.", law)
    if told.household:
        return _class(
            "1", "may generate",
            "A criminal case about it was named, and a family or household member is named too. The court"
            " has to find on the record that the facts of the crime include domestic violence.", law,
        )  # fmt: skip
    return _class(
        "1", "attorney must decide",
        "A criminal case was named, but no family or household member. Read the case: do its facts"
        " include an act of domestic violence?", law,
    )  # fmt: skip


def _second(told: Danger) -> Outcome:
    law = f"{EXEMPTION}(2); RSMo 210.110(1)"
    if (none := _nobody(told, law, "2")) is not None:
        return none
    if told.under_18 is None:
        return _class("2", "attorney must decide", "Whether it began before the age of 18 is not known.", law)
    if not told.under_18:
        return _grown_up(told, law)
    kind = (
        "trafficking, which the definition of abuse names"
        if told.trafficked
        else "what was done to a child. Whether the definition asks that the person had care of the child is"
        " not confirmed"
    )
    return _class(
        "2", "may generate",
        f"Some of it happened before the age of 18: {kind}. Whether the section reaches an adult who was"
        " harmed as a child is for the attorney to confirm.", law, confirmed=False,
    )  # fmt: skip


def _grown_up(told: Danger, law: str) -> Outcome:
    """The second class where nothing happened to a child: doubtful, and not denied, for one trafficked."""
    if not told.trafficked:
        return _class("2", "not eligible", "None of it happened before the age of 18.", law)
    return _class(
        "2", "attorney must decide",
        "None of it happened before the age of 18. The definition of abuse names those who were trafficked;"
        " whether it reaches one who was trafficked only as an adult is not confirmed.", law, confirmed=False,
    )  # fmt: skip


def _third(told: Danger) -> Outcome:
    law = f"{EXEMPTION}(3); RSMo 455.010(7)"
    if (none := _nobody(told, law, "3")) is not None:
        return none
    if told.household is None:
        return _class(
            "3", "attorney must decide", "How the person is connected to the client is not known.", law
        )
    if told.household and told.only_control:
        return _class("3", "attorney must decide", _CONTROL, law)
    if told.household:
        return _class("3", "may generate", "The harm came from a family or household member.", law)
    return _class("3", "not eligible", "Nobody named is a family or household member.", law)


def _nobody(told: Danger, law: str, number: str) -> Outcome | None:
    if told.harmed is None:
        return _class(number, "attorney must decide", "Whether anyone harmed the client is not known.", law)
    return (
        None if told.harmed else _class(number, "not eligible", "No harm by another person was named.", law)
    )


def _class(number: str, outcome: str, reason: str, law: str, *, confirmed: bool = True) -> Outcome:
    return Outcome(f"No publication, class ({number})", outcome, reason, law, confirmed=confirmed)  # type: ignore[arg-type]


def publication(told: Danger, found: Iterable[Outcome]) -> Outcome:
    """What to expect of publication when every class is weighed."""
    results = {each.outcome for each in found}
    subject = "Publication of the judgment"
    if told.harmed is False:
        reason = "No class fits. Notice of the change is published after judgment in the ordinary way."
        return Outcome(subject, "may generate", reason, "RSMo 527.290.1")
    if "may generate" in results:
        reason = "A class fits. Plead each one that fits and ask for a finding under each."
        return Outcome(subject, "may generate", reason, EXEMPTION)
    reason = (
        "No class clearly fits. Trafficking is not named in the section. The court may order publication;"
        f" the other way is to ask that access be limited. {_wish(told)}"
    )
    return Outcome(
        subject, "attorney must decide", reason, f"{EXEMPTION}; RSMo 595.226; Rule 55.0275", confirmed=False
    )


def _wish(told: Danger) -> str:
    if told.if_published is None:
        return "Ask whether the client would file at all if it were published."
    if told.if_published:
        return "The client would file all the same."
    return (
        "The client would not file if it were published: speak about waiting, or another way, before anything"
        " is filed."
    )


def closing(told: Danger) -> Outcome:
    """Whether to ask, in the alternative, that public access be limited."""
    subject = "Limiting access, in the alternative"
    law = "Rule 55.0275; RSMo 595.226; RSMo 589.664"
    if told.harmed is False:
        return Outcome(subject, "not eligible", "Nothing was named that needs it.", law, confirmed=False)
    if told.harmed is None:
        reason = "Whether anyone harmed the client is not known."
        return Outcome(subject, "attorney must decide", reason, law, confirmed=False)
    crime = "Trafficking stands in chapter 566, which section 595.226 names. " if told.trafficked else ""
    reason = (
        f"{crime}The draft asks for it beside the exemption. The rule in force since July 2026 was not read:"
        " the motion must follow the findings it asks for."
    )
    return Outcome(subject, "may generate", reason, law, confirmed=False)
