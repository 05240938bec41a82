"""One thread of a process lays pages out at a time.

All papers share one font map of Pango, which is not made for several threads, and cffi lets another thread
run during each call: without turns GLib reports corrupted lists, with stock WeasyPrint as well. Python's own
lock lets no two threads lay out at once anyway, so that taking turns costs nothing.
"""

import os
from collections.abc import Callable
from functools import wraps
from threading import RLock
from typing import ParamSpec, TypeVar

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")

_lock = RLock()


def one_at_a_time(work: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """The function, waiting until no other thread is in any such function."""

    @wraps(work)
    def in_turn(*asked: _Asked.args, **named: _Asked.kwargs) -> _Answer:
        with _lock:
            return work(*asked, **named)

    return in_turn


def _renew() -> None:
    """A forked process has one thread; a lock another one held would never be given back."""
    global _lock
    _lock = RLock()


os.register_at_fork(after_in_child=_renew)
