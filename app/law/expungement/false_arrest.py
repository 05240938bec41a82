"""RSMo 610.122 to 610.124: an arrest on false information, or a traffic arrest that came to nothing."""

from app.law.expungement.charge import ENDED, Charge
from app.law.expungement.record import Record
from app.law.expungement.statute import chapter
from app.law.expungement.verdict import Verdict, never, undecided
from app.law.money import listed

CITE = "RSMo 610.122"
FINANCIAL = 303
"""The chapter on the financial responsibility of drivers."""


def screened(charge: Charge) -> bool:
    """Whether the section may reach it: an arrest without a charge, or a case that ended without guilt."""
    if charge.disposition == "arrest_only":
        return True
    return charge.disposition in ENDED and (charge.flags.false_information is True or _traffic(charge))


def false_arrest(charge: Charge, record: Record) -> Verdict | None:
    """What the section says of an arrest; nothing of a plea or a finding of guilt."""
    if not (screened(charge) and charge.missouri):
        return None
    if record.civil_suit:
        return never("A civil suit about the arrest is pending, which bars this road.", CITE, "R122")
    fails, open_ = _ground_b(charge) if _traffic(charge) else _ground_a(charge)
    if fails:
        # The grounds were read in a summary of the section as it stands since 2021, not in its own words.
        return never(f"This road is closed: {listed(fails)}.", CITE, "R122", confirmed=False)
    if record.civil_suit is None:
        open_.insert(0, "whether a civil suit about the arrest is pending, which would bar this road")
    if open_:
        return undecided(f"Not known: {listed(open_)}.", CITE, "R122")
    return _convictions(record)


def _convictions(record: Record) -> Verdict:
    if record.other_convictions is False and not any(each.guilt for each in record.charges):
        return Verdict("may generate", "Every element of the section was answered for.", CITE, "R122")
    text = (
        "An older print of the court’s form asks that there be no conviction before or after; a summary of"
        " the law since 2021 does not. There is one, or it is not known."
    )
    return undecided(text, f"{CITE}; form CR145", "R122")


def _traffic(charge: Charge) -> bool:
    by_number = any(chapter(each) == FINANCIAL for each in charge.sections)
    return charge.flags.moving_violation is True or by_number


def _ground_a(charge: Charge) -> tuple[list[str], list[str]]:
    flags = charge.flags
    return _sorted(
        (flags.false_information, True, "the arrest rested on false information"),
        (flags.probable_cause, False, "there is probable cause now"),
        (flags.charges_expected, False, "charges are still expected"),
        (flags.related_sis, False, "sentence was suspended for this or a related offense"),
    )


def _ground_b(charge: Charge) -> tuple[list[str], list[str]]:
    flags = charge.flags
    return _sorted(
        (flags.all_related_ended, True, "every related offense was dismissed or acquitted"),
        (flags.intoxication, False, "alcohol or drugs were part of it"),
        (flags.cdl, False, "the driver held a commercial license"),
        (flags.commercial_vehicle, False, "the vehicle was a commercial one"),
    )


def _sorted(*points: tuple[bool | None, bool, str]) -> tuple[list[str], list[str]]:
    """The points that fail and those that are not known, each in words."""
    fails = [what if not wanted else f"it is not so that {what}" for said, wanted, what in points
             if said is not None and said is not wanted]  # fmt: skip
    return fails, [f"whether {what}" for said, _, what in points if said is None]
