"""Terms of the solver with what is certain folded away, and Kleene's three values made of two of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import z3

Term = Any
"""True, False, or a Bool term of the solver."""


def fresh(name: str) -> Term:
    """A Bool that may be either."""
    return z3.Bool(name)


def no(term: Term) -> Term:
    """Not."""
    if isinstance(term, bool):
        return not term
    return term.arg(0) if z3.is_not(term) else z3.Not(term)


def every(terms: Iterable[Term]) -> Term:
    """And."""
    return _joined(terms, decides=False, join=z3.And)


def some(terms: Iterable[Term]) -> Term:
    """Or."""
    return _joined(terms, decides=True, join=z3.Or)


def _joined(terms: Iterable[Term], *, decides: bool, join: Any) -> Term:
    kept: dict[int, Term] = {}
    for term in terms:
        if term is decides:
            return decides
        if not isinstance(term, bool):
            kept.setdefault(term.get_id(), term)
    for term in kept.values():
        if z3.is_not(term) and term.arg(0).get_id() in kept:
            return decides
    if not kept:
        return not decides
    return next(iter(kept.values())) if len(kept) == 1 else join(*kept.values())


def term_of(term: Term) -> Any:
    """The term as the solver takes it."""
    return z3.BoolVal(term) if isinstance(term, bool) else term


@dataclass(frozen=True)
class Kleene:
    """Certainly true, certainly false, and whether what is neither waits for a question asked only later."""

    true: Term
    false: Term
    later: Term = False

    @property
    def open(self) -> Term:
        """Neither certainly true nor certainly false."""
        return every([no(self.true), no(self.false)])


YES, NO = Kleene(True, False), Kleene(False, True)


def either_way(term: Term) -> Kleene:
    """A truth that is always certain."""
    return Kleene(term, no(term))


def both(truths: Iterable[Kleene]) -> Kleene:
    """And in three values."""
    parts = list(truths)
    true, later = every(each.true for each in parts), some(each.later for each in parts)
    if all(_certain(each) for each in parts):
        return either_way(true)
    false = some(each.false for each in parts)
    return Kleene(true, false, False if later is False else every([no(false), later]))


def either(truths: Iterable[Kleene]) -> Kleene:
    """Or in three values."""
    return turned(both(turned(each) for each in truths))


def turned(truth: Kleene) -> Kleene:
    """Not in three values."""
    return Kleene(truth.false, truth.true, truth.later)


def _certain(truth: Kleene) -> bool:
    return truth.open is False
