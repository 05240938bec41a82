"""The order in which faults are told: by file, and in it from top to bottom."""

import re
from collections.abc import Iterable

from app.core.faults import Fault

_NUMBER = re.compile(r"(\d+)")


def sorted_faults(faults: Iterable[Fault]) -> list[Fault]:
    """Each fault once, line 9 before line 10."""
    return sorted(dict.fromkeys(faults), key=_place)


def _place(fault: Fault) -> tuple[list[tuple[int, str]], str]:
    steps = [(int(step), "") if step.isdigit() else (0, step) for step in _NUMBER.split(fault.place)]
    return steps, fault.sentence
