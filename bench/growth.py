"""How the time of one paper grows with its rows and pages, as an exponent: 1 is in proportion."""

import statistics
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from math import log

from bench import ours
from bench.boxed import Boxed
from bench.children import timed
from bench.rounds import shown
from bench.rows import THE_TIME, Row

WEEKS = (10, 40, 100, 250, 500, 1000, 2000)
INCIDENTS = (6, 12, 25, 50, 100, 200)
MOST_WEEKS, MOST_INCIDENTS = 500, 100
"""How far PDFs are taken unless the long run is asked for."""
TIMES = 3


def rows(long: bool, short: bool) -> list[Row]:
    """Four rows, each with its exponent; the long run takes PDFs as far as Word files, the short none far."""
    weeks, incidents = (WEEKS[:3], INCIDENTS[:3]) if short else (WEEKS, INCIDENTS)
    return [
        grown("growth-docx-rows", ours.docx, "letter", weeks),
        grown("growth-pdf-rows", ours.pdf_of, "letter", [n for n in weeks if long or n <= MOST_WEEKS]),
        grown("growth-docx-pages", ours.docx, "pleading", incidents),
        grown(
            "growth-pdf-pages", ours.pdf_of, "pleading", [n for n in incidents if long or n <= MOST_INCIDENTS]
        ),
    ]


def grown(work: str, make: Callable[..., bytes], paper: str, sizes: Sequence[int]) -> Row:
    """The time at the largest size against that at the smallest, with all between."""
    points = _seconds(work, make, paper, sizes)
    few, many = sizes[0], sizes[-1]
    what = "workweeks" if paper == "letter" else "incidents"
    more: dict[str, object] = {
        "exponent": round(exponent(points), 2),
        "exponent_at_end": round(exponent({size: points[size] for size in sizes[-2:]}), 2),
        "points_ms": {str(size): round(seconds * 1000, 2) for size, seconds in points.items()},
        "sample": f"{few} to {many} {what}",
    }
    times = points[many] * 1000, points[few] * 1000
    return Row(work, f"{few} {what}", points[many] / points[few], *times, THE_TIME, more)


def _seconds(work: str, make: Callable[..., bytes], paper: str, sizes: Sequence[int]) -> dict[int, float]:
    """The median seconds at each size, all sizes in turns; small papers are made several times for a time."""
    times: dict[int, list[float]] = {size: [] for size in sizes}
    with Boxed(work) as child:
        for number in range(TIMES + 1):
            for size in sizes:
                shown(f"{work}, {size}, round {number} of {TIMES}")
                run, before = partial(make, paper, size=size), partial(ours.context, paper, size=size)
                repeats = max(1, sizes[-1] // size // 10)
                times[size].append(child.ask(timed, run, before, number, repeats))
    return {size: statistics.median(taken[1:]) for size, taken in times.items()}


def exponent(points: Mapping[int, float]) -> float:
    """The slope of time over size when both are logarithms: 1 in proportion, 2 by the square."""
    sizes, times = [log(size) for size in points], [log(seconds) for seconds in points.values()]
    return statistics.linear_regression(sizes, times).slope
