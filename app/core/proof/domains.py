"""What a value may be, as terms: how it compares, whether an `if` takes it, which value a model means."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import z3

from app.core.proof.terms import NO, Kleene, Term, either_way, every, fresh, no, some

Add = Callable[[Term], None]
"""Takes a term that holds of every value there can be."""
SAME = ("is", "is one of", "includes", "includes any of")
NUMBERED = ("is at least", "is at most", "is more than", "is less than")


class Domain:
    """A value of which only its name is known: every comparison may go either way."""

    exact = False
    """Whether every value there is can be read from a model again."""

    def __init__(self, name: str, add: Add) -> None:
        self.name, self.add = name, add

    @property
    def truthy(self) -> Term:
        """Whether an `if` on its printed form takes the yes."""
        return fresh(f"{self.name}?")

    def part(self, name: str) -> "Domain":
        """One part of it; what has no parts is its own."""
        return self

    def compare(self, comparison: str, operands: tuple[Any, ...]) -> Kleene:
        """Whether the value meets a comparison; each operand is a text or another value."""
        if comparison in SAME:
            return either_way(some(self.same(str(operand)) for operand in operands))
        if comparison in NUMBERED:
            return self.numbered(comparison, operands[0])
        if comparison == "has at least":
            return either_way(self.holds(int(str(operands[0]))))
        return self.dated(comparison, operands[0])

    def same(self, operand: str) -> Term:
        """Whether it is what stands in the condition."""
        return fresh(f"{self.name} is {operand}")

    def numbered(self, comparison: str, operand: Any) -> Kleene:
        """Whether it is as large as a number."""
        return self.unclear(comparison, operand)

    def dated(self, comparison: str, operand: Any) -> Kleene:
        """Whether it lies before or after a day."""
        return self.unclear(comparison, operand)

    def holds(self, count: int) -> Term:
        """Whether it holds so many entries."""
        return fresh(f"{self.name} has {count}")

    def unclear(self, comparison: str, operand: Any) -> Kleene:
        """A comparison that may go either way."""
        with_what = operand.name if isinstance(operand, Domain) else operand
        return either_way(fresh(f"{self.name} {comparison} {with_what}"))

    def equal(self, value: Any) -> Term:
        """Whether it is this value."""
        return True

    def read(self, model: z3.ModelRef) -> Any:
        """The value a model gives it, or None for any."""
        return None


class Plain(Domain):
    """A value that is no number, no day and no sequence: those comparisons are false of it."""

    @property
    def truthy(self) -> Term:
        """Always."""
        return True

    def same(self, operand: str) -> Term:
        """Never, unless a kind says otherwise."""
        return False

    def numbered(self, comparison: str, operand: Any) -> Kleene:
        """Never."""
        return NO

    def dated(self, comparison: str, operand: Any) -> Kleene:
        """Never."""
        return NO

    def holds(self, count: int) -> Term:
        """Never, unless nothing is asked for."""
        return False


class Anything(Plain):
    """A value nothing but its being there is asked of: a story, a whole result."""


class YesNo(Plain):
    """Yes or no."""

    exact = True

    def __init__(self, name: str, add: Add, truth: Term = None) -> None:
        super().__init__(name, add)
        self.truth = fresh(name) if truth is None else truth

    @property
    def truthy(self) -> Term:
        """Yes."""
        return self.truth

    def same(self, operand: str) -> Term:
        """The word for it."""
        return self.truth if operand == "yes" else no(self.truth) if operand == "no" else False

    def equal(self, value: Any) -> Term:
        """Whether it is this one."""
        return self.truth if value else no(self.truth)

    def read(self, model: z3.ModelRef) -> Any:
        """True or False."""
        return told(model, self.truth)


class One(Plain):
    """One of several keys."""

    exact = True

    def __init__(self, name: str, add: Add, keys: tuple[str, ...]) -> None:
        super().__init__(name, add)
        self.keys = {key: fresh(f"{name} is {key}") for key in keys}
        add(z3.PbEq([(term, 1) for term in self.keys.values()], 1))

    def same(self, operand: str) -> Term:
        """The key that was chosen."""
        return self.keys.get(operand, False)

    def equal(self, value: Any) -> Term:
        """Whether it is this key."""
        return self.same(value)

    def read(self, model: z3.ModelRef) -> Any:
        """The key."""
        return next(key for key, term in self.keys.items() if told(model, term))


class Several(Plain):
    """Any of several keys, at least one; one called `none` stands alone."""

    exact = True

    def __init__(self, name: str, add: Add, keys: tuple[str, ...]) -> None:
        super().__init__(name, add)
        self.keys = {key: fresh(f"{name} has {key}") for key in keys}
        add(some(self.keys.values()))
        if "none" in self.keys:
            others = [no(term) for key, term in self.keys.items() if key != "none"]
            add(some([no(self.keys["none"]), every(others)]))

    def compare(self, comparison: str, operands: tuple[Any, ...]) -> Kleene:
        """As any value; but the whole is never one key."""
        return NO if comparison in ("is", "is one of") else super().compare(comparison, operands)

    def same(self, operand: str) -> Term:
        """Whether the key is among them."""
        return self.keys.get(operand, False)

    def holds(self, count: int) -> Term:
        """Whether so many were chosen."""
        return z3.PbGe([(term, 1) for term in self.keys.values()], count)

    def equal(self, value: Any) -> Term:
        """Whether it is these keys and no other."""
        return every(term if key in value else no(term) for key, term in self.keys.items())

    def read(self, model: z3.ModelRef) -> Any:
        """The keys, in the order of the questionnaire."""
        return tuple(key for key, term in self.keys.items() if told(model, term))


@dataclass(eq=False)
class Words(Plain):
    """A line of words: one of those that conditions compare it with, or another."""

    name: str
    add: Add
    possible: Callable[[str], bool] = bool
    filled: Term = True
    """Whether there is a word in it."""
    known: dict[str, Term] = field(default_factory=dict)
    exact = True

    @property
    def truthy(self) -> Term:
        """A word in it."""
        return self.filled

    def same(self, operand: str) -> Term:
        """Whether it is just these words."""
        if not self.possible(operand):
            return False
        if operand not in self.known:
            term = fresh(f"{self.name} is {operand}")
            self.add(some([no(term), self.filled]))
            for other in self.known.values():
                self.add(some([no(term), no(other)]))
            self.known[operand] = term
        return self.known[operand]

    def numbered(self, comparison: str, operand: Any) -> Kleene:
        """Words may be digits."""
        return self.unclear(comparison, operand)

    def equal(self, value: Any) -> Term:
        """Whether it is these words, as far as anybody compares them."""
        same = [term if words == value else no(term) for words, term in self.known.items()]
        return every([*same, self.filled if value else no(self.filled)])

    def read(self, model: z3.ModelRef) -> Any:
        """The words, `""` for none, or None for any that nobody compares with."""
        if not told(model, self.filled):
            return ""
        return next((words for words, term in self.known.items() if told(model, term)), None)


def told(model: z3.ModelRef, term: Term) -> bool:
    """What a model says of a term."""
    if isinstance(term, bool):
        return term
    # Straight from the solver's library: this is asked a hundred thousand times of one form.
    context, found = term.ctx.ctx, (z3.Ast * 1)()
    z3.Z3_model_eval(context, model.model, term.ast, True, found)
    return bool(z3.Z3_get_bool_value(context, found[0]) == z3.Z3_L_TRUE)
