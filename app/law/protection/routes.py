"""Where human trafficking fits into chapter 455, which does not name it as a ground."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.grounds import Told
from app.law.protection.terms import FAMILY, counted, said

LAW = "RSMo 455.010(7), (14), (15)"


def routes(told: Told, grounds: Sequence[Outcome], table: Table, today: date) -> Iterator[Outcome]:
    """A row for each way in which what was told about control may lead to a ground; none if nothing was."""
    how = told.controlled - {"none"}
    if not how:
        return
    ties = told.ties or frozenset()
    if ties & (FAMILY - {"lived_other"}):
        yield said(
            "Trafficking: partner or relative", "may generate", "The ordinary route: domestic violence.", LAW
        )
    if "housed" in how:
        yield _housed("lived_other" in ties)
    yield from _forced_sex(told, how)
    if "watched" in how:
        reason = (
            "Two acts or more with fear of physical harm are stalking, through other people and devices too."
        )
        yield said("Trafficking: watched or contacted", "attorney must decide", reason, LAW)
    if "status" in how:
        yield _only_status(how)
    if all(each.outcome == "not eligible" for each in grounds):
        yield _no_ground(table, today)


def _forced_sex(told: Told, how: frozenset[str]) -> Iterator[Outcome]:
    subject = "Trafficking: forced sex"
    if counted(told.acts, "sexual"):
        yield said(subject, "may generate", "Sexual assault needs no relationship.", LAW)
    elif "sexual" in how:
        reason = (
            "Sexual acts with others, or sold, are told, and no act names one. Judge whether the one who made"
            " the client do it caused an involuntary act, and ask whether the client wants to tell it."
        )
        yield said(subject, "attorney must decide", reason, LAW, confirmed=False)


def _housed(told: bool) -> Outcome:
    reason = (
        "The trafficker housed the survivor. Judge whether that is having resided together, and plead the"
        " residence facts."
    )
    if not told:
        reason += " Ask again about living at one place: the relationship was not chosen."
    return said("Trafficking: housed by the trafficker", "attorney must decide", reason, LAW, confirmed=False)


def _only_status(how: frozenset[str]) -> Outcome:
    alone = " It is the only means told." if how == frozenset(("status",)) else ""
    return said(
        "Trafficking: threats of arrest, removal or exposure", "attorney must decide",
        f"Such threats are not coercion under chapter 455 without force or a threat of force.{alone} They may"
        " support harassment or stalking.",
        "RSMo 455.010(1)(d), (e), (15); compare RSMo 566.200",
    )  # fmt: skip


def _no_ground(table: Table, today: date) -> Outcome:
    years = table.value_on("limitation_trafficking_missouri_years", today).count
    return said(
        "Trafficking: no ground under chapter 455", "attorney must decide",
        "Likely no ground: none is told, and no fact that is still to come would add one. If so, refer:"
        f" no-contact terms in the criminal case, the civil action of 566.223.6 ({years} years), an"
        " injunction under Rule 92 (not confirmed), a U or T visa, the police if the client wants it.",
        "RSMo 566.223.6; Rule 92",
        confirmed=False,
    )  # fmt: skip
