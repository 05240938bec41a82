"""Knows by trying everything: reads a small form with all answers that matter and fills its papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from app.core import interview
from app.core.answers import EMPTY, Answers, Given
from app.core.conditions import Condition, Every, OfItems, Some, Test
from app.core.evaluation import NotAsked, Open, Scope
from app.core.interview import Asked, Interview
from app.core.office import EMPTY as NO_OFFICE
from app.core.piping import piped
from app.core.places import Place
from app.core.questionnaire import DocumentSpec, Form, Question
from app.core.values import Blank, Gap, Item, Value
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
    missed: set[tuple[str, str]] = field(default_factory=set)
    """Documents and the places in them at which a name was missing."""
    wordings: set[tuple[Place, str]] = field(default_factory=set)
    """Where a wording could not say a name it pipes."""
    holds: dict[Place, set[bool]] = field(default_factory=dict)
    """Whether each condition certainly held, where it was looked at."""

    def take(self, reading: Interview) -> None:
        """Learn from one interview in which nothing is missing."""
        for broken in reading.broken:
            self._broken(reading, broken.asked)
        if reading.broken:
            return
        self.interviews += 1
        if self.interviews > self.most:
            raise TooMany
        for asked in reading.asked:
            self._asked(reading, asked)
        self._conditions(reading)
        for conclusion in (*self.small.form.flags, *self.small.form.gates):
            truth = reading.evaluation.holds(conclusion.when)
            self.raised |= set() if truth.false else {conclusion.name}
            if truth.true:
                self._piped(reading, conclusion.place, conclusion.say, None)
        contexts = Contexts(reading, NO_OFFICE)
        for document in reading.documents:
            self.due.add(document.name)
            self._paper(document, dict(contexts.for_document(document).data))

    def _asked(self, reading: Interview, asked: Asked) -> None:
        question = asked.question
        self.asked.add(question.path)
        value = asked.value
        for key in value if isinstance(value, tuple) else (value,):
            if isinstance(key, str) and key in question.choices:
                self.chosen.add((question.path, key))
        words = question.ask + question.help + question.why
        self._piped(reading, question.place, words, scope_of(reading, asked))

    def _broken(self, reading: Interview, asked: Asked) -> None:
        scope = scope_of(reading, asked)
        for must in asked.question.must:
            if reading.evaluation.holds(must.that, scope).false:
                self._piped(reading, asked.question.place, must.say, scope)

    def _piped(self, reading: Interview, where: Place, words: str, scope: Scope | None) -> None:
        for name in piped(words):
            if isinstance(reading.evaluation.look(name, scope), (NotAsked, Open)):
                self.wordings.add((where, name))

    def _conditions(self, reading: Interview) -> None:
        """What every condition came to."""
        look = reading.evaluation.holds
        form = self.small.form
        for each in (*form.flags, *form.gates, *form.documents):
            self._held(each.place, look(each.when).true)
        for section in form.sections:
            comes = look(section.when).true
            self._held(section.place, comes)
            for question in section.questions if comes else ():
                self._held(question.place, look(question.when).true)
        for question in form.lists():
            for item in reading.items(question):
                for each, scope in asking(reading, question, item):
                    self._held(each.place, look(each.when, scope).true)

    def _held(self, place: Place, certainly: bool) -> None:
        self.holds.setdefault(place, set()).add(certainly)

    def _paper(self, document: DocumentSpec, data: Mapping[str, object]) -> None:
        nodes, met = self.small.papers[document.name], Met()
        trees.meet(nodes, data, met)
        assert bool(met.missed) is fails(trees.source(nodes), data), "the tree and Jinja do not agree"
        self.missed |= {(document.name, place) for place in met.missed}
        known = self.papers.setdefault(document.name, Met())
        known.missed |= met.missed
        known.printed |= met.printed
        known.guards |= met.guards


def scope_of(reading: Interview, asked: Asked) -> Scope | None:
    """The item a question is asked about, with everything known of it."""
    parent = reading.form.question(asked.question.in_list)
    item = next((each for each in reading.items(parent) if each.id == asked.item), None) if parent else None
    if parent is None or item is None:
        return None
    *_, (_, last) = asking(reading, parent, item)
    return Scope(parent, item, last.missing)


def asking(reading: Interview, parent: Question, item: Item) -> Iterator[tuple[Question, Scope]]:
    """Each question about an item, with what was known of the item before it."""
    answers: dict[str, Value] = {}
    missing: dict[str, Open] = {}
    for each in parent.each:
        scope = Scope(parent, Item(item.id, dict(answers)), dict(missing))
        yield each, scope
        truth = reading.evaluation.holds(each.when, scope)
        if truth.value is None:
            missing[each.name] = Open(truth)
        if each.name in item.answers:
            answers[each.name] = item.answers[each.name]


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
    for reading in finished(small.form, most * 4):
        truths.take(reading)
    return truths


def finished(form: Form, most: int) -> Iterator[Interview]:
    """Every interview in which nothing is missing, one of each kind that conditions can tell apart."""
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
