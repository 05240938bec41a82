"""One flag of the memo, and the names it calls things by."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.core.interview import Asked
from app.core.questionnaire import Form, Level
from app.documents.filters import listed

CAUSES = {"not known": "Not known yet", "not safe": "Not safe to say", "undecided": "Not decided"}
"""What a gap is called in the memo, by its cause."""


@dataclass(frozen=True)
class MemoFlag:
    """What it says; below it, a line each, why and by what law, or at which places."""

    level: Level
    text: str
    sources: tuple[str, ...] = ()


def label_of(form: Form, name: str) -> str:
    """What people call a name of the form: its question's few words, its fact's meaning, or the name."""
    question = form.question(name) or next((each for each in form.questions() if each.name == name), None)
    fact = form.facts.get(name.split(".")[0])
    return question.short if question else fact.means if fact else name


def unknown(form: Form, names: Iterable[str]) -> str:
    """Which names are not known, as the end of a sentence: `“first day” and “pay” are not known`."""
    labels = list(dict.fromkeys(f"“{label_of(form, name)}”" for name in names))
    return f"{listed(labels)} {'is' if len(labels) < 2 else 'are'} not known"


def named(asked: Asked) -> str:
    """A question with its item: `hours (weeks 2)`."""
    where = f" ({asked.question.in_list} {asked.item})" if asked.item else ""
    return f"{asked.question.short}{where}"
