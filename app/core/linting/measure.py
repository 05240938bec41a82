"""How hard a text is to read: the Flesch-Kincaid school grade, by two counts of syllables.

A count by the places where a word may be hyphenated finds too few syllables (“about” has one), so a count by
groups of vowels is made too, and the higher grade of both holds.
"""

import math
import re
from functools import lru_cache

from pyphen import Pyphen

_HYPHENS = Pyphen(lang="en_US")
_SENTENCE = re.compile(r"\b[^.!?]+[.!?]*")
_SIGNS = re.compile(r"[^\w\s]")
_PIPED = re.compile(r"\{[a-z_.]+\}")


def grade(text: str) -> float:
    """The school grade of a text: the higher of two counts."""
    return max(by_hyphens(text), by_vowels(text))


@lru_cache(maxsize=4096)
def by_hyphens(text: str) -> float:
    """The grade with syllables counted by hyphens; sentences of two words or less count with the next."""
    words = _words(text)
    if not words:
        return 0.0
    sentences = max(1, sum(len(_words(each)) > 2 for each in _SENTENCE.findall(text)))
    syllables = sum(len(_HYPHENS.positions(word.lower())) + 1 for word in words)
    length, spoken = _rounded(len(words) / sentences), _rounded(syllables / len(words))
    return _rounded(0.39 * length + 11.8 * spoken - 15.59)


@lru_cache(maxsize=4096)
def by_vowels(text: str) -> float:
    """The grade with syllables counted by groups of vowels."""
    sentences = [part for part in re.split(r"[.?!:]+(?:\s|$)", text) if re.search(r"[A-Za-z]", part)]
    words = re.findall(r"[A-Za-z’']+", text)
    if not words or not sentences:
        return 0.0
    syllables = sum(_syllables(word.lower()) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def sentence(text: str) -> str:
    """A text as a sentence, with a name where an answer would be piped in."""
    plain = _PIPED.sub("Ana", " ".join(text.split()))
    return plain if not plain or plain[-1] in ".?!:" else f"{plain}."


def _words(text: str) -> list[str]:
    return _SIGNS.sub("", text).split()


def _syllables(word: str) -> int:
    spoken = word if word.endswith("le") or len(word) <= 3 else word.removesuffix("e")
    return max(1, len(re.findall(r"[aeiouy]+", spoken)))


def _rounded(number: float) -> float:
    """To one digit, half away from zero."""
    return math.floor(number * 10 + math.copysign(0.5, number)) / 10
