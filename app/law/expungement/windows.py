"""The clean period of RSMo 610.140 on both readings: ending at the filing, and beginning at completion."""

from dataclasses import dataclass

from app.core.values import When
from app.law.days import plain, said
from app.law.expungement.charge import Charge
from app.law.expungement.days import Stretch, years_after
from app.law.expungement.record import UNKNOWN, Guilt, Record, others_than
from app.law.expungement.verdict import Verdict, never, undecided
from app.law.money import listed

ENDS = "ends_at_filing"
STARTS = "starts_at_completion"


@dataclass(frozen=True)
class Windows:
    """The clean period of one charge; with inexact dates the second is wide, or narrow where it is sure."""

    before_filing: Stretch
    wide: Stretch | None
    narrow: Stretch | None


def windows(charge: Charge, record: Record) -> Windows:
    """Both clean periods; the second is None while the day of completion is not known."""
    years = record.years(charge)
    before = Stretch(years_after(record.filing, -years), record.filing)
    done = charge.completed_on
    if done is None:
        return Windows(before, None, None)
    wide = Stretch(done.earliest, years_after(done.latest, years))
    return Windows(before, wide, Stretch(done.latest, years_after(done.earliest, years)))


@dataclass(frozen=True)
class Reading:
    """What one reading of the clean period finds: guilt surely inside, and guilt perhaps inside."""

    name: str
    surely: tuple[Guilt, ...]
    perhaps: tuple[Guilt, ...]


def readings(charge: Charge, record: Record) -> tuple[Reading, Reading]:
    """Both readings of the clean period over every other finding of guilt that counts, or may."""
    found = windows(charge, record)
    others = [guilt for guilt in others_than(charge, record) if guilt.counts is not False]
    before = found.before_filing
    return _reading(ENDS, others, before, before), _reading(STARTS, others, found.wide, found.narrow)


def _reading(name: str, others: list[Guilt], wide: Stretch | None, narrow: Stretch | None) -> Reading:
    if wide is None or narrow is None:
        return Reading(name, (), tuple(others))
    return Reading(
        name,
        tuple(guilt for guilt in others if guilt.counts and narrow.holds(guilt.when)),
        tuple(guilt for guilt in others if wide.may_hold(guilt.when)),
    )


def doubtful(charge: Charge, record: Record) -> bool:
    """Whether the two readings come to different ends for this charge."""
    ends, starts = readings(charge, record)
    return (bool(ends.surely), bool(ends.perhaps)) != (bool(starts.surely), bool(starts.perhaps))


def clean_period(charge: Charge, record: Record) -> Verdict | None:
    """What other findings of guilt mean: a bar on every reading, an attorney's question on one."""
    both = readings(charge, record)
    asked = [each for each in both if each.name == record.reading] or list(both)
    if all(each.surely for each in asked):
        return _bar(asked, charge, record)
    if not any(each.perhaps for each in asked):
        return None
    return undecided(_read(charge, record, both), record.numbering.cite("criteria", "(2)"))


def _bar(asked: list[Reading], charge: Charge, record: Record) -> Verdict:
    """Guilt on every reading asked for; the day from which the period before filing is clean is a guess."""
    cite = record.numbering.cite("criteria", "(2)")
    inside = list(dict.fromkeys(guilt for each in asked for guilt in each.surely))
    if record.reading == STARTS:
        return never(f"{_named(inside)}: inside the clean period that begins at completion.", cite)
    until = years_after(max(guilt.when.latest for guilt in inside), record.years(charge))
    which = "that ends at filing" if record.reading == ENDS else "on every reading"
    text = f"{_named(inside)}: inside the clean period {which}; the day given is an estimate for an attorney."
    return Verdict("not eligible", text, cite, until=until, until_text=plain(until))


def _read(charge: Charge, record: Record, both: tuple[Reading, Reading]) -> str:
    """Both periods with what falls into each: `from … to … (ending at filing): nothing; …`."""
    found = windows(charge, record)
    ends = f"{_span(found.before_filing)} (ending at filing): {_inside(both[0])}"
    starts = f"{_span(found.wide)} (beginning at completion): {_inside(both[1])}"
    return f"Clean period {ends}; {starts}."


def _inside(reading: Reading) -> str:
    """What falls into one reading, with `perhaps` where that is not sure."""
    words = [
        f"{'' if guilt in reading.surely else 'perhaps '}the {guilt.source} of {_day(guilt.when)}"
        for guilt in reading.perhaps
    ]
    return listed(words) or "nothing"


def _span(stretch: Stretch | None) -> str:
    if stretch is None:
        return "of days not known"
    return f"from {plain(stretch.first)} to {plain(stretch.last)}"


def _named(found: list[Guilt]) -> str:
    """What was found and when: `The misdemeanor of June 1, 2024`."""
    return f"The {listed([f'{guilt.source} of {_day(guilt.when)}' for guilt in found])}"


def _day(when: When) -> str:
    """A day as it was given, or its bounds where only they are known."""
    if when.precision != "range":
        return said(when)
    if when.earliest == UNKNOWN:
        return "a day not known"
    return f"a day between {plain(when.earliest)} and {plain(when.latest)}"
