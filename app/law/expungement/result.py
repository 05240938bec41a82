"""What `expungement.routes` finds: every text ready to print, the screening for attorneys only."""

from dataclasses import dataclass
from datetime import date

from app.law.expungement.paper import CourtPetition
from app.law.outcome import Outcome


@dataclass(frozen=True)
class Point:
    """Something the attorney must see about a charge or the whole record, which holds nothing back."""

    subject: str
    text: str
    citation: str
    confirmed: bool = True
    """False when it rests on law nobody has read in a source."""


@dataclass(frozen=True)
class WorkingLine:
    """One step of the reasoning about a charge, with the law it rests on."""

    text: str
    citation: str


@dataclass(frozen=True)
class ChargeRow:
    """How one charge stands; for attorneys only."""

    number: str
    """Its place in the list of charges: `1`."""
    label: str
    """`Charge 1: Prostitution (567.020), Jackson County`."""
    route: str
    """The road to take: R140, R140A, R131, R122, R105, R141, R130, R145, R575, RXIV, R311 or NONE."""
    route_text: str
    outcome: str
    reason: str
    citation: str
    earliest: date | None
    """The first day on which a petition may be filed, on the least favourable reading of the dates."""
    earliest_text: str
    included: bool
    """Whether it stands in the set of charges that goes to a court."""
    in_petition: bool
    """Whether a petition that may be generated holds it."""
    excluded: bool
    """Whether RSMo 610.140 excludes the crime for good."""
    points: tuple[Point, ...]
    working: tuple[WorkingLine, ...]


@dataclass(frozen=True)
class HeldSet:
    """Charges bound for one court whose petition is not generated, with every reason."""

    court_text: str
    route_text: str
    charges_text: str
    reasons: tuple[Outcome, ...]


@dataclass(frozen=True)
class ClosedCase:
    """A case that RSMo 610.105 closes by itself: what to verify, and where."""

    number: str
    label: str
    offense_text: str
    court_name: str
    case_number: str
    county_text: str
    disposition_text: str
    agency: str


@dataclass(frozen=True)
class DrugCharge:
    """A charge that RSMo 610.141 may close without a petition, using up a place under the lifetime limit."""

    label: str
    text: str
    slot_text: str


@dataclass(frozen=True, kw_only=True)
class RoutesResult:
    """What `expungement.routes` finds for a whole record; nothing of it belongs in a client's paper."""

    filing: date
    filing_day_text: str
    numbering_text: str
    """Which numbering of RSMo 610.140 the citations follow."""
    outcomes: tuple[Outcome, ...]
    """One for each charge, then one for each further road, limit and set of charges."""
    charges: tuple[ChargeRow, ...]
    points: tuple[Point, ...]
    petitions: tuple[CourtPetition, ...]
    """Only those whose whole set of charges may go to the court."""
    held: tuple[HeldSet, ...]
    closed: tuple[ClosedCase, ...]
    drug_charges: tuple[DrugCharge, ...]
    drug_text: str
    """What RSMo 610.141 does and from when at the latest."""
    cap_text: str
    """How many places of the lifetime limit are used, charge by charge."""
    cap_lines: tuple[WorkingLine, ...]
    earliest_text: str
    """The first day on which every selected charge may go to a court; "" when there is none."""
    has_charges: bool
    has_petitions: bool
    several_petitions: bool
    blocked: bool
    """Whether at least one set of charges is held back."""
    why_held: str
    """Which charges hold back which petition, in one sentence each."""
    any_r140: bool
    any_r140a: bool
    any_r131: bool
    any_r122: bool
    """Whether a petition under that law is among `petitions`."""
    any_r105: bool
    any_r141: bool
    any_attorney_route: bool
    """Whether a charge points to 610.130, 610.145, 575.120, article XIV or 311.326."""
    attorney_routes_text: str
    any_undecided: bool
    any_fix_first: bool
    any_wait: bool
    any_not_eligible: bool
    pending_charge: bool
    unpaid_balance: bool
    not_missouri: bool
    over_cap: bool
    """Whether more places are wanted than the lifetime limit leaves."""
    unconfirmed: bool
    """Whether any outcome or point rests on law nobody has read in a source."""
    needs_immigration_check: bool
    immigration_text: str
    drug_auto_slot: bool
    course_of_conduct: bool
    course_text: str
    several_counties: bool
    counties_text: str
    doubtful_window: bool
    window_text: str
    inexact_dates: bool
    inexact_text: str
    anniversary: bool
    day_after_text: str
    ordinance_check: bool
    ordinance_text: str
    adult_coercion: bool
    coercion_text: str
    municipal_prostitution: bool
    civil_suit_bar: bool
    """Whether a suit about an arrest bars RSMo 610.122, or may."""
    civil_suit_text: str
    r122_possible: bool
    """Whether an arrest passes the screen of RSMo 610.122, so that the attorney may choose it."""
    r122_text: str
    missing_agency: bool
    """Whether a charge names no arresting agency, so that the order would not bind it."""
    agency_text: str
    made_prosecutor: bool
    """Whether nobody gave the prosecutor of a city's case, so that it is named after the city, or a gap."""
    prosecutor_text: str
    city_police: bool
    """Whether police arrested without a charge, and neither the jail nor a city's prosecutor is named."""
    police_text: str
    dates_contradict: bool
    """Whether dates of a charge cannot all be true."""
    dates_text: str
    unplaced_statute: bool
    """Whether a statute is given that can be no section of the Revised Statutes."""
    unplaced_text: str
    closed_in_petition: bool
    """Whether a petition would name a case that RSMo 610.105 closed already."""
    closed_named_text: str
    minor_at_offense: bool
    """Whether RSMo 610.131 covers a charge: prostitution at an age under 18."""


@dataclass(frozen=True)
class DeadlineLine:
    """A deadline of the expungement case with its counting."""

    what: str
    who: str
    """Who must act: court, prosecutor, petitioner."""
    runs_from: str
    day: date | None
    day_text: str
    """The day in words with its weekday, or what is still missing to count it."""
    working: str
    citation: str
    has_day: bool
    confirmed: bool
    route: str
    """`R140` for RSMo 610.140 and 610.140.7, `R122`."""


@dataclass(frozen=True)
class ExpungementDeadlinesResult:
    """What `expungement.deadlines` finds."""

    rows: tuple[DeadlineLine, ...]
    has_rows: bool
    working_text: str
