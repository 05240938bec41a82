"""Turns what a model of the solver says into answers a person could have given."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

import z3

from app.core.answers import EMPTY, Answers, Given
from app.core.counties import COUNTIES
from app.core.examples import raw_example
from app.core.interview import Interview, read
from app.core.kinds import Raw, Refused
from app.core.kinds.numbers import Number as NumberKind
from app.core.kinds.people import STATES
from app.core.proof.domains import Words, told
from app.core.proof.questions import Parts
from app.core.proof.universe import Universe
from app.core.proof.walking import Spot
from app.core.questionnaire import Question
from app.core.values import Blank, Gap, Value


def interview_of(universe: Universe, model: z3.ModelRef) -> Interview:
    """The interview in which every question has the answer that the model gives it, asked or not."""
    answers = EMPTY
    at = {question.name: places(universe, model, question) for question in universe.form.lists()}
    for question in universe.form.lists():
        for number in range(1, len(at[question.name]) + 1):
            answers = answers.with_item(question.path, str(number))
    for spot in universe.walk.spots:
        if spot.question.kind_name != "notice":
            for item in _items(at, spot):
                answers = answers.put(spot.question.path, Given(value_of(spot, model), "example"), item)
    return read(universe.form, answers, universe.today)


def only_asked(interview: Interview) -> Answers:
    """The answers that stand on the path of an interview, and the items of the lists on it."""
    answers = interview.answers
    on_path = {(asked.question.path, asked.item) for asked in interview.asked}
    lists = {path for path, item in on_path if item is None} & set(answers.lists)
    given = {key: value for key, value in answers.given.items() if key in on_path}
    return Answers(given, {path: answers.lists[path] for path in sorted(lists)})


def counted(universe: Universe, model: z3.ModelRef, question: Question) -> int:
    """How many items a list has."""
    return int(model.eval(universe.walk.counts[question.name], model_completion=True).as_long())


def places(universe: Universe, model: z3.ModelRef, question: Question) -> list[int]:
    """For each item of a list the place that tells what it is; what is left over is like the first."""
    scopes = universe.evaluation.items[question.name]
    there = [scope.number for scope in scopes if told(model, scope.present)]
    extra = counted(universe, model, question) - len(there)
    return there + [1] * extra


def _items(at: Mapping[str, Sequence[int]], spot: Spot) -> list[str | None]:
    if spot.scope is None:
        return [None]
    numbers = at[spot.scope.question.name]
    return [str(at) for at, number in enumerate(numbers, 1) if number == spot.scope.number]


def value_of(spot: Spot, model: z3.ModelRef) -> Value:
    """The answer a model gives to a question."""
    question = spot.question
    if told(model, spot.gap):
        return Gap("undecided" if question.by_attorney else "not known")
    if told(model, spot.blank):
        return Blank()
    if question.is_list:
        return True
    domain = spot.domain
    if isinstance(domain, Parts):
        return _parts(question, domain, model)
    if isinstance(domain, Words):
        return _words(question, domain, model)
    found: Any = domain.read(model)
    if isinstance(question.kind, NumberKind):
        return question.kind.read(_digits(found), question.settings)
    return example(question) if found is None else found


def example(question: Question) -> Value:
    """What the questionnaire gives as an example, or the kind."""
    raw = raw_example(question)
    if raw == "" and question.may_be_blank:
        raw = question.kind.example(question.settings)
    return question.kind.read(raw, question.settings)


def _digits(number: Decimal) -> str:
    return f"{number.normalize():f}"


def _words(question: Question, domain: Words, model: z3.ModelRef) -> Value:
    found = domain.read(model)
    return found if found else unlike(question, domain)


def unlike(question: Question, domain: Words) -> Value:
    """An example that no condition compares with."""
    for raw in (raw_example(question), *_others(question)):
        try:
            value = question.kind.read(raw, question.settings)
        except Refused:
            continue
        if value not in domain.known:
            return value
    return example(question)


def _others(question: Question) -> list[Raw]:
    match question.kind_name:
        case "county":
            return list(COUNTIES)
        case "phone":
            return [f"816-555-01{number}" for number in range(10, 90)]
        case "email":
            return [f"name{number}@example.org" for number in range(2, 90)]
    return [f"{raw_example(question)} {number}" for number in range(2, 90)]


_FILLERS = {
    "first": "Robin", "middle": "Lee", "last": "Sample", "suffix": "Jr.", "street": "100 Example Street",
    "unit": "Apt. 2", "city": "Kansas City", "state": "MO", "zip": "64106",
}  # fmt: skip


def _parts(question: Question, domain: Parts, model: z3.ModelRef) -> Value:
    given = raw_example(question)
    known: dict[str, Any] = dict(given) if isinstance(given, dict) else {}
    raw: dict[str, Any] = {}
    for name, part in domain.parts.items():
        if not isinstance(part, Words):
            raw |= {name: "yes"} if part.read(model) else {}
            continue
        words = part.read(model)
        raw[name] = _filler(name, known, part) if words is None else words
    return question.kind.read(raw, question.settings)


def _filler(name: str, known: dict[str, Any], part: Words) -> str:
    first = str(known.get(name) or _FILLERS[name])
    spare = {"state": list(STATES), "zip": [f"64{number}" for number in range(107, 190)]}
    others = spare.get(name) or [f"{first} {number}" for number in range(2, 90)]
    return next((words for words in (first, *others) if words not in part.known), first)
