"""The term that keeps a respondent out of a dwelling, without telling how the client lives now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.law.parameters import Table
from app.law.reading import text, yes

OWNERSHIP = {
    "own": "which petitioner alone owns, leases, rents or occupies",
    "third": "which petitioner owns, leases or rents together with a third person",
    "guest": "which petitioner occupies with a third person and in which respondent has no property interest",
}
"""The statute's bases for the term (455.045(2)), said only where the respondent knows the home."""

SHALL_NOT = "Respondent shall not enter or stay upon the premises of"
ANYWHERE = "petitioner’s dwelling, wherever it is located"


@dataclass(frozen=True)
class HomeTerm:
    """One term of the order."""

    text: str


@dataclass(frozen=True)
class HomeResult:
    """The terms about homes that an adult order is asked for."""

    terms: tuple[HomeTerm, ...]
    basis_left_out: bool
    """Whether the basis of 455.045(2) is told and stays out of papers that the respondent gets."""


def home(
    *,
    table: Table,
    today: date,
    home_kind: object = None,
    home_known: object = None,
    lives_with_now: object = None,
) -> HomeResult:
    """Words the home term; a basis stands in it only where the respondent knows where the client lives."""
    kind, together = text(home_kind), yes(lives_with_now) is True
    known = together or yes(home_known) is True
    terms = tuple(HomeTerm(f"{SHALL_NOT} {each}.") for each in _homes(kind, together, known))
    return HomeResult(terms, kind in OWNERSHIP and not known)


def _homes(kind: str, together: bool, known: bool) -> Iterator[str]:
    if kind == "joint" and together:
        yield "the residence of the parties, which they jointly own, lease, rent or occupy"
        return
    if kind == "joint":
        yield "the residence that the parties shared"
    basis = OWNERSHIP.get(kind, "") if known else ""
    yield f"{ANYWHERE}, {basis}" if basis else ANYWHERE
