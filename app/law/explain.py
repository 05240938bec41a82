"""The arithmetic of one workweek written out, line by line, each with the law it rests on."""

from decimal import Decimal

from app.law.charges import NEVER_CREDIT
from app.law.days import plain
from app.law.lines import Line, Overtime
from app.law.measure import Measure
from app.law.money import finely, hours, money
from app.law.notes import Step
from app.law.spans import Span
from app.law.terms import Terms
from app.law.tracks import Week

_MISSOURI = {
    "minimum": "RSMo 290.502",
    "overtime": "RSMo 290.505",
    "tips": "RSMo 290.512",
    "short": "RSMo 290.527",
}
_FEDERAL = {
    "minimum": "29 USC 206",
    "overtime": "29 USC 207; 29 CFR 778.115",
    "tips": "29 USC 203(m)",
    "short": "29 USC 216(b)",
}


def steps(week: Week, terms: Terms) -> tuple[Step, ...]:
    """Every step of a workweek: its pay, then Missouri, federal and contract."""
    found = week.measure
    missouri = _track("missouri", found, week.missouri, terms, _MISSOURI)
    federal = _track("federal", found, week.federal, terms, _FEDERAL)
    return (*_pay(found), *missouri, *federal, *_contract(found, week.contract))


def _pay(found: Measure) -> list[Step]:
    pay, lines = found.pay, []
    if pay.deductions:
        counted = f"{money(pay.effective)} counted as pay"
        text = f"{money(pay.gross)} paid − {money(pay.deductions)} deducted = {counted}"
        lines.append(Step("pay", text, NEVER_CREDIT))
    if pay.premium and found.missouri_overtime.hours:
        how = (
            "taken for the overtime premium, judging by the agreed rate"
            if pay.inferred
            else "paid as overtime premium"
        )
        text = (
            f"{money(pay.effective)} − {money(pay.premium)} {how} = {money(pay.straight)} straight-time pay"
        )
        lines.append(Step("pay", text, "29 CFR 778.115"))
    return lines


def _track(track: str, found: Measure, line: Line, terms: Terms, law: dict[str, str]) -> list[Step]:
    parts = found.missouri if track == "missouri" else found.federal
    over = found.missouri_overtime if track == "missouri" else found.federal_overtime
    lines = [(_sum(parts, line.required, "required"), law["minimum"])]
    if line.overtime_hours:
        lines += [(text, law["overtime"]) for text in _overtime(found, line, over, terms)]
    if terms.tipped:
        most = found.missouri_credit if track == "missouri" else found.federal_credit
        lines.append((_tips(found, line, most), law["tips"]))
    lines.append((_short(line.due, found.pay.effective, line.shortfall), law["short"]))
    return [Step(track, text, citation) for text, citation in lines]


def _sum(parts: tuple[Span, ...], amount: Decimal, word: str) -> str:
    products = " + ".join(f"{hours(part.hours)} h × {finely(part.rate)}" for part in parts)
    return f"{products} = {finely(amount)} {word}{_from(parts)}"


def _from(parts: tuple[Span, ...]) -> str:
    later = ", ".join(f"{finely(part.rate)} from {plain(part.begins)}" for part in parts[1:])
    return f" ({later})" if later else ""


def _overtime(found: Measure, line: Line, over: Overtime, terms: Terms) -> list[str]:
    if terms.tipped:
        basis = f"straight time for overtime is {finely(line.straight)}, the minimum for all hours"
    else:
        basis = (
            f"straight time is {finely(line.straight)}, the higher of {finely(found.pay.straight)} paid and"
            f" {finely(line.required)} required"
        )
    share = f"{hours(over.hours)} h over {over.after:f} × {finely(line.regular_rate)} × {over.extra:f}"
    return [
        basis,
        f"{finely(line.straight)} ÷ {hours(line.hours)} h = {finely(line.regular_rate)} regular rate",
        f"{share} = {finely(line.premium)} overtime premium",
        f"{finely(line.straight)} + {finely(line.premium)} = {finely(line.straight + line.premium)} due",
    ]


def _tips(found: Measure, line: Line, most: Decimal) -> str:
    tips, before = found.worked.tips or Decimal(0), line.due + line.tip_credit
    return (
        f"tip credit {finely(line.tip_credit)}, the lower of {money(tips)} tips and {finely(most)} allowed;"
        f" {finely(before)} − {finely(line.tip_credit)} = {finely(line.due)} due in cash"
    )


def _short(due: Decimal, paid: Decimal, shortfall: Decimal) -> str:
    if not shortfall:
        return f"{money(paid)} paid covers {money(due)} due; nothing is short"
    return f"{money(due)} due − {money(paid)} paid = {money(shortfall)} short"


def _contract(found: Measure, line: Line | None) -> list[Step]:
    if line is None:
        return []
    lines = [
        _sum(found.promised, line.required, "promised"),
        _short(line.due, found.pay.gross, line.shortfall),
    ]
    return [Step("contract", text, "common law of contract") for text in lines]
