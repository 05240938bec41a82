"""Keeps text in a CSV file text, whatever a spreadsheet program makes of signs at its beginning (EXP-1)."""

import re
import unicodedata

FORMULA = re.compile(r"[=+\-@\t\r\0]")


def guarded(text: str) -> str:
    """The text, behind an apostrophe if a spreadsheet could take it for a formula."""
    shown = unicodedata.normalize("NFKC", text).lstrip(" \u00a0\u200b\ufeff")
    begins = FORMULA.match(text) or FORMULA.match(shown)
    return f"'{text}" if begins else text
