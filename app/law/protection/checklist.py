"""Whether each element of an order of protection is pleaded, from what is told; for attorneys only."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.law.parameters import Table
from app.law.protection.terms import counted, figure
from app.law.reading import Answers, Items, text, yes

PLEADED, NOT_PLEADED, MISSING = "pleaded", "not pleaded", "MISSING"
ATTACHMENT = "Attachment"


@dataclass(frozen=True)
class ChecklistRow:
    """One element: its law, the paper and heading where it stands, and whether it is pleaded there."""

    element: str
    law: str
    where: str
    status: str


@dataclass(frozen=True)
class ChecklistResult:
    """What `protection.checklist` finds, in the order of the attachment."""

    rows: tuple[ChecklistRow, ...]
    missing_text: str
    """The elements that are missing, joined; "" when there is none."""


def checklist(
    *,
    table: Table,
    today: date,
    order_for: object,
    petitioner_age: object = None,
    petitioner_role: object = None,
    relationship: object = None,
    child_relationship: object = None,
    county: object = None,
    respondent_name: object = None,
    acts: Items | None = None,
    grounds_pled: object = None,
    contact_unwanted: object = None,
    feared_harm: object = None,
    no_good_reason: object = None,
    harass_distress: object = None,
    sexual_how: object = None,
    ex_parte_wanted: object = None,
    danger_now: object = None,
    cases: Items | None = None,
    custody_case: object = None,
    has_children: object = None,
    asks_extra: object = None,
    lacks_facts: object = None,
    withhold_address: object = None,
    long_order: object = None,
    factor_history: object = None,
    factor_record: object = None,
    factor_orders: object = None,
    factor_felonies: object = None,
    factor_weight: object = None,
    verification: object = None,
) -> ChecklistResult:
    """Weighs element by element: what is not asked is not pleaded, what is asked and not told is missing."""
    child, told = text(order_for) == "child", tuple(acts or ())
    pled = grounds_pled if isinstance(grounds_pled, tuple) else ()
    factors = (factor_history, factor_record, factor_orders, factor_felonies, factor_weight)
    tie = (petitioner_role and child_relationship) if child else (petitioner_age and relationship)
    harassed, followed = counted(told, "harassed"), counted(told, "followed")
    harassment = harassed >= figure(table, "harassment_incidents", today).count and yes(no_good_reason)
    stalking = followed >= figure(table, "stalking_acts", today).count and yes(contact_unwanted)
    rows = (
        _row("Petitioner’s age or role, and the relationship", "455.010(2), (7); 455.503.2", "parties", tie),
        _row("A venue fact", "455.015; 455.032; 455.503.1", "parties", text(county)),
        _row("Respondent’s name", "455.020; 455.040.2", "parties", respondent_name),
        _row("Each act: date or range, place, conduct", "455.010(1), (15); 455.020", "acts", _told(told)),
        _row(
            "Harassment: more than one incident, no lawful purpose, actual distress", "455.010(1)(e)",
            "acts", harassment and yes(harass_distress), harassed,
        ),
        _row(
            "Stalking: two or more acts, unwanted, fear of physical harm", "455.010(15)",
            "acts", stalking and yes(feared_harm), "stalking" in pled,
        ),
        _row(
            "Sexual assault: force, threat, duress or no consent", "455.010(1)(f)",
            "acts", counted(told, "sexual") and sexual_how, "sexual" in pled,
        ),
        _row(
            "Immediate and present danger", "455.035.1; 455.513.1",
            "danger now", text(danger_now), yes(ex_parte_wanted),
        ),
        _other_cases(cases),
        _row(
            "Children, and orders on custody", "455.045(4); 455.050.3(1); 455.513.1",
            "children", yes(has_children) and text(custody_case), child or yes(has_children),
        ),
        _row(
            "Each extra relief alleged and prayed for", "455.050.4",
            "further relief and prayer", yes(lacks_facts) is False, yes(asks_extra),
        ),
        _row(
            "Address withheld, and why", "455.510.3" if child else "455.030.3",
            "parties; request", True, yes(withhold_address),
        ),
        *(() if child else _danger(yes(long_order), factors)),
        _row("Verification", "455.020; 455.505", "verification", text(verification)),
    )  # fmt: skip
    return ChecklistResult(rows, "; ".join(row.element for row in rows if row.status == MISSING))


def _row(element: str, law: str, where: str, has: object, wanted: object = True) -> ChecklistRow:
    status = (PLEADED if has else MISSING) if wanted else NOT_PLEADED
    return ChecklistRow(element, law, f"{ATTACHMENT}, {where}", status)


def _told(acts: tuple[Answers, ...]) -> bool:
    return bool(acts) and all(act.get("act_what") and act.get("act_when") for act in acts)


def _other_cases(cases: Items | None) -> ChecklistRow:
    status = MISSING
    if cases is not None:
        known = any(yes(case.get("case_known")) for case in cases)
        status = PLEADED if known or not cases else "not pleaded: kept from respondent"
    law = "455.050.3(1); 455.067; 455.070"
    return ChecklistRow("Other cases and orders", law, f"{ATTACHMENT}, other cases", status)


def _danger(wanted: bool | None, factors: tuple[object, ...]) -> Iterator[ChecklistRow]:
    found = sum(1 for each in factors if text(each))
    row = _row(
        "Serious danger, factor by factor", "455.040.1(1), (4)", "serious danger; motion", found, wanted
    )
    shown = f"{PLEADED} ({found} of {len(factors)} factors)" if row.status == PLEADED else row.status
    yield ChecklistRow(row.element, row.law, row.where, shown)
