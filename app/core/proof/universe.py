"""All complete interviews of a form on one day, kept by one solver that says whether any of them is such."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import islice
from typing import Any, TypeVar

import z3

from app.core.proof.domains import told
from app.core.proof.evaluation import Evaluation
from app.core.proof.states import Scope, State
from app.core.proof.terms import Kleene, Term, every, fresh, no, number_of, some, term_of
from app.core.proof.walking import Walk
from app.core.questionnaire import DocumentSpec, Fact, Flag, Form, Gate

EFFORT = 20_000_000
"""How many steps the solver may take for one question; what it cannot decide in so many stays possible."""
NEAR = 60
"""How many things one interview is looked at for: those that stand close together are often so together."""
Key = TypeVar("Key")


class Universe:
    """The walk of a form in terms, everything that follows from it, and the solver that holds it."""

    def __init__(self, form: Form, today: date, depth: int = 1) -> None:
        self.form, self.today = form, today
        self._terms: list[Term] = []
        self._conclude(Walk(form, today, self._terms.append, {}))
        places = self._places(depth)
        self._terms.clear()
        self._conclude(Walk(form, today, self._terms.append, places))
        self.solver = z3.Solver()
        self.solver.set("random_seed", 7)
        self.kept = fresh("no check is broken")
        self._taken = 0
        self._musts = 0

    def _places(self, depth: int) -> dict[str, int]:
        """How many items of each list are told apart; never more than it may have."""
        places: dict[str, int] = {}
        for each in self.form.lists():
            wanted = len(self.evaluation.atoms.get(each.name, ())) + depth
            places[each.name] = wanted if each.most is None else max(1, min(wanted, int(each.most)))
        return places

    def _conclude(self, walk: Walk) -> None:
        self.walk = walk
        evaluation = walk.evaluation
        self.facts = {name: evaluation.fact(fact) for name, fact in self.form.facts.items() if not fact.of}
        self.item_facts = {
            (name, scope.number): evaluation.fact(fact, scope)
            for name, fact in self.form.facts.items()
            for scope in (evaluation.items.get(fact.of, ()) if fact.of else ())
        }
        concluded: tuple[Flag | Gate | DocumentSpec, ...] = (
            *self.form.flags, *self.form.gates, *self.form.documents,
        )  # fmt: skip
        self.holds: dict[int, Kleene] = {id(each): evaluation.holds(each.when) for each in concluded}
        self.due = {each.name: self._due(each) for each in self.form.documents}

    def _due(self, document: DocumentSpec) -> Term:
        true = self.holds[id(document)].true
        if not document.each:
            return true
        found = self.evaluation.look(document.each)
        return every([true, found.value, found.domain.truthy if found.value is not False else False])

    @property
    def evaluation(self) -> Evaluation:
        """What is known at the end of the walk."""
        return self.walk.evaluation

    def item_fact(self, fact: Fact, scope: Scope) -> State:
        """What a fact about an item comes to at the end."""
        return self.item_facts[fact.name, scope.number]

    @cached_property
    def costs(self) -> list[tuple[Term, int]]:
        """What makes a path long: each question on it, and each item."""
        asked = [
            every([spot.asked, spot.scope.present]) if spot.scope else spot.asked
            for spot in self.walk.spots
            if spot.question.kind_name != "notice"
        ]
        items = [scope.present for scopes in self.evaluation.items.values() for scope in scopes]
        return [(term_of(term), 1) for term in (*asked, *items) if term is not True]

    def check(self, *wanted: Term, complete: bool = True, effort: int = EFFORT) -> z3.ModelRef | None:
        """An interview of which all this is so, or None when there is none."""
        self._hand_over()
        assumed = [term_of(term) for term in wanted if term is not True]
        if any(term is False for term in wanted):
            return None
        self.solver.set("rlimit", effort)
        answer = self._asked([*([self.kept] if complete else []), *assumed])
        if answer == z3.Z3_L_UNDEF:
            raise Undecided(self.form.name)
        return self.solver.model() if answer == z3.Z3_L_TRUE else None

    def _asked(self, assumed: Sequence[Any]) -> int:
        """Straight from the solver's library: its Python layer checks the sort of every assumption anew."""
        parts = (z3.Ast * len(assumed))(*(term.as_ast() for term in assumed))
        context = self.solver.ctx.ref()
        return int(z3.Z3_solver_check_assumptions(context, self.solver.solver, len(assumed), parts))

    def _hand_over(self) -> None:
        """Give the solver what was said since it was last asked."""
        for term in self._terms[self._taken :]:
            self.solver.add(term_of(term))
        self._taken = len(self._terms)
        for term in self.walk.musts[self._musts :]:
            self.solver.add(some([no(self.kept), term]))
        self._musts = len(self.walk.musts)

    def possible(self, targets: Mapping[Key, Term], *, complete: bool = True) -> set[Key]:
        """Which of several things are so in some interview, when most of them are in none."""
        waiting, found = self._apart(targets), set[Key]()
        while waiting:
            model = self.check(some(term for term, _ in waiting.values()), complete=complete)
            if model is None:
                break
            found |= self._shown(model, waiting)
        return found

    def reached(self, targets: Mapping[Key, Term]) -> set[Key]:
        """The same, when most are so in some; one interview often shows many of them."""
        waiting, found = self._apart(targets), set[Key]()
        while waiting:
            number, (term, keys) = next(iter(waiting.items()))
            try:
                model = self.check(term)
            except Undecided:
                found |= set(keys)
                model = None
            if model is None:
                del waiting[number]
            else:
                found |= self._shown(model, waiting, NEAR)
        return found

    def _apart(self, targets: Mapping[Key, Term]) -> dict[int, tuple[Term, list[Key]]]:
        """Each different term with all that it stands for."""
        found: dict[int, tuple[Term, list[Key]]] = {}
        for key, term in targets.items():
            if term is not False:
                found.setdefault(number_of(term), (term, []))[1].append(key)
        return found

    def _shown(
        self, model: z3.ModelRef, waiting: dict[int, tuple[Term, list[Key]]], most: int | None = None
    ) -> set[Key]:
        """What a model shows, of so many that stand close together; it waits no longer."""
        near = islice(waiting.items(), most)
        shown = {number for number, (term, _) in near if told(model, term)}
        return {key for number in shown for key in waiting.pop(number)[1]}

    def add(self, terms: Iterable[Term]) -> None:
        """Say more of every interview."""
        self._terms.extend(terms)


class Undecided(Exception):
    """The solver gave up on a form; its name."""
