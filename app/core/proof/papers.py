"""What a template finds under each name it reads on all paths: there or not, taken by an `if` or not."""

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.core.proof.domains import Domain
from app.core.proof.measures import Maybe
from app.core.proof.questions import Parts
from app.core.proof.results import Entries, Result, hints
from app.core.proof.states import Scope, State
from app.core.proof.terms import Term, every, fresh, no, some
from app.core.proof.universe import Universe
from app.core.proof.uses import Guard, Loop, Path
from app.core.questionnaire import Audience, DocumentSpec, Fact, Question

LINE = "line"
"""An entry of a story or of what was chosen: a text that is never empty."""
FREE = "~"
"""How the name of what nothing is known of begins: the office, the element a paper is made for."""
HELD: tuple[Audience, ...] = ("court", "other side")
"""The audiences whose papers a gate without `holds:` holds back."""
_MAPPINGS = ("name", "address", "date")
_LINES = ("choose any", "story")


@dataclass(frozen=True)
class Thing:
    """What stands under a name: whether it is there, whether an `if` takes it, and the list it is."""

    there: Term
    truthy: Term
    items: Question | None = None
    lines: bool = False
    """Whether it is a list of texts, none of them empty."""


@dataclass(frozen=True)
class Way:
    """Everything around a place in a template holds; and what each loop on the way stands at."""

    holds: Term
    at: dict[int, Scope | str]


class Paper:
    """One document of a form, whose template reads names."""

    def __init__(self, universe: Universe, document: DocumentSpec) -> None:
        self.universe, self.document = universe, document
        self.form, self.evaluation = universe.form, universe.evaluation

    def ways(self, around: Sequence[Guard | Loop]) -> list[Way]:
        """The ways to a place: the paper is due, every name is there, every guard holds, every loop runs."""
        ways = [Way(self.universe.due[self.document.name], {})]
        for step in around:
            ways = [further for way in ways for further in self._further(way, step)]
        return ways

    def _further(self, way: Way, step: Guard | Loop) -> Iterator[Way]:
        thing = self.thing(step.path, way.at)
        if isinstance(step, Guard):
            taken = thing.truthy if step.wanted else no(thing.truthy)
            yield Way(every([way.holds, thing.there, taken]), way.at)
            return
        for item in self._items(thing, step, way.at):
            runs = item.present if isinstance(item, Scope) else thing.truthy
            yield Way(every([way.holds, thing.there, runs]), {**way.at, step.number: item})

    def _items(self, thing: Thing, loop: Loop, at: dict[int, Scope | str]) -> Sequence[Scope | str]:
        """Where a loop may stand: at an item that a loop around it over the same list has, or at one more."""
        if thing.lines:
            return (LINE,)
        if thing.items is None:
            return (f"{FREE}{self.document.name} {loop.number}",)
        around = (one.number for one in at.values() if isinstance(one, Scope) and one.question is thing.items)
        return self.evaluation.items[thing.items.name][: max(around, default=0) + 1]

    def thing(self, path: Path, at: dict[int, Scope | str]) -> Thing:
        """What a path means at a place; what is no name of the form is there, and may be anything."""
        root, rest = path[0], path[1:]
        if root.startswith("@"):
            here = at.get(int(root[1:]))
            if here == LINE:
                return Thing(True, True)
            return self._of_item(here, rest) if isinstance(here, Scope) and rest else self._free(path, here)
        question = self.form.question(root)
        if question is not None and not question.in_list and question.kind_name != "notice":
            return _answer(question, self.evaluation.states[root], rest)
        fact = self.form.facts.get(root)
        if fact is not None and not fact.of:
            return _fact(fact, self.universe.facts[root], rest)
        if root == "made" and rest and rest[0] in self.universe.due:
            return Thing(True, self._made(rest[0]))
        return self._free(path, None)

    def _free(self, path: Path, here: Scope | str | None) -> Thing:
        name = f"{here} {'.'.join(path[1:])}" if isinstance(here, str) else f"{FREE}{'.'.join(path)}"
        own = f"{name} {self.document.name}" if path[0] == "this" else name
        return Thing(True, fresh(own))

    def _of_item(self, scope: Scope, rest: Path) -> Thing:
        name = rest[0]
        question = next((each for each in scope.question.each if each.name == name), None)
        if question is not None and question.kind_name != "notice":
            return _answer(question, scope.states[name], rest[1:])
        fact = self.form.facts.get(name)
        if fact is not None and fact.of == scope.question.name:
            return _fact(fact, self.universe.item_fact(fact, scope), rest[1:])
        return Thing(True, fresh(f"{FREE}{'.'.join(rest)} {scope.number}"))

    def _made(self, name: str) -> Term:
        """Whether a paper is in the packet: it is due, and to these readers no gate holds it back."""
        due = self.universe.due[name]
        if self.document.audience in HELD:
            return due
        made = self.form.document(name)
        held = [
            no(self.universe.holds[id(gate)].false)
            for gate in self.form.gates
            if (name in gate.holds if gate.holds else made is not None and made.audience in HELD)
        ]
        return every([due, some([no(some(held)), fresh(f"{FREE}{name} lifted")])])


def _answer(question: Question, state: State, rest: Path) -> Thing:
    """An answer as plain data: a gap prints its mark, a blank prints nothing."""
    if question.is_list:
        return Thing(True, every([state.value, state.domain.truthy]), question)
    said = some([state.value, state.gap])
    if question.kind_name == "yes or no":
        return Thing(state.there, every([state.value, state.domain.truthy]))
    if question.kind_name in _MAPPINGS and not rest:
        return Thing(state.there, state.there)
    if isinstance(state.domain, Parts) and rest[0] in state.domain.parts:
        given = every([state.value, state.domain.part(rest[0]).truthy])
        optional = rest[0] in ("middle", "suffix", "unit")
        return Thing(state.there, given if optional else some([given, state.gap]))
    return Thing(state.there, said, lines=question.kind_name in _LINES)


def _fact(fact: Fact, state: State, rest: Path) -> Thing:
    """A fact as plain data: a condition is yes only when certain; a result that is not there is empty."""
    if fact.calculation is None:
        return Thing(True, every([state.value, state.domain.truthy]))
    domain: Domain = state.domain
    kind: object = fact.calculation.result
    for step in rest:
        if isinstance(domain, Maybe):
            domain = domain.inner
        kind = hints(kind).get(step) if isinstance(kind, type) and dataclasses.is_dataclass(kind) else None
        domain = (domain.field(step) if isinstance(domain, Result) else None) or _deeper(domain, step)
    if kind is not None and isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return Thing(True, True)
    marked = some([state.gap]) if kind is not bool and not isinstance(domain, Entries) else False
    return Thing(True, some([every([state.value, domain.truthy]), marked]))


def _deeper(domain: Domain, step: str) -> Domain:
    return Domain(f"{domain.name}.{step}", domain.add)
