"""Blanks that a clean copy prints as a rule to fill by hand, the same characters in Word and PDF."""

import html
import re
from collections.abc import Set

from app.core.values import GAP_CLOSE, GAP_OPEN

_GAP = re.compile(f"{GAP_OPEN}(?:to be confirmed: )?([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_LONG = re.compile(
    r"\b(?:address|name|names|court|attorney|who|where|e-mail|payee|employer)\b", re.IGNORECASE
)


def rule(label: str) -> str:
    """The rule for a blank with this label: long for names and places, short for sums, days and numbers."""
    return "_" * (34 if _LONG.search(label) else 18)


def drawn(filled: str, ruled: Set[str]) -> str:
    """Filled text, XML or HTML, with a rule in place of each blank whose label an attorney has ruled."""
    if not ruled or GAP_OPEN not in filled:
        return filled
    return _GAP.sub(lambda gap: _drawn(gap, ruled), filled)


def _drawn(gap: re.Match[str], ruled: Set[str]) -> str:
    label = html.unescape(gap[1]).replace("\u00a0", " ")
    return rule(label) if label in {each.replace("\u00a0", " ") for each in ruled} else gap[0]
