"""Notices: words of the questionnaire that stand before a question, or at the end."""

from collections.abc import Iterable

from app.casework.reading import Opened
from app.core.interview import Asked
from app.core.questionnaire import Question


def before(now: Opened, asked: Asked) -> list[dict[str, str]]:
    """The notices between the question before this one on the path and this one."""
    question = asked.question
    if question.in_list:
        parent = now.form.question(question.in_list)
        row = parent.each if parent else ()
        on_path = {each.question.path for each in now.interview.asked if each.item == asked.item}
    else:
        row = tuple(_top(now, by_attorney=question.by_attorney))
        on_path = {each.question.path for each in now.interview.asked if not each.question.in_list}
    return _said(now, _waiting(row, on_path, question.path), asked)


def at_end(now: Opened) -> list[dict[str, str]]:
    """The notices after the last question on the path."""
    on_path = {each.question.path for each in now.interview.asked if not each.question.in_list}
    return _said(now, _waiting(_top(now, by_attorney=False), on_path, None), None)


def _top(now: Opened, *, by_attorney: bool) -> Iterable[Question]:
    for section in now.form.sections:
        if section.by_attorney is by_attorney and now.interview.evaluation.holds(section.when).true:
            yield from section.questions


def _waiting(row: Iterable[Question], on_path: set[str], until: str | None) -> list[Question]:
    waiting: list[Question] = []
    for each in row:
        if each.path == until:
            return waiting
        if each.kind_name == "notice":
            waiting.append(each)
        elif each.path in on_path:
            waiting = []
    return waiting


def _said(now: Opened, found: Iterable[Question], asked: Asked | None) -> list[dict[str, str]]:
    item, question = (asked.item, asked.question) if asked else (None, None)
    return [
        {
            "ask": now.interview.say(each.ask, item, question),
            "help": now.interview.say(each.help, item, question) if each.help else "",
        }
        for each in found
        if now.interview.evaluation.holds(each.when).true
    ]
