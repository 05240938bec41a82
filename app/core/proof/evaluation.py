"""Decides conditions and facts over all interviews at once; the mirror of `app.core.evaluation` in terms.

A list has so many places for items that every condition about its items finds a witness: a real interview
with more items keeps the truth of every such condition when all but one witness for each are taken out, and
what is left over is only counted. So no more places are needed than there are conditions about items, and
one for an item that a question, a template or a wording is read about.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from app.core.comparing import ago, when_of
from app.core.conditions import Condition, Every, OfItems, Some, Test
from app.core.proof.calculated import Calculated
from app.core.proof.domains import Add, Anything, YesNo
from app.core.proof.leads import Leads
from app.core.proof.measures import Maybe
from app.core.proof.results import Result
from app.core.proof.states import Scope, State
from app.core.proof.terms import (
    NO,
    YES,
    Kleene,
    Term,
    both,
    either,
    either_way,
    every,
    no,
    number_of,
    some,
    turned,
)
from app.core.questionnaire import Fact, Form, Question
from app.core.values import When

ORDERED = ("is before", "is after", "is at", "is more", "is less")


@dataclass
class Evaluation:
    """What is known so far; grows as the walk comes down the questions."""

    form: Form
    today: date
    add: Add
    states: dict[str, State] = field(default_factory=dict)
    items: dict[str, tuple[Scope, ...]] = field(default_factory=dict)
    atoms: dict[str, dict[tuple[int, ...], tuple[Term, object]]] = field(default_factory=dict)
    """The distinct questions asked about items of each list, which say how many places it needs."""
    results: dict[str, Calculated] = field(default_factory=dict)
    """Every free result by its key."""
    tick: int = 0
    busy: set[str] = field(default_factory=set)
    growing: set[str] = field(default_factory=set)
    """The list whose items are just asked about."""
    _shared: dict[tuple[str, tuple[tuple[str, str], ...], int], Calculated] = field(default_factory=dict)
    """The first fact with each calculation of the same inputs: all have its result."""
    _memo: dict[tuple[str, int, int, str], State] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.leads = Leads(self.form)
        self.known = {question.name for question in self.form.questions() if not question.in_list}
        self.called = {question.one: question for question in reversed(self.form.lists())}

    def learn(self, name: str, state: State, scope: Scope | None = None) -> None:
        """Keep what a question comes to."""
        (self.states if scope is None else scope.states)[name] = state
        self.tick += 1

    def holds(self, condition: Condition | None, scope: Scope | None = None) -> Kleene:
        """Whether a condition holds; no condition always does."""
        match condition:
            case None:
                return YES
            case Every(parts):
                return both(self.holds(part, scope) for part in parts)
            case Some(parts):
                return either(self.holds(part, scope) for part in parts)
            case OfItems():
                return self._of_items(condition)
            case Test():
                return self._test(condition, scope)

    def _of_items(self, condition: OfItems) -> Kleene:
        question = self.called.get(condition.item)
        if question is None:
            return NO
        state = self.states.get(question.name)
        if state is None:
            return NO if condition.quantifier == "any" else YES
        parts = [
            (each.present, self.holds(condition.part, each)) for each in self.items.get(question.name, ())
        ]
        if condition.quantifier == "every":
            parts = [(present, turned(truth)) for present, truth in parts]
        found = self._exists(question, ((here, truth.true) for here, truth in parts))
        thinkable = self._exists(question, ((here, no(truth.false)) for here, truth in parts))
        true = every([state.value, found])
        false = some([every([state.value, no(thinkable)]), state.empty])
        waits = some(every([here, truth.later]) for here, truth in parts)
        any_ = Kleene(true, false, some([state.later, every([waits, state.value])]))
        if state.gap is False and state.open is False and state.later is False and found is thinkable:
            any_ = either_way(true)
        return any_ if condition.quantifier == "any" else turned(any_)

    def _exists(self, question: Question, parts: Iterator[tuple[Term, Term]]) -> Term:
        listed = list(parts)
        known = self.atoms.setdefault(question.name, {})
        key = tuple(number_of(term) for _, term in listed)
        if key not in known:
            # The terms are kept too: the solver gives the number of a term that is gone to another.
            known[key] = some(every([here, term]) for here, term in listed), listed
        return known[key][0]

    def _test(self, test: Test, scope: Scope | None) -> Kleene:
        state = self.look(test.name, scope)
        if test.comparison == "is answered":
            return either_way(state.value)
        if test.comparison == "is a gap":
            return either_way(state.gap)
        truth = NO if state.value is False else self._compare(test, state, scope)
        if test.comparison == "is not":
            truth = turned(truth)
            return _when(state, truth, YES)
        return _when(state, truth, NO)

    def _compare(self, test: Test, state: State, scope: Scope | None) -> Kleene:
        wanted = "is" if test.comparison == "is not" else test.comparison
        domain = state.domain
        if not wanted.startswith(ORDERED):
            return domain.compare(wanted, test.operands)
        operand = test.operands[0]
        if wanted.endswith(" ago"):
            cutoff = ago(operand, self.today)
            wanted = "is after" if wanted == "is less than … ago" else "is before"
            return domain.compare(wanted, (When(cutoff, cutoff),))
        if not self.knows(operand, scope):
            dated = wanted in ("is before", "is after")
            return domain.compare(wanted, (when_of(operand, self.today) if dated else operand,))
        other = self.look(operand, scope)
        inner = other.domain.inner if isinstance(other.domain, Maybe) else other.domain
        truth = NO if other.value is False else domain.compare(wanted, (inner,))
        return _when(other, other.domain.unless(truth) if isinstance(other.domain, Maybe) else truth, NO)

    def knows(self, name: str, scope: Scope | None) -> bool:
        """Whether a name means a question or a fact here."""
        root = name.split(".")[0]
        inside = scope is not None and scope.has(root)
        return inside or root in self.form.facts or self.form.question(root) is not None

    def look(self, name: str, scope: Scope | None = None) -> State:
        """The state of a name: this item's answer first, then a fact or its field, then the form's answer."""
        root, _, part = name.partition(".")
        if scope is not None and scope.has(root):
            found = scope.states.get(root, State(False, Anything(root, self.add), away=True))
        elif root in self.form.facts:
            return self._part(self.fact(self.form.facts[root], scope), part)
        else:
            found = self.states.get(root, State(False, Anything(root, self.add), later=True))
            return replace(found, domain=found.domain.part(part)) if part else found
        return found

    def _part(self, state: State, part: str) -> State:
        if not part or not isinstance(state.domain, Result):
            return state
        domain = state.domain.field(part)
        if domain is None:
            return replace(state, value=False, away=some([state.away, state.value]))
        return replace(state, domain=domain)

    def fact(self, fact: Fact, scope: Scope | None = None) -> State:
        """What a fact comes to with what is known here."""
        if fact.name in self.busy:
            calculated = fact.calculation is not None
            return State(False, Anything(fact.name, self.add), gap=calculated, open=not calculated)
        number, tick = self._settled(fact, scope)
        # A fact that rests on itself comes to something else wherever one enters the circle.
        around = "+".join(sorted(self.busy & self.leads.to(fact.name)))
        key = (fact.name, number, tick, around)
        if key not in self._memo:
            self.busy.add(fact.name)
            try:
                self._memo[key] = self._made(fact, scope, number, tick, around)
            finally:
                self.busy.discard(fact.name)
        return self._memo[key]

    def _settled(self, fact: Fact, scope: Scope | None) -> tuple[int, int]:
        """The item it is about, 0 for none, and the moment its value holds for, 0 for ever."""
        roots = self.leads.to(fact.name)
        own = [name for name in roots if scope is not None and scope.has(name)]
        top = [name for name in roots if name in self.known and name not in own]
        known = all(name in self.states and name not in self.growing for name in top)
        if scope is None or not own:
            return 0, 0 if known else self.tick
        known = known and all(name in scope.states for name in own)
        at = scope.question.number * 1000 + scope.number
        return at, 0 if known else self.tick

    def _made(self, fact: Fact, scope: Scope | None, number: int, tick: int, around: str) -> State:
        truth = self.holds(fact.when, scope)
        if fact.calculation is None:
            name = f"fact {fact.name} {number} {tick} {around}"
            there = True if truth.open is False else some([truth.true, truth.false])
            hangs = every([truth.open, no(truth.later)])
            domain = YesNo(name, self.add, truth.true)
            return State(there, domain, open=hangs, later=every([truth.open, truth.later]))
        item = f"#{number % 1000}" if number else ""
        key = f"={fact.name}" + item + (f"@{tick}" if tick else "") + (f"~{around}" if around else "")
        settled = not tick and not around
        made = Calculated(fact, key, self.add, scope if number else None, settled)
        if settled and fact.name not in self.leads.to(fact.name):
            same = (fact.calculation.name, tuple(sorted(fact.inputs.items())), number)
            made.shares(self._shared.setdefault(same, made))
        self.results[key] = made
        return made.state(truth, lambda name: self.look(name, scope))

    def list_of(self, name: str) -> Question | None:
        """The list of a name, or None."""
        question = self.form.question(name)
        return question if question is not None and question.is_list else None


def _when(state: State, truth: Kleene, empty: Kleene) -> Kleene:
    """The truth of a value, `empty` of nothing said, and otherwise unknown."""
    true = some([every([state.value, truth.true]), every([state.empty, empty.true])])
    unsure = some([state.gap, state.open, state.later])
    if unsure is False and truth.open is False:
        return either_way(true)
    false = some([every([state.value, truth.false]), every([state.empty, empty.false])])
    return Kleene(true, false, some([state.later, every([state.value, truth.later])]))
