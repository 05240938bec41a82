"""Words made comparable however a file writes them, and the ways one value is recognised among them."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

JOINT = "\u2028"
"""Stands in the text of a PDF between two boxes on one line, maybe within a word."""

UNSEEN = re.compile(
    "[\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]"
)
"""Signs that take no room of their own and may stand between the letters of a word."""

_SIGNS = re.compile(r"[\W_]+")
_WORD = re.compile(r"[^\W_]+")
_APART = r"(?:[ \u00a0().+/\u2010-\u2015\u2212-]{0,3}|-\n)"
"""What stands between the digits of a telephone or account number; the end of a cell never."""


def folded(text: str) -> str:
    """The text in small letters without accents and without signs that nobody sees."""
    if text.isascii():
        return text.lower()
    return UNSEEN.sub("", unicodedata.normalize("NFKD", text).casefold())


def squeezed(text: str) -> str:
    """Letters and digits alone: what stays of a text whatever blanks, signs or line ends stand in it."""
    return _SIGNS.sub("", folded(text))


@dataclass(frozen=True)
class Wanted:
    """One way a value is recognised: what it is squeezed to, and a pattern that looks at its borders."""

    squeezed: str
    spelled: str
    counts: bool = False
    """Whether it is a number like many others, as a ZIP code or a sum of money is."""

    def stands_in(self, text: str, small: str) -> bool:
        """Whether a text, `small` when squeezed, says this, forwards or backwards."""
        forwards = self.squeezed in small and self._bordered(folded(text))
        return forwards or (self.squeezed[::-1] in small and self._bordered(folded(text)[::-1]))

    def _bordered(self, text: str) -> bool:
        return bool(_compiled(self.spelled).search(text))


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def in_words(text: str) -> Wanted:
    """The words of a text, with any signs between them and a joint anywhere."""
    parts = _WORD.findall(folded(text))
    spelled = r"[\W_]*".join(f"{JOINT}?".join(map(re.escape, part)) for part in parts)
    return Wanted("".join(parts), _edged(spelled, "".join(parts)))


def in_digits(text: str) -> Wanted:
    """Seven digits or more, set apart as people like; the 1 of the country may stand before them."""
    digits = re.sub(r"\D", "", text)
    return Wanted(digits, rf"(?:(?<!\d)|(?<=\D1)|(?<=^1)){_APART.join(digits)}(?!\d)")


def as_number(text: str) -> Wanted:
    """A number as it is written, no part of a longer one."""
    spelled = rf"(?<![\d,.]){re.escape(folded(text))}(?![\d]|[,.]\d)"
    return Wanted(squeezed(text), spelled, counts=True)


def is_spaced(character: str) -> bool:
    """Whether words end beside this letter: in scripts that put no blanks between words none does."""
    return character.isalnum() and unicodedata.east_asian_width(character) not in "WF"


def _edged(spelled: str, letters: str) -> str:
    before = r"(?<![^\W_])" if letters and is_spaced(letters[0]) else ""
    after = r"(?![^\W_])" if letters and is_spaced(letters[-1]) else ""
    return f"{before}{spelled}{after}"
