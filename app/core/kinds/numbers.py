"""Kinds that take numbers: number, money, hours and year; all Decimal or int, never binary fractions."""

import re
from decimal import Decimal
from typing import Any, ClassVar

from app.core.kinds.base import Field, Kind, Raw, Settings, needed, refuse
from app.core.values import Value

_NUMBER = re.compile(r"-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?")
_CLOCK = re.compile(r"(\d{1,3}):([0-5]\d)")


def decimal_of(text: str, sentence: str) -> Decimal:
    """A decimal from plain digits with an optional sign, thousands commas and a point; else Refused."""
    if not text.isascii() or not _NUMBER.fullmatch(text) or not any(sign.isdigit() for sign in text):
        raise refuse(sentence)
    return Decimal(text.replace(",", ""))


class Number(Kind):
    """A whole or decimal number."""

    name = "number"
    wrong: ClassVar[str] = "Write a number in digits, like 12."
    floor: ClassVar[Decimal] = Decimal(0)
    ceiling: ClassVar[Decimal] = Decimal(1_000_000_000)
    places: ClassVar[int] = 4

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The number, inside its limits and with no more decimals than its kind has."""
        value = decimal_of(self.cleaned(needed(raw, self.wrong, limit=40)), self.wrong)
        least = self.floor if settings.least is None else settings.least
        most = self.ceiling if settings.most is None else settings.most
        if not least <= value <= most:
            raise refuse(self.outside(value, least, most))
        exponent = value.as_tuple().exponent
        if isinstance(exponent, int) and -exponent > self.places:
            raise refuse(self.too_fine())
        return value

    def cleaned(self, text: str) -> str:
        """The digits of what was typed."""
        return text

    def outside(self, value: Decimal, least: Decimal, most: Decimal) -> str:
        """The sentence for a number below or above its limits."""
        if value < least:
            return f"This cannot be less than {self.shown(least)}; check the number."
        return f"This cannot be more than {self.shown(most)}; check the number."

    def too_fine(self) -> str:
        """The sentence for too many decimals."""
        return f"Write at most {self.places} digits after the point."

    def shown(self, value: Decimal) -> str:
        """The number as people write it."""
        return f"{value:,f}"

    def words(self, value: Any, settings: Settings) -> str:
        """The number as people write it."""
        return self.shown(value)

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """One short box."""
        return (Field("", "", "decimal", 10),)

    def schema(self, settings: Settings) -> dict[str, Any]:
        """Text or a JSON number; limits are checked when it is read."""
        return {"type": ["string", "number"]}

    def example(self, settings: Settings) -> Raw:
        """A number inside the limits."""
        return str(max(settings.least or Decimal(12), Decimal(0)))


class Money(Number):
    """Dollars and cents."""

    name = "money"
    wrong = "Write an amount in dollars and cents, like 304.00."
    ceiling = Decimal(100_000_000)
    places = 2

    def cleaned(self, text: str) -> str:
        """The amount without its dollar sign."""
        return text.removeprefix("$").strip()

    def too_fine(self) -> str:
        """The sentence for fractions of a cent."""
        return "Write dollars and cents with two digits after the point, like 304.00."

    def shown(self, value: Decimal) -> str:
        """The amount with its dollar sign."""
        return f"${value:,.2f}"

    def raw(self, value: Any) -> Raw:
        """The amount with two decimals."""
        return f"{value:.2f}"

    def fields(self, settings: Settings) -> tuple[Field, ...]:
        """One short box behind a dollar sign."""
        return (Field("", "", "money", 10),)

    def example(self, settings: Settings) -> Raw:
        """An invented amount."""
        return "304.00"


class Hours(Number):
    """Hours as a decimal or as hours:minutes; a week has 168 of them."""

    name = "hours"
    wrong = "Write hours like 38, 7.5 or 7:30."
    ceiling = Decimal(168)
    places = 4

    def cleaned(self, text: str) -> str:
        """Hours:minutes as a decimal with four places."""
        if match := _CLOCK.fullmatch(text):
            hours, minutes = (Decimal(part) for part in match.groups())
            return str((hours + minutes / 60).quantize(Decimal("0.0001")).normalize().__format__("f"))
        return text

    def outside(self, value: Decimal, least: Decimal, most: Decimal) -> str:
        """The sentence for a week or a day with too many or negative hours."""
        if value < least:
            return "Hours cannot be less than 0; check the number."
        span = "A week has 168 hours" if most == 168 else f"There are at most {most} hours here"
        return f"{span}; write {most} or fewer."

    def shown(self, value: Decimal) -> str:
        """Hours with at least two decimals."""
        exponent = value.normalize().as_tuple().exponent
        return f"{value:.{max(2, -exponent if isinstance(exponent, int) else 2)}f}"

    def raw(self, value: Any) -> Raw:
        """The hours as a plain decimal."""
        return f"{value:f}"

    def example(self, settings: Settings) -> Raw:
        """Hours that fit a week and a day."""
        return "38" if settings.most is None or settings.most >= 38 else "8"


class Year(Number):
    """A calendar year from 1900 to 2100."""

    name = "year"
    wrong = "Write a year with four digits, like 2025."
    floor = Decimal(1900)
    ceiling = Decimal(2100)
    places = 0

    def read(self, raw: Raw, settings: Settings) -> Value:
        """The year as a whole number."""
        return int(str(super().read(raw, settings)))

    def shown(self, value: Decimal) -> str:
        """The year without a comma."""
        return str(value)

    def too_fine(self) -> str:
        """The sentence for a year with decimals."""
        return self.wrong

    def example(self, settings: Settings) -> Raw:
        """A year."""
        return "2025"
