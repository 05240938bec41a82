"""Whether a process that makes papers grows: its resident memory after warming up and after many more."""

import re
import statistics
import time
from pathlib import Path

from bench import ours
from bench.children import Child
from bench.rounds import shown
from bench.rows import THE_MEMORY, Row

RENDERS = 1000
WARM = 100
WINDOW = 25
"""Letters over which the highest figure is taken: memory goes up and down between collections of garbage."""
_RESIDENT = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)


def rows(renders: int) -> list[Row]:
    """One row: letters as Word and PDF in one process."""
    shown(f"memory, {renders} letters")
    warm = min(WARM, renders // 2)
    with Child("memory", ours_once) as child:
        resident, seconds = child.ask(many, renders)
    return [row(resident, seconds, warm)]


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


def many(renders: int) -> tuple[list[int], list[float]]:
    """Resident kilobytes after each letter, and the seconds it took."""
    sizes, seconds = [], []
    for number in range(renders):
        start = time.perf_counter()
        ours_once(number)
        seconds.append(time.perf_counter() - start)
        sizes.append(resident_kb())
    return sizes, seconds


def ours_once(number: int) -> None:
    """One letter in both formats."""
    ours.docx("letter", number)
    ours.pdf_of("letter", number)


def resident_kb() -> int:
    """The resident memory of this process, as Linux tells it."""
    found = _RESIDENT.search(Path("/proc/self/status").read_text())
    if found is None:
        raise RuntimeError("This system does not say how much memory a process has.")
    return int(found[1])
