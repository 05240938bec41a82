"""The hourly rate that was promised, day by day, as far as it is known."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.values import When
from app.law.days import plain, said
from app.law.money import rate as shown
from app.law.notes import Caution
from app.law.reading import Answers, Items, moment, positive

LAW = "common law of contract"


@dataclass(frozen=True)
class Promise:
    """The rate agreed at the beginning and each later rate with the day it began; None while not known."""

    first: Decimal | None
    changes: tuple[tuple[date, Decimal | None], ...] = ()
    cautions: tuple[Caution, ...] = ()

    def on(self, day: date) -> Decimal | None:
        """The promised rate of one day."""
        place = bisect_right([begins for begins, _ in self.changes], day)
        return self.changes[place - 1][1] if place else self.first

    def knows(self, days: Iterable[date]) -> bool:
        """Whether the rate of every one of these days is known."""
        return all(self.on(day) is not None for day in days)


def read_promise(agreed_rate: object, rate_changes: Items | None) -> Promise | None:
    """The promise, or None when no rate is known; a change that lacks its day or rate is cautioned."""
    first = positive(agreed_rate, "The agreed rate")
    read = [_read(item) for item in rate_changes or ()]
    if first is None and not any(begins and rate for begins, rate in read):
        return None
    cautions = [_undated(rate) for begins, rate in read if begins is None]
    dated = sorted(((b, rate) for b, rate in read if b), key=lambda change: change[0].earliest)
    changes: list[tuple[date, Decimal | None]] = []
    for begins, rate in dated:
        before = changes[-1][1] if changes else first
        day = begins.earliest if rate is None or (before is not None and rate <= before) else begins.latest
        if changes and day <= changes[-1][0]:
            cautions.append(_crowded(day))
            continue
        cautions += _about(begins, rate, day)
        changes.append((day, rate))
    return Promise(first, tuple(changes), tuple(cautions))


def _read(item: Answers) -> tuple[When | None, Decimal | None]:
    return moment(item.get("from_day")), positive(item.get("rate"), "A changed rate")


def _undated(rate: Decimal | None) -> Caution:
    what = f"A change of the agreed rate to {shown(rate)}" if rate else "A change of the agreed rate"
    return Caution(
        f"{what} is in no figure, because its first day is not known; the promised wages are computed as if"
        " it had not been made.",
        LAW, "must fix",
    )  # fmt: skip


def _crowded(day: date) -> Caution:
    return Caution(
        f"Two changes of the agreed rate begin on or before {plain(day)}; only the first is computed with."
        " Give each its own day.",
        LAW, "must fix",
    )  # fmt: skip


def _about(begins: When, rate: Decimal | None, day: date) -> Iterable[Caution]:
    if rate is None:
        yield Caution(
            f"The agreed rate changed {said(begins)}, but the new rate is not known; no promised wages are"
            f" computed for workweeks from {plain(day)} until another rate is known.",
            LAW, "must fix",
        )  # fmt: skip
    elif not begins.exact:
        yield Caution(
            f"The rate of {shown(rate)} began {said(begins)}; the contract figure counts it from"
            f" {plain(day)}, the reading that claims less.",
            LAW, "check",
        )  # fmt: skip
