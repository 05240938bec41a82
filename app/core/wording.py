"""The one written normalisation of typed text, and what of it is refused because it cannot be printed."""

import re
import unicodedata

LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029\v\f]")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)
"""Marks that print nothing (soft hyphen, joiners, direction marks, variation selectors) and are taken out."""


def normalised(text: str) -> str:
    """Text in Unicode form C, one kind of line end, tabs as spaces, no invisible marks, no outer space."""
    text = LINE_ENDS.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", INVISIBLE.sub("", text)).strip()


def unprintable(text: str) -> str | None:
    """A sentence naming the first character that cannot be printed, or None."""
    for position, character in enumerate(text):
        why = _why(character)
        if why:
            before = text[max(0, position - 20) : position].strip()
            where = f"after “{before}”" if before else "at the beginning"
            return f"There is {why} (U+{ord(character):04X}) {where}. Take it out and try again."
    return None


def _why(character: str) -> str | None:
    code = ord(character)
    if 0xD800 <= code <= 0xDFFF:
        return "half of a broken character"
    if code == 0xFFFD:
        return "a replacement mark where a character was lost"
    if code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF or unicodedata.category(character) == "Co":
        return "a character without a meaning in any font"
    if 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069:
        return "an invisible mark that turns the reading direction"
    if unicodedata.category(character) == "Cn":
        return "a character that no alphabet has"
    if character != "\n" and unicodedata.category(character) == "Cc":
        return "a control character that cannot be printed"
    return None


def listed(words: list[str], joint: str = "and") -> str:
    """Words as a sentence lists them: “a”, “a and b”, “a, b and c”."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joint} {words[-1]}"
