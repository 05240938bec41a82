"""What one reading of a questionnaire knows: the path, what waits, what follows, which papers are due."""

from dataclasses import dataclass, field
from datetime import date

from app.core.answers import Answers, Given
from app.core.evaluation import Evaluation, FactValue, Scope
from app.core.expansion import offered
from app.core.piping import filled
from app.core.questionnaire import DocumentSpec, Form, Level, Question, Section
from app.core.values import Blank, Gap, Item, Value


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

    @property
    def is_open(self) -> bool:
        """Whether it tells nothing: a gap, a blank, or no answer at all."""
        return self.value is None or isinstance(self.value, (Gap, Blank))


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
        """Where the person stands: the first open question, a list after its items' questions."""
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

    def paper(self, name: str) -> DocumentSpec | None:
        """The paper with a name: one that is due, or one that may be looked at before it is."""
        found = (spec for _, spec in offered(self.form, self.documents) if spec.name == name)
        return next(found, None)

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
        scope = self.evaluation.about(question, item) if item and question else None
        return self.evaluation.look(name, scope)

    def say(self, text: str, item: str | None = None, question: Question | None = None) -> str:
        """Wording with its {names} filled in from the answers."""
        scope = self._scope(question, item) if item and question and question.in_list else None
        return filled(text, self.evaluation, scope)

    def _scope(self, question: Question, item: str) -> Scope | None:
        parent = self.form.question(question.in_list)
        found = next((each for each in self.items(parent) if each.id == item), None) if parent else None
        return self.evaluation.about(parent, found) if parent and found else None
