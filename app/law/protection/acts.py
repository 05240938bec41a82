"""The acts as a petition pleads them: most recent, most serious, pattern; safe for the respondent's copy."""

from dataclasses import dataclass
from datetime import date

from app.core.kinds.date_text import on
from app.core.values import GAP_CLOSE, GAP_OPEN, When
from app.law.parameters import Table
from app.law.protection.children import for_child
from app.law.protection.elements import elements, happened, labels, result
from app.law.protection.terms import counted, figure, kinds_of
from app.law.reading import Answers, Items, moment, text, yes

PLACES = {
    "shared": "at the residence the parties shared",
    "theirs": "at respondent’s residence",
    "work": "at petitioner’s workplace",
    "school": "at a school",
    "online": "by telephone or electronic message",
    "public": "in a public place",
}
"""Where an act happened, said without any address."""


@dataclass(frozen=True)
class Act:
    """One act in the words a respondent may read."""

    when: str
    """`On March 2, 2026`, `In March 2026`, `On or about …`; a marked gap while not known."""
    where: str
    joint: str
    """What stands between day and deed: a comma, or a colon where the words are the client's own sentence."""
    what: str
    elements: str
    """The elements that were told of the kinds of this act, as sentences (455.010(1))."""
    result: str
    witness: bool
    police: str
    """What may be said about a report to the police; "" where nothing may."""
    labels: str
    """The kinds of chapter 455 with their sections."""


@dataclass(frozen=True)
class ActsResult:
    """The acts in pleading order, and which kinds they show."""

    recent: tuple[Act, ...]
    serious: tuple[Act, ...]
    pattern: tuple[Act, ...]
    has_any: bool
    has_serious: bool
    has_pattern: bool
    hurt: bool
    afraid: bool
    forced: bool
    stalked: bool
    harassed: bool
    sexual: bool
    held: bool
    followed: bool
    pet: bool
    threatened: bool
    deliberate: bool
    """Whether an act is told whose kind takes that it was done purposely or knowingly."""


def acts(
    *,
    table: Table,
    today: date,
    acts: Items | None = None,
    stalking_unwanted: object = None,
    stalking_fear: object = None,
    harass_reason: object = None,
    harass_distress: object = None,
    sexual_how: object = None,
    order_for: object = None,
    children: Items | None = None,
) -> ActsResult:
    """Orders and words the acts; names of witnesses, private places and private reports are left out."""
    told = tuple(acts or ())
    child = text(order_for) == "child"
    upset = yes(harass_reason) is False and yes(harass_distress) is True
    harassing = upset and counted(told, "harassed") >= figure(table, "harassment_incidents", today).count
    fear = isinstance(stalking_fear, tuple) and "harm" in stalking_fear and yes(stalking_unwanted) is True
    stalked = fear and counted(told, "followed") >= figure(table, "stalking_acts", today).count
    ordered = sorted(told, key=_latest, reverse=True)
    recent, rest = ordered[:1], ordered[1:]
    worst = [act for act in rest if yes(act.get("act_worst"))]
    other = [act for act in rest if not yes(act.get("act_worst"))]
    kinds = {kind for act in told for kind in kinds_of(act)}
    forced = any("forced" in kinds_of(act) and yes(act.get("act_force")) for act in told)

    how = frozenset(map(str, sexual_how)) if isinstance(sexual_how, tuple) else frozenset()

    def worded(chosen: list[Answers]) -> tuple[Act, ...]:
        return tuple(_act(each, _who(each, child, children), how, (harassing, stalked)) for each in chosen)

    return ActsResult(
        recent=worded(recent), serious=worded(worst), pattern=worded(other), has_any=bool(told),
        has_serious=bool(worst), has_pattern=bool(other), hurt="hurt" in kinds, afraid="afraid" in kinds,
        forced=forced, stalked=stalked, harassed=harassing, sexual="sexual" in kinds, held="held" in kinds,
        followed="followed" in kinds, pet="pet" in kinds, threatened="threatened" in kinds,
        deliberate=bool(kinds & {"hurt", "afraid", "pet"}),
    )  # fmt: skip


def _latest(act: Answers) -> date:
    when = moment(act.get("act_when"))
    return when.latest if when else date.min


def _who(act: Answers, child: bool, children: Items | None) -> str:
    """To whom the act was done, without a name."""
    return for_child(children or (), text(act.get("act_child"))) if child else "petitioner"


def _act(act: Answers, who: str, how: frozenset[str], shown: tuple[bool, bool]) -> Act:
    when = moment(act.get("act_when"))
    joint, what = happened(_sentence(text(act.get("act_what"))))
    return Act(
        when=_on(when), where=_where(act, who), joint=joint, what=what or _open("what was done"),
        elements=elements(act, who, how),
        result=result(text(act.get("act_result")), who),
        witness=yes(act.get("act_seen")) is True,
        police=_police(act),
        labels="; ".join(labels(act, *shown)),
    )  # fmt: skip


def _on(when: When | None) -> str:
    if when is None:
        return _open("when it was")
    said = on(when)
    return f"{said[0].upper()}{said[1:]}"


def _where(act: Answers, who: str) -> str:
    where = text(act.get("act_where"))
    if where == "other":
        place = text(act.get("act_place")) if yes(act.get("act_place_known")) else ""
        return f"at {place}" if place else ""
    return f"at {who}’s residence" if where == "home" else PLACES.get(where, "")


def _police(act: Answers) -> str:
    if text(act.get("act_police")) != "yes":
        return ""
    number = text(act.get("act_report"))
    return (
        f"The act was reported to the police ({number})." if number else "The act was reported to the police."
    )


def _sentence(words: str) -> str:
    """The words with one full stop at their end; nothing stays nothing."""
    return words if not words or words[-1] in '.!?”"' else f"{words}."


def _open(what: str) -> str:
    """The mark of a gap, as answers that are open print it."""
    return f"{GAP_OPEN}to be confirmed: {what}{GAP_CLOSE}"
