"""Writes plain answers as the YAML of an answer file, quoting only what would read as something else."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

PLAIN = re.compile(r"[A-Za-z0-9$][A-Za-z0-9 $_.,/@()'’-]*")
SPECIAL = {"null", "~"}


def lines(name: str, raw: Any, indent: str = "") -> Iterator[str]:
    """`name: answer`, over as many lines as it takes."""
    if isinstance(raw, Mapping) and raw:
        yield f"{indent}{name}:"
        for part, value in raw.items():
            yield from lines(part, value, indent + "  ")
    elif isinstance(raw, str) and "\n" in raw and raw == raw.strip():
        yield f"{indent}{name}: |-"
        for line in raw.split("\n"):
            yield f"{indent}  {line}" if line else ""
    elif isinstance(raw, Sequence) and not isinstance(raw, str):
        yield f"{indent}{name}: [{', '.join(word(each) for each in raw)}]"
    else:
        yield f"{indent}{name}: {word(raw)}"


def word(raw: Any) -> str:
    """One value on its line."""
    text = str(raw)
    plain = PLAIN.fullmatch(text) and text == text.strip() and text not in SPECIAL and "," not in text
    return text if plain else json.dumps(text, ensure_ascii=False)
