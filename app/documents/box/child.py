"""The inside of a child: warmed up once, then one job after another, each within its limits."""

import gc
import importlib
import mimetypes
import os
import resource
import signal
import sys
import threading
from multiprocessing import connection, parent_process
from typing import Any

from app.documents import assembly, clean, efiling, fonts, layouts, pdf, preview
from app.documents.box import parcel, walls
from app.documents.box.limits import MEMORY_EXIT, Limits
from app.documents.errors import DocumentError
from app.documents.exhibits import admission

READY = (assembly, clean, preview, admission, efiling)
"""Modules whose acts every child has read before its first job."""
_KEPT = ("PATH", "HOME", "LANG", "LC_", "TZ", "PYTHON", "DRAFTWELL_SWIFT", "FONTCONFIG_")
"""How the variables begin that a child keeps; keys and databases are named in others."""
_WAKING = (
    "<!DOCTYPE html><html lang=en><title>.</title><body><h1>W</h1><p>w <b>w</b> <i>w</i></p></body></html>"
)
_YOUNG = 50_000
"""Objects made since the last collection after which garbage is collected, between two jobs."""

_limits = Limits()


def begin(limits: Limits, acts: tuple[str, ...], nice: int) -> None:
    """Make this process fit for jobs: everything loaded, secrets forgotten, walls raised."""
    global _limits
    _limits = limits
    sys.dont_write_bytecode = True
    os.nice(nice)
    _forget_environment()
    if limits.walls:
        walls.leave_network()
    _end_with_parent()
    _warm_up(acts)
    _limit(limits)
    if limits.walls:
        walls.close()


def work(order: bytes) -> bytes:
    """Do one job; an answer or one of our errors comes back, of any other error only its name."""
    signal.setitimer(signal.ITIMER_PROF, _limits.cpu_seconds)
    try:
        made = _done(order)
        if len(made) > _limits.output:
            made = parcel.packed((False, _limits.too_much()))
    except MemoryError:
        os._exit(MEMORY_EXIT)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        walls.open_to(None)
    _tidy()
    return made


def _done(order: bytes) -> bytes:
    job, act, args, named = parcel.unpacked(order)
    walls.open_to(job.root)
    try:
        return parcel.packed((True, act(job.draft(), *args, **named)))
    except DocumentError as error:
        return parcel.packed((False, error))
    except MemoryError:
        raise
    except BaseException as error:  # Its words may hold what somebody said, so nobody is told them.
        sentence = f"This could not be made ({type(error).__name__}); show the template to whoever made it."
        return parcel.packed((False, DocumentError(sentence)))


def _forget_environment() -> None:
    for name in [name for name in os.environ if not name.startswith(_KEPT)]:
        del os.environ[name]


def _end_with_parent() -> None:
    """End this process as soon as its parent has ended, however that came about."""
    parent = parent_process()

    def watch(sentinel: Any) -> None:
        connection.wait([sentinel])
        os._exit(1)

    if parent is not None:
        threading.Thread(target=watch, args=(parent.sentinel,), daemon=True).start()


def _warm_up(acts: tuple[str, ...]) -> None:
    for name in acts:
        importlib.import_module(name)
    mimetypes.init()
    fonts.glyphs()
    for layout in layouts.LAYOUTS.values():
        pdf.laid_out(_WAKING, layout, "review")
    gc.collect()
    gc.freeze()
    gc.disable()


def _tidy() -> None:
    if gc.get_count()[0] > _YOUNG:
        gc.collect()


def _limit(limits: Limits) -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.walls:
        # Nothing is ever written to a file from in here, so nothing can be.
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
