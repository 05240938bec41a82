"""A path that shows something: the shortest, as answers, really read again before anybody is told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import z3

from app.core.answers import Answers
from app.core.interview import Interview
from app.core.kinds.date_text import said
from app.core.proof.answering import interview_of, only_asked, places
from app.core.proof.domains import Several, YesNo, told
from app.core.proof.papers import FREE
from app.core.proof.pinning import Pinned
from app.core.proof.shortest import Shortest
from app.core.proof.terms import Term, every, no, term_of
from app.core.proof.universe import Universe
from app.core.proof.walking import Spot
from app.core.values import When

TRIES = 6
"""How many paths are really walked before it stays open whether calculations ever return what one needs."""
AGAIN = 2
"""How many, once as many paths that rest on the same calculations were walked in vain."""
SAID = 3
"""How many deciding answers a sentence names."""


class ProofError(Exception):
    """The proof and the reading of an interview disagree: a mistake in the proof itself."""


@dataclass(frozen=True)
class Witness:
    """The answers of a path, the few that decide, and what would settle it if no real path was found."""

    answers: Answers
    because: tuple[str, ...]
    walked: bool = True
    """Whether it was really walked, and the paper really filled."""
    settles: tuple[str, ...] = ()
    """What the open values rest on that no real path came to."""


class Witnesses:
    """Finds the paths in one universe, each once."""

    def __init__(self, universe: Universe) -> None:
        self.universe, self.shortest = universe, Shortest(universe)
        self._vain: set[frozenset[str]] = set()
        self._found: dict[tuple[int, bool], tuple[Term, Witness]] = {}

    def of(
        self, target: Term, *, complete: bool = True, confirm: Callable[[Answers], bool] | None = None
    ) -> Witness:
        """The shortest path on which a target is so; the target must be possible."""
        key = (term_of(target).get_id(), complete)
        if confirm is None and key in self._found:
            return self._found[key][1]
        found = self._search(target, complete, confirm)
        # The target is kept too: the solver gives the number of a term that is gone to another.
        self._found[key] = (target, found)
        return found

    def _search(self, target: Term, complete: bool, confirm: Callable[[Answers], bool] | None) -> Witness:
        open_names = free_in(target)
        blocked: list[Term] = []
        first: Witness | None = None
        for _ in range(AGAIN if open_names in self._vain else TRIES):
            seek = self.shortest.any if blocked else self.shortest.model
            model = seek([target, *blocked], complete=complete)
            if model is None:
                break
            interview = interview_of(self.universe, model)
            answers = only_asked(interview)
            if first is None:
                first = Witness(answers, self._because(model, target))
            if self._shown(model, target, interview, complete) and (confirm is None or confirm(answers)):
                return Witness(answers, self._because(model, target)) if blocked else first
            blocked.append(self._other(model, open_names))
            if blocked[-1] is False:
                break
        self._vain.add(open_names)
        assert first is not None
        return Witness(first.answers, first.because, False, self._settles(open_names))

    def _shown(self, model: z3.ModelRef, target: Term, interview: Interview, complete: bool) -> bool:
        """Whether the target is so of the real reading; only what calculations return may keep it from it."""
        at = {each.name: places(self.universe, model, each) for each in self.universe.form.lists()}
        pins = [*Pinned(self.universe, interview, at).terms(), *self._path(interview)]
        given = interview.answers.given
        if self.universe.check(*pins, target, complete=complete) is not None:
            if interview.missing or (complete and not interview.complete):
                raise ProofError(f"{self.universe.form.name}: not a complete interview: {given!r}.")
            return True
        if self.universe.check(*pins, complete=False) is None:
            raise ProofError(f"{self.universe.form.name}: the proof cannot follow {given!r}.")
        if not self._loose(target):
            raise ProofError(f"{self.universe.form.name}: no calculation explains {given!r}.")
        return False

    def _path(self, interview: Interview) -> list[Term]:
        on_path = {(asked.question.path, asked.item is not None) for asked in interview.asked}
        return [
            spot.asked if (spot.question.path, False) in on_path else no(spot.asked)
            for spot in self.universe.walk.spots
            if spot.scope is None and spot.question.kind_name != "notice"
        ]

    def _loose(self, target: Term) -> bool:
        return bool(self.universe.evaluation.results) or bool(free_in(target))

    def _because(self, model: z3.ModelRef, target: Term) -> tuple[str, ...]:
        """The answers that already decide it: with them and whatever else, it is so."""
        pinned: dict[int, tuple[Term, str]] = {}
        for spot in self.universe.walk.spots:
            if told(model, spot.asked) and (spot.scope is None or told(model, spot.scope.present)):
                for term, words in _decision(spot, model):
                    pinned[term.get_id()] = (term, words)
        terms = [term for term, _ in pinned.values()]
        if self.universe.check(no(target), *terms, complete=False) is not None:
            return ()
        core = self.universe.solver.unsat_core()
        decisive = [pinned[term.get_id()][1] for term in core if term.get_id() in pinned]
        order = {text: number for number, (_, text) in enumerate(pinned.values())}
        return tuple(sorted(dict.fromkeys(decisive), key=order.__getitem__))

    def _other(self, model: z3.ModelRef, open_names: frozenset[str]) -> Term:
        """Another path than this, as far as the open values rest on its choices."""
        leads = self.universe.evaluation.leads
        facts = {name for name in open_names if name in self.universe.form.facts} or {
            found.fact.name for found in self.universe.evaluation.results.values()
        }
        roots = {root for fact in facts for root in leads.to(fact)}
        same = [
            term
            for spot in self.universe.walk.spots
            if spot.question.name in roots and told(model, spot.asked)
            for term, _ in _decision(spot, model)
        ]
        return no(every(same)) if same else False

    def _settles(self, open_names: frozenset[str]) -> tuple[str, ...]:
        """The questions that what is open rests on, or the office itself."""
        leads = self.universe.evaluation.leads
        facts = [name for name in sorted(open_names) if name in self.universe.form.facts]
        roots = {root for fact in facts for root in leads.to(fact)}
        asked = [each.name for each in self.universe.form.questions() if each.name in roots]
        others = [name for name in sorted(open_names) if name not in self.universe.form.facts]
        return (*dict.fromkeys(asked), *others) or tuple(
            dict.fromkeys(found.fact.name for found in self.universe.evaluation.results.values())
        )


def _decision(spot: Spot, model: z3.ModelRef) -> list[tuple[Any, str]]:
    """A choice that was made, as a term and in words."""
    name = f"`{spot.question.path}`"
    for flag, words in ((spot.gap, "is not known"), (spot.blank, "is left empty")):
        if told(model, flag):
            return [(flag, f"{name} {words}")]
    flags = [(no(flag), f"{name} is answered") for flag in (spot.gap, spot.blank) if flag is not False]
    if spot.question.is_list:
        return [*flags, *_items(spot, model, name)]
    value = spot.domain.read(model)
    if not spot.domain.exact or value is None:
        return flags
    term = spot.domain.equal(value)
    return flags if isinstance(term, bool) else [*flags, (term, f"{name} {_said(spot, value)}")]


def _items(spot: Spot, model: z3.ModelRef, name: str) -> list[tuple[Any, str]]:
    term = spot.domain.truthy
    if isinstance(term, bool):
        return []
    return [(term, f"{name} has an entry")] if told(model, term) else [(no(term), f"{name} is empty")]


def _said(spot: Spot, value: Any) -> str:
    if isinstance(spot.domain, YesNo):
        return "is yes" if value else "is no"
    if isinstance(spot.domain, Several):
        return f"is {', '.join(value)}"
    return f"is {said(value) if isinstance(value, When) else value}"


def free_in(term: Term) -> frozenset[str]:
    """The facts whose results a term rests on, and whatever else is free in it."""
    found: set[str] = set()
    seen: set[int] = set()
    waiting = [] if isinstance(term, bool) else [term]
    while waiting:
        each = waiting.pop()
        if each.get_id() in seen:
            continue
        seen.add(each.get_id())
        waiting += each.children()
        if not each.children() and z3.is_const(each) and each.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            name = each.decl().name()
            if name.startswith("="):
                found.add(_fact_name(name))
            elif name.startswith(FREE):
                found.add(name[1:].split(" ")[0])
    return frozenset(found)


def _fact_name(name: str) -> str:
    for mark in "#~@. ":
        name = name.split(mark)[0]
    return name.removeprefix("=")
