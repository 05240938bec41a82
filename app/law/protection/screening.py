"""The screening of an order of protection: grounds, persons, venue, stages; for attorneys only."""

from dataclasses import dataclass
from datetime import date

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.grounds import Told, domestic_violence, elements, sexual_assault, stalking
from app.law.protection.people import about_respondent, may_file
from app.law.protection.relief import long_term, urgent
from app.law.protection.routes import routes
from app.law.protection.venue import Counties, options
from app.law.reading import Items, text, yes

GROUNDS = ("dv", "stalking", "sexual")


@dataclass(frozen=True)
class ProtectionResult:
    """What `protection.grounds` finds; `*_result` are one of the four outcomes."""

    outcomes: tuple[Outcome, ...]
    dv_result: str
    stalking_result: str
    sexual_result: str
    any_ground: bool
    """Whether at least one ground may be pleaded as told."""
    any_arguable: bool
    """Whether at least one ground may be pleaded, or is for an attorney to decide."""
    no_ground: bool
    unsupported: bool
    """Whether the attorney pleads a ground that is not shown by what is told."""
    unsupported_text: str
    only_others: bool
    """Whether only stalking or sexual assault is told, so that relief for families is not offered."""
    file_result: str
    may_not_file: bool
    stalking_stops: bool
    """Whether stalking is told without fear of physical harm, or without its being unwanted."""
    urgent_without_cause: bool


def grounds(
    *,
    table: Table,
    today: date,
    order_for: object,
    petitioner_age: object = None,
    emancipated: object = None,
    petitioner_role: object = None,
    respondent_age: object = None,
    relationship: object = None,
    child_relationship: object = None,
    acts: Items | None = None,
    stalking_unwanted: object = None,
    stalking_fear: object = None,
    harass_reason: object = None,
    harass_distress: object = None,
    sexual_how: object = None,
    controlled: object = None,
    other_people: object = None,
    respondent_filed: object = None,
    ex_parte_wanted: object = None,
    danger_now: object = None,
    long_order: object = None,
    factor_history: object = None,
    factor_record: object = None,
    factor_orders: object = None,
    factor_felonies: object = None,
    factor_weight: object = None,
    home_county: object = None,
    home_county_known: object = None,
    act_county: object = None,
    served_county: object = None,
    grounds_pled: object = None,
) -> ProtectionResult:
    """Weighs everything that was told; what is open is never taken as given."""
    child = text(order_for) == "child"
    told = Told(
        child, _keys(child_relationship if child else relationship), tuple(acts or ()), _keys(stalking_fear),
        yes(stalking_unwanted), _opposite(harass_reason), yes(harass_distress), _keys(sexual_how),
        _keys(controlled) or frozenset(),
    )  # fmt: skip
    found = (domestic_violence(told), stalking(told, table, today), sexual_assault(told))
    filing = may_file(table, today, child, petitioner_age, _any(emancipated), petitioner_role)
    shown = any(each.outcome == "may generate" for each in found)
    open_ = shown or any(each.outcome == "attorney must decide" for each in found)
    early = tuple(urgent(child, ex_parte_wanted, danger_now))
    factors = {
        "history": factor_history, "record": factor_record, "orders": factor_orders,
        "felonies": factor_felonies, "weight": factor_weight,
    }  # fmt: skip
    counties = Counties(child, text(home_county), text(act_county), text(served_county), home_county_known)
    pled = [
        each
        for key, each in zip(GROUNDS, found, strict=True)
        if key in (_keys(grounds_pled) or ()) and each.outcome in ("fix first", "not eligible")
    ]
    return ProtectionResult(
        outcomes=(
            filing, *found, *elements(told, table, today), *routes(told, found, table, today), *early,
            *long_term(child, long_order, factors, table, today), *options(counties),
            *about_respondent(table, today, respondent_age, other_people, respondent_filed),
        ),
        dv_result=found[0].outcome, stalking_result=found[1].outcome, sexual_result=found[2].outcome,
        any_ground=shown, any_arguable=open_, no_ground=not open_, unsupported=bool(pled),
        unsupported_text="; ".join(f"{each.subject}: {each.reason}" for each in pled),
        only_others=found[0].outcome == "not eligible" and open_,
        file_result=filing.outcome,
        may_not_file=filing.outcome == "not eligible",
        stalking_stops=found[1].outcome == "attorney must decide",
        urgent_without_cause=any(each.outcome == "fix first" for each in early),
    )  # fmt: skip


def _keys(value: object) -> frozenset[str] | None:
    """The keys chosen, without the one that means none of them; None while nothing is answered."""
    return frozenset(map(str, value)) - {"none"} if isinstance(value, tuple) else None


def _any(value: object) -> bool | None:
    """Whether one of the ways to count as an adult is told; None while that is open."""
    found = _keys(value)
    return yes(value) if found is None else bool(found)


def _opposite(value: object) -> bool | None:
    answer = yes(value)
    return None if answer is None else not answer
