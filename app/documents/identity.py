"""Finds what identifies a person in a text: immigration status, social security numbers, a birth date."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from app.core.kinds.date_text import MONTHS
from app.documents.folding import folded
from app.documents.phrases import sections

_DIGITS = re.compile(r"(?<![\d-])(\d{3})([ ./-]?)(\d{2})([ ./-]?)(\d{4})(?![\d-])")
_SPELLED = re.compile(
    r"\b(?:ssns?|social[ -]security(?: number| no\.?| #)?|itin|tax(?:payer)? id\w*)\b"
    r"[^.\n]{0,30}?\d[\d x*-]{2,}"
)
_BORN = re.compile(
    r"\b(?:born|dob|d\.o\.b|date of birth|birth ?date|birth ?day|nacid[oa]|fecha de nacimiento)\b"
    r"[^.\n]{0,30}?"
    r"(?:\d|" + "|".join(month.casefold() for month in MONTHS) + ")"
)


def statuses(text: str) -> Iterator[str]:
    """The words of a text that tell of immigration status."""
    small = folded(text)
    yield from (text[match.start() : match.end()] for match in sections()["status"].finditer(small))


def numbers(text: str) -> Iterator[str]:
    """Social security numbers, and digits that a text calls one; only their last digits are given."""
    small = folded(text)
    for match in _DIGITS.finditer(small):
        separated = bool(match[2] and match[4])
        if (separated or _near(small, match.start())) and match[1] not in ("000", "666"):
            yield f"nine digits ending in {match[5]}"
    if not _DIGITS.search(small):
        yield from ("digits called a social security or tax number" for _ in _SPELLED.finditer(small))


def _near(small: str, place: int) -> bool:
    """Nine digits in a row are anything, unless the words before them say what they are."""
    return bool(re.search(r"\b(?:ssn|social|itin|tax)\b", small[max(0, place - 60) : place]))


def births(text: str, born: date | None) -> Iterator[str]:
    """A known birth date in any usual writing, and any words that give one."""
    small = folded(text)
    for match in _BORN.finditer(small):
        yield text[match.start() : match.end()]
    if born is not None and (found := _writings(born).search(small)):
        yield text[found.start() : found.end()]


@lru_cache(maxsize=16)
def _writings(born: date) -> re.Pattern[str]:
    month, day, year = MONTHS[born.month - 1].casefold(), born.day, born.year
    named = rf"{month[:3]}(?:{month[3:]})?\.?" if len(month) > 3 else month
    ordinal, short = rf"0?{day}(?:st|nd|rd|th)?", f"(?:{year}|'?{year % 100:02d})"
    return re.compile(
        rf"\b{named} {ordinal},? {short}\b|\b{ordinal}(?: of)? {named},? {short}\b"
        rf"|\b0?{born.month}[/.-]0?{day}[/.-]{short}\b|\b{year}[/.-]0?{born.month}[/.-]0?{day}\b"
    )
