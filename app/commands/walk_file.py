"""Keeps the answers of a walk in an answer file, finished or not, and reads them again."""

from collections.abc import Iterator
from pathlib import Path

from app.commands import yaml_words
from app.commands.saying import NotDone, not_done
from app.commands.writing import written
from app.core import answer_file, examples, loader
from app.core.answers import Answers
from app.core.questionnaire import Form, Question


def check(path: Path) -> None:
    """Raise NotDone for a place that no answers could be kept at and read from again."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        raise NotDone(f"{path} must end in .yaml.")


def read(form: Form, path: Path) -> Answers:
    """The answers of a file; raises NotDone with every mistake in it."""
    if path.stat().st_size > loader.LIMIT_BYTES:
        raise NotDone(f"{path} has more than {loader.LIMIT_BYTES:,} bytes; it is no answer file of a walk.")
    data = path.read_bytes()
    if not _says_something(data):
        return Answers()
    file = answer_file.read(form, loader.parse(data, str(path)))
    if file.mistakes:
        raise not_done(map(str, file.mistakes))
    return file.answers


def _says_something(data: bytes) -> bool:
    return any(line.strip() and not line.startswith(b"#") for line in data.splitlines())


def keep(form: Form, answers: Answers, path: Path) -> None:
    """Write the answers, whole or not at all; raises OSError."""
    written(path, ("\n".join(_lines(form, answers)) + "\n").encode())


def _lines(form: Form, answers: Answers) -> Iterator[str]:
    yield f"# Answers to {form.title} ({form.name}), from `draftwell walk`."
    for section in form.sections:
        for question in section.questions:
            given = answers.get(question.path)
            if question.is_list and answers.items(question.path):
                yield from _items(question, answers)
            elif question.is_list and given is not None and given.value is True:
                yield f"{question.name}: []"
            elif given is not None:
                yield from yaml_words.lines(question.name, examples.raw_of(question, given))


def _items(question: Question, answers: Answers) -> Iterator[str]:
    yield f"{question.name}:"
    for item in answers.items(question.path):
        own = [(each, answers.get(each.path, item)) for each in question.each]
        made = [
            line
            for each, given in own
            if given is not None
            for line in yaml_words.lines(each.name, examples.raw_of(each, given), "    ")
        ]
        yield "  - " + (made[0].strip() if made else "{}")
        yield from made[1:]
