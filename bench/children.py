"""One kind of work in a process of its own, so that nothing one way of working changes touches another."""

import gc
import multiprocessing
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

from bench.rounds import shown

Result = TypeVar("Result")


def nothing(number: int) -> None:
    """Nothing to get ready."""


@dataclass
class Child:
    """A process for one kind of work; both functions must be a module's own, to be found there again."""

    name: str
    run: Callable[[int], object] = nothing
    before: Callable[[int], object] = nothing
    repeats: int = 1
    """How often the work is done for one time, each time with another number."""
    times: list[float] = field(default_factory=list)
    """Seconds of one piece of work, round by round."""

    def __enter__(self) -> "Child":
        self.pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
        return self

    def __exit__(self, *_: object) -> None:
        self.pool.shutdown(cancel_futures=True)

    def ask(self, function: Callable[..., Result], *given: object) -> Result:
        """What a function gives, called in the process."""
        return self.send(function, *given).result()

    def send(self, function: Callable[..., Result], *given: object) -> "Future[Result]":
        """Have a function called in the process, without waiting for it."""
        return self.pool.submit(function, *given)

    def once(self, number: int) -> float:
        """Seconds of one piece of work, as measured in the process."""
        return self.ask(timed, self.run, self.before, number, self.repeats)


def timed(run: Callable[[int], object], before: Callable[[int], object], number: int, repeats: int) -> float:
    """Seconds of one piece of work, without what comes before it."""
    numbers = range(number * repeats, (number + 1) * repeats)
    for each in numbers:
        before(each)
    gc.collect()
    start = time.perf_counter()
    for each in numbers:
        run(each)
    return (time.perf_counter() - start) / repeats


def in_turns(children: Sequence[Child], rounds: int, warm: int = 2) -> None:
    """Warm every child up, then let them work in turns, each round from another beginning."""
    for number in range(warm):
        for child in children:
            child.once(number)
    for number in range(rounds):
        shown(f"{children[0].name}, round {number + 1} of {rounds}")
        start = number % len(children)
        for child in (*children[start:], *children[:start]):
            child.times.append(child.once(warm + number))
