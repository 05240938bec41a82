"""The office's defaults and the questions they answer: their titles, and whether each can be an answer."""

from collections.abc import Mapping
from typing import Any

from app.casework import forms
from app.casework.desk import Desk
from app.core.kinds import Refused
from app.core.places import Mistake, Mistakes, Place
from app.core.questionnaire import Question


def questions(desk: Desk) -> dict[str, list[Question]]:
    """The questions of every form that begin with a default, by the default's name."""
    found: dict[str, list[Question]] = {}
    for form in forms.loaded(desk):
        for question in form.questions():
            if question.office_default:
                found.setdefault(question.office_default, []).append(question)
    return found


def title(question: Question) -> str:
    """What a default is called on pages."""
    return question.short[:1].upper() + question.short[1:]


def check(desk: Desk, defaults: Mapping[str, Any]) -> None:
    """Raise Mistakes, at `office profile: defaults: NAME`, for every default a question cannot take."""
    mistakes = []
    for name, asked in questions(desk).items():
        for question in asked if defaults.get(name) else ():
            try:
                question.kind.read(defaults[name], question.settings)
            except Refused as refused:
                offered = f"Choose from these: {'; '.join(question.choices.values())}."
                sentence = offered if question.choices else str(refused)
                mistakes.append(Mistake(Place(f"office profile: defaults: {name}"), sentence))
                break
    if mistakes:
        raise Mistakes(mistakes)
