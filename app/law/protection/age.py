"""The age line of chapter 455: who is an adult by age, and who stands on the line that bills would move."""

from dataclasses import dataclass
from datetime import date

from app.law.parameters import Table
from app.law.protection.terms import figure
from app.law.reading import number


@dataclass(frozen=True)
class AgeResult:
    """What `protection.age` finds; every field is no while the age in question is not known."""

    line: int
    """The age from which a person is an adult, RSMo 455.010(2), in years."""
    line_confirmed: bool
    petitioner_adult: bool
    petitioner_under: bool
    petitioner_on_line: bool
    """Whether the petitioner is as old as the line, so that an act that moved it would change the form."""
    respondent_under: bool
    respondent_on_line: bool


def age(
    *, table: Table, today: date, petitioner_age: object = None, respondent_age: object = None
) -> AgeResult:
    """Where the parties stand to the age line of the day."""
    line = figure(table, "adult_age", today)
    own, other = number(petitioner_age), number(respondent_age)
    return AgeResult(
        line=line.count,
        line_confirmed=line.confirmed,
        petitioner_adult=own is not None and own >= line.number,
        petitioner_under=own is not None and own < line.number,
        petitioner_on_line=own is not None and int(own) == line.count,
        respondent_under=other is not None and other < line.number,
        respondent_on_line=other is not None and int(other) == line.count,
    )
