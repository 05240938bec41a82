"""The three totals of a wage claim, each standing alone: Missouri threefold, federal twofold, contract."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from app.law.lines import Line
from app.law.money import ZERO
from app.law.terms import Terms
from app.law.tracks import Week


@dataclass(frozen=True)
class Total:
    """What one track comes to; `total` is what is unpaid with the liquidated damages on top."""

    unpaid: Decimal
    liquidated: Decimal
    minimum_part: Decimal
    weeks: int
    """Workweeks with a shortfall."""

    @property
    def total(self) -> Decimal:
        """The unpaid wages and the liquidated damages together."""
        return self.unpaid + self.liquidated


def missouri(weeks: Iterable[Week], terms: Terms) -> Total:
    """Unpaid wages plus twice that sum, RSMo 290.527; leaves out what the terms say is lost."""
    return _total(
        [w.missouri for w in weeks if not w.lost_missouri], terms.number("liquidated_missouri", terms.today)
    )


def federal(weeks: Iterable[Week], terms: Terms) -> Total:
    """Unpaid wages plus an equal sum, 29 USC 216(b); leaves out what the terms say is lost."""
    return _total(
        [w.federal for w in weeks if not w.lost_federal], terms.number("liquidated_federal", terms.today)
    )


def contract(weeks: Iterable[Week]) -> Total:
    """Promised wages that were not paid, without multiple; its unconfirmed period leaves no week out."""
    return _total([w.contract for w in weeks if w.contract], ZERO)


def _total(lines: list[Line], multiple: Decimal) -> Total:
    unpaid = sum((line.shortfall for line in lines), ZERO)
    minimum = sum((line.minimum_part for line in lines), ZERO)
    return Total(unpaid, unpaid * multiple, minimum, sum(1 for line in lines if line.shortfall))
