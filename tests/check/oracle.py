"""Knows by trying everything: reads a small form with all answers that matter and fills its papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.core import interview
from app.core.answers import EMPTY, Answers, Given
from app.core.conditions import Condition, Every, OfItems, Some, Test
from app.core.evaluation import NotAsked, Open
from app.core.interview import Asked, Interview
from app.core.office import EMPTY as NO_OFFICE
from app.core.piping import piped
from app.core.questionnaire import DocumentSpec, Form, Question
from app.core.values import Blank, Gap, Value
from app.documents.context import Contexts
from app.documents.environment import fill
from app.documents.errors import NameMissing
from tests.check import trees
from tests.check.small_forms import Small
from tests.check.trees import Met
from tests.check.values import Values, conditions

TODAY = date(2026, 12, 1)


class TooMany(Exception):
    """There are more answers than the oracle has the time for."""


@dataclass
class Truths:
    """Everything that some complete interview of a form shows."""

    small: Small
    most: int
    interviews: int = 0
    asked: set[str] = field(default_factory=set)
    chosen: set[tuple[str, str]] = field(default_factory=set)
    raised: set[str] = field(default_factory=set)
    due: set[str] = field(default_factory=set)
    papers: dict[str, Met] = field(default_factory=dict)
    missed: dict[tuple[str, str], Answers] = field(default_factory=dict)
    """The first answers with which the use at a place of a document was missing."""
    wordings: dict[tuple[str, str], Answers] = field(default_factory=dict)
    """The first answers with which what is shown could not say a name it pipes."""
    holds: dict[str, set[bool | None]] = field(default_factory=dict)
    """What the condition of a question, flag, gate or document came to where it was looked at."""

    def take(self, reading: Interview) -> None:
        """Learn from one complete interview."""
        self.interviews += 1
        if self.interviews > self.most:
            raise TooMany
        for asked in reading.asked:
            self._asked(reading, asked)
        for raised in (*reading.flags, *reading.gates):
            self.raised.add(raised.name)
        for conclusion in (*self.small.form.flags, *self.small.form.gates):
            if conclusion.name in {each.name for each in (*reading.flags, *reading.gates)}:
                self._piped(reading, conclusion.name, conclusion.say, None, None)
        contexts = Contexts(reading, NO_OFFICE)
        for document in reading.documents:
            self.due.add(document.name)
            self._paper(reading, document, dict(contexts.for_document(document).data))

    def _asked(self, reading: Interview, asked: Asked) -> None:
        question = asked.question
        self.asked.add(question.path)
        value = asked.value
        for key in value if isinstance(value, tuple) else (value,):
            if isinstance(key, str) and key in question.choices:
                self.chosen.add((question.path, key))
        self._piped(reading, question.path, question.ask + question.help + question.why, asked.item, question)

    def _piped(
        self, reading: Interview, where: str, words: str, item: str | None, question: Question | None
    ) -> None:
        for name in piped(words):
            parent = self.small.form.question(question.in_list) if question and question.in_list else None
            items = reading.items(parent) if parent else ()
            found = next((each for each in items if each.id == item), None)
            state = reading.state(name, found, parent)
            if isinstance(state, (NotAsked, Open)):
                self.wordings.setdefault((where, name), reading.answers)

    def _paper(self, reading: Interview, document: DocumentSpec, data: Mapping[str, object]) -> None:
        nodes, met = self.small.papers[document.name], Met()
        trees.meet(nodes, data, met)
        for place in met.missed:
            self.missed.setdefault((document.name, place), reading.answers)
        assert bool(met.missed) is fails(trees.source(nodes), data), "the tree and Jinja do not agree"
        known = self.papers.setdefault(document.name, Met())
        for here, there in ((known.read, met.read), (known.missed, met.missed), (known.printed, met.printed)):
            here |= there
        known.guards |= met.guards


def fails(source: str, data: Mapping[str, object]) -> bool:
    """Whether really filling this source really misses a name."""
    try:
        fill(source, data)
    except NameMissing:
        return True
    return False


def confirmed(small: Small, answers: Answers, document: str, place: str) -> bool:
    """Whether with these answers an interview is complete in which this use of a paper misses its name."""
    reading = interview.read(small.form, answers, TODAY)
    spec = next((each for each in reading.documents if each.name == document), None)
    if spec is None or not reading.complete:
        return False
    data = Contexts(reading, NO_OFFICE).for_document(spec).data
    return fails(trees.source(trees.only(small.papers[document], place)), data)


def everything(small: Small, most: int = 400) -> Truths:
    """What all complete interviews of a small form show; raises TooMany beyond `most` of them."""
    truths = Truths(small, most)
    for reading in complete(small.form, most * 4):
        truths.take(reading)
    return truths


def complete(form: Form, most: int) -> Iterator[Interview]:
    """Every complete interview, one of each kind that conditions can tell apart."""
    values, steps = Values(form, TODAY), iter(range(most))
    known = {question.path: values.of(question) for question in form.questions() if not question.is_list}
    counts = {question.path: _counts(form, question) for question in form.lists()}

    def walk(answers: Answers) -> Iterator[Interview]:
        if next(steps, None) is None:
            raise TooMany
        reading = interview.read(form, answers, TODAY)
        if _mirrored(reading):
            return
        waiting = next((asked for asked in reading.asked if asked.given is None), None)
        if waiting is None:
            if reading.complete:
                yield reading
            return
        ways = (
            _lists(answers, waiting.question, counts)
            if waiting.question.is_list
            else (
                answers.put(waiting.question.path, Given(value), waiting.item)
                for value in known[waiting.question.path]
            )
        )
        for way in ways:
            yield from walk(way)

    return walk(EMPTY)


def _lists(answers: Answers, question: Question, counts: Mapping[str, range]) -> Iterator[Answers]:
    for count in counts[question.path]:
        grown = answers
        for number in range(count):
            grown = grown.with_item(question.path, str(number + 1))
        yield grown.put(question.path, Given(True))
    empty: list[Value] = [Gap("not known")] * question.unsure + [Blank()] * question.may_be_blank
    yield from (answers.put(question.path, Given(value)) for value in empty)


def _counts(form: Form, question: Question) -> range:
    """How many items are worth trying: one for every condition on items, and one more than is counted."""
    about = [each for condition in conditions(form) for each in _parts(condition)]
    witnesses = sum(isinstance(each, OfItems) and each.item == question.one for each in about)
    sizes = (each for each in about if isinstance(each, Test) and each.comparison == "has at least")
    counted = (int(each.operands[0]) + 1 for each in sizes if each.name == question.name)
    many = max((2, witnesses, *counted))
    return range(int(question.least or 0), min(many, int(question.most or many)) + 1)


def _parts(condition: Condition) -> Iterator[Condition]:
    yield condition
    match condition:
        case Every(parts) | Some(parts):
            for part in parts:
                yield from _parts(part)
        case OfItems(part=part):
            yield from _parts(part)


def _mirrored(reading: Interview) -> bool:
    """Whether the same items stand in another order in an interview that is tried too."""
    for question in reading.form.lists():
        rows = [repr(sorted(item.answers.items(), key=str)) for item in reading.items(question)]
        waiting = any(
            asked.given is None and asked.question.in_list == question.path for asked in reading.asked
        )
        if not waiting and rows != sorted(rows):
            return True
    return False
