"""Finds section numbers of the Revised Statutes in what people write: `RSMo 567.020.1`, `§ 567.020(1)`."""

import re
import unicodedata

_SECTION = re.compile(r"(?<![\d.])(\d{1,3})\s?\.\s?(\d{3,4})(?!\d)")

_LAST_CHAPTER = 701

Section = str
"""A section by its number: `567.020`."""


def sections(text: str) -> tuple[Section, ...]:
    """Every section number in a text, once each in order; `567.20` is none, for it names another section."""
    plain = unicodedata.normalize("NFKC", text)
    return tuple(dict.fromkeys(f"{int(chapter)}.{number}" for chapter, number in _SECTION.findall(plain)))


def placed(section: Section) -> bool:
    """Whether the Revised Statutes have a chapter for it: they run from 1 to 701, with gaps of their own."""
    return 1 <= chapter(section) <= _LAST_CHAPTER


def chapter(section: Section) -> int:
    """The chapter of a section: 567 of `567.020`."""
    return int(section.split(".")[0])


def between(section: Section, first: Section, last: Section) -> bool:
    """Whether a section stands from `first` to `last` in the order of the statutes."""
    return _place(first) <= _place(section) <= _place(last)


def _place(section: Section) -> tuple[int, float]:
    number, _, part = section.partition(".")
    return int(number), float(f"0.{part}")


def listed(words: str) -> frozenset[Section]:
    """The sections of a dated list."""
    return frozenset(sections(words))
