"""The notes about printed blanks: why each is open, and what to do about it."""

import re
from collections.abc import Iterator, Mapping

from app.core.interview import Asked, Interview
from app.core.values import GAP_CLOSE, GAP_OPEN, Gap
from app.documents.notes import Note
from app.documents.plain_values import mark

_MARK = re.compile(f"{GAP_OPEN}to be confirmed: ([^{GAP_OPEN}{GAP_CLOSE}]*){GAP_CLOSE}")
_WHY = {
    "not known": "Not known yet. Find it out.",
    "not safe": "Not safe to say. Talk with the client before it is asked for or written down.",
}


def notes(interview: Interview, data: Mapping[str, object]) -> Iterator[Note]:
    """A note for each marked blank in what a paper is filled with, in its order, each label once."""
    why = _reasons(interview)
    for label in dict.fromkeys(_labels(data)):
        said, law = why.get(label, ("The office profile does not say it yet. Add it there.", ""))
        yield Note("gap", "must fix", f"{_capital(label)}: {_small(said)}", law, label)


def label_of(words: str) -> str:
    """The label by which a paper prints a blank with these words."""
    found = _MARK.fullmatch(mark(words))
    return found[1] if found else words


def _labels(value: object) -> Iterator[str]:
    if isinstance(value, str):
        if GAP_OPEN in value:
            yield from _MARK.findall(value)
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _labels(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _labels(part)


def _reasons(interview: Interview) -> dict[str, tuple[str, str]]:
    """Why a blank is open and by what law it is asked for, by its label."""
    found: dict[str, tuple[str, str]] = {}
    for value in interview.facts.values():
        if value.gap is not None:
            reason = value.gap.reason or "A name it needs is open."
            found[label_of(value.fact.means)] = (f"Not worked out. {reason}", "; ".join(value.fact.law))
    for asked in interview.gaps:
        found[label_of(asked.question.short)] = (_why(asked), "; ".join(asked.question.law))
    return found


def _why(asked: Asked) -> str:
    cause = asked.value.cause if isinstance(asked.value, Gap) else "not known"
    if cause in _WHY:
        return _WHY[cause]
    yes_or_no = ("Yes", "No") if asked.question.kind_name == "yes or no" else ()
    others = "; ".join((*yes_or_no, *asked.question.choices.values()))
    return f"Not decided. An attorney decides{f': {others}' if others else ' it'}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
