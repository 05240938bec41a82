"""How a fault is printed: its line, and below it the fewest answers that lead there, ready to be run."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.casework import answer_text
from app.core.faults import Fault

INDENT = "    "


@dataclass(frozen=True)
class Found:
    """A fault with the form it was found in, and the number of its answers among those of the form."""

    form: str
    fault: Fault
    number: int = 0

    @property
    def file(self) -> str:
        """What the file of its answers is called."""
        return f"{self.form.replace('/', '-')}-{self.number:02d}.yaml"


def numbered(by_form: Mapping[str, Sequence[Fault]]) -> list[Found]:
    """Every fault of the forms; those with answers are counted, form by form."""
    found = []
    for form, faults in by_form.items():
        count = 0
        for fault in faults:
            count += fault.answers is not None
            found.append(Found(form, fault, count if fault.answers is not None else 0))
    return found


def files(found: Sequence[Found]) -> dict[str, bytes]:
    """An answer file for each fault that has answers."""
    return {
        each.file: answer_text.written(each.fault.answers or {}).encode() for each in found if each.number
    }


def lines(found: Found, today: date, paths: Path | None) -> Iterator[str]:
    """The line of a fault; below it how to run its answers, and they themselves unless they go to files."""
    yield str(found.fault)
    if not found.number:
        return
    file = paths / found.file if paths else Path("answers.yaml")
    out = file.with_suffix("") if paths else Path("packet")
    command = f"draftwell assemble {found.form} {shlex.quote(str(file))} --out {shlex.quote(str(out))}"
    if paths:
        yield f"{INDENT}{command} --today {today}"
        return
    yield f"{INDENT}# With these answers; saved as {file}: {command} --today {today}"
    yield from (f"{INDENT}{line}" for line in answer_text.written(found.fault.answers or {}).splitlines())
