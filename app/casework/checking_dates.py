"""Figures of the law that are to be looked at again.

A figure without citation, source or day of its last check is refused when the table is read. One that nobody
has read in the law (`confirmed: no`) is told by `draftwell law` and in every memo that rests on it, not here:
no author of a form can mend it.
"""

from collections.abc import Iterator
from datetime import date

from app.core.faults import Fault
from app.law import parameters


def of_law(today: date) -> Iterator[Fault]:
    """Which legal figures are due."""
    for row in parameters.due(today):
        sentence = f"was to be looked at again by {row.review_by}; look at its source, then set a later day."
        yield Fault("review due", f"app/law/parameters.yaml: {row.key}", sentence, "due")
