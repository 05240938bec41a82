"""What a person would type into a page, from example answers; for the client and the real browser."""

from typing import Any

from app.casework import cells
from app.core.answers import Answers
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap
from app.web import fields

MOST_STEPS = 600
BUTTONS = {"not known": "not-known", "not safe": "not-safe", "undecided": "undecided"}


def filling(question: Question, value: Any) -> tuple[dict[str, Any], str]:
    """What to type into a question's boxes, and which button to press."""
    if isinstance(value, Gap):
        return {}, BUTTONS[value.cause]
    if isinstance(value, Blank):
        return {}, "blank"
    shown = fields.shown(question, value)
    parts = [each.part for each in question.kind.fields(question.settings)]
    if isinstance(shown, dict):
        return {fields.input_name(at): shown[part] for at, part in enumerate(parts) if part in shown}, "save"
    return {fields.input_name(0): shown}, "save"


def table_filling(form: Form, question: Question, answers: Answers, shown: set[str]) -> dict[str, str]:
    """What to type into the cells of a table: a row for each item of the example, in the boxes there are."""
    typed = {}
    for index, item in enumerate(answers.items(question.path)):
        for column in cells.columns(question):
            given, name = answers.get(column.question.path, item), f"c{index}-{column.key}"
            if given is not None and name in shown:
                typed[name] = cells.text_of(column, given.value)
    return typed


def at(form: Form, address: str) -> tuple[Question, str | None] | None:
    """The question an address is about, and the item; None for another page."""
    parts = address.split("?")[0].split("#")[0].strip("/").split("/")
    if len(parts) < 3 or not parts[2].isdigit():
        return None
    question = form.numbered(int(parts[2]))
    assert question is not None, address
    return question, parts[3] if len(parts) > 3 else None
