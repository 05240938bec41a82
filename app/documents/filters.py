"""How values are written in a paper: money, hours, numbers, days, lists; a gap passes through untouched."""

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from jinja2 import Undefined
from markupsafe import Markup, escape

from app.core.values import GAP_OPEN
from app.documents.errors import CannotPrint

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred"))
_CENT = Decimal("0.01")


def money(value: object) -> str:
    """Dollars and cents, rounded half up: `$1,234.50`; a negative sum has its minus in front."""
    if _passes(value):
        return str(value)
    cents = _number(value, "money").quantize(_CENT, ROUND_HALF_UP)
    return f"-${-cents:,.2f}" if cents < 0 else f"${cents:,.2f}"


def hours(value: object) -> str:
    """Hours without needless zeros: `47.5`, `40`."""
    return str(value) if _passes(value) else _short(_number(value, "hours"))


def number(value: object) -> str:
    """A number with its thousands set apart: `1,234`."""
    return str(value) if _passes(value) else _short(_number(value, "number"))


def words(value: object) -> str:
    """A whole number below a billion in words: `forty-two`."""
    if _passes(value):
        return str(value)
    whole = _number(value, "words")
    if whole != int(whole) or not 0 <= whole < 1_000_000_000:
        raise CannotPrint(f"{whole} cannot be written in words; only whole numbers from zero up can.")
    return _spelled(int(whole))


def day(value: object) -> str:
    """A calendar day in full: `March 5, 2026`."""
    if _passes(value):
        return str(value)
    if not isinstance(value, date):
        raise CannotPrint(f"The filter “day” was given {value!r}, which is not a date.")
    return f"{value:%B} {value.day}, {value.year}"


def caps(value: object) -> str:
    """The same words in capitals, typed as such so that Word and PDF hold the same characters."""
    return str(value) if _passes(value) and GAP_OPEN in str(value) else printed(value).upper()


def listed(value: object) -> str:
    """A list as a sentence would have it: `Ana, Bo, and Isabel`."""
    if _passes(value):
        return str(value)
    if not isinstance(value, list | tuple):
        raise CannotPrint(f"The filter “listed” was given {value!r}, which is not a list.")
    *first, last = [printed(part) for part in value] or [""]
    joint = ", and " if len(first) > 1 else " and "
    return f"{', '.join(first)}{joint}{last}" if first else last


def printed(value: object) -> str:
    """The text of a value that a template prints without a filter; a list or a mapping has none."""
    if isinstance(value, Undefined | Markup | str):
        return value if isinstance(value, str) else str(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return day(value)
    if isinstance(value, int | Decimal):
        return f"{value:f}" if isinstance(value, Decimal) else str(value)
    raise CannotPrint(f"A {type(value).__name__} cannot be printed; loop over it, or name one of its parts.")


def in_html(value: object) -> Markup:
    """The printed text as HTML: escaped, a line feed as a line break, and every blank of several kept."""
    text = str(escape(printed(value)))
    if "\n" in text or "\t" in text or "  " in text:
        text = text.replace("\t", "    ").replace("  ", "\u00a0 ").replace("\n", "<br>")
    return Markup(text)


FILTERS: dict[str, Callable[[object], str]] = {
    "money": money,
    "hours": hours,
    "number": number,
    "words": words,
    "day": day,
    "caps": caps,
    "listed": listed,
}
"""Every filter a template may use; none takes an argument."""


def _passes(value: object) -> bool:
    """Whether a value is text already (a gap, or words already written); an undefined name raises here."""
    return isinstance(value, str) or (isinstance(value, Undefined) and bool(str(value)))


def _number(value: object, name: str) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise CannotPrint(f"The filter “{name}” was given {value!r}, which is not a number.")
    return Decimal(value)


def _short(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _spelled(value: int) -> str:
    if value < 20:
        return _SMALL[value]
    if value < 100:
        tens, rest = divmod(value, 10)
        return _TENS[tens] + (f"-{_SMALL[rest]}" if rest else "")
    scale, name = next((scale, name) for scale, name in _SCALES if value >= scale)
    many, rest = divmod(value, scale)
    return f"{_spelled(many)} {name}" + (f" {_spelled(rest)}" if rest else "")
