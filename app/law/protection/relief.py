"""The relief asked for: whether it may be asked here, and whether its facts stand beside it (455.050.4)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.terms import figure, said
from app.law.reading import Answers, Items, text, yes

PLEADED = "RSMo 455.050.4"
FAMILY_ONLY = frozenset(("custody", "visitation", "child_support", "maintenance", "rent", "other_rent"))
"""Relief that needs a family or household tie; not offered where only stalking or sexual assault is told."""

NAMES: Mapping[str, tuple[str, str]] = {
    "custody": ("custody of the children", "RSMo 455.050.3(1), .5"),
    "visitation": ("visitation", "RSMo 455.050.3(2), .6"),
    "child_support": ("child support", "RSMo 455.050.3(3), .7"),
    "maintenance": ("maintenance", "RSMo 455.050.3(4), .8"),
    "rent": ("rent or mortgage of the home", "RSMo 455.050.3(5)"),
    "other_rent": ("rent of another home", "RSMo 455.050.3(6)"),
    "property": ("possession of property", "RSMo 455.050.3(7)"),
    "no_transfer": ("no transfer of property", "RSMo 455.050.3(8)"),
    "shelter": ("shelter and services", "RSMo 455.050.3(10)"),
    "medical": ("medical costs", "RSMo 455.050.3(12)"),
    "fees": ("attorney fees", "RSMo 455.075"),
    "pets": ("pets", "RSMo 455.050.3(13)"),
}
"""Each item of relief by its key: its name and where the statute lists it."""


@dataclass(frozen=True)
class ReliefResult:
    """What `protection.relief` finds about the relief asked for."""

    outcomes: tuple[Outcome, ...]
    lacks_facts: bool
    lacking_text: str
    """The items whose facts are missing: `custody of the children, maintenance`."""
    custody_barred: bool
    family_only_asked: bool
    """Whether relief was asked that needs a family tie, and none is told."""


def relief(
    *,
    table: Table,
    today: date,
    order_for: object,
    relationship: object = None,
    child_relationship: object = None,
    custody_case: object = None,
    custody_wanted: object = None,
    custody_facts: object = None,
    visit_wanted: object = None,
    visit_facts: object = None,
    family_money: object = None,
    support_facts: object = None,
    maintenance_facts: object = None,
    rent_facts: object = None,
    other_rent_facts: object = None,
    costs_wanted: object = None,
    shelter_facts: object = None,
    medical_facts: object = None,
    fee_facts: object = None,
    property_wanted: object = None,
    property_items: Items | None = None,
    transfer_facts: object = None,
    pets_wanted: object = None,
    pet_facts: object = None,
    home_exclusion: object = None,
    exclusion_best: object = None,
    exclusion_risk: object = None,
    exclusion_adult: object = None,
    has_children: object = None,
    ex_parte_wanted: object = None,
    temporary_custody: object = None,
    temporary_custody_facts: object = None,
) -> ReliefResult:
    """Weighs each item that was asked for; facts are the text answers that have to stand beside it."""
    money, costs = _keys(family_money), _keys(costs_wanted)
    facts = {
        "custody": (yes(custody_wanted), custody_facts),
        "visitation": (visit_wanted in ("supervised", "schedule", "none"), visit_facts),
        "child_support": ("child_support" in money, support_facts),
        "maintenance": ("maintenance" in money, maintenance_facts),
        "rent": ("rent" in money, rent_facts),
        "other_rent": ("other_rent" in money, other_rent_facts),
        "property": ("possession" in _keys(property_wanted), _items(property_items)),
        "no_transfer": ("no_transfer" in _keys(property_wanted), transfer_facts),
        "shelter": ("shelter" in costs, shelter_facts),
        "medical": ("medical" in costs, medical_facts),
        "fees": ("fees" in costs, fee_facts),
        "pets": (yes(pets_wanted), pet_facts),
    }
    asked = {key: text(said_) for key, (wanted, said_) in facts.items() if wanted}
    child = text(order_for) == "child"
    ties = _keys(child_relationship if child else relationship) - {"none"}
    stray = FAMILY_ONLY & set(asked) if not ties else frozenset()
    barred = text(custody_case) in ("pending", "decided")
    married = "spouse" in ties
    longest = figure(table, "maintenance_days", today).count
    more = {key: words.format(maintenance_days=longest) for key, words in _MORE.items()}
    outcomes = [_item(key, found, key in stray, married, more.get(key, "")) for key, found in asked.items()]
    if barred:
        outcomes.append(_custody_bar(child))
    if yes(ex_parte_wanted) and (barred or (yes(has_children) and text(custody_case) != "no")):
        outcomes.append(_temporary_custody(child, yes(temporary_custody), temporary_custody_facts))
    if child and yes(home_exclusion):
        outcomes.append(_exclusion(exclusion_best, exclusion_risk, exclusion_adult))
    lacking = [NAMES[key][0] for key, found in asked.items() if not found]
    lacking += ["temporary custody"] if yes(temporary_custody) and not text(temporary_custody_facts) else []
    lacking += ["keeping the respondent out of the child’s home"] if _short(outcomes) else []
    return ReliefResult(tuple(outcomes), bool(lacking), ", ".join(lacking), barred, bool(stray))


def _keys(value: object) -> frozenset[str]:
    return frozenset(map(str, value)) if isinstance(value, tuple) else frozenset()


def _items(items: Items | None) -> str:
    return ", ".join(text(item.get("property_item")) for item in items or ())


def _item(key: str, found: str, stray: bool, married: bool, more: str) -> Outcome:
    name, law = NAMES[key]
    subject = f"Relief: {name}"
    if stray:
        reason = "Not offered: it needs a family or household tie, and none is told."
        return said(subject, "not eligible", reason, law)
    if not found:
        return said(
            subject,
            "fix first",
            "Asked for without facts. It must be alleged and prayed for.",
            f"{law}; {PLEADED}",
        )
    if key in ("rent", "other_rent") and not married:
        reason = "The parties are not married, as told: show another duty to support, or take it out."
        return said(subject, "attorney must decide", reason, f"{law}; {PLEADED}")
    reason = f"Alleged and prayed for.{more}"
    return said(subject, "may generate", reason, f"{law}; {PLEADED}", confirmed=key != "fees")


_MORE: Mapping[str, str] = {
    "custody": " It takes jurisdiction, the best interests of the child and no earlier custody order.",
    "rent": " It takes a duty of the respondent to support the petitioner.",
    "other_rent": " It takes a duty of the respondent to support the petitioner.",
    "fees": " Only the heading of 455.075 was read.",
    "maintenance": " It takes a lawful marriage, and ends after {maintenance_days} days at the latest.",
}
"""What else an item of relief takes, for the attorney to judge; figures in braces are filled in."""


def _custody_bar(child: bool) -> Outcome:
    if child:
        reason = (
            "A custody case is told. Ex parte relief needs the finding that no custody order involving"
            " the respondent and the child is pending or made. It holds where the respondent is not a party."
        )
        return said("Relief: custody", "attorney must decide", reason, "RSMo 455.513.1, 455.523")
    reason = "A custody case is pending or an order exists, so the full order may not give custody."
    return said("Relief: custody", "not eligible", reason, "RSMo 455.050.3(1)")


def _temporary_custody(child: bool, wanted: bool | None, facts: object) -> Outcome:
    subject = "Relief: temporary custody, ex parte"
    law = "RSMo 455.513.1, 455.520" if child else "RSMo 455.045(4)"
    if wanted and not text(facts):
        return said(subject, "fix first", "Asked for without facts. Tell why it is fitting.", law)
    bar = (
        "The ex parte order takes the finding that no custody order involving the respondent and the child is"
        " pending or made."
        if child
        else "The bar of a case or an order stands with the full order; an ex parte order may give temporary"
        " custody where that is appropriate."
    )
    reason = f"A custody case is told, or is not ruled out. {bar} Read the papers of the case, then choose."
    asked = " It is asked for, as chosen." if wanted else " It is not asked for, as it stands."
    return said(subject, "attorney must decide", f"{reason}{asked}", law, confirmed=False)


EXCLUSION = "Relief: respondent out of the child’s home"


def _exclusion(*findings: object) -> Outcome:
    law = "RSMo 455.520"
    if not all(text(each) for each in findings):
        needs = "best for the children, substantial risk, a suitable adult who stays"
        reason = f"Each of the three findings needs facts: {needs}."
        return said(EXCLUSION, "fix first", reason, law, confirmed=False)
    return said(EXCLUSION, "may generate", "Facts for the three findings are told.", law, confirmed=False)


def _short(outcomes: list[Outcome]) -> bool:
    return any(each.subject == EXCLUSION and each.outcome == "fix first" for each in outcomes)


def urgent(child: bool, wanted: object, facts: object) -> Iterator[Outcome]:
    """Whether good cause for an ex parte order is pleaded (455.035.1; child 455.513.1)."""
    law = "RSMo 455.513.1" if child else "RSMo 455.035.1"
    if not yes(wanted):
        return
    if text(facts):
        reason = "Facts on immediate and present danger are told: what, when, and why now."
        yield said("Ex parte order", "may generate", reason, law)
    else:
        yield said(
            "Ex parte order",
            "fix first",
            "Good cause is not told: why is the danger immediate and present?",
            law,
        )


def long_term(child: bool, wanted: object, factors: Answers, table: Table, today: date) -> Iterator[Outcome]:
    """Whether the years of serious danger are pleaded (455.040.1; adult orders only)."""
    if not yes(wanted):
        return
    least, most = (figure(table, f"danger_{end}_years", today).count for end in ("least", "most"))
    subject, law = f"Order of {least} to {most} years", "RSMo 455.040.1(1), (4)"
    found = [key for key, value in factors.items() if text(value)]
    if child:
        reason = "The long term stands in 455.040, which is for adults, as far as the texts were seen."
        yield said(subject, "attorney must decide", reason, law, confirmed=False)
    elif not found:
        yield said(subject, "fix first", "No fact on any of the five factors is told.", law)
    else:
        told = f"Facts on {len(found)} of the factors are told."
        reason = f"{told} It takes an evidentiary hearing and written findings."
        yield said(subject, "may generate", reason, law)
