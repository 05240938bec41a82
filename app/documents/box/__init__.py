"""The box: every product path renders in a warm pool of child processes with limits and behind walls.

`run` makes something of a draft in a child, `here` the same in this process. A child loads the form from the
job's own folder, holds no key and no database, reaches no network and writes no file; what it may spend is
in `Limits`. `begin` warms the children up, `end` ends them; a process that never says either gets its pool
with its first job and loses it when it exits.
"""

import atexit
import threading
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from app.documents.box.job import Job, here
from app.documents.box.limits import Busy, Limits, OverLimit, Reached
from app.documents.box.pool import Box, Ticket
from app.documents.draft import Draft

__all__ = ["Box", "Busy", "Job", "Limits", "OverLimit", "Reached", "Ticket", "begin", "end", "here", "run"]

Args = ParamSpec("Args")
Result = TypeVar("Result")

PROCESSES = 2
"""Children of a process that serves pages."""

_lock = threading.Lock()
_boxes: list[Box] = []


def begin(processes: int = PROCESSES) -> Box:
    """This process's own box, its children warming up from now on; it keeps the number it began with."""
    with _lock:
        if not _boxes:
            _boxes.append(Box(processes))
            atexit.register(end)
        box = _boxes[0]
    box.begin()
    return box


def end() -> None:
    """End this process's own box and its children; the next job would begin another."""
    with _lock:
        ended = [_boxes.pop() for _ in range(len(_boxes))]
        atexit.unregister(end)
    for box in ended:
        box.end()


def run(
    job: Job, act: Callable[Concatenate[Draft, Args], Result], *args: Args.args, **named: Args.kwargs
) -> Result:
    """What the module-level function `act` makes of the job's draft in a child; raises DocumentError."""
    return begin().run(job, act, *args, **named)
