"""The hourly rate that was promised, day by day."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.values import When
from app.law.days import plain, said
from app.law.money import rate as shown
from app.law.notes import Caution
from app.law.reading import Answers, Items, moment, positive
from app.law.refusals import Refusal


@dataclass(frozen=True)
class Promise:
    """The rate agreed at the beginning and each later rate with the day it began."""

    first: Decimal
    changes: tuple[tuple[date, Decimal], ...] = ()
    cautions: tuple[Caution, ...] = ()

    def on(self, day: date) -> Decimal:
        """The promised rate of one day."""
        place = bisect_right([begins for begins, _ in self.changes], day)
        return self.changes[place - 1][1] if place else self.first


def read_promise(agreed_rate: object, rate_changes: Items | None) -> Promise | None:
    """The promise, or None when no rate was agreed or it is not known."""
    first = positive(agreed_rate, "The agreed rate")
    if first is None:
        return None
    given = sorted((_read(item) for item in rate_changes or ()), key=lambda change: change[0].earliest)
    changes: list[tuple[date, Decimal]] = []
    cautions: list[Caution] = []
    for begins, rate in given:
        before = changes[-1][1] if changes else first
        day = begins.latest if rate > before else begins.earliest
        if not begins.exact:
            cautions.append(_inexact(begins, rate, day))
        if changes and day <= changes[-1][0]:
            raise Refusal(
                f"Two changes of the agreed rate begin on or before {plain(day)}; give each its own day."
            )
        changes.append((day, rate))
    return Promise(first, tuple(changes), tuple(cautions))


def _read(item: Answers) -> tuple[When, Decimal]:
    begins, rate = moment(item.get("from_day")), positive(item.get("rate"), "A changed rate")
    if begins is None or rate is None:
        raise Refusal("A change of the agreed rate needs both its first day and the new rate.")
    return begins, rate


def _inexact(begins: When, rate: Decimal, day: date) -> Caution:
    return Caution(
        f"The rate of {shown(rate)} began {said(begins)}; the contract figure counts it from {plain(day)},"
        " the reading that claims less.",
        "common law of contract",
        "check",
    )
