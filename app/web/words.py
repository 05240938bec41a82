"""Answers and wording as people read them on a page."""

from app.casework.reading import Opened
from app.core.interview import Asked
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value

GAPS = {"not known": "Not known yet", "not safe": "Not safe to say", "undecided": "Not decided yet"}


def say(now: Opened, text: str, asked: Asked) -> str:
    """Wording with its {names} filled in."""
    return now.interview.say(text, asked.item, asked.question) if text else ""


def of_value(question: Question, value: Value | None) -> str:
    """A value as the check page shows it."""
    if value is None:
        return "Not answered yet"
    if isinstance(value, Gap):
        return GAPS[value.cause]
    if isinstance(value, Blank):
        return "Left blank"
    return question.kind.words(value, question.settings)


def of_answer(now: Opened, asked: Asked) -> str:
    """What an answer says; of a list, what its items are called."""
    if not asked.question.is_list or not isinstance(asked.value, bool):
        return of_value(asked.question, asked.value)
    ids = now.answers.items(asked.question.path)
    return "; ".join(item_title(now, asked.question, id) for id in ids) or "None"


def shortened(text: str, most: int) -> str:
    """A text of at most so many letters, cut between words and marked where it was cut."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    return f"{kept.rpartition(' ')[0].rstrip(' ,;:') or kept}…"


def item_title(now: Opened, parent: Question, item: str) -> str:
    """What an item is called: its first answers, or its number."""
    ids = now.answers.items(parent.path)
    number = ids.index(item) + 1 if item in ids else len(ids) + 1
    said = []
    for each in parent.each:
        given = now.answers.get(each.path, item)
        if (
            given is not None
            and not isinstance(given.value, Gap | Blank)
            and each.kind_name not in ("story", "yes or no")
        ):
            said.append(each.kind.words(given.value, each.settings))
    name = f"{parent.one.capitalize()} {number}"
    return shortened(f"{name}: {', '.join(said[:2])}", 100) if said else name
