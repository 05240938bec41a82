"""Loads the phrases no paper for the other side may hold, from a file an attorney can read and extend."""

import re
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("phrases.txt")


@lru_cache(maxsize=1)
def sections() -> dict[str, re.Pattern[str]]:
    """Each section of the file as one pattern for folded text."""
    found: dict[str, list[str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found[line.strip("[]")] = []
        elif line and not line.startswith("#"):
            found[next(reversed(found))].append(line)
    return {name: re.compile("|".join(f"(?:{line})" for line in lines)) for name, lines in found.items()}


def speaks(section: str, text: str) -> bool:
    """Whether folded text holds a phrase of a section."""
    return bool(sections()[section].search(text))
