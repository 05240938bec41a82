"""Tiny questionnaires written inside the tests, read by the real loader."""

from collections.abc import Callable
from datetime import date
from textwrap import dedent, indent

import pytest

from app.core import answer_file, loader
from app.core.calculation import Catalogue
from app.core.forms import form_from
from app.core.interview import Interview, read
from app.core.questionnaire import Form

TODAY = date(2026, 11, 24)
HEAD = "form: mo/tiny\ntitle: Tiny\nauthority: RSMo 1.010\n"

FormOf = Callable[..., Form]
Reading = Callable[..., Interview]


def written(questions: str, rest: str = "") -> bytes:
    """A form file with one open section that holds `questions`, and whatever else stands at the top."""
    body = indent(dedent(questions).strip(), " " * 4)
    return f"{HEAD}sections:\n  - section: One\n    keep: open\n{body}\n{rest}".encode()


@pytest.fixture
def form_of() -> FormOf:
    """A form from its questions and the rest of its file."""

    def build(questions: str, rest: str = "", catalogue: Catalogue | None = None) -> Form:
        files = {"questionnaires/mo/tiny.yaml": written(questions, rest)}
        return form_from(files, "mo/tiny", catalogue or {})

    return build


@pytest.fixture
def reading(form_of: FormOf) -> Reading:
    """An interview of a form with the answers of an answer file."""

    def build(questions: str, answers: str, rest: str = "", today: date = TODAY) -> Interview:
        form = form_of(questions, rest)
        file = answer_file.read(form, loader.parse(dedent(answers).encode(), "answers.yaml"))
        assert not file.mistakes, file.mistakes
        return read(form, file.answers, today)

    return build
