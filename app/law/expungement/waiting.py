"""From which day on a petition may be filed, on the least and the most favorable reading of the dates."""

from datetime import date

from app.law.days import plain
from app.law.expungement.charge import Charge
from app.law.expungement.days import months_after, years_after
from app.law.expungement.record import Record
from app.law.expungement.verdict import Verdict, undecided
from app.law.money import count


def ready(charge: Charge, record: Record) -> tuple[date, date] | None:
    """The first day after the waiting period, by the earliest and the latest completion; None if unknown."""
    done = charge.completed_on
    if done is None:
        return None
    years = record.years(charge)
    return years_after(done.earliest, years), years_after(done.latest, years)


def arrest_ready(charge: Charge, record: Record) -> tuple[date, date] | None:
    """The same for an arrest that led to no charge; None while its day is not known."""
    if charge.arrest is None:
        return None
    months = record.parameter("arrest_months").count
    return months_after(charge.arrest.earliest, months), months_after(charge.arrest.latest, months)


def wait(charge: Charge, record: Record) -> Verdict | None:
    """Whether too little time has passed since completion."""
    years = count(record.years(charge), "year")
    cite = record.numbering.cite("criteria", "(1)")
    what = f"{years} must have passed since the sentence or probation was completed"
    return _until(ready(charge, record), record.filing, what, cite, "R140")


def arrest_wait(charge: Charge, record: Record) -> Verdict | None:
    """Whether too little time has passed since an arrest that led to no charge."""
    months = count(record.parameter("arrest_months").count, "month")
    what = f"{months} must have passed since the arrest"
    return _until(arrest_ready(charge, record), record.filing, what, record.numbering.cite("arrest"), "R140A")


def _until(days: tuple[date, date] | None, filing: date, what: str, cite: str, route: str) -> Verdict | None:
    if days is None or filing >= days[1]:
        return None
    if filing >= days[0]:
        text = f"{what}; on one reading of the date they have, on another not before {plain(days[1])}."
        return undecided(_capital(text), cite, route)
    text = f"{what}: the first day is {plain(days[1])}."
    return Verdict("not eligible", _capital(text), cite, route, days[1], plain(days[1]))


def refile_bar(charge: Charge, record: Record) -> Verdict | None:
    """Whether a dismissed petition still bars another: a year from the day the dismissed one was filed."""
    earlier, cite = record.earlier, record.numbering.cite("dismissal")
    if earlier.any is False or earlier.dismissed is False:
        return None
    if earlier.any is None and earlier.filed is None and earlier.dismissed is None:
        return undecided("Whether an earlier petition was filed and dismissed is not known.", cite)
    years = record.parameter("refile_years").count
    if earlier.filed is None:
        return undecided(
            "The day on which an earlier petition was filed is not known; it may still bar another.", cite
        )
    first, last = years_after(earlier.filed.earliest, years), years_after(earlier.filed.latest, years)
    if record.filing >= last:
        return None
    if earlier.dismissed is None or record.filing >= first:
        return undecided("An earlier petition may have been dismissed within the last year.", cite)
    text = f"An earlier petition was dismissed; {count(years, 'year')} from its filing ends on {plain(last)}."
    return Verdict("not eligible", text, cite, until=last, until_text=plain(last))


def refile_day(record: Record) -> date | None:
    """The day on which the bar of a dismissed petition ends; None when there is none."""
    earlier = record.earlier
    if earlier.any is False or earlier.dismissed is False or earlier.filed is None:
        return None
    return years_after(earlier.filed.latest, record.parameter("refile_years").count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
