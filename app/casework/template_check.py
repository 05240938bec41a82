"""The check of a form in a child of its own: it takes longer and more memory than the making of a paper."""

import threading
from datetime import date
from pathlib import Path

from app.casework import checking
from app.core import forms
from app.core.answers import EMPTY
from app.core.faults import Fault
from app.core.office import EMPTY as NO_OFFICE
from app.core.places import Mistakes
from app.documents.box import Box, Busy, Job, Limits
from app.documents.draft import Draft
from app.law.catalogue import CALCULATIONS

LIMITS = Limits(seconds=180, cpu_seconds=150, memory=1 << 30, jobs=1)
"""What one check may spend, beside the children that make papers."""
WITHOUT_END = -1.0
"""How long the check in the background waits for its turn; somebody at a page waits less."""
_one_at_a_time = threading.Lock()


def faults(root: Path, form: str, today: date, patience: float = WITHOUT_END) -> tuple[Fault, ...]:
    """Everything wrong with a form below a root; DocumentError when it takes too long, or cannot be told.

    A questionnaire that does not load is told by its own mistakes, without a child. One check is made at
    a time; Busy when its turn has not come after so many seconds.
    """
    try:
        forms.load_form(root, form, CALCULATIONS)
    except Mistakes as mistaken:
        return tuple(checking.said(mistaken.mistakes))
    job = Job(root, form, EMPTY, NO_OFFICE, today)
    if not _one_at_a_time.acquire(timeout=patience):
        raise Busy("Other files are being checked just now; try again in a minute.")
    try:
        with Box(1, LIMITS, (__name__,), nice=5) as box:
            return box.run(job, found)
    finally:
        _one_at_a_time.release()


def found(draft: Draft) -> tuple[Fault, ...]:
    """The same in this process: what the child does."""
    return tuple(checking.form_faults(draft.root, draft.form.name, draft.today))
