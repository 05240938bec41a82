"""Days that no line end tears: blanks that do not break (U+00A0) in “May 1, 2026”, never in typed words."""

import re

from app.core.kinds.date_text import MONTHS
from app.core.values import GAP_OPEN

_YEAR = r"(?:19|20)\d\d\b"
_TORN = re.compile(rf"(?:\b(?:{'|'.join(MONTHS)}) (?=\d{{1,2}}\b|{_YEAR})|\b\d{{1,2}}, (?={_YEAR}))")


def bound(value: object) -> object:
    """The same plain data, its days bound; a marked gap keeps its words, by which it is known."""
    if isinstance(value, str):
        # Most values are sums without a blank.
        return value if " " not in value or GAP_OPEN in value else _TORN.sub(_without_break, value)
    if isinstance(value, dict):
        return {name: bound(part) for name, part in value.items()}
    return [bound(part) for part in value] if isinstance(value, list | tuple) else value


def _without_break(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}\u00a0"
