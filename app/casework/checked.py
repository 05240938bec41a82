"""What the check says of each form as it stands now: looked up at once, found out in the background."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import SimpleQueue

from app.casework import checked_kept, checked_package, checking, template_check
from app.casework.checked_kept import Result
from app.casework.desk import Desk
from app.core import forms
from app.core.faults import Fault
from app.documents.box import Busy
from app.documents.errors import DocumentError

SHARED = ""
"""In place of a form's name: the papers every form shares, and the figures of the law."""

Check = Callable[[Path, str, date], tuple[Fault, ...]]


@dataclass(frozen=True)
class Order:
    """A check that somebody waits for."""

    root: Path
    data: Path
    name: str
    day: date
    digest: str


_lock = threading.Lock()
_known: dict[str, Result] = {}
"""Results by the print of the package: what was found in the same files is found again."""
_asked: set[tuple[str, date]] = set()
_orders: SimpleQueue[Order] = SimpleQueue()
_worker: list[threading.Thread] = []


def faults(desk: Desk, name: str) -> tuple[Fault, ...] | None:
    """Everything found in a form, or None while that is being found out.

    What was found on an earlier day counts until today's check is done. A process that serves pages says
    `begin` first; one that does not has the check made at once.
    """
    digest = checked_package.digest(desk.root, name)
    result = _known.get(digest) or _remembered(desk.data, name, digest)
    if result is None or result.day != desk.today:
        order = Order(desk.root, desk.data, name, desk.today, digest)
        if _worker:
            _ask(order)
        elif result is None:
            result = _done(order, in_process)
    return result.faults if result else None


def begin(desk: Desk) -> None:
    """Check every form from now on in a child of its own, beginning with those not checked yet."""
    with _lock:
        if not _worker:
            _worker.append(threading.Thread(target=_work, name="checks", daemon=True))
            _worker[0].start()
    for name in (*forms.names(desk.root), SHARED):
        faults(desk, name)


def in_process(root: Path, name: str, today: date) -> tuple[Fault, ...]:
    """The check of a form in this process."""
    if name == SHARED:
        return (*checking.office_faults(root), *checking.law_faults(today))
    return tuple(checking.form_faults(root, name, today))


def in_child(root: Path, name: str, today: date) -> tuple[Fault, ...]:
    """The same in a child with limits, so that pages stay quick; DocumentError when it comes to no end."""
    if name == SHARED:
        return in_process(root, name, today)
    return template_check.faults(root, name, today)


def _ask(order: Order) -> None:
    with _lock:
        if (order.digest, order.day) in _asked:
            return
        _asked.add((order.digest, order.day))
    _orders.put(order)


def _work() -> None:
    while True:
        work(_orders.get())


def work(order: Order) -> None:
    """Make one check; whatever happens to it, the next form has its turn.

    A check that broke off is remembered by this process alone, never in place of one that came to its end.
    """
    try:
        _done(order, in_child)
    except Busy:
        # It is asked for again when somebody looks again.
        pass
    except Exception as error:
        _known.setdefault(order.digest, Result(order.digest, order.day, (_broken_off(order.name, error),)))
    finally:
        _asked.discard((order.digest, order.day))


def _broken_off(name: str, error: Exception) -> Fault:
    told = " ".join(str(error).split()) if isinstance(error, DocumentError) else ""
    why = told or f"Show its files to whoever looks after this program ({type(error).__name__})."
    sentence = f"The form could not be checked to its end. {why}"
    return Fault("language", f"{forms.FOLDER}/{name or 'shared'}.yaml", sentence)


def _done(order: Order, check: Check) -> Result:
    result = Result(order.digest, order.day, check(order.root, order.name, order.day))
    # A file that changed meanwhile was perhaps read before, perhaps after: that is a result of no package.
    if checked_package.digest(order.root, order.name) == order.digest:
        _known[order.digest] = result
        checked_kept.write(order.data, order.name, result)
    return result


def _remembered(data: Path, name: str, digest: str) -> Result | None:
    """What an earlier process found in the same package."""
    result = checked_kept.read(data, name)
    if result is None or result.digest != digest:
        return None
    return _known.setdefault(digest, result)
