"""Finds the shortest interview of which something is so, and fills in what does not matter with examples."""

from collections.abc import Sequence
from typing import Any

import z3

from app.core.kinds import Refused
from app.core.proof.answering import example
from app.core.proof.domains import told
from app.core.proof.terms import Term, fresh, no, some, term_of
from app.core.proof.universe import Undecided, Universe
from app.core.proof.walking import Spot

ROUNDS = 12
"""How often examples that do not fit are taken back before all are."""
EFFORT = 200_000
"""How many steps one attempt at a shorter path may take."""


class Shortest:
    """The search in one universe."""

    def __init__(self, universe: Universe) -> None:
        self.universe = universe
        self._examples: list[Term] | None = None
        self._bounds: dict[int, Term] = {}

    def any(self, wanted: Sequence[Term], *, complete: bool = True) -> z3.ModelRef | None:
        """An interview of which all this is so, near the examples."""
        found = self.universe.check(*wanted, complete=complete)
        return None if found is None else self._with_examples(wanted, found, complete)

    def model(self, wanted: Sequence[Term], *, complete: bool = True) -> z3.ModelRef | None:
        """The shortest interview of which all this is so, as far as it was found in time."""
        found = self.universe.check(*wanted, complete=complete)
        if found is None:
            return None
        most, least = self.cost(found), 0
        while least < most:
            middle = (least + most) // 2
            shorter = self._within(wanted, middle, complete)
            if shorter is None:
                least = middle + 1
            else:
                found, most = shorter, middle
        return self._with_examples([*wanted, self.bound(most)], found, complete)

    def cost(self, model: z3.ModelRef) -> int:
        """How many questions it asks, and how many items it tells apart."""
        return sum(told(model, term) for term, _ in self.universe.costs)

    def _scopes(self, name: str) -> Sequence[Any]:
        return self.universe.evaluation.items[name]

    def bound(self, most: int) -> Term:
        """At most so many questions are asked and items told apart."""
        if most not in self._bounds:
            name = fresh(f"at most {most} asked")
            limit = z3.PbLe(self.universe.costs, most) if self.universe.costs else True
            self.universe.add([some([no(name), limit])])
            self._bounds[most] = name
        return self._bounds[most]

    def _within(self, wanted: Sequence[Term], most: int, complete: bool) -> z3.ModelRef | None:
        try:
            return self.universe.check(*wanted, self.bound(most), complete=complete, effort=EFFORT)
        except Undecided:
            return None

    def _with_examples(self, wanted: Sequence[Term], found: z3.ModelRef, complete: bool) -> z3.ModelRef:
        """The questionnaire's own examples wherever they fit."""
        if self._examples is None:
            self._examples = [name for spot in self.universe.walk.spots for name in self._liked(spot)]
        liked = list(self._examples)
        for _ in range(ROUNDS):
            try:
                model = self.universe.check(*wanted, *liked, complete=complete, effort=EFFORT)
            except Undecided:
                return found
            if model is not None:
                return model
            core = {term.get_id() for term in self.universe.solver.unsat_core()}
            kept = [term for term in liked if term.get_id() not in core]
            if len(kept) == len(liked):
                return found
            liked = kept
        return found

    def _liked(self, spot: Spot) -> list[Term]:
        named: list[Term] = []
        flags = [no(flag) for flag in (spot.gap, spot.blank) if flag is not False]
        for number, term in enumerate([*flags, *_example(spot)]):
            name = fresh(f"example {number} of {spot.key}")
            self.universe.add([some([no(name), term])])
            named.append(name)
        if spot.question.is_list:
            count = self.universe.walk.counts[spot.question.name]
            few = fresh(f"few of {spot.key}")
            sure = z3.Sum([z3.If(scope.present, 1, 0) for scope in self._scopes(spot.question.name)])
            self.universe.add([some([no(few), count <= sure])])
            named.append(few)
        return named


def _example(spot: Spot) -> list[Term]:
    if spot.question.is_list or spot.question.kind_name == "notice":
        return []
    try:
        term = spot.domain.equal(example(spot.question))
    except Refused:
        return []
    return [] if isinstance(term, bool) else [term_of(term)]
