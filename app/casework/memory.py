"""The last few readings of drafts, kept in this process's memory, so that a page is not read twice.

A reading is found again only under the same draft, revision, edition and day, with the same form and office
profile: any change to what it rests on makes another one.
"""

import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.answers import Answers
from app.core.interview import Interview
from app.core.office import Office
from app.core.questionnaire import Form
from app.store.drafts import Draft

KEPT = 8

_readings: "OrderedDict[tuple[object, ...], Reading]" = OrderedDict()
_lock = threading.Lock()


@dataclass(frozen=True)
class Reading:
    """One reading with what it rests on."""

    form: Form
    office: Office = field(repr=False)
    answers: Answers = field(repr=False)
    interview: Interview = field(repr=False)
    last: Mapping[str, int] = field(repr=False)


def recall(draft: Draft, form: Form, office: Office, today: date) -> Reading | None:
    """The reading of this draft as it stands, if it is still here."""
    with _lock:
        found = _readings.get(_key(draft, draft.revision, today))
    if found is None or found.form is not form or found.office is not office:
        return None
    return replace(found, interview=_own(found.interview))


def keep(draft: Draft, revision: int, today: date, reading: Reading) -> None:
    """Remember a reading of a draft at a revision, and forget the oldest one."""
    with _lock:
        _readings[_key(draft, revision, today)] = replace(reading, interview=_own(reading.interview))
        while len(_readings) > KEPT:
            _readings.popitem(last=False)


def forget(draft: str) -> None:
    """Forget every reading of a draft."""
    with _lock:
        for key in [key for key in _readings if key[0] == draft]:
            del _readings[key]


def _key(draft: Draft, revision: int, today: date) -> tuple[object, ...]:
    return (draft.id, revision, draft.edition, today)


def _own(interview: Interview) -> Interview:
    """The same reading with working notes of its own: two pages at once must not write into the same ones."""
    notes = interview.evaluation
    return replace(interview, evaluation=replace(notes, cache=dict(notes.cache), busy=set()))
