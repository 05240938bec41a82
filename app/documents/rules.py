"""Blanks that a clean copy prints as a rule to fill by hand, the same characters in Word and PDF."""

import html
import re
from collections.abc import Set

from app.core.values import GAP_CLOSE, GAP_OPEN

_GAP = re.compile(f"{GAP_OPEN}(?:to be confirmed: )?([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_WIDTHS = (
    (60, r"(?<!e-mail )address"),
    (
        14,
        r"hours|rate|rates|amount|sum|sums|number|how many|how much|agreed pay|missing pay|missing last pay",
    ),
    (18, r"day|days|date|dates|when|year|years|month|months"),
)
_LINES = tuple((width, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for width, words in _WIDTHS)
_ELSE = 42
"""Underscores that make a rule of about three and a half inches."""


def rule(label: str) -> str:
    """The rule for a blank with this label: room to write an address, a sum, a day or anything else."""
    return "_" * next((width for width, words in _LINES if words.search(label)), _ELSE)


def drawn(filled: str, ruled: Set[str]) -> str:
    """Filled text, XML or HTML, with a rule in place of each blank whose label an attorney has ruled."""
    if not ruled or GAP_OPEN not in filled:
        return filled
    return _GAP.sub(lambda gap: _drawn(gap, ruled), filled)


def _drawn(gap: re.Match[str], ruled: Set[str]) -> str:
    label = html.unescape(gap[1]).replace("\u00a0", " ")
    return rule(label) if label in {each.replace("\u00a0", " ") for each in ruled} else gap[0]
