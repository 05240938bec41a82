"""An example answer file for a form, made by walking it, and the JSON Schema of its answer files."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from app.core.answers import EMPTY, Answers, Given
from app.core.interview import Asked, read
from app.core.kinds import Raw
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap

STEPS = 5_000


def example(form: Form, today: date) -> Answers:
    """Answers to every question on the path that the questionnaire's own examples take."""
    answers = EMPTY
    for _ in range(STEPS):
        interview = read(form, answers, today)
        waiting = next((asked for asked in interview.asked if _open(asked)), None)
        if waiting is None:
            return answers
        answers = _answered(answers, waiting)
    raise RuntimeError(f"The examples of {form.name} do not come to an end.")


def _open(asked: Asked) -> bool:
    return asked.given is None


def _answered(answers: Answers, asked: Asked) -> Answers:
    question = asked.question
    if question.is_list:
        return _list(answers, question)
    value = question.kind.read(raw_example(question), question.settings)
    return answers.put(question.path, Given(value, "example"), asked.item)


def _list(answers: Answers, question: Question) -> Answers:
    given = question.example
    rows: Sequence[Any] = given if isinstance(given, list) else [{}]
    for number, row in enumerate(rows, 1):
        answers = answers.with_item(question.path, str(number))
        for each in question.each:
            if isinstance(row, Mapping) and each.name in row:
                value = each.kind.read(row[each.name], each.settings)
                answers = answers.put(each.path, Given(value, "example"), str(number))
    return answers.put(question.path, Given(True, "example"))


def raw_example(question: Question) -> Raw:
    """The questionnaire's own example of an answer, or its kind's."""
    given: Any = question.example
    return question.kind.example(question.settings) if given is None else given


def as_file(form: Form, answers: Answers) -> dict[str, Any]:
    """Answers in the shape of an answer file, in the order of the questionnaire."""
    content: dict[str, Any] = {}
    for section in form.sections:
        for question in section.questions:
            given = answers.get(question.path)
            if given is not None:
                whole = question.is_list and not isinstance(given.value, Gap | Blank)
                content[question.name] = _rows(question, answers) if whole else raw_of(question, given)
    return content


def _rows(question: Question, answers: Answers) -> list[dict[str, Any]]:
    return [
        {
            each.name: raw_of(each, given)
            for each in question.each
            if (given := answers.get(each.path, item)) is not None
        }
        for item in answers.items(question.path)
    ]


def raw_of(question: Question, given: Given) -> Any:
    """An answer as a file would hold it."""
    if isinstance(given.value, Gap):
        return {"gap": "not safe" if given.value.cause == "not safe" else "not known"}
    return "" if isinstance(given.value, Blank) else question.kind.raw(given.value)


def schema(form: Form) -> dict[str, Any]:
    """The JSON Schema of an answer file of this form."""
    properties = {
        question.name: _schema(question)
        for section in form.sections
        for question in section.questions
        if question.kind_name != "notice"
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"Answers to {form.title}",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
    }


def _schema(question: Question) -> dict[str, Any]:
    shapes = [_list_schema(question) if question.is_list else question.kind.schema(question.settings)]
    if question.unsure or question.by_attorney:
        cause = {"gap": {"enum": ["not known", "not safe"]}}
        shapes.append(
            {"type": "object", "properties": cause, "required": ["gap"], "additionalProperties": False}
        )
    if question.may_be_blank:
        shapes.append({"enum": ["", None]})
    described = {"title": question.short, "description": question.ask}
    return described | (shapes[0] if len(shapes) == 1 else {"anyOf": shapes})


def _list_schema(question: Question) -> dict[str, Any]:
    inner = {each.name: _schema(each) for each in question.each if each.kind_name != "notice"}
    item = {"type": "object", "properties": inner, "additionalProperties": False}
    return {"type": "array", "items": item}
