"""Walks a questionnaire in file order and finds what is asked; the engine behind `interview.read`."""

from collections.abc import Iterator
from datetime import date

from app.core.answers import Answers
from app.core.evaluation import Evaluation, FactValue, NotAsked, Open, Scope
from app.core.expansion import expanded
from app.core.piping import filled, piped
from app.core.questionnaire import DocumentSpec, Flag, Form, Gate, Level, Question, Section
from app.core.reading import Asked, Broken, Interview, LeftOut, Raised
from app.core.truth import Truth, unknown
from app.core.values import Blank, Gap, Item, Value


class Walk:
    """The state of one reading."""

    def __init__(self, form: Form, answers: Answers, evaluation: Evaluation) -> None:
        self.form, self.answers, self.evaluation = form, answers, evaluation
        self.asked: list[Asked] = []
        self.left_out: list[LeftOut] = []
        self.scopes: list[tuple[Asked, Scope | None]] = []

    def section(self, section: Section) -> None:
        """Ask the questions of a section whose condition is true."""
        holds = self.evaluation.holds(section.when)
        for question in section.questions:
            self.question(question, holds)

    def question(self, question: Question, section: Truth) -> None:
        """Ask a question, or note that it is off the path or hangs on something unknown."""
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
        """Put a question on the path with its answer."""
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
        """Put a list and the questions about each of its items on the path."""
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
        self.evaluation.missing[question.name, item] = missing
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
        """What follows from everything on the path."""
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
                    scope = self.evaluation.about(question, item)
                    found[fact.name, item.id] = self.evaluation.fact(fact, scope)
        return found

    def _raised(self, conclusions: tuple[Flag, ...] | tuple[Gate, ...]) -> Iterator[Raised]:
        for each in conclusions:
            truth = self.evaluation.holds(each.when)
            if not truth.false:
                level: Level = each.level if isinstance(each, Flag) else "must fix"
                say = self._said(each.say)
                yield Raised(each.name, level, say, each.law, truth.true, truth.names)

    def _said(self, wording: str) -> str:
        """The wording filled in; where nothing of it is known, what it would tell of."""
        say = filled(wording, self.evaluation, None)
        if say.strip(" …."):
            return say
        facts = (self.form.facts.get(name.partition(".")[0]) for name in sorted(piped(wording)))
        means = dict.fromkeys(fact.means for fact in facts if fact)
        return f"Not known yet: {'; '.join(means) or 'what this rests on'}."

    def _documents(self) -> Iterator[DocumentSpec]:
        for document in self.form.documents:
            truth = self.evaluation.holds(document.when)
            if truth.true and document.each:
                yield from self._for_each(document)
            elif truth.true:
                yield from expanded(document, {})
            elif truth.why == "gap":
                self.left_out.append(LeftOut(document.title, truth.names))

    def _for_each(self, document: DocumentSpec) -> Iterator[DocumentSpec]:
        fact = self.evaluation.fact(self.form.facts[document.each.partition(".")[0]])
        if fact.truth.why == "gap":
            self.left_out.append(LeftOut(document.title, fact.truth.names))
        yield from expanded(document, {fact.fact.name: fact})

    def _broken(self) -> Iterator[Broken]:
        for asked, scope in self.scopes:
            if not asked.answered or isinstance(asked.value, (Gap, Blank)):
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
