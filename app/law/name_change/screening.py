"""Screening for a change of name: the petition, residence, the exemption from publication, children."""

from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import days_between, plain, said, years_after
from app.law.name_change.classes import classes, closing, danger, publication
from app.law.name_change.minors import feared, minors
from app.law.outcome import Outcome, Result, worst
from app.law.parameters import Table
from app.law.reading import Items, moment, text

PETITION = "RSMo 527.270; Rule 95.01"
VENUE = "RSMo 527.270; Rule 95.01(c)"


@dataclass(frozen=True)
class ScreeningResult:
    """What `name_change.screening` finds; for attorneys only."""

    outcomes: tuple[Outcome, ...]
    worst: Result
    class_1: bool
    class_2: bool
    class_3: bool
    """Whether the answers clearly put the petitioner into that class of RSMo 527.290.2."""
    has_class: bool
    no_clear_exemption: bool
    """Whether someone harmed the client, or may have, and no class clearly fits."""
    in_danger: bool
    """Whether someone harmed the client, or may have."""
    residence_under_90: bool
    """Whether the time in the county is, or may be, under the shorter period some sources name."""
    residence_under_180: bool
    residence_text: str
    under_18: bool
    """Whether the one who would file alone is, or may be, under 18."""
    other_parent_feared: bool


def screening(
    *,
    table: Table,
    today: date,
    petition_for: object = None,
    birth_date: object = None,
    in_county_since: object = None,
    harm_kinds: object = None,
    harm_by: object = None,
    harm_under_18: object = None,
    had_case: object = None,
    if_published: object = None,
    no_harm: object = None,
    no_fraud: object = None,
    minors_to_rename: Items | None = None,
) -> ScreeningResult:
    """Weighs every point the attorney must see before a petition is made; refuses nothing on law not read."""
    told = danger(harm_kinds, harm_by, harm_under_18, had_case, if_published)
    adult = text(petition_for) != "child"
    born, since = moment(birth_date), moment(in_county_since)
    least = _days(since, today) if since else None
    own = (_petition(born, today, _affirmed(no_harm), _affirmed(no_fraud)),) if adult else ()
    found = classes(told)
    outcomes = (
        *own, _residence(since, least, table, today), *found, publication(told, found), closing(told),
        *minors(minors_to_rename, table.value_on("parent_service_days", today).count),
    )  # fmt: skip
    fits = tuple(each.outcome == "may generate" for each in found)
    return ScreeningResult(
        outcomes=outcomes,
        worst=worst(outcomes),
        class_1=fits[0],
        class_2=fits[1],
        class_3=fits[2],
        has_class=any(fits),
        no_clear_exemption=told.harmed is not False and not any(fits),
        in_danger=told.harmed is not False,
        residence_under_90=_under("name_change_residence_short_days", least, table, today),
        residence_under_180=_under("name_change_residence_long_days", least, table, today),
        residence_text=said(since) if since else "",
        under_18=adult and (born is None or not _grown(born, today)),
        other_parent_feared=feared(minors_to_rename),
    )


def _affirmed(value: object) -> bool | None:
    return value if isinstance(value, bool) else {"yes": True, "no": False}.get(text(value))


def _days(since: When, today: date) -> int:
    """The days in the county on the reading with the fewest."""
    return len(days_between(since.latest, today)) - 1


def _under(key: str, least: int | None, table: Table, today: date) -> bool:
    return least is None or least < table.value_on(key, today).count


def _grown(born: When, today: date) -> bool:
    return years_after(born.latest, 18) <= today


def _petition(born: When | None, today: date, no_harm: bool | None, no_fraud: bool | None) -> Outcome:
    subject = "Petition of an adult"
    if born is not None and years_after(born.earliest, 18) > today:
        day = years_after(born.earliest, 18)
        reason = "The client is under 18 and asks through a next friend until then."
        return Outcome(subject, "not eligible", reason, "Rule 52.02", day, plain(day))
    if born is None or not _grown(born, today):
        return Outcome(subject, "fix first", "The birth date does not show that the client is 18.", PETITION)
    if no_harm is False or no_fraud is False:
        reason = (
            "The client does not say that it harms nobody and serves no fraud. The court must find it proper."
        )
        return Outcome(subject, "attorney must decide", reason, "RSMo 527.270")
    if no_harm is None or no_fraud is None:
        return Outcome(
            subject, "fix first", "The client has not yet said that the change harms nobody.", "RSMo 527.270"
        )
    return Outcome(
        subject, "may generate", "Adult; the change is said to harm nobody and to serve no fraud.", PETITION
    )


def _residence(since: When | None, least: int | None, table: Table, today: date) -> Outcome:
    subject = "Residence in the county"
    short = table.value_on("name_change_residence_short_days", today)
    long = table.value_on("name_change_residence_long_days", today)
    conflict = (
        "Neither the section nor what was read of the rule sets a time; one source says"
        f" {short.count} days, another six months."
    )
    if since is None or least is None:
        reason = f"Since when the client lives there is not known. {conflict}"
        return Outcome(subject, "attorney must decide", reason, VENUE, confirmed=False)
    if least < 0:
        return Outcome(subject, "fix first", "The day the client moved there lies ahead.", VENUE)
    if least < long.count:
        under = short.count if least < short.count else long.count
        reason = f"In the county since {said(since)}, which is, or may be, under {under} days. {conflict}"
        return Outcome(subject, "attorney must decide", reason, VENUE, confirmed=False)
    return Outcome(subject, "may generate", f"In the county since {said(since)}.", VENUE)
