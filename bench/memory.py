"""Whether a process that makes papers grows: its resident memory after warming up and after many more."""

import re
import statistics
import time
from pathlib import Path

from app.documents.box import Box
from bench import boxed
from bench.boxed import Boxed
from bench.rounds import shown
from bench.rows import THE_MEMORY, Row

RENDERS = 1000
WARM = 100
WINDOW = 25
"""Letters over which the highest figure is taken: memory goes up and down between collections of garbage."""
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


def rows(renders: int) -> list[Row]:
    """One row: letters as Word and PDF, searched by the guard, in one child of the box."""
    with Boxed("memory") as child:
        resident, seconds = many(child.box, renders)
    return [row(resident, seconds, min(WARM, renders // 2))]


def row(resident: list[int], seconds: list[float], warm: int) -> Row:
    """The memory at the end against that after warming up; the times of a letter at both ends with it."""
    window = min(WINDOW, warm)
    after, end = max(resident[warm - window : warm]), max(resident[-window:])
    more: dict[str, object] = {
        "growth_percent": round(100 * (end / after - 1), 1),
        "worker_mb": round(max(resident) / 1024, 1),
        "sample": f"{len(resident)} letters as Word and PDF, the first {warm} to warm up",
    }
    late, early = (
        1000 * statistics.median(part) for part in (seconds[-window:], seconds[warm - window : warm])
    )
    return Row("memory-1000", "after warm-up", end / after, late, early, THE_MEMORY, more)


def many(box: Box, renders: int) -> tuple[list[int], list[float]]:
    """Resident kilobytes of the child after each letter, and the seconds the letter took."""
    sizes, seconds, processes = [], [], set()
    for number in range(renders):
        shown(f"memory, letter {number + 1} of {renders}")
        start = time.perf_counter()
        process = box.run(boxed.job(), boxed.process_after, number)
        seconds.append(time.perf_counter() - start)
        processes.add(process)
        sizes.append(resident_kb(process))
    if len(processes) != 1:
        raise RuntimeError("The child was replaced before its memory could be measured.")
    return sizes, seconds


def resident_kb(process: int) -> int:
    """The resident memory of a process, as Linux tells it."""
    found = _RESIDENT.search(Path(f"/proc/{process}/status").read_text())
    if found is None:
        raise RuntimeError("This system does not say how much memory a process has.")
    return int(found[1])
