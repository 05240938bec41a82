"""A pool of children, on Pebble: one that hangs, dies or overspends is replaced, the others go on."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from signal import SIGPROF
from typing import Any, Concatenate, ParamSpec, TypeVar

from pebble import CONSTS, ProcessExpired, ProcessPool

from app.documents.box import child, parcel
from app.documents.box.job import Job
from app.documents.box.limits import MEMORY_EXIT, Limits, OverLimit
from app.documents.draft import Draft

Args = ParamSpec("Args")
Result = TypeVar("Result")

# How long a child is asked to go before it is killed: one that is to be ended hangs or overspends.
CONSTS.term_timeout = 0.3


class Ticket:
    """A job handed in; `result` waits for what became of it."""

    def __init__(self, box: "Box", order: bytes) -> None:
        self._box, self._order = box, order
        self._future = box.hand_in(order)

    def result(self, patience: float | None = None) -> Any:
        """What the job made; raises the DocumentError it raised, or OverLimit."""
        try:
            return parcel.opened(self._waited(patience))
        except ProcessExpired as expired:
            raise self._box.ended(expired.exitcode) from None
        except (BrokenProcessPool, CancelledError):
            raise self._box.ended(1) from None

    def _waited(self, patience: float | None) -> bytes:
        try:
            data: bytes = self._future.result(patience)
        except TookTooLong:
            if self._future.done():
                raise self._box.limits.too_long() from None
            self._future.cancel()
            raise OverLimit("Too many papers are being made just now; try again in a minute.") from None
        return data


class Box:
    """A pool of warm children with limits; may be used by many threads at once.

    `acts` are modules read before the walls close, besides those of this floor; `nice` makes way for others.
    """

    def __init__(
        self, processes: int, limits: Limits | None = None, acts: tuple[str, ...] = (), nice: int = 0
    ) -> None:
        self.limits = limits or Limits()
        self._processes, self._inside = processes, (self.limits, acts, nice)
        self._lock = threading.Lock()
        self._pool: ProcessPool | None = None

    def __enter__(self) -> "Box":
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start the children, which warm up by themselves; does nothing while they are at work."""
        with self._lock:
            self._working()

    def run(
        self,
        job: Job,
        act: Callable[Concatenate[Draft, Args], Result],
        *args: Args.args,
        **named: Args.kwargs,
    ) -> Result:
        """What `act` makes of the job's draft; DocumentError, also when the children have no time for it."""
        made: Result = self.send(job, act, *args, **named).result(self.limits.seconds * 3 + 60)
        return made

    def send(
        self, job: Job, act: Callable[Concatenate[Draft, Args], Any], *args: Args.args, **named: Args.kwargs
    ) -> Ticket:
        """Hand a job in, to be done when a child is free."""
        return Ticket(self, parcel.packed((job, act, args, named)))

    def hand_in(self, order: bytes) -> Any:
        """The future of an order; a pool that broke is put in order first."""
        with self._lock:
            return self._working().schedule(child.work, (order,), timeout=self.limits.seconds)

    def ended(self, exit_code: int) -> OverLimit:
        """Why a child ended before its job did."""
        if exit_code == MEMORY_EXIT:
            return self.limits.too_big()
        if exit_code == -SIGPROF:
            return self.limits.too_busy()
        return OverLimit("The process that makes papers ended before it was done; try again.")

    def end(self) -> None:
        """End every child, at work or not."""
        with self._lock:
            pool, self._pool = self._pool, None
        if pool is not None:
            _stop(pool)

    def _working(self) -> ProcessPool:
        if self._pool is not None and not self._pool.active:
            _stop(self._pool)
            self._pool = None
        if self._pool is None:
            # Fresh interpreters: threads, locks and secrets of this one are not copied into them.
            self._pool = ProcessPool(
                self._processes, self.limits.jobs, child.begin, self._inside,
                multiprocessing.get_context("spawn"),
            )  # fmt: skip
            assert self._pool.active
        return self._pool


def _stop(pool: ProcessPool) -> None:
    pool.stop()  # type: ignore[no-untyped-call]
    pool.join()
