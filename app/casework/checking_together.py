"""Several forms checked at once, each in a process of its own kind, because one may take seconds."""

import multiprocessing
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from datetime import date
from pathlib import Path

from app.casework import checking
from app.core.faults import Fault


def of_forms(
    root: Path, names: Sequence[str], today: date, step: Callable[[], None] = lambda: None
) -> Mapping[str, list[Fault]]:
    """What is wrong with each form, in the order of the names; `step` is called after each."""
    cores = min(len(names), os.cpu_count() or 1)
    if cores < 2:
        return {name: _here(root, name, today, step) for name in names}
    with pool(cores) as at_work:
        waiting = {name: at_work.submit(checking.form_faults, root, name, today) for name in names}
        for _ in as_completed(waiting.values()):
            step()
    return {name: future.result() for name, future in waiting.items()}


def pool(processes: int, begin: Callable[[], None] | None = None) -> ProcessPoolExecutor:
    """Fresh interpreters: threads, locks and secrets of this one are not copied into them."""
    return ProcessPoolExecutor(processes, multiprocessing.get_context("spawn"), begin)


def _here(root: Path, name: str, today: date, step: Callable[[], None]) -> list[Fault]:
    found = checking.form_faults(root, name, today)
    step()
    return found
