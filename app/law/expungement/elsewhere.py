"""The charges no petition of ours reaches: other sovereigns, misused names, marijuana, alcohol."""

from app.law.expungement.charge import ENDED, Charge
from app.law.expungement.record import Record
from app.law.expungement.verdict import Verdict, never, undecided
from app.law.money import listed


def not_missouri(charge: Charge, record: Record) -> Verdict | None:
    """A federal, tribal, military or other state's prosecution is out of reach."""
    text = "Not a Missouri prosecution; a Missouri court cannot expunge it."
    return never(text, record.numbering.cite("missouri"), "NONE")


def unknown_start(charge: Charge, record: Record) -> Verdict | None:
    """What must be known before any road can be chosen."""
    needs = {
        "where it was prosecuted": charge.jurisdiction or None,
        "how it ended": charge.disposition or None,
        "whether somebody else used the person's name": charge.flags.identity_misuse,
        "whether it was about marijuana": charge.flags.marijuana,
    }
    found = [what for what, said in needs.items() if said is None]
    if not found:
        return None
    return undecided(f"Not known: {listed(found)}.", record.numbering.cite("missouri"))


def identity(charge: Charge, record: Record) -> Verdict | None:
    """Somebody used the person's identity: two sections of their own."""
    if not charge.flags.identity_misuse:
        return None
    if charge.disposition in ENDED:
        text = "A mistaken or stolen identity: RSMo 610.145 and its own form (CR301)."
        return undecided(text, "RSMo 610.145", "R145")
    text = "Another used the person's identity: RSMo 575.120.4 with RSMo 610.123 and its own form (CR300)."
    return undecided(text, "RSMo 575.120; RSMo 610.123", "R575")


def marijuana(charge: Charge, record: Record) -> Verdict | None:
    """The constitution's own road comes first."""
    if not charge.flags.marijuana:
        return None
    text = "A marijuana offense: look at the constitution's own road first, which may need no petition."
    return undecided(text, "Mo. Const. art. XIV, section 2", "RXIV")


def beside(charge: Charge, record: Record) -> Verdict | None:
    """A minor's possession of alcohol has a section of its own beside RSMo 610.140."""
    if not charge.flags.minor_alcohol:
        return None
    text = "Possession of alcohol by a minor: a road of its own one year after the age of 21."
    return undecided(text, "RSMo 311.326", "R311")
