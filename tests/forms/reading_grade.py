"""How hard a client's paper is to read, and another's count of syllables beside the product's own."""

import re
import sys
import types

# textstat asks setuptools for a module that it no longer has, for word lists which this measure does not use.
sys.modules.setdefault("pkg_resources", types.ModuleType("pkg_resources"))
import textstat  # noqa: E402


def by_textstat(text: str) -> float:
    """The Flesch-Kincaid grade as textstat counts it."""
    return float(textstat.flesch_kincaid_grade(text))


def sheet(text: str) -> str:
    """A client's paper as sentences: each line is one, and lines with a telephone number are no prose."""
    lines = [line.rstrip(".") for line in text.splitlines() if line.strip()]
    return ". ".join(line for line in lines if not re.search(r"\d{3}-\d{4}", line))
