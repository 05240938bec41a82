"""A pool of children, on Pebble: one that hangs, dies or overspends is replaced, the others go on."""

import multiprocessing
import threading
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, InvalidStateError
from concurrent.futures import TimeoutError as TookTooLong
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from signal import SIGPROF
from typing import Any, Concatenate, ParamSpec, TypeVar
from weakref import WeakSet

from pebble import CONSTS, ProcessExpired, ProcessPool

from app.documents.box import child, parcel
from app.documents.box.job import Job
from app.documents.box.limits import MEMORY_EXIT, Busy, Limits, OverLimit
from app.documents.draft import Draft

Args = ParamSpec("Args")
Result = TypeVar("Result")

# How long a child is asked to go before it is killed: one that is to be ended hangs or overspends.
CONSTS.term_timeout = 0.3
FRESH = 30
"""Seconds a child may need to warm up in place of one that was ended, on a machine with much else to do."""


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
            raise Busy("Too many papers are being made just now; try again in a minute.") from None
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
        self._running: _Running | None = None

    def __enter__(self) -> "Box":
        self.begin()
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def begin(self) -> None:
        """Start the children, which warm up by themselves; does nothing while they are at work."""
        with self._lock:
            dead = self._put_in_order()
        if dead is not None:
            dead.stop()

    def patience(self, ahead: int) -> float:
        """Seconds after which a job is surely done that so many were handed in before."""
        rounds = ahead // self._processes + 1
        return (self.limits.seconds + FRESH) * rounds + FRESH

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
        dead = None
        try:
            with self._lock:
                dead = self._put_in_order()
                assert self._running is not None
                return self._running.take(order, self.limits.seconds)
        except RuntimeError:
            # The pool died between the look at it and the job.
            raise self.ended(1) from None
        finally:
            if dead is not None:
                dead.stop()

    def ended(self, exit_code: int) -> OverLimit:
        """Why a child ended before its job did."""
        if exit_code == MEMORY_EXIT:
            return self.limits.too_big()
        if exit_code == -SIGPROF:
            return self.limits.too_busy()
        return Busy("The process that makes papers ended before it was done; try again.")

    def end(self) -> None:
        """End every child, at work or not."""
        with self._lock:
            running, self._running = self._running, None
        if running is not None:
            running.stop()

    def _put_in_order(self) -> "_Running | None":
        """Have a pool at work; gives the dead one whose place it took, to be stopped without our lock."""
        dead = None
        if self._running is not None and not self._running.pool.active:
            dead, self._running = self._running, None
        if self._running is None:
            # Fresh interpreters: threads, locks and secrets of this one are not copied into them.
            pool = ProcessPool(
                self._processes, self.limits.jobs, child.begin, self._inside,
                multiprocessing.get_context("spawn"),
            )  # fmt: skip
            assert pool.active
            self._running = _Running(pool)
        return dead


class _Running:
    """A pool with the jobs that were handed in to it."""

    def __init__(self, pool: ProcessPool) -> None:
        self.pool = pool
        self._handed_in: WeakSet[Future[bytes]] = WeakSet()

    def take(self, order: bytes, seconds: float) -> "Future[bytes]":
        """The future of an order; RuntimeError when the pool is dead."""
        future = self.pool.schedule(child.work, (order,), timeout=seconds)
        self._handed_in.add(future)
        return future

    def stop(self) -> None:
        """End the children, and the waiting for jobs that were not done: Pebble alone leaves it endless."""
        try:
            self.pool.stop()  # type: ignore[no-untyped-call]
            self.pool.join()
        finally:
            for future in list(self._handed_in):
                with suppress(InvalidStateError):
                    future.set_exception(BrokenProcessPool("The pool was stopped."))
