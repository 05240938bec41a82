"""Why a tag is none, in the words of somebody who typed it in Word; and what only looks like a tag."""

import re
import unicodedata
from collections.abc import Iterator

_LONGEST = 60
_STRAY = {
    "“": "a curly quotation mark", "”": "a curly quotation mark", "‘": "a curly quotation mark",
    "’": "a curly quotation mark", "–": "a dash", "—": "a dash", "…": "an ellipsis",
}  # fmt: skip
_OF_DOCXTPL = re.compile(r"\s*(?:(?P<kind>vm|hm|cellbg|colspan)\b|(?:p|r|tc|tr)\s)")
_PRINTS_AS_IT_IS = re.compile(
    r"\{\s+[{%]|[}%]\s+\}|\{_[{%]|[}%]_\}|(?<![{\w])\{[A-Za-z]\w*(?:\.\w+)*\}(?!\})"
)
"""Braces apart, braces as docxtpl prints them, and the braces of a questionnaire's wording."""


def shown(tag: str) -> str:
    """A tag as a sentence quotes it, cut to what a sentence can bear."""
    return tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"


def hint(inside: str) -> str:
    """A second half for the sentence about a tag that cannot be read, or nothing."""
    odd = (each for each in inside if not each.isspace() and not (each.isascii() and each.isprintable()))
    for character in odd:
        return f"; {_character(character)} stands in it: retype the tag"
    if found := _OF_DOCXTPL.match(inside):
        return f"; {_docxtpl(found)}"
    if inside[:1] in "-+" or inside[-1:] in "-+":
        return "; a hyphen or plus at its edge is not used here: take it out"
    return ""


def lookalikes(text: str) -> Iterator[str]:
    """One sentence for each thing that would be printed as it stands and was hardly meant to be."""
    for found in _PRINTS_AS_IT_IS.finditer(text):
        yield (
            f"“{shown(found[0])}” is no tag and would be printed as it stands; "
            "a value is {{ name }}, a condition {% if name %}."
        )


def _character(character: str) -> str:
    if character in _STRAY:
        return _STRAY[character]
    named = unicodedata.name(character, "a character without a name").lower()
    seen = character if unicodedata.category(character)[0] in "LNPS" else f"U+{ord(character):04X}"
    return f"“{seen}” ({named})"


def _docxtpl(found: re.Match[str]) -> str:
    if found["kind"]:
        return "a tag cannot merge or colour cells here: use another table style, or a row of its own"
    return "only “{%p” (a whole paragraph) and “{%tr” (a whole row) may stand before a word"
