"""A calculation in terms: its inputs are there or not, and its result is free."""

from collections.abc import Callable

from app.core.proof.domains import Add
from app.core.proof.results import Result
from app.core.proof.states import Scope, State
from app.core.proof.terms import Kleene, Term, every, fresh, no, some
from app.core.questionnaire import Fact


class Calculated:
    """One calculated fact about an item or none, with its result and whether it comes to a gap of its own."""

    def __init__(self, fact: Fact, key: str, add: Add, scope: Scope | None, settled: bool) -> None:
        assert fact.calculation is not None
        self.fact, self.key, self.scope, self.settled = fact, key, scope, settled
        self.result = Result(key, add, fact.calculation.result)
        self.fails = fresh(f"{key} fails")

    def shares(self, other: "Calculated") -> None:
        """Come to the same as another fact with this calculation and these inputs."""
        self.result, self.fails = other.result, other.fails

    def state(self, applies: Kleene, look: Callable[[str], State]) -> State:
        """There, a gap, not there, or waiting: as the first needed input that is missing says."""
        assert self.fact.calculation is not None
        runs = no(applies.false)
        away, gap, later = [applies.false], list[Term](), list[Term]()
        for parameter, name in self.fact.inputs.items():
            if parameter in self.fact.calculation.needs:
                state = look(name)
                away.append(every([runs, state.empty]))
                later.append(every([runs, state.later]))
                gap.append(every([runs, some([state.gap, state.open])]))
                runs = every([runs, state.value])
        gap.append(every([runs, self.fails]))
        value = every([runs, no(self.fails)])
        return State(value, self.result, some(gap), away=some(away), later=some(later))
