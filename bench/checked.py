"""How long the check takes: all shipped forms, and a form of 500 questions, beside the yardstick."""

import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

from app.casework import checking, checking_together
from app.core.faults import Fault
from app.core.forms import names
from bench import large_form
from bench.drafts import ROOT, TODAY
from bench.growth import exponent
from bench.product import row
from bench.rounds import Work, play
from bench.rows import THE_TIME, Row
from bench.yardstick import Yardstick

FORMS_GOAL_MS, LARGE_GOAL_MS = 10_000, 60_000
"""What the check of all shipped forms, and of a form of 500 questions, may take on a quiet machine."""
SIZES = (125, 250, 500)


class NotClean(Exception):
    """A check found something in a form that is timed; what it found would be timed too."""


def rows(rounds: int, sizes: Sequence[int] = SIZES) -> list[Row]:
    """The shipped forms and the largest generated one beside the yardstick, and how its time grows."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yardstick = Work("yardstick", Yardstick(folder))
        shipped = Work("check-forms", _shipped, goal_ms=FORMS_GOAL_MS)
        large = {size: Work(f"check-{size}-questions", _large(folder, size)) for size in sizes}
        large[sizes[-1]].goal_ms = LARGE_GOAL_MS
        play([yardstick, shipped, *large.values()], rounds)
    return [row(shipped, yardstick), row(large[sizes[-1]], yardstick), _grown(large)]


def _shipped() -> None:
    """As `draftwell check` does it, the forms side by side."""
    found = checking_together.of_forms(ROOT, names(ROOT), TODAY)
    _clean(fault for faults in found.values() for fault in faults)


def _large(folder: Path, size: int) -> Callable[[], None]:
    root = folder / f"{size}"
    large_form.build(root, size)
    return lambda: _clean(checking.form_faults(root, large_form.NAME, TODAY))


def _clean(faults: Iterable[Fault]) -> None:
    if wrong := [fault for fault in faults if fault.level == "mistake"]:
        raise NotClean(str(wrong[0]))


def _grown(large: dict[int, Work]) -> Row:
    points = {size: work.median_ms for size, work in large.items()}
    few, many = min(points), max(points)
    more: dict[str, object] = {
        "exponent": round(exponent(points), 2),
        "points_ms": {str(size): round(ms, 1) for size, ms in points.items()},
        "sample": f"{few} to {many} questions",
    }
    times = points[many], points[few]
    return Row("growth-check", f"{few} questions", points[many] / points[few], *times, THE_TIME, more)
