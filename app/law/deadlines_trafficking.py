"""The deadlines of trafficking suits: ten years from the first or the last day of work, from turning 18."""

from collections.abc import Iterable

from app.core.values import When
from app.law.days import said, years_after
from app.law.deadline import Counted, DeadlineRow, deadline, undated
from app.law.deadline_facts import Known, in_years


def trafficking_rows(known: Known) -> Iterable[DeadlineRow]:
    """The two trafficking suits, and the one of a minor; none unless trafficking may have happened."""
    if not known.trafficked:
        return
    federal = known.table.value_on("limitation_trafficking_years", known.today)
    claim = "Federal trafficking suit"
    if known.last:
        yield deadline(claim, _from(known), _last_act(known, known.last), known.today)
    elif known.first:
        open_end = When(known.first.earliest, max(known.today, known.first.earliest))
        until = in_years(known, "limitation_trafficking_years", open_end)
        where = f"first day of work, {said(known.first)}; the last act is not known, at the latest today"
        yield deadline(claim, where, until, known.today)
    else:
        yield undated(claim, "last act, not known", f"last act + {federal.count} years", federal)
    if known.minor is not False:
        yield _minor(known)
    state = known.table.value_on("limitation_trafficking_missouri_years", known.today)
    yield undated(
        "Missouri trafficking suit",
        "the latest of the final criminal order, emancipation and the 18th birthday;"
        " only after a plea or finding of guilt",
        f"that day + {state.count} years",
        state,
    )


def _from(known: Known) -> str:
    last = f"last day of work, {said(known.last)}" if known.last else ""
    return f"first day of work, {said(known.first)}; at the latest {last}" if known.first else last


def _last_act(known: Known, last: When) -> Counted:
    """From the first day of work, the cautious reading, and from the last."""
    found = in_years(known, "limitation_trafficking_years", last)
    if known.first is None:
        return found
    early = in_years(known, "limitation_trafficking_years", known.first)
    words = f"from the first day of work {early.working}; from the last {found.working}"
    return Counted(found.parameter, min(early.earliest, found.earliest), found.latest, words)


def _minor(known: Known) -> DeadlineRow:
    period = known.table.value_on("limitation_trafficking_years", known.today)
    adult = known.table.value_on("limitation_trafficking_adult_age", known.today)
    claim = "Federal trafficking suit of one who was a minor, if later"
    years = period.count + adult.count
    if known.born is None:
        return undated(claim, "birth date, not given", f"birth date + {years} years", period)
    first, last = years_after(known.born.earliest, years), years_after(known.born.latest, years)
    # The birth date itself stays out of the words: this list may be printed where it must not be read.
    words = f"the day of turning {adult.count} + {period.count} years"
    return deadline(claim, f"turning {adult.count}", Counted(period, first, last, words), known.today)
