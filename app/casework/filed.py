"""Answers handed over in a file or a spreadsheet, judged by the interview before a paper is made of them."""

from dataclasses import dataclass
from datetime import date

from app.core import interview
from app.core.answer_file import AnswerFile
from app.core.answers import Answers
from app.core.defaults import overlay
from app.core.interview import Interview
from app.core.office import Office
from app.core.places import Mistake
from app.core.questionnaire import Form
from app.core.values import Blank


@dataclass(frozen=True)
class Judged:
    """The answers with the office's defaults below them, their reading, and everything wrong with them."""

    answers: Answers
    interview: Interview
    mistakes: tuple[Mistake, ...]
    unused: tuple[str, ...]
    """Names of answers that stand on no path and reach nothing."""


def judge(form: Form, file: AnswerFile, office: Office, today: date) -> Judged:
    """Read a file's answers on a day; raises Refused when an office default does not fit its question."""
    answers = overlay(form, file.answers, office.defaults)
    reading = interview.read(form, answers, today)
    mistakes = tuple(sorted({*file.mistakes, *file.against(reading)}))
    return Judged(answers, reading, mistakes, tuple(_said(file, file.unused(reading))))


def _said(file: AnswerFile, unused: list[str]) -> list[str]:
    """Those of the unused answers that say something: not an empty cell, not an empty list."""
    given = file.answers.given.items()
    blank = {path for (path, _), each in given if isinstance(each.value, Blank)}
    empty = {path for path in unused if _is_list(file, path) and not file.answers.items(path)}
    return [path for path in unused if path not in blank | empty]


def _is_list(file: AnswerFile, path: str) -> bool:
    question = file.form.question(path)
    return question is not None and question.is_list
