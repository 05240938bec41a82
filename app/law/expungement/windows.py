"""The clean period of RSMo 610.140 on both readings: ending at the filing, and beginning at completion."""

from dataclasses import dataclass
from datetime import date

from app.core.values import When
from app.law.days import plain, said
from app.law.expungement.charge import Charge
from app.law.expungement.days import Stretch, years_after
from app.law.expungement.record import Guilt, Record, others_than
from app.law.expungement.verdict import Verdict, never, undecided

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


def clean_period(charge: Charge, record: Record) -> Verdict | None:
    """What other findings of guilt mean: a bar in both periods, an attorney's question in one."""
    found = windows(charge, record)
    each = [_about(guilt, found, charge, record) for guilt in others_than(charge, record)]
    verdicts = [verdict for verdict in each if verdict]
    bars = [verdict for verdict in verdicts if verdict.outcome == "not eligible"]
    return max(bars, key=lambda v: v.until or date.max) if bars else next(iter(verdicts), None)


def _about(guilt: Guilt, found: Windows, charge: Charge, record: Record) -> Verdict | None:
    if guilt.counts is False:
        return None
    in_a, in_b = _in(guilt.when, found.before_filing, found.before_filing), _in_second(guilt.when, found)
    if record.reading == ENDS:
        in_b = in_a
    elif record.reading == STARTS:
        in_a = in_b
    if not (in_a.perhaps or in_b.perhaps):
        return None
    cite = record.numbering.cite("criteria", "(2)")
    what = f"The {guilt.source} of {_day(guilt.when)}"
    if in_a.surely and in_b.surely and guilt.counts:
        return _bar(what, guilt, charge, record, cite)
    if not (in_a.surely or in_b.surely) or guilt.counts is None:
        text = f"{what} may count against the clean period; its day or kind is not known well enough."
        return undecided(text, cite)
    text = f"{what} falls in one reading of the clean period and not in the other{_spans(found)}."
    return undecided(text, cite)


def _bar(what: str, guilt: Guilt, charge: Charge, record: Record, cite: str) -> Verdict:
    if record.reading == STARTS:
        return never(f"{what} falls in the clean period that begins at completion.", cite)
    until = years_after(guilt.when.latest, record.years(charge))
    which = "that ends at filing" if record.reading == ENDS else "on every reading"
    text = f"{what} falls in the clean period {which}; the day given is an estimate for an attorney."
    return Verdict("not eligible", text, cite, until=until, until_text=plain(until))


@dataclass(frozen=True)
class _Place:
    perhaps: bool
    surely: bool


def _in(when: When, wide: Stretch, narrow: Stretch) -> _Place:
    return _Place(wide.may_hold(when), narrow.holds(when))


def _in_second(when: When, found: Windows) -> _Place:
    if found.wide is None or found.narrow is None:
        return _Place(perhaps=True, surely=False)
    return _in(when, found.wide, found.narrow)


def doubtful(charge: Charge, record: Record) -> bool:
    """Whether the two readings come to different ends for this charge."""
    found = windows(charge, record)
    for guilt in others_than(charge, record):
        in_a, in_b = _in(guilt.when, found.before_filing, found.before_filing), _in_second(guilt.when, found)
        if guilt.counts is not False and (in_a.perhaps or in_b.perhaps) and in_a != in_b:
            return True
    return False


def _spans(found: Windows) -> str:
    parts = [f"the one from {plain(found.before_filing.first)} to {plain(found.before_filing.last)}"]
    if found.wide:
        parts.append(f"the one from {plain(found.wide.first)} to {plain(found.wide.last)}")
    return f": {'; '.join(parts)}"


def _day(when: When) -> str:
    """A day as it was given, or its bounds where only they are known."""
    if when.precision != "range":
        return said(when)
    return f"a day between {plain(when.earliest)} and {plain(when.latest)}"
