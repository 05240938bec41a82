"""Walks a questionnaire over all interviews at once, in file order: `app.core.walk` in terms."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

import z3

from app.core.piping import piped
from app.core.proof.domains import Add, Anything, Domain
from app.core.proof.evaluation import Evaluation
from app.core.proof.measures import Counted
from app.core.proof.questions import domain_of
from app.core.proof.states import Scope, State, asked
from app.core.proof.terms import Kleene, Term, every, fresh, no, some, within
from app.core.questionnaire import Form, Must, Question, Section


@dataclass(frozen=True)
class Spot:
    """One question about one item or none, with everything that decides what it comes to."""

    question: Question
    scope: Scope | None
    state: State
    domain: Domain
    gap: Term
    blank: Term
    around: Kleene
    """Whether the walk comes to it: its section, or the item it is about."""
    when: Kleene

    @property
    def asked(self) -> Term:
        """Whether it is on the path."""
        return every([self.around.true, self.when.true])

    @property
    def key(self) -> tuple[str, int]:
        """Its path and the number of its item, 0 for none."""
        return self.question.path, self.scope.number if self.scope else 0


@dataclass(frozen=True)
class Shown:
    """A wording while it is shown: what it pipes is looked up with what is known at that moment."""

    section: Section | None
    question: Question | None
    shown: Term
    look: Callable[[str], State]
    text: str
    must: Must | None = None


@dataclass
class Walk:
    """One walk over all interviews; `places` is how many items of each list are told apart."""

    form: Form
    today: date
    add: Add
    places: dict[str, int]
    spots: list[Spot] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    sections: list[tuple[Section, Kleene]] = field(default_factory=list)
    counts: dict[str, Any] = field(default_factory=dict)
    musts: list[Term] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.evaluation = Evaluation(self.form, self.today, self.add)
        for section in self.form.sections:
            holds = self.evaluation.holds(section.when)
            self.sections.append((section, holds))
            self._show(section.intro, section, None, holds.true, None)
            for question in section.questions:
                self._question(section, question, holds)
        for spot in list(self.spots):
            self._checks(spot)

    def _question(self, section: Section, question: Question, holds: Kleene) -> None:
        when = self.evaluation.holds(question.when)
        truth = within(holds, when)
        self._spoken(section, question, truth.true, None)
        if question.kind_name == "notice":
            empty = Anything(question.name, self.add)
            state = State(False, empty, away=some([truth.true, truth.false]), open=truth.open)
            self.evaluation.learn(question.name, state)
            self.spots.append(Spot(question, None, state, empty, False, False, holds, when))
        elif question.is_list:
            self._list(section, question, holds, when)
        else:
            self._take(question, None, holds, when)

    def _take(self, question: Question, scope: Scope | None, around: Kleene, when: Kleene) -> None:
        key = question.path + (f"#{scope.number}" if scope else "")
        domain = domain_of(question, key, self.add)
        gap = fresh(f"{key} gap") if question.unsure or question.by_attorney else False
        blank = fresh(f"{key} blank") if question.may_be_blank else False
        truth = when if scope else within(around, when)
        state = asked(truth, gap, blank, domain)
        self.evaluation.learn(question.name, state, scope)
        self.spots.append(Spot(question, scope, state, domain, gap, blank, around, when))

    def _list(self, section: Section, question: Question, around: Kleene, when: Kleene) -> None:
        key, truth = question.path, within(around, when)
        gap = fresh(f"{key} gap") if question.unsure or question.by_attorney else False
        blank = fresh(f"{key} blank") if question.may_be_blank else False
        evaluation = self.evaluation
        evaluation.growing.add(question.name)
        evaluation.learn(question.name, asked(truth, gap, False, Counted(key, self.add, 0)))
        count = z3.Int(f"{key} count")
        here = every([truth.true, no(gap), no(blank)])
        scopes = tuple(self._scopes(question, here))
        self._counted(question, count, here, scopes)
        for scope in scopes:
            self._item(section, scope)
        evaluation.growing.discard(question.name)
        domain = Counted(key, self.add, count)
        state = asked(truth, gap, False, domain)
        evaluation.items[question.name] = scopes
        evaluation.learn(question.name, state)
        self.counts[question.name] = count
        self.spots.append(Spot(question, None, state, domain, gap, blank, around, when))

    def _scopes(self, question: Question, here: Term) -> Iterator[Scope]:
        for number in range(1, self.places.get(question.name, 1) + 1):
            present = fresh(f"{question.path}#{number}")
            self.add(some([no(present), here]))
            yield Scope(question, number, present)

    def _counted(self, question: Question, count: Any, here: Term, scopes: tuple[Scope, ...]) -> None:
        """As many as are told apart, or more that are like one of them; none of a list not asked."""
        sure = z3.Sum([z3.If(scope.present, 1, 0) for scope in scopes])
        self.add(count >= sure)
        self.add(z3.Implies(count >= 1, scopes[0].present))
        for one, following in zip(scopes, scopes[1:], strict=False):
            self.add(some([no(following.present), one.present]))
        if question.least is not None:
            self.musts.append(some([no(here), count >= _ceiling(question.least)]))
        if question.most is not None:
            self.musts.append(some([no(here), count <= int(question.most)]))

    def _item(self, section: Section, scope: Scope) -> None:
        around = Kleene(scope.present, no(scope.present))
        for each in scope.question.each:
            when = self.evaluation.holds(each.when, scope)
            if scope.number == 1:
                self._spoken(section, each, every([scope.present, when.true]), scope)
            if each.kind_name == "notice":
                empty = Anything(each.path, self.add)
                away = some([when.true, when.false])
                self.evaluation.learn(each.name, State(False, empty, away=away, open=when.open), scope)
            else:
                self._take(each, scope, around, when)

    def _checks(self, spot: Spot) -> None:
        given = every([spot.state.value, no(spot.blank)])
        given = every([given, spot.scope.present]) if spot.scope else given
        for must in spot.question.must:
            broken = every([given, self.evaluation.holds(must.that, spot.scope).false])
            self.musts.append(no(broken))
            if spot.scope is None or spot.scope.number == 1:
                self._show(must.say, None, spot.question, broken, spot.scope, must)

    def _spoken(self, section: Section, question: Question, shown: Term, scope: Scope | None) -> None:
        for text in (question.ask, question.help, question.why):
            self._show(text, section, question, shown, scope)

    def _show(
        self, text: str, section: Section | None, question: Question | None, shown: Term,
        scope: Scope | None, must: Must | None = None,
    ) -> None:  # fmt: skip
        if "{" not in text:
            return
        states = dict(self.evaluation.states)
        inner = dict(scope.states) if scope else {}

        def look(name: str) -> State:
            root = name.partition(".")[0]
            if scope is not None and scope.has(root) and root not in inner:
                return State(False, Anything(root, self.add), later=True)
            if root in inner or root in states and root not in self.form.facts:
                return inner.get(root) or states[root]
            return self.evaluation.look(name if root in self.form.facts else root, scope)

        if must is None:
            found = {name: look(name) for name in sorted(piped(text))}
            self.shown.append(Shown(section, question, shown, found.__getitem__, text))
        else:
            self.shown.append(Shown(section, question, shown, look, text, must))


def _ceiling(number: Decimal) -> int:
    return -int(-number // 1)
