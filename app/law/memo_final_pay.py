"""Last pay as the memo shows it: the penalty by both methods, promised wages, the sum to demand once."""

from collections.abc import Iterator

from app.core.memo_table import Headline, Line, MemoTable, Shown, Working
from app.law.demand import DemandResult
from app.law.final_pay import FinalPayResult
from app.law.notes import Step

_TITLE = "Final pay and its penalty, RSMo 290.110"


def final_pay_tables(result: FinalPayResult) -> tuple[Shown, ...]:
    """The penalty where the statute is open; else where it stands; unpaid base as promised wages in both."""
    if not result.applies:
        stands = ("Where it stands", result.status_text)
        table = MemoTable("more", "Final pay, RSMo 290.110", ("Point", "Reading"), (stands,))
        return (*_promised(result), table)
    return (_penalty(result), *_promised(result), *_steps("Final pay, RSMo 290.110", result.steps))


def _promised(result: FinalPayResult) -> Iterator[MemoTable]:
    if not result.has_base or result.is_paid or result.not_over:
        return
    law = "common law of contract"
    row = ("Last pay, as promised wages", result.base_text, result.base_text_how, law)
    same = " These are the same wages as under RSMo 290.110; they are counted once." if result.applies else ""
    columns = ("Claim", "Unpaid", "How", "Law")
    note = f"The time to sue on a promise is not confirmed.{same}"
    said = () if result.applies else (Headline("Last pay, as promised wages", result.base_text),)
    yield MemoTable("choices", "Last pay as promised wages", columns, (row,), (1,), (note,), headlines=said)


def _penalty(result: FinalPayResult) -> MemoTable:
    rows = (
        ("M1: scheduled work days", result.penalty_m1_text, result.total_m1_text, result.outstanding_m1_text,
         result.cap_m1_text if result.cap_known else "not known"),
        ("M2: calendar days", result.penalty_m2_text, result.total_m2_text, result.outstanding_m2_text,
         result.cap_m2_text if result.cap_known else "not known"),
    )  # fmt: skip
    columns = ("Method", "Penalty so far", "With the wages", "Still outstanding", "If nothing ever comes")
    cap = f"Last column: {result.cap_text}" if result.cap_text else ""
    owed = f"Wages due at discharge: {result.base_text}. {result.base_text_how}".strip()
    said = (result.status_text, owed, cap, result.reading_text, result.overlap_text)
    return MemoTable(
        "choices", _TITLE, columns, rows, (1, 2, 3, 4), tuple(note for note in said if note),
        headlines=(Headline("Last pay", _headline(result)),),
    )  # fmt: skip


def _headline(result: FinalPayResult) -> str:
    base = "paid late" if result.is_paid else f"{result.base_text} in wages"
    so_far = (
        f"penalty so far {result.penalty_m1_text} (work days) or {result.penalty_m2_text} (calendar days)"
    )
    at_most = f"; if nothing ever comes {result.cap_m1_text} or {result.cap_m2_text}"
    return f"{base}; {so_far}{at_most if result.cap_known and not result.is_paid else ''}"


def _in_all(rows: tuple[tuple[str, str, str, str], ...]) -> Headline:
    sums = "; ".join(f"{track} {whole}" for track, _, _, whole in rows)
    return Headline("One sum to demand, last pay and penalty in it", sums)


def _steps(title: str, steps: tuple[Step, ...]) -> tuple[Working, ...]:
    lines = tuple(Line(step.text, step.citation) for step in steps)
    return (Working("working", title, lines),) if lines else ()


def demand_tables(result: DemandResult) -> tuple[Shown, ...]:
    """What the letter would ask for in all by each choice; shown only where last pay makes it a question."""
    if not (result.has_base or result.has_penalty):
        return ()
    penalty = result.penalty_text
    found = (
        (result.has_missouri, "Missouri", result.base_with_missouri_text, result.demand_with_missouri_text),
        (result.has_federal, "Federal", result.base_with_federal_text, result.demand_with_federal_text),
        (result.has_contract, "Promised wages", result.base_contract_text, result.demand_contract_text),
    )
    rows = tuple((track, base, penalty, whole) for has, track, base, whole in found if has)
    if not rows:
        rows = (("Last pay alone", result.base_text, penalty, result.demand_last_pay_text),)
    note = "Each row stands for itself; no two are added. Last pay is left out where the track has its hours."
    method = "" if result.method_chosen else "While no method is chosen the smaller penalty is counted."
    return (
        MemoTable(
            "choices", "One sum to demand, by the track chosen",
            ("Track", "Last pay in it", "Penalty in it", "In all"), rows, (1, 2, 3),
            tuple(each for each in (note, method) if each), headlines=(_in_all(rows),),
        ),
    )  # fmt: skip
