"""Decides conditions and facts over what is known at one point of an interview, in three values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from app.core.comparing import compare
from app.core.conditions import Condition, Every, OfItems, Some, Test
from app.core.questionnaire import Fact, Form, Question
from app.core.truth import FALSE, TRUE, Truth, both, either, known, negated, unknown
from app.core.values import Blank, Gap, Item, Value


@dataclass(frozen=True)
class NotAsked:
    """The question is off the path: nothing was said and nothing will be."""


@dataclass(frozen=True)
class Open:
    """The question is unanswered, or whether it is asked hangs on something unknown."""

    truth: Truth


State = Value | NotAsked | Open


@dataclass(frozen=True)
class FactValue:
    """What a fact comes to: a truth, or a calculation's result, or the gap that stands in its way."""

    fact: Fact
    truth: Truth = FALSE
    result: Any = None
    gap: Gap | None = None

    @property
    def arises(self) -> bool:
        """Whether there is a result or a gap to speak of at all."""
        return self.result is not None or self.gap is not None


@dataclass
class Evaluation:
    """What is known so far; grows as the interview walks down the questions."""

    form: Form
    today: date
    states: dict[str, State] = field(default_factory=dict)
    unfinished: set[str] = field(default_factory=set)
    """Lists to which items may still be added."""
    missing: dict[tuple[str, str], "Mapping[str, Open]"] = field(default_factory=dict)
    """What is unanswered about an item, or hangs on a gap: by its list and its id."""
    cache: dict[tuple[str, str], tuple[dict[str, Any], Any]] = field(default_factory=dict)
    busy: set[str] = field(default_factory=set)

    def holds(self, condition: Condition | None, item: "Scope | None" = None) -> Truth:
        """Whether a condition holds; no condition always does."""
        match condition:
            case None:
                return TRUE
            case Every(parts):
                return both(self.holds(part, item) for part in parts)
            case Some(parts):
                return either(self.holds(part, item) for part in parts)
            case OfItems():
                return self._of_items(condition)
            case Test():
                return self._test(condition, item)

    def _of_items(self, condition: OfItems) -> Truth:
        question = self.list_called(condition.item)
        if question is None:
            return FALSE
        state = self.states.get(question.name, NotAsked())
        if isinstance(state, Open):
            return state.truth
        items = state if isinstance(state, tuple) else ()
        truths = [
            self.holds(condition.part, self.about(question, each)) for each in items if isinstance(each, Item)
        ]
        if question.name in self.unfinished:
            truths.append(unknown("unanswered", question.name))
        if isinstance(state, Gap):
            truths.append(unknown("gap", question.name))
        return either(truths) if condition.quantifier == "any" else both(truths)

    def about(self, question: Question, item: Item) -> "Scope":
        """What is known of one item of a list that is done; what hangs on a gap stays unknown."""
        return Scope(question, item, self.missing.get((question.name, item.id), {}))

    def list_called(self, one: str) -> Question | None:
        """The list whose items are called `one`."""
        return next((question for question in self.form.lists() if question.one == one), None)

    def _test(self, test: Test, item: "Scope | None") -> Truth:
        state = self.look(test.name, item)
        if test.comparison == "is answered":
            return known(not isinstance(state, (NotAsked, Open, Gap, Blank)))
        if test.comparison == "is a gap":
            return known(isinstance(state, Gap))
        if isinstance(state, Open):
            return state.truth
        if isinstance(state, Gap):
            return unknown("gap", test.name)
        if isinstance(state, (NotAsked, Blank)):
            return known(test.comparison == "is not")
        return self._compare(test, state, item)

    def _compare(self, test: Test, value: object, item: "Scope | None") -> Truth:
        operands: list[object] = []
        for operand in test.operands:
            other = self._operand(test, operand, item)
            if isinstance(other, (Open, Gap)):
                return other.truth if isinstance(other, Open) else unknown("gap", operand)
            operands.append(other)
        wanted = "is" if test.comparison == "is not" else test.comparison
        truth = compare(test.name, wanted, value, tuple(operands), self.today)
        if wanted == "has at least" and truth.false and test.name in self.unfinished:
            return unknown("unanswered", test.name)
        return negated(truth) if test.comparison == "is not" else truth

    def _operand(self, test: Test, operand: str, item: "Scope | None") -> object:
        """The value of the name an ordered comparison is made with, or the words that stand there."""
        ordered = test.comparison.startswith(("is before", "is after", "is at", "is more", "is less"))
        if not ordered or test.comparison.endswith(" ago") or not self.knows(operand, item):
            return operand
        return self.look(operand, item)

    def knows(self, name: str, item: "Scope | None") -> bool:
        """Whether a name means a question or a fact here."""
        root = name.split(".")[0]
        inside = item is not None and any(question.name == root for question in item.question.each)
        return inside or root in self.form.facts or self.form.question(root) is not None

    def look(self, name: str, item: "Scope | None" = None) -> Any:
        """The state of a name: this item's answer first, then the form's, then a fact or its field."""
        root, _, part = name.partition(".")
        if item is not None and any(question.name == root for question in item.question.each):
            return item.item.answers.get(root, item.missing.get(root, NotAsked()))
        if root in self.form.facts:
            return self._fact_state(self.form.facts[root], part, item)
        state = self.states.get(root)
        if state is None:
            return Open(unknown("unanswered", root))
        return getattr(state, part, state) if part else state

    def _fact_state(self, fact: Fact, part: str, item: "Scope | None") -> Any:
        value = self.fact(fact, item)
        if fact.calculation is None:
            return value.truth.value if value.truth.value is not None else Open(value.truth)
        if value.gap is not None:
            return Open(value.truth) if value.truth.why == "unanswered" else value.gap
        if value.result is None:
            return NotAsked()
        return getattr(value.result, part, NotAsked()) if part else value.result

    def fact(self, fact: Fact, item: "Scope | None" = None) -> FactValue:
        """What a fact comes to with what is known here."""
        if fact.name in self.busy:
            return FactValue(
                fact, unknown("gap", fact.name), gap=Gap("not known", "This fact rests on itself.")
            )
        self.busy.add(fact.name)
        try:
            if fact.calculation is None:
                return FactValue(fact, self.holds(fact.when, item))
            return self._calculated(fact, item)
        finally:
            self.busy.discard(fact.name)

    def _calculated(self, fact: Fact, item: "Scope | None") -> FactValue:
        assert fact.calculation is not None
        applies = self.holds(fact.when, item)
        if applies.false:
            return FactValue(fact, FALSE)
        inputs: dict[str, Any] = {}
        for parameter, name in fact.inputs.items():
            state = self.look(name, item)
            needed = parameter in fact.calculation.needs
            if needed and isinstance(state, (NotAsked, Blank)):
                return FactValue(fact, FALSE)
            if needed and isinstance(state, (Open, Gap)):
                return self._without(fact, name, state)
            inputs[parameter] = _plain(state)
        result = self._run(fact, inputs, item)
        if isinstance(result, Gap):
            return FactValue(fact, unknown("gap", fact.name), gap=result)
        return FactValue(fact, TRUE, result)

    def _without(self, fact: Fact, name: str, state: object) -> FactValue:
        question, earlier = self.form.question(name), self.form.facts.get(name.partition(".")[0])
        words = question.short if question else earlier.means if earlier else name
        reason = f"This cannot be worked out while “{words}” is open."
        why = "unanswered" if isinstance(state, Open) and state.truth.why == "unanswered" else "gap"
        return FactValue(fact, Truth(None, why, (name,)), gap=Gap("not known", reason))  # type: ignore[arg-type]

    def _run(self, fact: Fact, inputs: dict[str, Any], item: "Scope | None") -> Any:
        assert fact.calculation is not None
        key = (fact.name, item.item.id if item else "")
        known_inputs, result = self.cache.get(key, ({}, None))
        if result is None or known_inputs != inputs:
            result = fact.calculation.run(**inputs, today=self.today)
            self.cache[key] = (inputs, result)
        return result


@dataclass(frozen=True)
class Scope:
    """One item of a list, while something is asked or decided about it."""

    question: Question
    item: Item
    missing: Mapping[str, Open] = field(default_factory=dict)
    """Questions about this item that are asked and unanswered, or hang on something unknown."""


def _plain(state: object) -> object:
    """An input for a calculation: gaps, blanks and whatever is not there are None; items are mappings."""
    if isinstance(state, (Open, Gap, NotAsked, Blank)):
        return None
    if isinstance(state, tuple):
        return tuple(
            {name: _plain(value) for name, value in each.answers.items()} if isinstance(each, Item) else each
            for each in state
        )
    return state
