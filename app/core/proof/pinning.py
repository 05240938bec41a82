"""Holds the terms to one real reading of an interview: its answers, and what its calculations returned."""

from collections.abc import Iterator
from typing import Any

from app.core.evaluation import FactValue
from app.core.evaluation import Scope as ItemScope
from app.core.interview import Interview
from app.core.proof.calculated import Calculated
from app.core.proof.results import Result
from app.core.proof.states import Scope
from app.core.proof.terms import Term, every, no
from app.core.proof.universe import Universe
from app.core.proof.walking import Spot
from app.core.values import Blank, Gap, Item


class Pinned:
    """One real interview beside the terms; item number n of a list stands at its place `places[n - 1]`."""

    def __init__(self, universe: Universe, interview: Interview, places: dict[str, list[int]]) -> None:
        self.universe, self.interview = universe, interview
        self.items: dict[tuple[str, int], Item] = {}
        for question in universe.form.lists():
            for item, place in zip(interview.items(question), places.get(question.name, ()), strict=False):
                self.items.setdefault((question.name, place), item)

    def terms(self) -> list[Term]:
        """What is so of this interview and of no other."""
        return [*self._answers(), *self._lists(), *self._results()]

    def _answers(self) -> Iterator[Term]:
        given = {(asked.question.path, asked.item): asked.value for asked in self.interview.asked}
        for spot in self.universe.walk.spots:
            item = self._item(spot.scope)
            key = (spot.question.path, item.id if item else None)
            if (spot.scope is None or item is not None) and key in given:
                yield self._answer(spot, given[key])

    def _answer(self, spot: Spot, value: Any) -> Term:
        gap, blank = isinstance(value, Gap), isinstance(value, Blank)
        flags = [spot.gap if gap else no(spot.gap)]
        flags += [] if gap else [spot.blank if blank else no(spot.blank)]
        if gap or blank or spot.question.is_list:
            return every(flags)
        return every([*flags, spot.domain.equal(value)])

    def _item(self, scope: Scope | None) -> Item | None:
        return self.items.get((scope.question.name, scope.number)) if scope else None

    def _lists(self) -> Iterator[Term]:
        for question in self.universe.form.lists():
            yield self.universe.walk.counts[question.name] == len(self.interview.items(question))
            for scope in self.universe.evaluation.items[question.name]:
                yield scope.present if self._item(scope) else no(scope.present)

    def _results(self) -> Iterator[Term]:
        for found in list(self.universe.evaluation.results.values()):
            item = self._item(found.scope)
            if found.settled and (found.scope is None or item is not None):
                yield from self._result(found, self._value(found, item))

    def _value(self, found: Calculated, item: Item | None) -> FactValue:
        scope = ItemScope(found.scope.question, item) if found.scope and item else None
        return self.interview.evaluation.fact(found.fact, scope)

    def _result(self, found: Calculated, value: FactValue) -> Iterator[Term]:
        if value.result is not None:
            yield no(found.fails)
            yield from _fields(found.result, value.result)
        elif value.gap is not None and value.truth.names == (found.fact.name,):
            yield found.fails


def _fields(result: Result, value: Any) -> Iterator[Term]:
    for name, domain in result.parts.items():
        if domain is None or not hasattr(value, name):
            continue
        part = getattr(value, name)
        if isinstance(domain, Result):
            yield from _fields(domain, part)
        else:
            yield domain.equal(part)
