"""One sum to demand when last pay and workweeks may measure the same hours, for each track one may pick."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.law.final_pay import FinalPayResult
from app.law.money import ZERO, money
from app.law.notes import Caution
from app.law.parameters import Table
from app.law.reading import text, yes
from app.law.refusals import Refusal
from app.law.wages import WageResult


@dataclass(frozen=True, kw_only=True)
class DemandResult:
    """What `wages.demand` finds: each demand stands for itself beside the others and counts no hour twice.

    It is the track's total, the unpaid last pay unless the track already holds its hours, and the penalty of
    RSMo 290.110 by the chosen method (the smaller of both while none is chosen).
    """

    demand_with_missouri: Decimal
    demand_with_missouri_text: str
    demand_with_federal: Decimal
    demand_with_federal_text: str
    demand_contract: Decimal
    demand_contract_text: str
    demand_last_pay: Decimal
    """Last pay and penalty alone, when no track is claimed."""
    demand_last_pay_text: str
    base_with_missouri: Decimal
    """The last pay that is part of the demand; zero where the track already holds its hours."""
    base_with_missouri_text: str
    base_with_federal: Decimal
    base_with_federal_text: str
    base_contract: Decimal
    base_contract_text: str
    base: Decimal
    """The unpaid last pay at the agreed rate."""
    base_text: str
    penalty: Decimal
    penalty_text: str
    has_missouri: bool
    """Whether the track has a sum of its own."""
    has_federal: bool
    has_contract: bool
    same_hours: bool
    """Whether the hours of the last pay also stand in the workweeks, or may."""
    pay_only_once: bool
    """Whether last pay is left out of some demand, because the track holds the same hours."""
    method_chosen: bool
    has_penalty: bool
    has_base: bool
    has_cautions: bool
    cautions: tuple[Caution, ...]


def demand(
    *,
    table: Table,
    today: date,
    owed: object = None,
    final: object = None,
    same_hours: object = None,
    method: object = None,
) -> DemandResult:
    """The demands of a claim; owed is a WageResult, final a FinalPayResult or None.

    same_hours: whether the last pay's hours also stand in the workweeks; not answered counts as yes.
    method: work_days (or scheduled_days) or calendar_days.
    """
    weeks = owed if isinstance(owed, WageResult) else None
    last = final if isinstance(final, FinalPayResult) else None
    if weeks is None and last is None:
        raise Refusal("A sum to demand needs the workweeks or the last pay worked out first.")
    base = last.base if last and not (last.is_paid or last.not_over) else ZERO
    penalty = _penalty(last, text(method))
    same = yes(same_hours) is not False and bool(weeks and weeks.weeks_count) and bool(base)
    unsure = same and yes(same_hours) is None
    return _result(_totals(weeks), base, penalty, same=same, chosen=text(method) in METHODS, unsure=unsure)


METHODS = ("work_days", "scheduled_days", "calendar_days")


def _penalty(last: FinalPayResult | None, method: str) -> Decimal:
    if last is None:
        return ZERO
    by_work_days, by_calendar_days = last.penalty_m1, last.penalty_m2
    found = {"work_days": by_work_days, "scheduled_days": by_work_days, "calendar_days": by_calendar_days}
    return found.get(method, min(found.values()))


def _totals(weeks: WageResult | None) -> dict[str, Decimal]:
    if weeks is None:
        return dict.fromkeys(("with_missouri", "with_federal", "contract"), ZERO)
    return {
        "with_missouri": weeks.missouri_total,
        "with_federal": weeks.federal_total,
        "contract": weeks.contract_unpaid,
    }


def _result(
    totals: dict[str, Decimal], base: Decimal, penalty: Decimal, *, same: bool, chosen: bool, unsure: bool
) -> DemandResult:
    bases = {track: ZERO if same and total else base for track, total in totals.items()}
    figures = {f"demand_{track}": total + bases[track] + penalty for track, total in totals.items()}
    figures |= {f"base_{track}": part for track, part in bases.items()}
    figures |= {"demand_last_pay": base + penalty, "base": base, "penalty": penalty}
    once = any(part != base for part in bases.values())
    warned = _cautions(base, once=once, unsure=unsure)
    told: dict[str, Any] = {**figures, **{f"{name}_text": money(each) for name, each in figures.items()}}
    return DemandResult(
        **told, has_missouri=bool(totals["with_missouri"]), has_federal=bool(totals["with_federal"]),
        has_contract=bool(totals["contract"]),
        same_hours=same, pay_only_once=once, method_chosen=chosen, has_penalty=bool(penalty),
        has_base=bool(base), has_cautions=bool(warned), cautions=warned,
    )  # fmt: skip


def _cautions(base: Decimal, *, once: bool, unsure: bool) -> tuple[Caution, ...]:
    law = "RSMo 290.110; RSMo 290.527"
    found = []
    if unsure:
        said = (
            "Nobody said whether the hours of the last pay also stand in the workweeks; they are read as if"
            " they do."
        )
        found.append(Caution(said, law, "must fix"))
    if once:
        said = (
            f"The last pay of {money(base)} is not added to a track that holds the same hours; where the"
            " agreed rate gives more for those hours than the track, the difference is in no sum. Not"
            " confirmed: that both statutes may be claimed for the same hours."
        )
        found.append(Caution(said, law, "check"))
    return tuple(found)
