"""The reading of a questionnaire by a set of answers: everything the pages and the papers need to know."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from app.core.answers import Answers, Given
from app.core.evaluation import Evaluation, FactValue, NotAsked, Open, Scope
from app.core.questionnaire import DocumentSpec, Flag, Form, Gate, Level, Question, Section
from app.core.truth import Truth, unknown
from app.core.values import Blank, Gap, Item, Value
from app.core.piping import filled


@dataclass(frozen=True)
class Asked:
    """A question on the path, about one item if it has one, with its answer if there is one."""

    question: Question
    item: str | None = None
    given: Given | None = None

    @property
    def value(self) -> Value | None:
        """The answer, or None while it is unanswered."""
        if self.given is None:
            return Gap("undecided") if self.question.by_attorney and not self.question.is_list else None
        return self.given.value

    @property
    def answered(self) -> bool:
        """Whether it has an answer, a blank or a gap."""
        return self.value is not None

    @property
    def is_gap(self) -> bool:
        """Whether the answer is not known, not safe to say or not decided."""
        return isinstance(self.value, Gap)


@dataclass(frozen=True)
class Broken:
    """An answer that fails one of its question's `must` checks, with the sentence."""

    asked: Asked
    sentence: str


@dataclass(frozen=True)
class Raised:
    """A flag or a gate that applies; `certain` is False when it applies because something is unknown."""

    name: str
    level: Level
    say: str
    law: tuple[str, ...]
    certain: bool = True
    because: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A question not asked or a paper not made because a condition rests on a gap."""

    what: str
    because: tuple[str, ...]


@dataclass(frozen=True)
class SectionProgress:
    """How far one section is: questions asked on the path and how many of them are answered."""

    section: Section
    asked: tuple[Asked, ...]

    @property
    def answered(self) -> int:
        """How many have an answer."""
        return sum(asked.answered for asked in self.asked)

    @property
    def complete(self) -> bool:
        """Whether nothing in it waits for an answer."""
        return self.answered == len(self.asked)


@dataclass(frozen=True)
class Interview:
    """One reading of a form with answers on a day; nothing about it is ever stored."""

    form: Form
    answers: Answers
    today: date
    asked: tuple[Asked, ...]
    evaluation: Evaluation = field(repr=False, compare=False)
    facts: dict[str, FactValue] = field(repr=False)
    item_facts: dict[tuple[str, str], FactValue] = field(repr=False)
    flags: tuple[Raised, ...] = ()
    gates: tuple[Raised, ...] = ()
    documents: tuple[DocumentSpec, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def missing(self) -> tuple[Asked, ...]:
        """Asked and unanswered, in order; a list waits until it is said that its items are all there."""
        return tuple(asked for asked in self.asked if not asked.answered)

    @property
    def next(self) -> Asked | None:
        """Where the person stands: the first question without an answer, a list after its items' questions."""
        missing = self.missing
        for asked in missing:
            if not asked.question.is_list:
                return asked
            inner = [each for each in missing if each.question.in_list == asked.question.name]
            return inner[0] if inner else asked
        return None

    @property
    def complete(self) -> bool:
        """Whether nothing is unanswered and nothing broken."""
        return not self.missing and not self.broken

    @property
    def gaps(self) -> tuple[Asked, ...]:
        """Asked questions whose answer is a gap, undecided attorney's choices included."""
        return tuple(asked for asked in self.asked if asked.is_gap)

    @property
    def sections(self) -> tuple[SectionProgress, ...]:
        """Progress of each section that has a question on the path."""
        progress = []
        for section in self.form.sections:
            own = {id(question) for each in section.questions for question in (each, *each.each)}
            asked = tuple(each for each in self.asked if id(each.question) in own)
            if asked:
                progress.append(SectionProgress(section, asked))
        return tuple(progress)

    def at(self, question: Question, item: str | None = None) -> Asked | None:
        """The place of a question on the path, or None when it is not asked."""
        wanted = (question.path, item)
        return next((asked for asked in self.asked if (asked.question.path, asked.item) == wanted), None)

    def _step(self, asked: Asked, by: int) -> Asked | None:
        places = [(each.question.path, each.item) for each in self.asked]
        index = places.index((asked.question.path, asked.item)) + by
        return self.asked[index] if 0 <= index < len(self.asked) else None

    def before(self, asked: Asked) -> Asked | None:
        """The question before this one on the path."""
        return self._step(asked, -1)

    def after(self, asked: Asked) -> Asked | None:
        """The question after this one on the path."""
        return self._step(asked, 1)

    def items(self, question: Question) -> tuple[Item, ...]:
        """The items of a list with their answers on the path."""
        state = self.evaluation.states.get(question.name)
        return tuple(each for each in state if isinstance(each, Item)) if isinstance(state, tuple) else ()

    def state(self, name: str, item: Item | None = None, question: Question | None = None) -> object:
        """What a name comes to at the end: a value, a gap, or that it was not asked or is open."""
        scope = Scope(question, item) if item and question else None
        return self.evaluation.look(name, scope)

    def say(self, text: str, item: str | None = None, question: Question | None = None) -> str:
        """Wording with its {names} filled in from the answers."""
        scope = self._scope(question, item) if item and question and question.in_list else None
        return filled(text, self.evaluation, scope)

    def _scope(self, question: Question, item: str) -> Scope | None:
        parent = self.form.question(question.in_list)
        found = next((each for each in self.items(parent) if each.id == item), None) if parent else None
        return Scope(parent, found) if parent and found else None


def read(form: Form, answers: Answers, today: date) -> Interview:
    """Walk the questions in file order; ask those whose condition is true with what stands before them."""
    walk = _Walk(form, answers, Evaluation(form, today))
    for section in form.sections:
        walk.section(section)
    return walk.finish(today)


class _Walk:
    """The state of one reading."""

    def __init__(self, form: Form, answers: Answers, evaluation: Evaluation) -> None:
        self.form, self.answers, self.evaluation = form, answers, evaluation
        self.asked: list[Asked] = []
        self.left_out: list[LeftOut] = []
        self.scopes: list[tuple[Asked, Scope | None]] = []

    def section(self, section: Section) -> None:
        holds = self.evaluation.holds(section.when)
        for question in section.questions:
            self.question(question, holds)

    def question(self, question: Question, section: Truth) -> None:
        truth = section if not section.true else self.evaluation.holds(question.when)
        if truth.true:
            self.take(question)
        else:
            self.evaluation.states[question.name] = self._absent(question, truth)

    def _absent(self, question: Question, truth: Truth) -> NotAsked | Open:
        if truth.false:
            return NotAsked()
        if truth.why == "gap":
            self.left_out.append(LeftOut(question.short, truth.names))
        return Open(truth)

    def take(self, question: Question) -> None:
        if question.is_list:
            return self.take_list(question)
        if question.kind_name == "notice":
            self.evaluation.states[question.name] = NotAsked()
            return None
        asked = Asked(question, None, self.answers.get(question.path))
        self._note(asked, None)
        value = asked.value
        self.evaluation.states[question.name] = (
            Open(unknown("unanswered", question.name)) if value is None else value
        )
        return None

    def _note(self, asked: Asked, scope: Scope | None) -> None:
        self.asked.append(asked)
        self.scopes.append((asked, scope))

    def take_list(self, question: Question) -> None:
        given = self.answers.get(question.path)
        self._note(Asked(question, None, given), None)
        if given and isinstance(given.value, (Gap, Blank)):
            self.evaluation.states[question.name] = given.value if isinstance(given.value, Gap) else ()
            return
        if given is None:
            self.evaluation.unfinished.add(question.name)
        self.evaluation.states[question.name] = ()
        items = tuple(self.item(question, item) for item in self.answers.items(question.path))
        self.evaluation.states[question.name] = items

    def item(self, question: Question, item: str) -> Item:
        """Ask each question about one item; it sees the item's earlier answers, then the form's."""
        answers: dict[str, Value] = {}
        missing: dict[str, Open] = {}
        scope = Scope(question, Item(item, answers), missing)
        for each in question.each:
            truth = self.evaluation.holds(each.when, scope)
            if not truth.true:
                if not truth.false:
                    missing[each.name] = Open(truth)
                continue
            if each.kind_name == "notice":
                continue
            asked = Asked(each, item, self.answers.get(each.path, item))
            self._note(asked, scope)
            if asked.value is None:
                missing[each.name] = Open(unknown("unanswered", each.path))
            else:
                answers[each.name] = asked.value
        return scope.item

    def finish(self, today: date) -> Interview:
        evaluation = self.evaluation
        facts = {name: evaluation.fact(fact) for name, fact in self.form.facts.items() if not fact.of}
        return Interview(
            self.form, self.answers, today, tuple(self.asked), evaluation, facts, self._item_facts(),
            tuple(self._raised(self.form.flags)), tuple(self._raised(self.form.gates)),
            tuple(self._documents()), tuple(self.left_out), tuple(self._broken()),
        )  # fmt: skip

    def _item_facts(self) -> dict[tuple[str, str], FactValue]:
        found = {}
        for fact in self.form.facts.values():
            question = self.form.question(fact.of) if fact.of else None
            state = self.evaluation.states.get(fact.of)
            for item in state if question and isinstance(state, tuple) else ():
                if question and isinstance(item, Item):
                    found[fact.name, item.id] = self.evaluation.fact(fact, Scope(question, item))
        return found

    def _raised(self, conclusions: tuple[Flag, ...] | tuple[Gate, ...]) -> Iterator[Raised]:
        for each in conclusions:
            truth = self.evaluation.holds(each.when)
            if not truth.false:
                level: Level = each.level if isinstance(each, Flag) else "must fix"
                say = filled(each.say, self.evaluation, None)
                yield Raised(each.name, level, say, each.law, truth.true, truth.names)

    def _documents(self) -> Iterator[DocumentSpec]:
        for document in self.form.documents:
            truth = self.evaluation.holds(document.when)
            if truth.true:
                yield document
            elif truth.why == "gap":
                self.left_out.append(LeftOut(document.title, truth.names))

    def _broken(self) -> Iterator[Broken]:
        for asked, scope in self.scopes:
            if not asked.answered or asked.is_gap:
                continue
            for must in asked.question.must:
                if self.evaluation.holds(must.that, scope).false:
                    yield Broken(asked, filled(must.say, self.evaluation, scope))
            yield from self._too_few(asked)

    def _too_few(self, asked: Asked) -> Iterator[Broken]:
        question = asked.question
        if not question.is_list or isinstance(asked.value, (Gap, Blank)):
            return
        count = len(self.answers.items(question.path))
        if question.least is not None and count < question.least:
            yield Broken(asked, f"Give at least {question.least} {question.one}.")
        if question.most is not None and count > question.most:
            yield Broken(asked, f"This list takes at most {question.most}; there are {count}.")

