"""Walks down a form: every question on the path answered as some invented person might answer."""

from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from app.core import interview
from app.core.answers import EMPTY, Answers, Given
from app.core.examples import raw_example
from app.core.interview import Asked, Broken, Interview
from app.core.questionnaire import Form, Question
from app.core.values import Blank, Gap
from tests.properties.sayings import TODAY, Words, answer

ROUNDS = 60


Read = Callable[[Form, Answers, date], Interview]


def walked(
    form: Form, random: Random, words: Words, start: Answers = EMPTY, read: Read = interview.read
) -> Interview:
    """A reading in which nothing is missing or broken."""
    answers, tried = start, set[tuple[str, str | None]]()
    for _ in range(ROUNDS):
        reading = read(form, answers, TODAY)
        waiting = [asked for asked in reading.asked if asked.given is None]
        if waiting:
            for asked in waiting:
                answers = _answered(answers, asked, random, words)
        elif reading.broken:
            answers = _mended(answers, reading.broken[0], tried)
        else:
            return reading
    raise AssertionError(f"this walk does not come to an end: {reading.broken or reading.missing}")


def _answered(answers: Answers, asked: Asked, random: Random, words: Words) -> Answers:
    question = asked.question
    if question.is_list:
        return with_items(answers, question, random)
    return answers.put(question.path, Given(answer(question, random, words)), asked.item)


def with_items(answers: Answers, question: Question, random: Random) -> Answers:
    """A list with a few items more, said to be all."""
    for _ in range(random.randint(int(question.least or 0), 4)):
        answers = answers.with_item(question.path, f"i{random.getrandbits(40)}")
    return answers.put(question.path, Given(True))


def _mended(answers: Answers, broken: Broken, tried: set[tuple[str, str | None]]) -> Answers:
    """The answers without what broke a check: taken for not known, then the form's
    example, then without its item."""
    question, item = broken.asked.question, broken.asked.item
    if question.is_list:
        items = answers.items(question.path)
        return answers.without_item(question.path, items[-1]) if items else answers.without(question.path)
    first = (question.path, item) not in tried
    tried.add((question.path, item))
    if question.unsure:
        return answers.put(question.path, Given(Gap("not known")), item)
    if question.may_be_blank:
        return answers.put(question.path, Given(Blank()), item)
    if first:
        value = question.kind.read(raw_example(question), question.settings)
        return answers.put(question.path, Given(value), item)
    assert item is not None, f"the form's own example breaks its check: {broken.sentence}"
    return answers.without_item(question.in_list, item)


def abandoned(reading: Interview, random: Random, words: Words) -> Answers:
    """The same answers and one to every question that is not asked: branches once taken and left."""
    answers = reading.answers
    for question, item in _not_asked(reading, random):
        if question.is_list:
            answers = _left_list(answers, question, random, words)
        else:
            answers = answers.put(question.path, Given(answer(question, random, words, sure=True)), item)
    return answers


def _left_list(answers: Answers, question: Question, random: Random, words: Words) -> Answers:
    answers = with_items(answers, question, random)
    for item in answers.items(question.path):
        for each in question.each:
            answers = answers.put(each.path, Given(answer(each, random, words, sure=True)), item)
    return answers


def _not_asked(reading: Interview, random: Random) -> Iterator[tuple[Question, str | None]]:
    there = {(asked.question.path, asked.item) for asked in reading.asked}
    for section in reading.form.sections:
        for question in section.questions:
            if question.kind_name != "notice" and (question.path, None) not in there:
                yield question, None
            for each in question.each if (question.path, None) in there else ():
                for item in reading.answers.items(question.path):
                    if each.kind_name != "notice" and (each.path, item) not in there:
                        yield each, item
