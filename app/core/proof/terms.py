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
    if not hasattr(term, "contrary"):
        made = z3.BoolRef(z3.Z3_mk_not(term.ctx_ref(), term.as_ast()), term.ctx)
        term.contrary, made.contrary = made, term
    return term.contrary


def every(terms: Iterable[Term]) -> Term:
    """And."""
    return _joined(terms, decides=False, join=z3.Z3_mk_and)


def some(terms: Iterable[Term]) -> Term:
    """Or."""
    return _joined(terms, decides=True, join=z3.Z3_mk_or)


def number_of(term: Term) -> int:
    """The number the solver knows a term by, for as long as the term is kept."""
    if isinstance(term, bool):
        return -int(term) - 1
    if not hasattr(term, "number"):
        term.number = term.get_id()
    return int(term.number)


def _joined(terms: Iterable[Term], *, decides: bool, join: Any) -> Term:
    kept: dict[int, Term] = {}
    for term in terms:
        if term is decides:
            return decides
        if not isinstance(term, bool):
            kept.setdefault(number_of(term), term)
    if any(hasattr(each, "contrary") and number_of(each.contrary) in kept for each in kept.values()):
        return decides
    if not kept:
        return not decides
    first, *others = kept.values()
    return _made(join, [first, *others]) if others else first


def _made(join: Any, terms: list[Term]) -> Term:
    """A term straight from the solver's library: its Python layer checks the sort of every part anew."""
    parts = (z3.Ast * len(terms))(*(term.as_ast() for term in terms))
    return z3.BoolRef(join(terms[0].ctx_ref(), len(terms), parts), terms[0].ctx)


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


def within(around: Kleene, inner: Kleene) -> Kleene:
    """And of what is looked at only inside something: what is unknown around it leaves it unknown."""
    true = every([around.true, inner.true])
    if _certain(around) and _certain(inner):
        return either_way(true)
    false = some([around.false, every([around.true, inner.false])])
    return Kleene(true, false, some([around.later, every([around.true, inner.later])]))


def turned(truth: Kleene) -> Kleene:
    """Not in three values."""
    return Kleene(truth.false, truth.true, truth.later)


def _certain(truth: Kleene) -> bool:
    return truth.open is False
