"""Hebrew and Arabic as a PDF holds them: drawn from the left, the last letter of a line first."""

import re
import unicodedata
from collections import Counter

_FIGURES = re.compile(r"[#$%€£¢°]*\d(?:[\d.,:/+-]*\d)?[#$%€£¢°]*")
_DIGITS = re.compile(r"\d+")
"""Figures stay in their order inside such words; which signs belong to them depends on the letters before."""
_MIRRORED = str.maketrans("()[]{}<>«»‹›", "(([[{{<<««‹‹")
"""A bracket is drawn as its mirror image; either may be read back."""
_LONGEST = 400
"""No line of a page holds more characters."""


def turned(expected: str, at: int, found: str, here: int) -> int:
    """How many characters from here on the PDF has in the order they are drawn; 0 when it is not that.

    `expected` are the words as they are read, from `at`, and `found` those of one line, from `here`. Whole
    words are turned round or none: letters alike at both ends of a word have been passed already.
    """
    passed = _passed(expected[:at], found[:here])
    length = _length(expected[at - passed :], found[here - passed :])
    return max(0, length - passed)


def _passed(expected: str, found: str) -> int:
    count = 0
    for wanted, drawn in zip(reversed(expected), reversed(found), strict=False):
        if wanted != drawn or not _from_right(wanted):
            break
        count += 1
    return count


def _length(expected: str, found: str) -> int:
    line = re.split(r"[\u2028\n]", found[:_LONGEST], maxsplit=1)[0]
    for length in range(2, min(len(line), len(expected)) + 1):
        wanted, drawn = expected[:length], line[:length]
        if "\n" in wanted:
            return 0
        if _inside(expected, length) or _inside(line, length) or not any(map(_from_right, wanted)):
            continue
        if any(_same(wanted, _read(drawn, figures)) for figures in (_FIGURES, _DIGITS)):
            return length
    return 0


def _inside(text: str, end: int) -> bool:
    """Whether a word from the right goes on at this place."""
    return end < len(text) and _from_right(text[end])


def _from_right(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL") or unicodedata.combining(character) > 0


def _read(drawn: str, figures: re.Pattern[str]) -> str:
    """A line turned round, its figures left as they are."""
    return figures.sub(lambda match: match[0][::-1], drawn[::-1])


def _same(wanted: str, read: str) -> bool:
    """Whether both have the same letters in the same order, and the same marks somewhere on them."""
    return _parts(wanted) == _parts(read)


def _parts(text: str) -> tuple[str, Counter[str]]:
    marks = [character for character in text if unicodedata.combining(character)]
    letters = "".join(character for character in text if not unicodedata.combining(character))
    return letters.translate(_MIRRORED), Counter(marks)
