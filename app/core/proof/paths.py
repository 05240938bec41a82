"""Paths through a form to try it with: the shortest, the longest, and each list with none, one or many items.

`Paths(form, today).shortest()` gives complete answers with as few questions asked as there can be;
`longest()` with as many as were found in time; `with_items(list, count)` the shortest path on which a
list is asked and has so many items, or None when no path has. What does not matter is filled in from the
questionnaire's examples. Every path was really read: it is complete, and calculations returned what it
needs, or it is not given.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import z3

from app.core.answers import Answers
from app.core.proof.answering import interview_of, only_asked
from app.core.proof.shortest import Shortest
from app.core.proof.terms import Term, every
from app.core.proof.universe import Universe
from app.core.questionnaire import Form, Question

MANY = 3
"""How many items are many, where a list may have so many."""


@dataclass(frozen=True)
class Corner:
    """A path to try a form with, by what is extreme about it."""

    name: str
    answers: Answers


class Paths:
    """The paths of one form on one day."""

    def __init__(self, form: Form, today: date) -> None:
        self.form, self.today = form, today
        self.universe = Universe(form, today, MANY)
        self._search = Shortest(self.universe)

    def shortest(self) -> Answers | None:
        """Complete answers with as few questions asked as there can be."""
        return self._real([])

    def longest(self) -> Answers | None:
        """Complete answers that ask as many different questions as were found in time."""
        wanted: list[Term] = []
        for spot in self.universe.walk.spots:
            here = spot.asked if spot.scope is None else every([spot.asked, spot.scope.present])
            if spot.scope is None or spot.scope.number == 1:
                more = [*wanted, here]
                if here is not False and self.universe.check(*more) is not None:
                    wanted = more
        return self._real(wanted)

    def with_items(self, name: str, count: int) -> Answers | None:
        """The shortest path on which a list is asked and has so many items, or None."""
        question = self.form.question(name)
        if question is None or not question.is_list:
            return None
        return self._real([*self._asked(question), self.universe.walk.counts[name] == count])

    def corners(self) -> Iterator[Corner]:
        """The shortest, the longest, and every list with none, one and many items, where there are such."""
        wishes: list[tuple[str, Answers | None]] = [
            ("shortest", self.shortest()),
            ("longest", self.longest()),
        ]
        for question in self.form.lists():
            for words, count in (("none", 0), ("one", 1), ("many", self._many(question))):
                wishes.append((f"{question.name}_{words}", self.with_items(question.name, count)))
        for name, answers in wishes:
            if answers is not None:
                yield Corner(name, answers)

    def _many(self, question: Question) -> int:
        return MANY if question.most is None else min(MANY, max(2, int(question.most)))

    def _asked(self, question: Question) -> Sequence[Term]:
        spots = (spot for spot in self.universe.walk.spots if spot.question is question)
        return [every([spot.asked, spot.state.value]) for spot in spots]

    def _real(self, wanted: Sequence[Term]) -> Answers | None:
        """The answers of such a path that are really complete; some others are tried when they are not."""
        for attempt in (self._search.model, self._search.any):
            model: z3.ModelRef | None = attempt(wanted)
            if model is None:
                return None
            interview = interview_of(self.universe, model)
            if interview.complete:
                return only_asked(interview)
        return None
