"""Long chains of walks down a form, and every name that templates of due papers look up on the way."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

from app.core.answers import EMPTY, Answers, Given
from app.core.evaluation import Evaluation
from app.core.interview import Interview
from app.core.office import Office
from app.core.questionnaire import DocumentSpec, Form, Keep
from app.core.reach import classes
from app.core.walk import Walk
from app.documents import template
from app.documents.context import Contexts
from app.documents.environment import fill
from app.documents.errors import NameMissing
from tests.properties import walks
from tests.properties.sayings import Words, answer

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
AFRESH = 40
"""Walks of one chain; then another begins without an answer."""


@dataclass
class Chain:
    """Walks of which each begins with the answers of the last, some of them changed."""

    form: Form
    random: Random
    cache: dict[Any, Any] = field(default_factory=dict)
    """What calculations gave; they are run again only for other inputs."""

    def walks(self, count: int) -> Iterator[Interview]:
        """So many complete interviews."""
        answers = EMPTY
        for number in range(count):
            start = self.changed(answers) if number % AFRESH else EMPTY
            reading = walks.walked(self.form, self.random, Words(), start, self.read)
            answers = reading.answers
            yield reading

    def read(self, form: Form, answers: Answers, today: date) -> Interview:
        """As `interview.read`, with the results of earlier calculations at hand."""
        walk = Walk(form, answers, Evaluation(form, today, cache=self.cache))
        for section in form.sections:
            walk.section(section)
        self.asked = walk.asked
        return walk.finish(today)

    def changed(self, answers: Answers) -> Answers:
        """The answers with some of those on the path given anew."""
        for asked in self.random.sample(self.asked, min(len(self.asked), self.random.choice((1, 2, 6)))):
            question = asked.question
            if question.is_list:
                answers = self._fewer(answers, question.path)
            elif asked.item is None or asked.item in answers.items(question.in_list):
                given = Given(answer(question, self.random, Words()))
                answers = answers.put(question.path, given, asked.item)
        return answers

    def _fewer(self, answers: Answers, path: str) -> Answers:
        """Without one item of a list, and the list to be said again."""
        items = answers.items(path)
        return (answers.without_item(path, items[-1]) if items else answers).without(path)


@dataclass(frozen=True)
class Lookup:
    """The tags of a form's templates, without the words between them."""

    form: Form
    root: Path
    office: Office

    @cached_property
    def tags(self) -> Mapping[str, str]:
        """The tags of each template by its name."""
        names = {document.template for document in self.form.documents}
        return {name: self._tags(name) for name in names}

    def _tags(self, name: str) -> str:
        read = template.read(self.root / "templates/docx" / self.form.name / f"{name}.docx")
        return "".join(TAG.findall(read.jinja))

    @cached_property
    def classes(self) -> Mapping[str, Mapping[str, Keep]]:
        """What `Contexts` works out of the form alone, for every interview anew."""
        return {"classes": classes(self.form), "_redacted": classes(self.form, redacted=True)}

    def missing(self, reading: Interview) -> Iterator[str]:
        """Every due paper of a complete interview whose template reads a name that is not there."""
        contexts, known = Contexts(reading, self.office), dict[object, dict[str, object]]()
        vars(contexts).update(self.classes)
        for document in reading.documents:
            key = _alike(document)
            if key not in known:
                known[key] = contexts.for_document(document).data
            try:
                fill(self.tags[document.template], known[key])
            except NameMissing as missing:
                yield f"{document.name}: {missing}"


def _alike(document: DocumentSpec) -> object:
    """What papers have in common that are given the same names."""
    reaches = (document.audience, document.filing, bool(document.reveals), document.twins)
    return (*reaches, document.each, document.index)
