"""The rules of RSMo 610.140 for a finding of guilt, in order; the first that speaks decides."""

from app.law.days import plain
from app.law.expungement.charge import Charge
from app.law.expungement.contradictions import contradicting
from app.law.expungement.excluded import excluded, hiv_variant
from app.law.expungement.record import Record
from app.law.expungement.unknown import PETITION, unknown, unplaced
from app.law.expungement.verdict import Rule, Verdict, undecided
from app.law.expungement.waiting import refile_bar, wait
from app.law.expungement.windows import clean_period
from app.law.money import money


def unfinished(charge: Charge, record: Record) -> Verdict | None:
    """Whether the sentence, the probation or the suspended imposition has not ended yet."""
    done = charge.completed_on
    ends = done.latest if done and done.earliest > record.filing else None
    if charge.disposition == "sis_open":
        text = "A suspended imposition of sentence is open; at its end the record closes under RSMo 610.105."
        return _later(text, "the suspended imposition ends", "RSMo 610.105")
    if charge.completed is False or ends:
        planned = f", planned for {plain(ends)}" if ends else ""
        text = f"The sentence or probation is not completed{planned}; the waiting time begins when it is."
        return _later(
            text, "the sentence or probation is completed", record.numbering.cite("criteria", "(1)")
        )
    return None


def _later(text: str, until_text: str, cite: str) -> Verdict:
    return Verdict("not eligible", text, cite, until_text=until_text)


def hiv(charge: Charge, record: Record) -> Verdict | None:
    """Whether it is the felony variant of prostitution, which no list names."""
    if not hiv_variant(charge):
        return None
    text = "The felony of prostitution with a known infection is not named; RSMo 191.677 is excluded."
    return undecided(text, f"RSMo 567.020; {record.numbering.cite('excluded', '(6)')}")


def exclusion(charge: Charge, record: Record) -> Verdict | None:
    """The strongest reason for which the crime is excluded, or may be."""
    return next(iter(excluded(charge, record)), None)


def pending(charge: Charge, record: Record) -> Verdict | None:
    """Whether a charge is pending anywhere."""
    if record.pending:
        cite = record.numbering.cite("criteria", "(4)")
        return Verdict("fix first", "A charge is pending; it must end before a petition is filed.", cite)
    return None


def unpaid(charge: Charge, record: Record) -> Verdict | None:
    """Whether fines, costs or restitution are still owed."""
    if charge.obligations_paid is False or (charge.balance or 0) > 0:
        owed = f" of {money(charge.balance)}" if charge.balance else ""
        text = f"A balance{owed} is unpaid; pay it, or have the court waive it, before filing."
        return Verdict("fix first", text, record.numbering.cite("criteria", "(3)"))
    return None


PETITION_RULES: tuple[Rule, ...] = (
    unfinished,
    unknown(PETITION, "R140"),
    hiv,
    exclusion,
    unplaced("R140"),
    pending,
    unpaid,
    contradicting("R140"),
    wait,
    clean_period,
    refile_bar,
)
"""After the rules that send a charge to another road."""
