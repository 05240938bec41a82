"""What the check says of each form as it stands now: looked up at once, found out in the background."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from queue import SimpleQueue

from app.casework import checked_kept, checked_package, checking, template_check
from app.casework.checked_kept import Result
from app.casework.desk import Desk
from app.core import forms
from app.core.faults import Fault
from app.documents.errors import DocumentError

SHARED = ""
"""In place of a form's name: the papers every form shares, and the figures of the law."""

Check = Callable[[Path, str, date], tuple[Fault, ...]]


@dataclass(frozen=True)
class _Order:
    root: Path
    data: Path
    name: str
    day: date
    digest: str


_lock = threading.Lock()
_known: dict[str, Result] = {}
"""Results by the print of the package: what was found in the same files is found again."""
_asked: set[tuple[str, date]] = set()
_orders: SimpleQueue[_Order] = SimpleQueue()
_worker: list[threading.Thread] = []


def faults(desk: Desk, name: str) -> tuple[Fault, ...] | None:
    """Everything found in a form, or None while that is being found out.

    What was found on an earlier day counts until today's check is done. A process that serves pages says
    `begin` first; one that does not has the check made at once.
    """
    digest = checked_package.digest(desk.root, name)
    result = _known.get(digest) or _remembered(desk.data, name, digest)
    if result is None or result.day != desk.today:
        order = _Order(desk.root, desk.data, name, desk.today, digest)
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
    """The same in a child with limits, so that pages stay quick; a child that fails is a mistake, too."""
    if name == SHARED:
        return in_process(root, name, today)
    try:
        return template_check.faults(root, name, today)
    except DocumentError as error:
        why = " ".join(str(error).split())
    except Exception as error:
        # Left unsaid, the form would be said to be checked for ever.
        why = f"Show its files to whoever looks after this program ({type(error).__name__})."
    sentence = f"The form could not be checked to its end. {why}"
    return (Fault("language", f"{forms.FOLDER}/{name}.yaml", sentence),)


def _ask(order: _Order) -> None:
    with _lock:
        if (order.digest, order.day) in _asked:
            return
        _asked.add((order.digest, order.day))
    _orders.put(order)


def _work() -> None:
    while True:
        order = _orders.get()
        # Whatever happens to one form, the next one has its turn.
        with suppress(Exception):
            _done(order, in_child)
        _asked.discard((order.digest, order.day))


def _done(order: _Order, check: Check) -> Result:
    result = Result(order.digest, order.day, check(order.root, order.name, order.day))
    checked_kept.write(order.data, order.name, result)
    _known[order.digest] = result
    return result


def _remembered(data: Path, name: str, digest: str) -> Result | None:
    """What an earlier process found in the same package."""
    result = checked_kept.read(data, name)
    if result is None or result.digest != digest:
        return None
    return _known.setdefault(digest, result)
