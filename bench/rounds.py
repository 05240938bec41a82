"""Runs works in turns, so that whatever else the machine does falls on all alike, and takes medians."""

import gc
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field


def nothing() -> None:
    """Nothing to do."""


@dataclass
class Work:
    """Something to time: `run` is timed, `before` is done first and is not; in every `every`-th round."""

    name: str
    run: Callable[[], object]
    before: Callable[[], object] = nothing
    every: int = 1
    goal_ms: float | None = None
    times: list[float] = field(default_factory=list)

    @property
    def median_ms(self) -> float:
        """The median of its times in milliseconds."""
        return statistics.median(self.times) * 1000

    def once(self, *, keep: bool = True) -> None:
        """Run it once; a first run to warm up is not kept."""
        self.before()
        gc.collect()
        start = time.perf_counter()
        self.run()
        taken = time.perf_counter() - start
        if keep:
            self.times.append(taken)


def play(works: Sequence[Work], rounds: int) -> None:
    """Warm every work up, then run them in turns, each round from another beginning."""
    for work in works:
        work.once(keep=False)
    for number in range(rounds):
        shown(f"yardstick, round {number + 1} of {rounds}")
        start = number % len(works)
        for work in (*works[start:], *works[:start]):
            if number % work.every == 0:
                work.once()


def shown(words: str) -> None:
    """A line of progress where a person is watching."""
    if sys.stderr.isatty():
        print(f"\r\033[K{words}", end="", file=sys.stderr, flush=True)
