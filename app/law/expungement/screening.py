"""Sends one charge down its road and keeps what every rule on the way said about it."""

from dataclasses import dataclass, replace
from datetime import date

from app.law.expungement import elsewhere
from app.law.expungement.arrest_rules import ARREST_RULES
from app.law.expungement.charge import Charge
from app.law.expungement.contradictions import contradicting
from app.law.expungement.false_arrest import false_arrest
from app.law.expungement.petition_rules import PETITION_RULES, exclusion, pending
from app.law.expungement.record import Record
from app.law.expungement.unknown import unplaced
from app.law.expungement.verdict import Rule, Verdict, first, undecided
from app.law.expungement.waiting import arrest_ready, ready, refile_bar, refile_day
from app.law.expungement.young import further, young


@dataclass(frozen=True)
class Screened:
    """A charge with the verdict that decides about it, the other verdicts, and the set it stands in."""

    charge: Charge
    verdict: Verdict
    also: tuple[Verdict, ...]
    """What other rules on the same road said."""
    further: tuple[Verdict, ...]
    """What other roads are worth a look."""
    bound: str
    """The petition it is bound for: R140, R140A, R131, R122, or "" for none."""
    earliest: date | None

    @property
    def selected(self) -> bool:
        """Whether it stands in the set that goes to a court."""
        return bool(self.bound) and self.charge.include is not False

    @property
    def passes(self) -> bool:
        """Whether nothing holds it back."""
        return self.verdict.outcome == "may generate"

    @property
    def never(self) -> bool:
        """Whether waiting would not help: it is not eligible, and no day or event will change that."""
        verdict = self.verdict
        return verdict.outcome == "not eligible" and not (verdict.until or verdict.until_text)


@dataclass(frozen=True)
class Road:
    """The rules of one road, the petition a charge on it is bound for, and what is said when none speaks."""

    bound: str
    rules: tuple[Rule, ...]
    passed: Verdict


def screen(charge: Charge, record: Record) -> Screened:
    """What the law says about one charge on the filing day."""
    road = _road(charge, record)
    chosen, also = first(charge, record, road.rules)
    verdict = chosen or _passed(road, also)
    other = [elsewhere.beside(charge, record), further(charge, record)]
    if charge.route != "r122":
        other.append(false_arrest(charge, record))
    return Screened(
        charge,
        verdict,
        tuple(also),
        tuple(each for each in other if each),
        road.bound,
        _earliest(charge, record, road, verdict),
    )


def _passed(road: Road, also: list[Verdict]) -> Verdict:
    """The charge may go to the court; what an attorney has decided to let it is said."""
    if not also:
        return road.passed
    decided = " ".join(each.reason for each in also)
    confirmed = all(each.confirmed for each in also)
    return replace(road.passed, reason=f"An attorney decided: {decided}", confirmed=confirmed)


def _road(charge: Charge, record: Record) -> Road:
    if not charge.missouri:
        return Road("", (elsewhere.not_missouri,), _r140(record))
    opening: tuple[Rule, ...] = (elsewhere.unknown_start, elsewhere.identity, elsewhere.marijuana)
    if charge.route == "r122":
        passed = Verdict("may generate", "RSMo 610.122 was chosen.", "RSMo 610.122", "R122")
        return Road("R122", (elsewhere.unknown_start, _false_arrest, contradicting("R122")), passed)
    if covered := young(charge, record):
        passed = Verdict("may generate", "RSMo 610.131 covers the charge.", covered.citation, "R131")
        rules = (*opening, _young, contradicting("R131"))
        return Road("R131", rules, covered if covered.outcome == passed.outcome else passed)
    if charge.closed:
        return _closed(charge, record, opening)
    if charge.disposition == "arrest_only":
        text = "The time since the arrest has passed and no charge was brought."
        passed = Verdict("may generate", text, record.numbering.cite("arrest"), "R140A")
        return Road("R140A", (*opening, *ARREST_RULES), passed)
    return Road("R140", (*opening, *PETITION_RULES), _r140(record))


def _closed(charge: Charge, record: Record, opening: tuple[Rule, ...]) -> Road:
    """A case closed by law has no petition, unless an attorney adds it to the one of its court."""
    if charge.include:
        checks = (unplaced("R140"), pending, contradicting("R140"), refile_bar)
        return Road("R140", (*opening, _added, exclusion, *checks), _r140(record))
    text = "Closed by law without a petition; only the verification sheet is made for it."
    return Road("", opening, Verdict("may generate", text, "RSMo 610.105", "R105"))


def _added(charge: Charge, record: Record) -> Verdict | None:
    text = "The case is closed by law already; whether the petition should hold it too is open."
    return undecided(text, f"RSMo 610.105; {record.numbering.cite('who')}")


def _young(charge: Charge, record: Record) -> Verdict | None:
    found = young(charge, record)
    return found if found and found.outcome != "may generate" else None


def _false_arrest(charge: Charge, record: Record) -> Verdict | None:
    found = false_arrest(charge, record)
    if found is None:
        return undecided("RSMo 610.122 does not seem to reach this charge.", "RSMo 610.122", "R122")
    return found if found.outcome != "may generate" else None


def _r140(record: Record) -> Verdict:
    text = "Every point that can be tested is met; habits, conduct and the public welfare are pleaded."
    return Verdict("may generate", text, record.numbering.cite("criteria"))


def _earliest(charge: Charge, record: Record, road: Road, verdict: Verdict) -> date | None:
    """The first day on the least favorable reading; None where there is no waiting, or never a petition."""
    if verdict.outcome == "not eligible" and verdict.until is None:
        return None
    if road.bound == "R140":
        days = ready(charge, record)
    elif road.bound == "R140A":
        days = arrest_ready(charge, record)
    else:
        return None
    if days is None:
        return None
    return max(day for day in (days[1], refile_day(record), verdict.until) if day)
