"""What a petition, its order and its lists print: every text ready, nothing of the screening."""

from dataclasses import dataclass


@dataclass(frozen=True)
class PrintedCharge:
    """A charge as a petition, an order or a filing sheet prints it; "" where something was not given.

    The day of the charge, the court and the case number of a charge that was filed, and the day of an arrest
    that led to none, are marked gaps while they are not known: a petition must state them.
    """

    number: str
    """Its place in this petition: `1`."""
    record_number: str
    """Its place in the client's list, by which the memo names it: `3`."""
    letter: str
    """`A`, `B`: for paragraphs that refer to charges."""
    offense_text: str
    statute_text: str
    """`RSMo 567.020`, or the ordinance's own number as it was given."""
    level_text: str
    """`class B misdemeanor`, `municipal ordinance violation`."""
    offense_date_text: str
    charge_date_text: str
    arrest_date_text: str
    guilt_date_text: str
    plea_text: str
    """`pleaded guilty to`, `was found guilty of`, or both where nobody said which; "" without guilt."""
    plea_or_finding_text: str
    """The noun to it: `plea`, `finding`, `plea or finding`; "" without guilt."""
    disposition_text: str
    completion_date_text: str
    county_text: str
    municipality: str
    court_name: str
    case_number: str
    agency: str
    age_text: str
    """`17`: the petitioner's age on the day of the offense, "" when it cannot be told."""
    traffic_ground_text: str
    """For RSMo 610.122: `a misdemeanor under chapter 303, RSMo`, `a moving violation`, or "" for neither."""
    is_ordinance: bool
    has_case: bool
    case_is_closed: bool
    """Whether RSMo 610.105 closed its record, so that no public paper should tell the case number."""
    has_municipality: bool


@dataclass(frozen=True)
class Count:
    """One count of a petition: a charge, or charges said to be one course of criminal conduct."""

    number: str
    """`I`, `II`."""
    charges: tuple[PrintedCharge, ...]
    several: bool
    charges_text: str
    """`charge 1`, `charges 1 and 3`."""
    offenses_text: str
    """The names of its crimes: `Stealing and Trespass`."""


@dataclass(frozen=True)
class Defendant:
    """Somebody who must be named because an order binds only those who are."""

    number: str
    name: str
    why: str
    """Why it is on the list, for the service list and the attorney."""
    charges_text: str
    """`charges 1 and 2`, as the petition numbers them."""
    record_charges_text: str
    """The same as the memo and the client's list number them."""
    is_court: bool
    """Whether it is the court that keeps a case."""
    given: bool
    """False when the name is a guess or a marked gap, so that somebody must find it out."""


@dataclass(frozen=True)
class CourtPetition:
    """One petition under one law in one court; in a template it is `this`."""

    title: str
    """`Jackson County, RSMo 610.140`."""
    route: str
    route_text: str
    """`RSMo 610.140`, `RSMo 610.140.7`, `RSMo 610.131`, `RSMo 610.122 to 610.124`."""
    is_r140: bool
    is_r140a: bool
    is_r131: bool
    is_r122: bool
    court: str
    """The caption's line: `IN THE CIRCUIT COURT OF JACKSON COUNTY, MISSOURI`."""
    place_line: str
    """`AT KANSAS CITY` where the court sits in two places, else ""."""
    court_text: str
    """`Circuit Court of Jackson County`."""
    county: str
    county_text: str
    """`Jackson County`, `the City of St. Louis`."""
    circuit_text: str
    circuit_confirmed: bool
    case_type: str
    """`X5`, `XG`, or "" where the list of codes has none for this petition."""
    case_type_text: str
    charges: tuple[PrintedCharge, ...]
    counts: tuple[Count, ...]
    defendants: tuple[Defendant, ...]
    several_charges: bool
    charge_count_text: str
    """`one charge`, `three charges`."""
    the_crimes_text: str
    """`the crime`, `the crimes`."""
    each_crime_text: str
    """`the crime`, `each crime`."""
    each_disposition_text: str
    """`the disposition`, `each disposition`."""
    other_petitions_text: str
    """Sentences on the petitions under RSMo 610.140 in other courts and the places of the lifetime limit all
    use; "" when there is none. They never tell of a petition under another section, which no limit counts."""
    has_other_petitions: bool
    case_numbers_text: str
    """The case numbers once each, with commas; "" when there is none."""
    agencies_text: str
    has_felony: bool
    has_other_than_felony: bool
    has_ordinance: bool
    waiting_text: str
    """What the petition may say about the time that has passed: `one year`, `three years`, or both."""
    cite_who: str
    cite_contents: str
    cite_defendants: str
    cite_criteria: str
    """`RSMo 610.140.6`: the subsection with the numbering in force on the filing day."""
    cite_arrest: str
    cite_order: str
    cite_dismissal: str
    cite_limits: str
    cite_oath: str


@dataclass(frozen=True, kw_only=True)
class PetitionsResult:
    """What `expungement.petitions` finds: the petitions alone, all of them and law by law."""

    petitions: tuple[CourtPetition, ...]
    r140: tuple[CourtPetition, ...]
    r140a: tuple[CourtPetition, ...]
    r131: tuple[CourtPetition, ...]
    r122: tuple[CourtPetition, ...]
    has_petitions: bool
    several_petitions: bool
    any_r140: bool
    any_r140a: bool
    any_r131: bool
    any_r122: bool
