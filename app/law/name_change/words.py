"""What the words of a petition may not be: the same name, odd signs, details nobody else should read."""

import re
from dataclasses import dataclass
from datetime import date

from app.core.values import Name
from app.law.parameters import Table
from app.law.reading import text

_ABUSE = re.compile(
    r"\b(abus\w*|beat\w*|hit|hurt\w*|rap(?:e|ed|ist)\w*|stalk\w*|traffick\w*|assault\w*|violen\w*|threat\w*|kidnap\w*"
    r"|prostitut\w*|pimp\w*|forc(?:e|ed|ing)|kill\w*|danger\w*|afraid|escap\w*|police|shelter|victim\w*|survivor\w*"
    r"|ex-?(?:husband|wife|boyfriend|girlfriend)|husband|wife|boyfriend|girlfriend)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\d|@|\b(street|avenue|ave|road|rd|lane|drive|apt|apartment|school|college|hospital|church|clinic)\b\.?",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]+")


@dataclass(frozen=True)
class NamesResult:
    """How a wanted name stands to the present one."""

    same: bool
    has_other_signs: bool
    """Whether it holds a sign that is neither a letter, an apostrophe, a hyphen, a period nor a blank."""


@dataclass(frozen=True)
class ScanResult:
    """What in a text may give away more than everybody should read."""

    found: bool
    words: str
    """The words that were found, joined by commas; "" when none were."""


def names(*, table: Table, today: date, present: object = None, wanted: object = None) -> NamesResult:
    """Whether the wanted name is the present one, capitals and blanks apart, and has other signs."""
    if not isinstance(wanted, Name):
        return NamesResult(False, False)
    same = isinstance(present, Name) and _folded(present) == _folded(wanted)
    return NamesResult(same, any(not (sign.isalpha() or sign in " .-'’") for sign in wanted.full))


def _folded(name: Name) -> tuple[str, ...]:
    return tuple(
        " ".join(part.casefold().split()) for part in (name.first, name.middle, name.last, name.suffix)
    )


def scan(*, table: Table, today: date, words: object = None) -> ScanResult:
    """The words of a reason that tell of abuse, a place, a number or a name."""
    return _found(text(words), _ABUSE, _PLACE, _NAMES)


def scan_place(*, table: Table, today: date, words: object = None) -> ScanResult:
    """The words of a place that say more than a county and a state."""
    return _found(text(words), _ABUSE, _PLACE)


def _found(said: str, *shapes: re.Pattern[str]) -> ScanResult:
    found = [match[0] for shape in shapes for match in shape.finditer(said)]
    return ScanResult(bool(found), ", ".join(dict.fromkeys(found)))
