"""The counties in which a petition may be filed, and what filing in each tells the respondent (455.015)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.law.outcome import Outcome
from app.law.parameters import Table
from app.law.protection.terms import said
from app.law.reading import text, yes
from app.law.refusals import Refusal

PLACES = ("home", "act", "served")


@dataclass(frozen=True)
class VenueResult:
    """The county an attorney chose to file in; filing there makes it public, so it may be printed."""

    county: str
    where: str
    at_home: bool
    at_act: bool
    at_service: bool


def chosen(
    *,
    table: Table,
    today: date,
    venue: object = None,
    home_county: object = None,
    act_county: object = None,
    served_county: object = None,
    later_county: object = None,
) -> VenueResult:
    """The county behind the attorney's choice, or of the case; raises Refusal while it is not known."""
    where = text(venue)
    county = text({"home": home_county, "act": act_county, "served": served_county}.get(where, later_county))
    if not county:
        raise Refusal("The county of the chosen venue is not known; ask for it, or choose another venue.")
    return VenueResult(county, where, where == "home", where == "act", where == "served")


@dataclass(frozen=True)
class Counties:
    """What is known about the three counties, and whether the respondent knows the home one."""

    child: bool
    home: str
    act: str
    served: str
    home_known: object


def options(counties: Counties) -> Iterator[Outcome]:
    """A row for each lawful venue with what it discloses; a city never decides a county."""
    law = "RSMo 455.503.1" if counties.child else "RSMo 455.015"
    who = "the child lives" if counties.child else "the petitioner lives"
    if not counties.home:
        yield said(f"Venue: where {who}", "fix first", "The county is not known.", law)
    elif yes(counties.home_known) is True:
        reason = f"{counties.home}. The respondent knows the county, as told."
        yield said(f"Venue: where {who}", "may generate", reason, law)
    else:
        told = "Filing there TELLS the respondent the county, which the respondent is not known to know."
        reason = f"{counties.home}. {told}"
        yield said(f"Venue: where {who}", "attorney must decide", reason, law)
    yield _other("Venue: where an act happened", counties.act, counties, law)
    yield _other("Venue: where the respondent may be served", counties.served, counties, law)


def _other(subject: str, county: str, counties: Counties, law: str) -> Outcome:
    if not county:
        return said(subject, "fix first", "The county is not known.", law)
    if county == counties.home and yes(counties.home_known) is not True:
        reason = f"{county}. It is also the county of the home, which the respondent is not known to know."
        return said(subject, "attorney must decide", reason, law)
    reason = f"{county}. Discloses nothing about where the petitioner lives now."
    return said(subject, "may generate", reason, law)
