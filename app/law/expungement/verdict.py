"""What one rule says about one charge, before everything about the charge is put together."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.law.expungement.charge import Charge
from app.law.expungement.record import Record
from app.law.outcome import Outcome, Result


@dataclass(frozen=True)
class Verdict:
    """A rule's conclusion with its reason and law."""

    outcome: Result
    reason: str
    citation: str
    route: str = "R140"
    until: date | None = None
    until_text: str = ""
    confirmed: bool = True
    excluded: bool = False
    """Whether the crime is, or may be, one that RSMo 610.140 excludes for good."""

    @property
    def cited(self) -> str:
        """The law with a word where nobody read it in a source: `RSMo 610.140.3(6) (not confirmed)`."""
        return self.citation if self.confirmed else f"{self.citation} (not confirmed)"

    def about(self, subject: str) -> Outcome:
        """The same as an outcome about a subject."""
        return Outcome(
            subject, self.outcome, self.reason, self.citation, self.until, self.until_text, self.confirmed
        )


Rule = Callable[[Charge, Record], Verdict | None]
"""Says something about a charge, or nothing when it does not apply."""


def undecided(reason: str, citation: str, route: str = "R140", *, confirmed: bool = True) -> Verdict:
    """Something only an attorney can decide."""
    return Verdict("attorney must decide", reason, citation, route, confirmed=confirmed)


def never(reason: str, citation: str, route: str = "R140", *, confirmed: bool = True) -> Verdict:
    """Something this road does not reach, now or later."""
    return Verdict("not eligible", reason, citation, route, confirmed=confirmed)


def first(charge: Charge, record: Record, rules: tuple[Rule, ...]) -> tuple[Verdict | None, list[Verdict]]:
    """The first verdict that stands, and the others; what an attorney has decided no longer stands."""
    said = [found for rule in rules if (found := rule(charge, record)) is not None]
    stands = [v for v in said if not (charge.decided and v.outcome == "attorney must decide")]
    chosen = stands[0] if stands else None
    return chosen, [each for each in said if each is not chosen]
