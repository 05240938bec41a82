"""How a court is named at the head of a paper (Rule 55.02(a)): two styles, and Jackson's courthouse."""

from dataclasses import dataclass
from datetime import date

from app.law.courts import JACKSON, Court, court_of, ordinal
from app.law.local_rules import LocalRule
from app.law.local_rules import local_rules as known_rules
from app.law.parameters import Table
from app.law.reading import text

CITATION = "Rule 55.02(a)"
PLACES = {"kansas_city": "AT KANSAS CITY", "independence": "AT INDEPENDENCE"}
"""What stands below the court in Jackson County, by the courthouse."""


@dataclass(frozen=True)
class CaptionResult:
    """The lines a caption begins with, in capitals as they are printed."""

    court: str
    """`IN THE CIRCUIT COURT OF JACKSON COUNTY, MISSOURI`, or by the number of the circuit."""
    place_line: str
    """`AT KANSAS CITY` or `AT INDEPENDENCE` in Jackson County, otherwise "" or not decided."""
    place_open: bool
    """Whether the courthouse in Jackson County is not decided."""
    county: str
    county_text: str
    in_jackson: bool
    circuit_text: str
    confirmed: bool
    """Whether what these lines say was read in a source."""
    confirmed_text: str
    citation: str
    local_rules: tuple[LocalRule, ...] = ()
    """What this court asks for beside the statewide rules, as far as it is known."""
    no_local_rules_text: str = ""
    """What to do where none are known; "" where some are."""


def caption(
    *, table: Table, today: date, county: object, courthouse: object = None, style: object = None
) -> CaptionResult:
    """The head of a paper for the court of a county; raises Refusal for a name that is no county.

    While the style is not decided the court is named by its county.
    """
    court = court_of(county)
    by_circuit = text(style) == "circuit"
    unconfirmed = _unconfirmed(court, by_circuit)
    local = known_rules(table=table, today=today, county=court.county)
    place_line = PLACES.get(text(courthouse), "") if court.county == JACKSON else ""
    return CaptionResult(
        court=_by_circuit(court) if by_circuit else f"IN THE {court.name}, MISSOURI".upper(),
        place_line=place_line,
        place_open=court.county == JACKSON and not place_line,
        county=court.county,
        county_text=court.county_text,
        in_jackson=court.county == JACKSON,
        circuit_text=f"{ordinal(court.circuit)} Judicial Circuit",
        confirmed=not unconfirmed,
        confirmed_text=unconfirmed or "The caption follows what was read in a source.",
        citation=CITATION,
        local_rules=local.notes,
        no_local_rules_text=local.none_text,
    )


def _by_circuit(court: Court) -> str:
    return f"IN THE {ordinal(court.circuit)} JUDICIAL CIRCUIT, {court.place}, MISSOURI".upper()


def _unconfirmed(court: Court, by_circuit: bool) -> str:
    if by_circuit and not court.circuit_confirmed:
        return (
            f"The caption names the {ordinal(court.circuit)} Judicial Circuit for {court.county_text} from"
            " memory (not confirmed). Compare the number with the court's own page before filing."
        )
    if court.is_city and not by_circuit:
        return (
            "How the City of St. Louis names its circuit court in a caption comes from memory (not"
            " confirmed). Compare it with a paper of that court before filing."
        )
    return ""
