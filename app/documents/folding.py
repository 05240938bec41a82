"""Text made comparable without moving a character, and cut into sentences."""

import re
import unicodedata
from functools import lru_cache

_ALIKE = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "`": "'",
        "´": "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
_ENDS = re.compile(r"(?<=[.!?;…])[\"'”)\]]*\s+|\n+")
_ABBREVIATED = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|inc|co|u\.s|v|e\.g|i\.e|a\.m|p\.m)\.$", re.IGNORECASE)


def folded(text: str) -> str:
    """The text in small letters without accents and variants of signs; each character keeps its place."""
    alike = text.replace("`", "'") if text.isascii() else text.translate(_ALIKE)
    return alike.lower() if alike.isascii() else "".join(map(_fold, alike))


@lru_cache(maxsize=4096)
def _fold(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1] or character
    small = base.casefold()
    return small if len(small) == 1 else character


def words(text: str) -> str:
    """The folded text with single blanks, to tell whether one text holds another."""
    return " ".join(folded(text).split())


def sentences(text: str) -> list[str]:
    """The sentences of a text as they stand in it; an abbreviation does not end one."""
    found: list[str] = []
    for piece in _ENDS.split(text):
        if found and _ABBREVIATED.search(found[-1]):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip():
            found.append(piece.strip())
    return found
