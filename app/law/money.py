"""How money, rates and hours are rounded and written: half up to the cent, `$1,234.50`, `38.00`."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")
ZERO = Decimal(0)
_FOUR_PLACES = Decimal("0.0001")


def cents(amount: Decimal) -> Decimal:
    """The amount rounded half up to the cent, away from zero when it is negative."""
    return amount.quantize(CENT, ROUND_HALF_UP)


def money(amount: Decimal) -> str:
    """An amount of dollars as it stands in a letter: `$1,234.50`, `-$60.00`."""
    rounded = cents(amount)
    return f"{'-' if rounded < 0 else ''}${abs(rounded):,.2f}"


def rate(amount: Decimal) -> str:
    """An hourly rate as a paper prints it: exact (`$15.00`, `$6.875`), or `about $16.67` to the cent."""
    exact = amount == amount.quantize(_FOUR_PLACES, ROUND_HALF_UP)
    return finely(amount) if exact else f"about {money(amount)}"


def finely(amount: Decimal) -> str:
    """A rate or unrounded amount inside a step, with two to four decimals: `$6.875`, `about $16.6667`."""
    shown = amount.quantize(_FOUR_PLACES, ROUND_HALF_UP)
    whole, _, decimals = f"{abs(shown):,.4f}".partition(".")
    about = "" if shown == amount else "about "
    return f"{about}{'-' if shown < 0 else ''}${whole}.{decimals[:2]}{decimals[2:].rstrip('0')}"


def hours(amount: Decimal) -> str:
    """A number of hours with two decimals: `38.00`."""
    return f"{cents(amount):,.2f}"


def hours_said(amount: Decimal) -> str:
    """Hours with their noun: `38.00 hours`, `1.00 hour`."""
    return f"{hours(amount)} {'hour' if cents(amount) == 1 else 'hours'}"


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 workweek`, `6 workweeks`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: list[str]) -> str:
    """Words joined as in a sentence: `a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
