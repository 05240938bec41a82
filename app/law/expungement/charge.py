"""One charge of a record as it was answered; what is not known is None or empty."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from app.core.values import When
from app.law.expungement.statute import Section, chapter, placed, sections
from app.law.reading import Answers, moment, number, text, yes

MISSOURI = ("state", "municipal")
GUILT = ("sis_open", "sis_done", "ses", "convicted")
"""Dispositions that rest on a plea or a finding of guilt."""
ENDED = ("dismissed", "nolle", "acquitted")
TRAFFIC = frozenset({301, 302, 303, 304, 307})
"""The chapters whose traffic regulations RSMo 610.140 leaves out of the clean period."""
PROSTITUTION = "567.020"


@dataclass(frozen=True)
class Charge:
    """What is known of one charge; dates as exactly as they were given."""

    number: int
    offense: str
    statute: str
    jurisdiction: str
    county: str
    municipality: str
    court_name: str
    case_number: str
    """From whichever question asked it: `closed_case_number` is the one that public papers black out."""
    level: str
    offense_class: str
    ordinance_jail: bool | None
    disposition: str
    how_guilty: str
    """`plea`, `found`, or "" while it is not known which."""
    arrest: When | None
    charged: When | None
    offended: When | None
    found: When | None
    """The day of the plea or of the finding of guilt."""
    completed_on: When | None
    completed: bool | None
    obligations_paid: bool | None
    balance: Decimal | None
    agency: str
    other_agencies: str
    prosecuting_office: str
    booked_by: str
    group: str
    route: str
    include: bool | None
    decided: bool
    flags: "Flags"

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The section numbers its statute names."""
        return sections(self.statute)

    @property
    def felony(self) -> bool:
        """Whether it is a felony."""
        return self.level == "felony"

    @property
    def ordinance(self) -> bool:
        """Whether it is a city's or county's ordinance rather than a statute."""
        return self.level == "ordinance" or self.jurisdiction == "municipal"

    @property
    def guilt(self) -> bool:
        """Whether there was a plea or a finding of guilt."""
        return self.disposition in GUILT

    @property
    def missouri(self) -> bool:
        """Whether it was, or may have been, prosecuted in Missouri's courts."""
        return not self.jurisdiction or self.jurisdiction in MISSOURI

    @property
    def closed(self) -> bool:
        """Whether it is a case whose record RSMo 610.105 closes by itself."""
        return self.disposition in (*ENDED, "sis_done")

    @property
    def unplaced(self) -> bool:
        """Whether a statute is given that no section of the Revised Statutes can be."""
        if self.ordinance or not self.statute:
            return False
        return not self.sections or not all(placed(each) for each in self.sections)

    @property
    def traffic(self) -> bool:
        """Whether it is an offense of the traffic chapters of the statutes."""
        return bool(self.sections) and all(chapter(each) in TRAFFIC for each in self.sections)

    @property
    def label(self) -> str:
        """What the attorney reads: `Charge 1: Prostitution (567.020), Jackson`."""
        statute = f" ({self.statute})" if self.statute else ""
        place = f", {self.county}" if self.county else ""
        return f"Charge {self.number}: {self.offense or 'offense not known'}{statute}{place}"

    @property
    def same_case(self) -> tuple[str, str]:
        """What tells one case from another."""
        return self.county, "".join(self.case_number.split()).casefold()


@dataclass(frozen=True)
class Flags:
    """What was said about the nature of a charge; None is not known."""

    domestic: bool | None
    registration: bool | None
    death_element: bool | None
    intoxication: bool | None
    cdl: bool | None
    marijuana: bool | None
    identity_misuse: bool | None
    hiv_variant: bool | None
    driving: bool | None
    corrections: bool | None
    minor_alcohol: bool | None
    false_information: bool | None
    probable_cause: bool | None
    charges_expected: bool | None
    related_sis: bool | None
    moving_violation: bool | None
    commercial_vehicle: bool | None
    all_related_ended: bool | None


_KINDS = (
    "domestic", "registration", "death_element", "intoxication", "cdl", "marijuana", "identity_misuse",
    "hiv_variant",
)  # fmt: skip
"""What `charge_kinds` asks in one question; its further choice is `none`."""


def read_flags(answers: Answers) -> Flags:
    """The flags by their own questions and by `charge_kinds`; a yes in either counts."""
    own = {name: yes(answers.get(name)) for name in Flags.__dataclass_fields__}
    chosen = answers.get("charge_kinds")
    if isinstance(chosen, tuple | list) and chosen:
        own |= {name: own[name] is True or name in chosen for name in _KINDS}
    return Flags(**own)


def read_charge(place: int, answers: Answers) -> Charge:
    """A charge from the answers about it."""
    return Charge(
        number=place,
        offense=_line(answers, "offense_text"),
        statute=_line(answers, "statute"),
        jurisdiction=text(answers.get("jurisdiction")),
        county=_line(answers, "county"),
        municipality=_line(answers, "municipality"),
        court_name=_line(answers, "court_name"),
        case_number=_line(answers, "case_number") or _line(answers, "closed_case_number"),
        level=text(answers.get("level")),
        offense_class=text(answers.get("offense_class")).casefold(),
        ordinance_jail=yes(answers.get("ordinance_jail")),
        disposition=text(answers.get("disposition")),
        how_guilty=text(answers.get("how_guilty")),
        arrest=moment(answers.get("arrest_date")),
        charged=moment(answers.get("charge_date")),
        offended=moment(answers.get("offense_date")),
        found=moment(answers.get("guilt_date")),
        completed_on=moment(answers.get("completion_date")),
        completed=yes(answers.get("completed")),
        obligations_paid=yes(answers.get("obligations_paid")),
        balance=number(answers.get("balance"), "The balance still owed"),
        agency=_line(answers, "arresting_agency"),
        other_agencies=text(answers.get("other_agencies")),
        prosecuting_office=_line(answers, "prosecuting_office"),
        booked_by=_line(answers, "booked_by"),
        group=_line(answers, "course_group").casefold(),
        route=text(answers.get("route")),
        include=yes(answers.get("include")),
        decided=yes(answers.get("decided")) is True,
        flags=read_flags(answers),
    )


def _line(answers: Answers, name: str) -> str:
    return " ".join(text(answers.get(name)).split())
